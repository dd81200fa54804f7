import type { Socket } from 'node:net';

/** A source is paused while more than this waits on the line. */
const maxWaitingBytes = 1_048_576;

/** Carries bytes and closes from one socket to another, in order, `delayMs` later. */
export function delayPipe(source: Socket, sink: Socket, delayMs: number): void {
  let waitingBytes = 0;
  const later = (task: () => void) => {
    if (delayMs === 0) task();
    else setTimeout(task, delayMs);
  };
  source.on('data', (chunk: Buffer) => {
    waitingBytes += chunk.length;
    if (waitingBytes > maxWaitingBytes) source.pause();
    later(() => {
      const written = () => {
        waitingBytes -= chunk.length;
        if (waitingBytes <= maxWaitingBytes) source.resume();
      };
      if (sink.writable) sink.write(chunk, written);
      else written();
    });
  });
  source.on('end', () => later(() => sink.end()));
  source.on('close', (hadError: boolean) => {
    if (hadError) later(() => sink.resetAndDestroy());
  });
}
