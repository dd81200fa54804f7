import type { Store } from './store.ts';
import type { TransferableStore } from './transferable-store.ts';

/** A store whose answers outlive the process. */
export interface DurableStore extends Store, TransferableStore {}
