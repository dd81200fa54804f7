import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

// What `npm start` runs.
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

interface Program {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly text: () => string;
}

let running: ChildProcess | undefined;
afterEach(() => void running?.kill('SIGKILL'));

function start(environment: Record<string, string>): Program {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'], ...environment } });
  running = child;
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      text += chunk;
    });
  return { child, exited: new Promise((resolve) => child.once('exit', resolve)), text: () => text };
}

describe('the program', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    it(`takes the payment of the README, declines, and stops on ${signal}`, { timeout: 60_000 }, async () => {
      const { child, exited, text } = start({ PORT: '0', SANDBOX_PORT: '0' });
      await expect.poll(text).toContain('Stop with Ctrl-C');
      const commands = [...text().matchAll(/curl -s (\S+) -H 'Authorization: Bearer (\S+)'[\s\S]*?-d '(.*)'/g)];
      const statuses = [];
      for (const [, url = '', key = '', body = ''] of commands) {
        const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
        statuses.push((await fetch(url, { method: 'POST', headers, body })).status);
      }
      expect(statuses).toEqual([201, 402, 201]);
      const askedAt = performance.now();
      child.kill(signal);
      expect(await exited).toBe(0);
      expect(performance.now() - askedAt).toBeLessThan(10_000);
      expect(text()).not.toMatch(/Warning|Deprecation/);
    });

  it('stops in time although a payment waits for the provider', { timeout: 60_000 }, async () => {
    const { child, exited, text } = start({ PORT: '0', SANDBOX_PORT: '0' });
    await expect.poll(text).toContain('Stop with Ctrl-C');
    const [, url = '', key = '', body = ''] =
      /curl -s (\S+\/v1\/payments) -H 'Authorization: Bearer (\S+)'[\s\S]*?-d '(.*)'/.exec(text()) ?? [];
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const late = fetch(url, { method: 'POST', headers, body: body.replace('5000', '5068') }).then(
      ({ status }) => status,
      () => 'cut',
    );
    const sandbox = /the sandbox acquirer on (\S+)/.exec(text())?.[1];
    const arrived = async () => Object(await (await fetch(`${sandbox}/_sandbox/requests`)).json()).count;
    await expect.poll(arrived).toBeGreaterThan(0);
    child.kill('SIGINT');
    expect(await exited).toBe(0);
    expect([202, 'cut']).toContain(await late);
  });

  it('says which port is in use', { timeout: 60_000 }, async () => {
    const blocker = createServer();
    const port = await new Promise<number>((resolve) => {
      blocker.listen(0, '127.0.0.1', () => {
        const address = blocker.address();
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
      });
    });
    for (const environment of [
      { PORT: String(port), SANDBOX_PORT: '0' },
      { PORT: '0', SANDBOX_PORT: String(port) },
    ]) {
      const { exited, text } = start(environment);
      expect(await exited).toBe(1);
      expect(text()).toBe(
        `Port ${port} is in use: stop the program that has it, or set PORT or SANDBOX_PORT to another.\n`,
      );
    }
    blocker.close();
  });

  it.each([
    [
      { HOST: '192.0.2.1', PORT: '0', SANDBOX_PORT: '0' },
      /^The host cannot listen there \(EADDRNOTAVAIL\): set HOST .*\n$/m,
    ],
    [
      { POLYRAIL_SECRETS_DIR: '/CANARY/absent' },
      /^The configuration is invalid:\nPOLYRAIL_SECRETS_DIR is no directory that this process may read\n$/,
    ],
  ] as const)('says in words why it does not start: %j', { timeout: 60_000 }, async (environment, words) => {
    const { exited, text } = start(environment);
    expect(await exited).toBe(1);
    expect(text()).toMatch(words);
    expect(text()).not.toContain('    at ');
  });

  it('names every mistake in the configuration', async () => {
    const { exited, text } = start({ PORT: 'CANARY', LOG_LEVEL: 'CANARY' });
    expect(await exited).toBe(1);
    expect(text()).toMatch(/^The configuration is invalid:\nPORT must be .*\nLOG_LEVEL must be .*\n$/);
  });
});
