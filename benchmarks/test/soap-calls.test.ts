import { expect, it } from 'vitest';
import { startSoapCalls } from '../src/soap-calls.ts';

// The first slice of `npm run bench -- --only soap-heap`.
it('leaves nothing in memory of calls over SOAP', async () => {
  const calls = await startSoapCalls(16);
  try {
    await calls.call(200);
    const before = calls.heapBytes();
    await calls.call(300);
    expect(calls.heapBytes() - before).toBeLessThan(1_500_000);
  } finally {
    await calls.close();
  }
});
