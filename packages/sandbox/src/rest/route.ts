/** The routes of the REST acquirer. */
export type Route =
  | { readonly operation: 'charge' }
  | { readonly operation: 'transfer' }
  | { readonly operation: 'capture'; readonly id: string }
  | { readonly operation: 'void'; readonly id: string }
  | { readonly operation: 'refund'; readonly of: 'charge' | 'transfer'; readonly id: string }
  | { readonly operation: 'retrieve'; readonly resource: 'charge' | 'transfer' | 'refund'; readonly id: string }
  | { readonly operation: 'inquire'; readonly key: string }
  | { readonly operation: 'list'; readonly resource: 'payment' | 'refund' };

/** Finds the route of a method and path; undefined where there is none. */
export function routeOf(method: string, path: string): Route | undefined {
  const [root, version, collection, rawId, action, ...rest] = path.split('/');
  if (root !== '' || version !== 'v1' || rest.length > 0) return undefined;
  const id = rawId && decodeSegment(rawId);
  if (method === 'POST') return postRoute(collection, id, action);
  if (method === 'GET' && action === undefined) return getRoute(collection, id);
  return undefined;
}

const OPENED_BY: ReadonlyMap<string, 'charge' | 'transfer'> = new Map([
  ['charges', 'charge'],
  ['transfers', 'transfer'],
]);

function postRoute(
  collection: string | undefined,
  id: string | undefined,
  action: string | undefined,
): Route | undefined {
  const kind = collection === undefined ? undefined : OPENED_BY.get(collection);
  if (!kind) return undefined;
  if (id === undefined) return { operation: kind };
  if (action === 'refunds') return { operation: 'refund', of: kind, id };
  if (kind === 'charge' && (action === 'capture' || action === 'void')) return { operation: action, id };
  return undefined;
}

function getRoute(collection: string | undefined, id: string | undefined): Route | undefined {
  switch (collection) {
    case 'charges':
      return id ? { operation: 'retrieve', resource: 'charge', id } : undefined;
    case 'transfers':
      return id ? { operation: 'retrieve', resource: 'transfer', id } : undefined;
    case 'refunds':
      return id ? { operation: 'retrieve', resource: 'refund', id } : { operation: 'list', resource: 'refund' };
    case 'operations':
      return id ? { operation: 'inquire', key: id } : undefined;
    case 'payments':
      return id ? undefined : { operation: 'list', resource: 'payment' };
    default:
      return undefined;
  }
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
