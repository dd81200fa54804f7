import type { EncodeContext, MoneyVerb, ProviderCommands } from '@polyrail/core/provider';
import { PolyrailError } from '@polyrail/core/provider';
import type { MessageId, Messages } from '../model/message-types.ts';
import type { OutgoingMessage } from '../transport/message-transport.ts';
import { creditTransferWriter } from './credit-transfer.ts';
import { messageWriter } from './message-writer.ts';
import type { NetworkLink } from './network-link.ts';
import { openingOf } from './original.ts';
import { identify, type OperationIdentity } from './payment-identity.ts';
import { paymentInitiation } from './payment-initiation.ts';
import { paymentRequest } from './payment-request.ts';
import { paymentReturn } from './payment-return.ts';
import { recallRequest } from './recall-request.ts';
import type { MessageKey } from './sealed-message.ts';

type Encode<V extends MoneyVerb> = (command: ProviderCommands[V], context: EncodeContext) => OutgoingMessage;
type Encoders = { readonly [V in MoneyVerb]?: Encode<V> };

/** How a verb becomes a message of the network. `undefined`: the network has none for it. */
export function messageEncoder<V extends MoneyVerb>(
  verb: V,
  link: NetworkLink,
  key: MessageKey | undefined,
): Encode<V> | undefined {
  return encodersOf(link, key)[verb];
}

function encodersOf(link: NetworkLink, key: MessageKey | undefined): Encoders {
  const { profile } = link;
  const { creditTransfer: transfer, return: back, recall, requestToPay } = profile.messages;
  const creditTransfer = creditTransferWriter(link);
  const writeMessage = messageWriter(link, key);
  const write = <Id extends MessageId>(id: Id, value: Messages[Id], identity: OperationIdentity, startedAtMs: number) =>
    writeMessage(id, value, { businessMessageId: identity.businessMessageId, createdAtMs: startedAtMs });
  const named = ({ idempotencyKey, startedAtMs }: EncodeContext) => identify(link, idempotencyKey, startedAtMs);
  return {
    ...(transfer !== undefined && {
      transfer: (command: ProviderCommands['transfer'], context: EncodeContext) => {
        const { startedAtMs } = context;
        const identity = named(context);
        if (transfer === 'pain.001.001.09')
          return write(transfer, paymentInitiation(link, command, identity, startedAtMs), identity, startedAtMs);
        const id = supported(transfer, 'pacs.008.001.08');
        return write(id, creditTransfer(command, identity, startedAtMs), identity, startedAtMs);
      },
    }),
    // Only money that came in because of a request is known here.
    ...(back !== undefined &&
      requestToPay !== undefined && {
        refund: ({ original, amount }: ProviderCommands['refund'], context: EncodeContext) => {
          if (original.verb !== 'requestPayment')
            throw new PolyrailError('command_invalid', 'money that was sent is asked back by a recall, not refunded');
          const { startedAtMs } = context;
          const identity = named(context);
          const returned = { original: openingOf(link, original), originalAmount: original.amount, amount };
          const id = back === 'pacs.004.001.10' ? back : supported(back, 'pacs.004.001.09');
          return write(id, paymentReturn(link, returned, identity, startedAtMs), identity, startedAtMs);
        },
      }),
    ...(recall === 'camt.056.001.08' && {
      recall: ({ original, amount }: ProviderCommands['recall'], context: EncodeContext) => {
        if (original.verb === 'requestPayment')
          throw new PolyrailError('command_invalid', 'money that was received is given back by a refund, not recalled');
        const { startedAtMs } = context;
        const identity = named(context);
        const value = recallRequest(link, openingOf(link, original), amount, identity, startedAtMs);
        return write(recall, value, identity, startedAtMs);
      },
    }),
    ...(requestToPay !== undefined && {
      requestPayment: (command: ProviderCommands['requestPayment'], context: EncodeContext) => {
        const { startedAtMs } = context;
        const identity = named(context);
        const value = paymentRequest(link, command, identity, startedAtMs);
        return write(supported(requestToPay, 'pain.013.001.07'), value, identity, startedAtMs);
      },
    }),
  };
}

function supported<Id extends MessageId>(named: string, id: Id): Id {
  if (named !== id) throw new PolyrailError('configuration_invalid', `${named} is not written here, ${id} is`);
  return id;
}
