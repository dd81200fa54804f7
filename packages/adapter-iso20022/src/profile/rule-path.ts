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

/** A place that a path leads to. `value` is undefined where something on the way is missing. */
export interface Place {
  readonly path: string;
  readonly value: unknown;
}

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

/** Every place that the path leads to. With `whole`, a repeated last element is one place: its array. */
export function findPlaces(message: MessageParts, path: RulePath, whole: boolean): readonly Place[] {
  const found: Place[] = [];
  const root = path.root === 'AppHdr' ? { AppHdr: message.AppHdr } : message.document;
  walk({ path: '', value: root }, path.steps, 0, whole, found);
  return found;
}

function walk(at: Place, steps: readonly PathStep[], index: number, whole: boolean, found: Place[]): void {
  const step = steps[index];
  if (step === undefined) {
    found.push(at);
    return;
  }
  if (step.kind === 'deep') {
    walk(at, steps, index + 1, whole, found);
    for (const child of children(at)) walk(child, steps, index, whole, found);
    return;
  }
  const isLast = index === steps.length - 1;
  for (const place of step.kind === 'any' ? children(at) : [named(at, step.name)]) {
    if (place.value === undefined) {
      if (!step.optional) found.push(place);
    } else if (isLast && whole) found.push(place);
    else for (const one of each(place)) walk(one, steps, index + 1, whole, found);
  }
}

function named(at: Place, name: string): Place {
  const value = isElement(at.value) && Object.hasOwn(at.value, name) ? at.value[name] : undefined;
  return { path: `${at.path}/${name}`, value };
}

/** The elements inside, each repetition by itself. */
function children(at: Place): readonly Place[] {
  if (!isElement(at.value)) return [];
  return Object.entries(at.value)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => each({ path: `${at.path}/${name}`, value }));
}

function each(place: Place): readonly Place[] {
  if (!Array.isArray(place.value)) return [place];
  return place.value.map((value: unknown, index) => ({ path: `${place.path}[${index + 1}]`, value }));
}

/** True for an element with elements inside. */
export function isElement(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
