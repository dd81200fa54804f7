/**
 * The names under which the payments module binds and looks up. They are made with `Symbol.for`, so two copies of this
 * package in one process mean the same.
 */

/** The `Gateway`. Bound by the module, as a singleton. */
export const gatewayToken: unique symbol = Symbol.for('@polyrail/core/Gateway');

/** A `Provider` or a `ProviderRegistration`. Bind as many as you like: plugins may bind their own. */
export const providerToken: unique symbol = Symbol.for('@polyrail/core/Provider');

/** The `Ledger`. Bind it before the module is loaded to replace the one in memory. */
export const ledgerToken: unique symbol = Symbol.for('@polyrail/core/Ledger');

/** The `Clock`. Bind it before the module is loaded to replace the machine's. */
export const clockToken: unique symbol = Symbol.for('@polyrail/core/Clock');
