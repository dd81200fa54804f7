import type { XmlNamespace } from './xml-element.ts';

/** Namespaces that are in force, the latest first. `undefined`: none. */
export type NamespaceBindings = { readonly latest: XmlNamespace; readonly outer: NamespaceBindings } | undefined;

/** The URI that a prefix stands for; `''` where it stands for none. */
export function uriOf(bindings: NamespaceBindings, prefix: string): string {
  for (let binding = bindings; binding; binding = binding.outer)
    if (binding.latest.prefix === prefix) return binding.latest.uri;
  return '';
}

export function bind(bindings: NamespaceBindings, declarations: readonly XmlNamespace[]): NamespaceBindings {
  return declarations.reduce<NamespaceBindings>((outer, latest) => ({ latest, outer }), bindings);
}
