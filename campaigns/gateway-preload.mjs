// Comes before the gateway in a process of a campaign: loads the program, waits for the word to begin, and lets the
// campaign move the clock. The gateway itself is the one that is shipped.
import { once } from 'node:events';
import { readSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.send !== undefined) {
  const machineTime = Date.now;
  const shiftMs = new Float64Array(1);
  // From a file and not by a word: a process that was stopped must not go on with the time of before.
  const clockFile = 4;
  Date.now = () => {
    readSync(clockFile, shiftMs, 0, shiftMs.byteLength, 0);
    return machineTime() + shiftMs[0];
  };
  // A gateway does not outlive its campaign.
  process.on('disconnect', () => process.exit());
  await import(new URL('../apps/gateway/dist/start-host.js', import.meta.url).href);
  process.send('loaded');
  await once(process, 'message');
  process.channel?.unref();
}
