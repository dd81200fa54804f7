/** 1 for the codes below U+0080 that mean themselves in a text of XML, wherever they stand. */
export const plain: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[\t\n -%'-;=?-\\^-~]/.test(String.fromCharCode(code))),
);

/** What XML 1.0 cannot hold, and half characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
export const forbidden: RegExp = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u;
