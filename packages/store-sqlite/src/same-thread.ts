import { openDriver } from './driver/open-driver.ts';
import { Engine } from './engine.ts';
import type { Executor, FileOptions } from './executor.ts';
import { openDatabase } from './open-database.ts';

/** Runs the commands in this thread: each commit holds up everything else in it. */
export async function sameThread({ path, driver }: FileOptions): Promise<Executor> {
  const engine = new Engine(path, await openDatabase(path, () => openDriver(path, driver)));
  return {
    run: async (group) => engine.run(group),
    checkpoint: async () => engine.checkpoint(),
    close: async () => engine.close(),
  };
}
