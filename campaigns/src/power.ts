import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Store } from '@polyrail/core';
import { sqliteStore } from '@polyrail/store-sqlite';
import { seededRandom } from '@polyrail/testkit';
import type { CampaignResult } from './campaign-result.ts';
import { inParts } from './in-parts.ts';
import { LoopDisk } from './loop-disk.ts';

/** How often the power is cut. */
export interface PowerOptions {
  readonly cuts: number;
  readonly seed: number;
  /** `too-soon`: the writer answers before it knows, and has to be caught. Default: when it knows. */
  readonly acknowledges?: 'too-soon';
}

const writer = fileURLToPath(new URL('../dist/power-writer.js', import.meta.url));

/** Cuts the power of a disk under a writing gateway, and looks for each payment and webhook that it had answered for. */
export async function powerCampaign({ cuts, seed, acknowledges }: PowerOptions): Promise<CampaignResult | string> {
  const random = seededRandom(seed);
  const lost: string[] = [];
  let acknowledged = 0;
  for (let cut = 1; cut <= cuts; cut += 1) {
    const disk = LoopDisk.make();
    if (disk === undefined) return 'a file cannot be mounted as a disk';
    try {
      const path = join(disk.folder, 'payments.db');
      const printed = await writeUntil(path, acknowledges, 200 + random() * 1_300, () => disk.cutPower());
      acknowledged += printed.length;
      const store = await sqliteStore({ path });
      await inParts(printed, 64, async (line) => {
        if (!(await isThere(store, line))) lost.push(`cut ${cut}: ${line}`);
      });
      await store.close();
    } finally {
      disk.remove();
    }
  }
  return { counts: { cuts, 'acknowledged writes': acknowledged }, violations: { 'acknowledged writes lost': lost } };
}

/** Lets the writer write for so long after its first answer, kills it, and at once cuts the power. */
async function writeUntil(
  path: string,
  acknowledges: 'too-soon' | undefined,
  lifeMs: number,
  cutPower: () => void,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [writer, path, acknowledges ?? ''], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout);
  const printed: string[] = [];
  lines.on('line', (line) => printed.push(line));
  const [exited, ended] = [once(child, 'exit'), once(lines, 'close')];
  await once(lines, 'line');
  await pause(lifeMs);
  child.kill('SIGKILL');
  await exited;
  cutPower();
  await ended;
  // The last line may be cut off in the middle.
  return printed.filter((line) => /^(charged|received) \d+$/.test(line)).slice(0, -1);
}

async function isThere(store: Store, line: string): Promise<boolean> {
  const [word, n] = line.split(' ');
  if (word === 'received') return (await store.notification(`pocket:evt_${n}`)) !== undefined;
  const operation = await store.operation('default', 'payment', `key-${n}`);
  return operation?.state === 'finished';
}
