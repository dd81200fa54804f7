import { fileURLToPath } from 'node:url';
import { createClientAsync, WSSecurityCert } from 'soap';
import type { BenchClientFactory } from '../bench-client.ts';
import { createSoapCredential } from '../soap-credential.ts';
import { acquirerWsdl, nextFields, soapPath } from '../soap-payment.ts';

const client = await createClientAsync(fileURLToPath(acquirerWsdl), { forceUseSchemaXmlns: true });
const { certificate, key } = await createSoapCredential();

/** The client of the `soap` package, as its README shows it, with connections that stay open. */
export const soapPackage: BenchClientFactory = ({ origin }) => {
  client.setEndpoint(origin + soapPath);
  return {
    async pay() {
      const fields = nextFields();
      const [answer] = await client['chargeAsync'](fields, { forever: true });
      if (answer?.status !== 'ACCEPTED' || answer.resource?.clientReference !== fields.idempotencyKey)
        throw new Error('the answer is not about this payment');
    },
    close: () => undefined,
  };
};

/** The same; Body and Timestamp are signed. */
export const soapPackageSigned: BenchClientFactory = (target) => {
  client.setSecurity(new WSSecurityCert(key, certificate, '', { signerOptions: { idMode: 'wssecurity' } }));
  return soapPackage(target);
};
