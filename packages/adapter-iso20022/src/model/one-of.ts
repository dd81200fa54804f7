/** An object with exactly one of these keys: what a choice of a schema is. The other keys can be asked for, and are not there. */
export type OneOf<Choices> = {
  [Key in keyof Choices]-?: Pick<Choices, Key> & { readonly [Other in Exclude<keyof Choices, Key>]?: undefined };
}[keyof Choices];
