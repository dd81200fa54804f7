import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SigningKey } from '@polyrail/adapter-soap';
import { Secret } from '@polyrail/core/provider';
import { signXml } from '@polyrail/xml';
import { nextCharge } from './charge-command.ts';
import { soapCharges } from './clients/soap-polyrail.ts';
import { createSoapCredential } from './soap-credential.ts';
import { soapAnswerOf } from './soap-payment.ts';

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const oasis = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity';
const hour = 3_600_000;

/** A SOAP provider that signs requests and verifies answers, in front of a server that answers them all alike. */
export interface SoapCalls {
  /** Makes so many calls: written, signed, sent, verified, read. */
  call(count: number): Promise<void>;
  /** The bytes in use once the garbage is collected. */
  heapBytes(): number;
  close(): Promise<void>;
}

/** Starts it. */
export async function startSoapCalls(inFlight: number): Promise<SoapCalls> {
  const { certificate, key } = await createSoapCredential();
  const signingKey = SigningKey.ofPem(certificate, new Secret(key));
  const answer = signedAnswer(signingKey);
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'text/xml' }).end(answer));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const answers = { trusted: [certificate], maxAgeMs: hour };
  const security = { signature: { key: signingKey }, answers };
  const { operations, transport } = soapCharges({ origin: `http://127.0.0.1:${port}`, security });

  async function pay({ encode, decode }: NonNullable<typeof operations.charge>): Promise<void> {
    const command = nextCharge('soap-charges');
    const context = { idempotencyKey: command.idempotencyKey, startedAtMs: 0 };
    const delivery = await transport.send(encode(command, context), { timeoutMs: 10_000 });
    const kind = delivery.phase === 'answered' && decode(delivery.response, command, context).kind;
    if (kind !== 'succeeded') throw new Error(`the call came to ${kind || delivery.phase}`);
  }

  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  return {
    async call(count) {
      const { charge } = operations;
      if (charge === undefined) throw new Error('there is no charge');
      let left = count;
      const line = async () => {
        while (left-- > 0) await pay(charge);
      };
      await Promise.all(Array.from({ length: inFlight }, line));
    },
    heapBytes() {
      collect();
      collect();
      return process.memoryUsage().heapUsed;
    },
    async close() {
      await transport.close();
      server.close();
    },
  };
}

function signedAnswer(signingKey: SigningKey): string {
  const [created, expires] = [0, hour].map((afterMs) => new Date(Date.now() + afterMs).toISOString());
  const header =
    `<soap:Header><w:Security xmlns:w="${oasis}-secext-1.0.xsd" xmlns:u="${oasis}-utility-1.0.xsd"><u:Timestamp u:Id="t">` +
    `<u:Created>${created}</u:Created><u:Expires>${expires}</u:Expires></u:Timestamp></w:Security></soap:Header>`;
  const body = `<soap:Body xmlns:u="${oasis}-utility-1.0.xsd" u:Id="b">`;
  const text = soapAnswerOf('').replace('<soap:Body>', header + body);
  const security = [`{${soap}}Envelope`, `{${soap}}Header`, `{${oasis}-secext-1.0.xsd}Security`];
  return signingKey.use((key) =>
    signXml(text, {
      key: { algorithm: 'rsa-sha256', key },
      signatureIn: security,
      parts: [
        { name: 'body', path: [`{${soap}}Envelope`, `{${soap}}Body`], by: 'id' },
        { name: 'timestamp', path: [...security, `{${oasis}-utility-1.0.xsd}Timestamp`], by: 'id' },
      ],
    }),
  );
}
