import type { RouteOptions } from 'fastify';

/** Remembers which methods each path has, so that a wrong method is told from a wrong path. */
export class KnownPaths {
  readonly #methods = new Map<string, Set<string>>();

  add({ url, method }: Pick<RouteOptions, 'url' | 'method'>): void {
    const methods = this.#methods.get(url) ?? new Set();
    for (const name of [method].flat()) methods.add(name);
    this.#methods.set(url, methods);
  }

  /** The methods that a path has. Empty: there is no such path. */
  methodsOf(path: string): readonly string[] {
    const parts = path.split('/');
    const found = [...this.#methods].find(([pattern]) => {
      const names = pattern.split('/');
      return (
        names.length === parts.length &&
        names.every((name, at) => (name.startsWith(':') ? parts[at] !== '' : name === parts[at]))
      );
    });
    return [...(found?.[1] ?? [])];
  }
}
