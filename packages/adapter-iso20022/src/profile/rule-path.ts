/** One element name of a path. `any`: whatever its name. `deep`: any number of elements in between. */
interface PathStep {
  readonly kind: 'name' | 'any' | 'deep';
  readonly name: string;
  /** Its absence breaks nothing. */
  readonly optional: boolean;
}

/** A path of a rule, read. */
export interface RulePath {
  readonly root: 'AppHdr' | 'document';
  readonly steps: readonly PathStep[];
}

/** The two parts of a message that paths lead into. */
export interface MessageParts {
  readonly AppHdr: object | undefined;
  readonly document: object;
}

/** What is wrong at a place, and the way there: names, and positions from 1 of elements that repeat, as XPath writes them. */
export interface Finding {
  readonly path: string;
  readonly message: string;
}

/** What is wrong with a value, in words; it gets undefined where something on the way to it is missing. */
export type Judge<Context> = (value: unknown, context: Context) => string | undefined;

/** Finds what is wrong from one element downwards. */
type Search<Context> = (value: unknown, context: Context) => readonly Finding[];

const nothing: readonly never[] = [];

/** Reads a path such as `FIToFICstmrCdtTrf/CdtTrfTxInf/PmtId/UETR?`. */
export function parsePath(path: string): RulePath {
  const segments = path.split('/');
  const root = segments[0]?.replace('?', '') === 'AppHdr' ? 'AppHdr' : 'document';
  return { root, steps: segments.map((segment, index) => stepOf(segment, segments[index - 1], root)) };
}

function stepOf(segment: string, before: string | undefined, root: RulePath['root']): PathStep {
  // Another kind of message than the rule's breaks nothing.
  const isMessageName = before === undefined && root === 'document';
  const optional = isMessageName || before === '**' || segment.endsWith('?');
  if (segment === '**') return { kind: 'deep', name: segment, optional };
  return { kind: segment === '*' ? 'any' : 'name', name: segment.replace(/\?$/, ''), optional };
}

/**
 * Makes the search that puts every place a path leads to before a judge. With `whole`, a repeated last element is one place:
 * its array. The way to a place is only written when something is wrong there.
 */
export function searchAt<Context>(
  { root, steps }: RulePath,
  whole: boolean,
  judge: Judge<Context>,
): (message: MessageParts, context: Context) => readonly Finding[] {
  const verdict: Search<Context> = (value, context) => {
    const message = judge(value, context);
    return message === undefined ? nothing : [{ path: '', message }];
  };
  const search = steps.reduceRight<Search<Context>>(
    (next, step, index) => searchStep(step, whole && index === steps.length - 1, next, verdict),
    verdict,
  );
  return root === 'AppHdr' ? search : ({ document }, context) => search(document, context);
}

function searchStep<Context>(
  { kind, name, optional }: PathStep,
  whole: boolean,
  next: Search<Context>,
  verdict: Search<Context>,
): Search<Context> {
  if (kind === 'name') return searchNamed(name, whole, next, optional ? undefined : verdict);
  const search: Search<Context> = (parent, context) => {
    let found = kind === 'deep' ? next(parent, context) : nothing;
    if (!isElement(parent)) return found;
    for (const child in parent) {
      const more = searchIn(parent[child], kind === 'deep' ? search : next, whole, context);
      if (more.length > 0) found = [...found, ...below(`/${child}`, more)];
    }
    return found;
  };
  return search;
}

function searchNamed<Context>(
  name: string,
  whole: boolean,
  next: Search<Context>,
  missing: Search<Context> | undefined,
): Search<Context> {
  const isInherited = name in Object.prototype;
  return (parent, context) => {
    const value = isElement(parent) && !(isInherited && !Object.hasOwn(parent, name)) ? parent[name] : undefined;
    const found = value === undefined ? missing?.(undefined, context) : searchIn(value, next, whole, context);
    return found === undefined || found.length === 0 ? nothing : below(`/${name}`, found);
  };
}

/** Goes on inside an element, each repetition by itself. */
function searchIn<Context>(
  value: unknown,
  next: Search<Context>,
  whole: boolean,
  context: Context,
): readonly Finding[] {
  if (value === undefined) return nothing;
  if (!Array.isArray(value) || whole) return next(value, context);
  let found: readonly Finding[] = nothing;
  for (let at = 0; at < value.length; at += 1) {
    const more = next(value[at], context);
    if (more.length > 0) found = [...found, ...below(`[${at + 1}]`, more)];
  }
  return found;
}

function below(step: string, found: readonly Finding[]): readonly Finding[] {
  return found.map(({ path, message }) => ({ path: step + path, message }));
}

/** True for an element with elements inside. */
export function isElement(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
