import {
  defineSoapProvider,
  loadWsdl,
  type MessageSecurity,
  minorUnitsField,
  SigningKey,
  type SoapProviderFactory,
  textField,
} from '@polyrail/adapter-soap';
import { isCurrencyCode, money, Secret } from '@polyrail/core/provider';
import type { BenchClientFactory } from '../bench-client.ts';
import { createSoapCredential } from '../soap-credential.ts';
import { acquirerWsdl, soapPath } from '../soap-payment.ts';
import { gatewayOver } from './polyrail.ts';

const wsdl = await loadWsdl(acquirerWsdl);
const { certificate, key } = await createSoapCredential();
const day = 24 * 60 * 60 * 1000;

/** Where the provider is, and what is signed and verified. */
export interface SoapChargesSettings {
  readonly origin: string;
  readonly security: MessageSecurity | undefined;
}

/** The provider of every SOAP suite. */
export const soapCharges: SoapProviderFactory<SoapChargesSettings> = defineSoapProvider({
  id: 'soap-charges',
  wsdl,
  capabilities: () => ({ currencies: 'any', instruments: ['token'] }),
  connect: ({ origin, security }) => ({ origin, path: soapPath, ...(security && { security }) }),
  idempotency: () => ({ carrier: 'body', name: 'idempotencyKey', windowMs: day, replays: 'first' }),
  resolution: { by: 'replay', notFound: 'definitive' },
  operations: {
    charge: {
      operation: 'charge',
      encode: ({ amount, source, reference }, { idempotencyKey }) => ({
        idempotencyKey,
        amount: amount.minorUnits,
        currency: amount.currency,
        source: { token: source.type === 'token' ? source.token : '' },
        capture: true,
        reference,
        clientReference: idempotencyKey,
      }),
      decode(answer) {
        const providerReference = textField(answer, 'resource', 'id');
        const reference = textField(answer, 'resource', 'clientReference');
        const minorUnits = minorUnitsField(answer, 'amount');
        const currency = textField(answer, 'resource', 'currency');
        if (providerReference === undefined || reference === undefined || minorUnits === undefined) return undefined;
        if (currency === undefined || !isCurrencyCode(currency)) return undefined;
        const value = { providerReference, reference, amount: money(minorUnits, currency) };
        return textField(answer, 'status') === 'ACCEPTED'
          ? { kind: 'succeeded', value }
          : { kind: 'pending', value, expect: 'poll' };
      },
    },
  },
});

/** The whole line over SOAP. */
export const soapPolyrail: BenchClientFactory = ({ origin }) =>
  gatewayOver([soapCharges({ origin, security: undefined })], () => undefined);

/** The whole line over SOAP; Body and Timestamp are signed. */
export const soapPolyrailSigned: BenchClientFactory = ({ origin }) => {
  const security = { signature: { key: SigningKey.ofPem(certificate, new Secret(key)) } };
  return gatewayOver([soapCharges({ origin, security })], () => undefined);
};
