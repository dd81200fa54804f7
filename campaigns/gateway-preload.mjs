// Comes before the gateway in a process of a campaign: loads the program, waits for the word to begin, and lets the
// campaign move the clock. The gateway itself is the one that is shipped.
import { once } from 'node:events';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.send !== undefined) {
  const machineTime = Date.now;
  let shiftMs = 0;
  Date.now = () => machineTime() + shiftMs;
  // A gateway does not outlive its campaign.
  process.on('disconnect', () => process.exit());
  process.on('message', (word) => {
    shiftMs = word.shiftMs;
  });
  await import(new URL('../apps/gateway/dist/start-host.js', import.meta.url).href);
  process.send('loaded');
  await once(process, 'message');
  process.channel?.unref();
}
