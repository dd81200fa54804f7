type Present<Value> = { [Name in keyof Value]?: Exclude<Value[Name], undefined> };

type RequiredOf<Value> = { [Name in keyof Value as undefined extends Value[Name] ? never : Name]: Value[Name] };

/** Leaves out the members that are undefined. */
export function withoutAbsent<Value extends object>(value: Value): Present<Value> & RequiredOf<Value>;
export function withoutAbsent(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}
