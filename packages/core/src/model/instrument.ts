import type { Account } from './account.ts';

/** A card or wallet that the provider keeps and names by a token. Card numbers do not pass through the gateway. */
export interface TokenInstrument {
  readonly type: 'token';
  readonly token: string;
}

/** What a charge or an authorization is drawn on. */
export type Instrument = TokenInstrument | Account;
