import {
  bindOperations,
  type Capabilities,
  type Clock,
  type Decoded,
  type EncodeContext,
  type Inquiry,
  isCurrencyCode,
  type MoneyVerb,
  type Notifications,
  type NotificationVerifier,
  type Operation,
  type OperationResult,
  PolyrailError,
  type Provider,
  type ProviderCommands,
  parseMoney,
  type Resolution,
  systemClock,
} from '@polyrail/core/provider';
import type { KeyRing } from '@polyrail/xml';
import { isSigned } from './flow/business-message.ts';
import { checkLink } from './flow/check-link.ts';
import { decodeAnswer, decodeInquiryAnswer } from './flow/decode-answer.ts';
import { inquiryEncoder } from './flow/encode-inquiry.ts';
import { messageEncoder } from './flow/encode-message.ts';
import type { NetworkLink } from './flow/network-link.ts';
import { keyLength } from './flow/payment-identity.ts';
import type { MessageKey } from './flow/sealed-message.ts';
import type { NetworkProfile } from './profile/network-profile.ts';
import { readNotifications, signedNotifications } from './transport/message-notifications.ts';
import type { MessageTransport, OutgoingMessage } from './transport/message-transport.ts';
import { type NetworkAnswer, verifiedMessages } from './transport/verified-messages.ts';

/** What ISO 20022 messages are on the way. */
export interface Iso20022Wire {
  readonly request: OutgoingMessage;
  readonly response: NetworkAnswer;
}

/** One participant's connection to a network. */
export interface Iso20022Connection extends Omit<NetworkLink, 'profile'> {
  readonly transport: MessageTransport;
  /** What we sign with. Left out only where the channel itself proves who sends. */
  readonly key?: MessageKey;
  /** What the network signs with. */
  readonly keys?: KeyRing;
  /**
   * Believes what the network sends by itself, where its messages carry no signature of their own: by a detached signature,
   * or because nobody else can reach the place they come to. Default: nothing is taken that is not signed.
   */
  readonly verifier?: NotificationVerifier;
}

/** A provider over an ISO 20022 network as data. */
export interface Iso20022Definition<Settings> {
  /** Default id of the provider. */
  readonly id: string;
  readonly profile: NetworkProfile | ((settings: Settings) => NetworkProfile);
  connect(settings: Settings): Iso20022Connection;
}

/** What a host may set for one connection. */
export interface Iso20022ProviderOptions {
  /** Another id, for a second connection to the same network. */
  readonly id?: string;
  /** Default: the system's. */
  readonly clock?: Clock;
}

/** Makes the provider for one connection. */
export type Iso20022ProviderFactory<Settings> = (
  settings: Settings,
  options?: Iso20022ProviderOptions,
) => Provider<Iso20022Wire>;

/**
 * Defines a provider over an ISO 20022 network: its profile and a connection in, a factory of providers out.
 *
 * Each operation is one signed message, stored before it is sent. It is named by identifiers that follow from the idempotency
 * key, and answers are found by them. Silence is followed by an inquiry at the network's time, never earlier. The factory
 * throws a PolyrailError `configuration_invalid` for a network whose messages must be signed without keys to do so, and for a
 * setting that its identifiers need.
 */
export function defineIso20022Provider<Settings>(
  definition: Iso20022Definition<Settings>,
): Iso20022ProviderFactory<Settings> {
  return (settings, { id = definition.id, clock = systemClock } = {}) => {
    const profile = typeof definition.profile === 'function' ? definition.profile(settings) : definition.profile;
    const { transport, key, keys, verifier, ...link } = definition.connect(settings);
    const network: NetworkLink = { ...link, profile };
    checkKeys(profile, key, keys);
    checkLink(network);
    const notifications = notificationsOf(network, keys, verifier);
    return {
      specificationVersion: 1,
      id,
      protocol: 'iso20022',
      capabilities: capabilitiesOf(profile),
      operations: bindOperations((verb) => bindOperation(verb, network, key)),
      ...(profile.recovery.onSilence === 'inquire' && { inquiry: bindInquiry(network, key) }),
      ...(notifications && { notifications }),
      transport: verifiedMessages(network, transport, keys, clock),
    };
  };
}

/** Keys that nothing would use are a mistake that would only show when a message is believed. */
function checkKeys(profile: NetworkProfile, key: MessageKey | undefined, keys: KeyRing | undefined): void {
  const { name, signature } = profile;
  const isBare = key === undefined || keys === undefined;
  if (isSigned(profile) && signature.required && isBare)
    throw new PolyrailError('configuration_invalid', `${name} demands signed messages: give a key and its keys`);
  if (!isSigned(profile) && (key !== undefined || keys !== undefined))
    throw new PolyrailError(
      'configuration_invalid',
      `messages of ${name} are not signed in their header: no key is used`,
    );
  if (key !== undefined && !signature.algorithms.some((algorithm) => algorithm === key.algorithm))
    throw new PolyrailError('configuration_invalid', `${name} takes no signatures by ${key.algorithm}`);
}

function notificationsOf(
  link: NetworkLink,
  keys: KeyRing | undefined,
  verifier: NotificationVerifier | undefined,
): Notifications | undefined {
  if (keys !== undefined) return signedNotifications(link, keys);
  return verifier && { verifier, read: (message) => readNotifications(link, message) };
}

function capabilitiesOf({ money }: NetworkProfile): Capabilities {
  const [currency, ...others] = money.currencies ?? [];
  const isOnly = currency !== undefined && others.length === 0;
  return {
    currencies: money.currencies?.filter(isCurrencyCode) ?? 'any',
    instruments: ['iban', 'account'],
    partialRefund: true,
    ...(isOnly && money.max !== undefined && { maxMinorUnits: parseMoney(money.max, currency).minorUnits }),
  };
}

function bindOperation<V extends MoneyVerb>(
  verb: V,
  link: NetworkLink,
  key: MessageKey | undefined,
): Operation<V, Iso20022Wire> | undefined {
  const encode = messageEncoder(verb, link, key);
  if (encode === undefined) return undefined;
  return {
    encode,
    decode(
      answer: NetworkAnswer,
      _command: ProviderCommands[V],
      { idempotencyKey }: EncodeContext,
    ): Decoded<OperationResult> {
      const decoded = decodeAnswer(link, answer, idempotencyKey);
      return decoded.kind === 'not_found'
        ? { kind: 'unknown', cause: 'answer_mismatch', message: 'the network answered as if it had been asked' }
        : decoded;
    },
    // Sent again only when the network says that it never saw it.
    idempotency: { carrier: 'none', maxLength: keyLength(link.profile) },
    resolution: resolutionOf(verb, link.profile),
    keepsRequest: true,
  };
}

const day = 24 * 60 * 60 * 1000;

function resolutionOf(verb: MoneyVerb, { clock, recovery }: NetworkProfile): Resolution {
  if (verb !== 'transfer' && verb !== 'refund') return { by: 'notification', notFound: never };
  if (recovery.onSilence === 'manual')
    return { by: 'notification', notFound: never, ...(clock && { reviewAfterMs: clock.settleByMs }) };
  const inquireAfterMs = clock?.inquireAfterMs ?? clock?.settleByMs ?? 0;
  const notFound = recovery.onNotFound === 'resend_same_id' ? { resendForMs: day } : never;
  return { by: 'inquiry', inquireAfterMs, notFound };
}

/** "Not found" settles nothing: a person decides. */
const never = { inconclusiveForMs: Number.MAX_SAFE_INTEGER };

function bindInquiry(link: NetworkLink, key: MessageKey | undefined): Inquiry<Iso20022Wire> {
  return {
    encode: inquiryEncoder(link, key),
    decode: (answer, { idempotencyKey }) => decodeInquiryAnswer(link, answer, idempotencyKey),
  };
}
