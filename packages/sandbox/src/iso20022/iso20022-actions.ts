import { isoTime } from '../control/iso-time.ts';
import type { Actions } from '../control/webhook-actions.ts';
import { InvalidRequest } from '../invalid-request.ts';
import { requiredAmount } from '../json-amount.ts';
import { type JsonFields, optionalText, parseFields, requiredText } from '../json-fields.ts';
import { withoutAbsent } from '../without-absent.ts';
import type { Iso20022Network } from './iso20022-network.ts';

const TEXT = { maxLength: 140 };

/** The controls of the ISO 20022 network. */
export function iso20022Actions(network: Iso20022Network): Actions {
  const shown = (): object => networkJson(network);
  return {
    'GET iso20022': shown,
    'POST iso20022/participants': ({ body }) => {
      const fields = parseFields(body, ['member', 'key_id', 'public_key', 'certificate']);
      network.participants.add({
        member: requiredText(fields, 'member', TEXT),
        keys: { [requiredText(fields, 'key_id', TEXT)]: pemOf(fields) },
        ...withoutAbsent({ certificate: optionalText(fields, 'certificate', TEXT) }),
      });
      return shown();
    },
    'POST iso20022/payments': ({ body }) => {
      const fields = parseFields(body, ['member', 'amount', 'account', 'end_to_end_id', 'remittance']);
      const uetr = network.pay({
        member: requiredText(fields, 'member', TEXT),
        amount: requiredAmount(fields, 'amount'),
        ...withoutAbsent({
          account: optionalText(fields, 'account', { maxLength: 34 }),
          endToEndId: optionalText(fields, 'end_to_end_id', { maxLength: 35 }),
          remittance: optionalText(fields, 'remittance', TEXT),
        }),
      });
      return { uetr };
    },
    'POST iso20022/returns': ({ body }) => {
      const fields = parseFields(body, ['member', 'uetr', 'reason']);
      const uetr = requiredText(fields, 'uetr', { maxLength: 36 });
      const reason = optionalText(fields, 'reason', { maxLength: 4 });
      network.giveBack({ member: requiredText(fields, 'member', TEXT), uetr, ...withoutAbsent({ reason }) });
      return { uetr };
    },
  };
}

function networkJson({ rail, keyId, publicKey, participants, violationCount, violations }: Iso20022Network): object {
  return {
    rail: rail.name,
    network: rail.network,
    key_id: keyId,
    public_key: publicKey,
    participants: participants.list(),
    violation_count: violationCount,
    violations: violations().map(({ at, byMs, ...rest }) => ({ ...rest, at: isoTime(at), by_ms: byMs })),
  };
}

/** A PEM has line ends, which no other text may have. */
function pemOf(fields: JsonFields): string {
  const pem = fields['public_key'];
  if (typeof pem === 'string') return pem;
  throw new InvalidRequest('parameter_missing', 'public_key is missing', 'public_key');
}
