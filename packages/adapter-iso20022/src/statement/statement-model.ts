import type { MessageFrame } from '../codec/content.ts';
import { contentOf } from '../codec/content-table.ts';
import { ElementParticle } from '../codec/element-particle.ts';
import { namespaceOf } from '../model/message-id.ts';
import type { MessageId } from '../model/message-types.ts';
import { type ElementModel, rootModel, typeModel } from '../model/type-model.ts';

/** The messages that are lists of entries: account reports, statements, and notifications of debits and credits. */
export type StatementMessageId = Extract<MessageId, `camt.05${2 | 3 | 4}.${string}`>;

/** What a list of entries is made of. */
export interface StatementModel {
  readonly frame: MessageFrame;
  /** The element in the document, such as `BkToCstmrStmt`. */
  readonly body: string;
  /** The element that holds the entries: `Rpt`, `Stmt` or `Ntfctn`. */
  readonly statement: string;
  readonly entry: ElementParticle;
}

/** Finds the elements by their places: they have other names in each kind of message. */
export function statementModel(id: StatementMessageId): StatementModel {
  const { element, type } = rootModel(id);
  const [body] = elementsOf(type);
  const statement = elementsOf(body?.type ?? -1).find(({ max }) => max > 1);
  const entry = elementsOf(statement?.type ?? -1).find(({ name }) => name === 'Ntry');
  if (!body || !statement || !entry) throw new Error(`${id} has no entries`);
  const root = new ElementParticle(element, 1, 1, contentOf(type));
  return {
    frame: { namespace: namespaceOf(id), root },
    body: body.name,
    statement: statement.name,
    entry: new ElementParticle(entry.name, 1, 1, contentOf(entry.type)),
  };
}

function elementsOf(type: number): readonly ElementModel[] {
  const model = typeModel(type);
  return model.kind === 'sequence' ? model.particles.filter((particle) => particle.kind === 'element') : [];
}
