import fc from 'fast-check';

const prefixes = ['', 'a', 'b', 'ds'] as const;
const uris = ['urn:one', 'urn:two', 'urn:three'] as const;
const texts = [
  '10.00',
  ' ',
  '\n\t',
  '&amp;',
  '&lt;&gt;',
  '"\'',
  '&#xD;',
  'é€',
  '𝄞',
  '<![CDATA[<&>]]>',
  '<!-- c -->',
  '&#65;',
];

/** Well-formed documents with namespaces that are declared, hidden, taken back and not used. */
export const randomXml: fc.Arbitrary<string> = fc
  .array(fc.nat({ max: 1_000_000 }), { minLength: 40, maxLength: 160 })
  .map((numbers) => new Composer(numbers).element(new Map([['', '']]), 0));

class Composer {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  element(outer: ReadonlyMap<string, string>, depth: number): string {
    const scope = new Map(outer);
    const declarations: string[] = [];
    for (const prefix of prefixes) {
      if (this.#below(3) !== 0) continue;
      const uri = prefix === '' && this.#below(3) === 0 ? '' : this.#pick(uris);
      scope.set(prefix, uri);
      declarations.push(`xmlns${prefix && `:${prefix}`}="${uri}"`);
    }
    const attributes = this.#attributes(scope);
    const known = [...scope.keys()];
    const name = this.#qualified(this.#pick(known), `e${this.#below(3)}`);
    const parts = [...declarations, ...attributes].sort(() => this.#below(3) - 1);
    const content = Array.from({ length: depth > 4 ? 0 : this.#below(4) }, () =>
      this.#below(2) === 0 ? this.element(scope, depth + 1) : this.#pick(texts),
    ).join('');
    const start = `<${[name, ...parts].join(this.#below(4) === 0 ? '\n ' : ' ')}`;
    return content === '' && this.#below(2) === 0 ? `${start}/>` : `${start}>${content}</${name} >`;
  }

  #attributes(scope: ReadonlyMap<string, string>): readonly string[] {
    const found = new Map<string, string>();
    for (let count = this.#below(4); count > 0; count -= 1) {
      const prefix = this.#pick([...scope.keys(), 'xml']);
      const local = prefix === 'xml' ? this.#pick(['lang', 'space']) : `t${this.#below(3)}`;
      const value =
        prefix === 'xml'
          ? this.#pick(['preserve', 'default'])
          : this.#pick(['1', 'a&#9;b', '&quot;&lt;>', 'x\ty', '&#xD;']);
      const key = `${prefix === '' ? '' : (scope.get(prefix) ?? prefix)} ${local}`;
      if (!found.has(key)) found.set(key, `${this.#qualified(prefix, local)}="${value}"`);
    }
    return [...found.values()];
  }

  #qualified(prefix: string, local: string): string {
    return prefix === '' ? local : `${prefix}:${local}`;
  }

  #below(bound: number): number {
    const number = this.#numbers[this.#at % this.#numbers.length] ?? 0;
    this.#at += 1;
    return (number + this.#at) % bound;
  }

  #pick<T>(values: readonly T[]): T {
    const value = values[this.#below(values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }
}
