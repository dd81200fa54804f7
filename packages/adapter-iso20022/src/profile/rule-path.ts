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

/** What is called at every place that a path leads to, with undefined where something on the way is missing. */
export type Visit = (value: unknown, trail: Trail) => void;

/** The way to a place: names, and positions from 1 of elements that repeat. It changes as the walk goes on. */
export type Trail = readonly (string | number)[];

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

/** Visits every place that the path leads to. With `whole`, a repeated last element is one place: its array. */
export function visitPlaces(message: MessageParts, path: RulePath, whole: boolean, visit: Visit): void {
  const root = path.root === 'AppHdr' ? message : message.document;
  walk(root, 0, { steps: path.steps, whole, visit, trail: [] });
}

/** Writes a way down as XPath does, such as `/PmtRtr/TxInf[2]/RtrId`. */
export function writeTrail(trail: Trail): string {
  return trail.map((part) => (typeof part === 'string' ? `/${part}` : `[${part}]`)).join('');
}

interface Walk {
  readonly steps: readonly PathStep[];
  readonly whole: boolean;
  readonly visit: Visit;
  readonly trail: (string | number)[];
}

function walk(value: unknown, index: number, on: Walk): void {
  const step = on.steps[index];
  if (step === undefined) {
    on.visit(value, on.trail);
    return;
  }
  if (step.kind === 'deep') walk(value, index + 1, on);
  if (step.kind === 'name') enter(value, step.name, index + 1, on, step.optional);
  else if (isElement(value)) {
    for (const name of Object.keys(value)) enter(value, name, step.kind === 'deep' ? index : index + 1, on, true);
  }
}

/** Goes on inside the element of this name, each repetition by itself. */
function enter(parent: unknown, name: string, index: number, on: Walk, optional: boolean): void {
  const value = isElement(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined;
  on.trail.push(name);
  if (value === undefined) {
    if (!optional) on.visit(undefined, on.trail);
  } else if (Array.isArray(value) && !(on.whole && index === on.steps.length)) {
    for (let at = 0; at < value.length; at += 1) {
      on.trail.push(at + 1);
      walk(value[at], index, on);
      on.trail.pop();
    }
  } else walk(value, index, on);
  on.trail.pop();
}

/** True for an element with elements inside. */
export function isElement(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
