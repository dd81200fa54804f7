/** What a caller can ask of the acquirer, whatever the wire. Amounts are minor units, above zero. */
export type Command = ChargeCommand | TransferCommand | CaptureCommand | VoidCommand | RefundCommand;

export type CommandKind = Command['kind'];

export const COMMAND_KINDS: readonly CommandKind[] = ['charge', 'transfer', 'capture', 'void', 'refund'];

/** Takes money from a payer for the merchant; `capture: false` only holds it. */
export interface ChargeCommand {
  readonly kind: 'charge';
  readonly amount: bigint;
  readonly currency: string;
  readonly payer: string;
  readonly capture: boolean;
  readonly reference: string | undefined;
  readonly clientReference: string | undefined;
}

/** Moves money from one account to another. */
export interface TransferCommand {
  readonly kind: 'transfer';
  readonly amount: bigint;
  readonly currency: string;
  readonly payer: string;
  readonly payee: string;
  readonly reference: string | undefined;
  readonly clientReference: string | undefined;
}

/** Takes held money; without an amount, all that is still held. */
export interface CaptureCommand {
  readonly kind: 'capture';
  readonly paymentId: string;
  readonly amount: bigint | undefined;
  readonly clientReference: string | undefined;
}

/** Lets go of all that is still held. */
export interface VoidCommand {
  readonly kind: 'void';
  readonly paymentId: string;
  readonly clientReference: string | undefined;
}

/** Gives money back; without an amount, all that was not given back yet. */
export interface RefundCommand {
  readonly kind: 'refund';
  readonly of: 'charge' | 'transfer';
  readonly paymentId: string;
  readonly amount: bigint | undefined;
  readonly reference: string | undefined;
  readonly clientReference: string | undefined;
}
