// The programs that tests start, and kill, are the compiled ones. They are built once, before the first of these tests.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export function setup() {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'apps/gateway', 'campaigns'], {
    cwd: root,
    stdio: 'inherit',
  });
}
