// Packs each published package as its users will get it, and lets publint and attw judge the tarball.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listPublished } from './packages.mjs';

const run = promisify(execFile);
const shipped = /^(package\.json|README\.md|LICENSE|dist\/.+\.(js|d\.ts)(\.map)?|src\/.+\.ts|wsdl\/.+\.wsdl)$/;

/** Runs a program; the answer is its output, and whether it succeeded. */
async function judge(program, args, cwd) {
  try {
    const { stdout } = await run(program, args, { cwd, shell: process.platform === 'win32' });
    return { ok: true, output: stdout };
  } catch (error) {
    return { ok: false, output: `${program}: ${error.stdout ?? ''}${error.stderr ?? error.message}`.trim() };
  }
}

async function checkTarball({ folder, path, manifest }, target) {
  if (!existsSync(join(path, 'dist/index.d.ts'))) return [`${folder}: not built`];
  const packed = await judge('pnpm', ['pack', '--json', '--pack-destination', target], path);
  if (!packed.ok) return [`${folder}: ${packed.output}`];
  const { filename, files } = JSON.parse(packed.output);
  const extra = files.filter((file) => !shipped.test(file.path)).map((file) => `${folder}: ships ${file.path}`);
  const verdicts = await Promise.all([
    judge('publint', ['run', filename, '--strict'], path),
    judge('attw', [filename, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji'], path),
  ]);
  const failed = verdicts.filter(({ ok }) => !ok).map(({ output }) => `${manifest.name}: ${output}`);
  return [...extra, ...failed];
}

const target = mkdtempSync(join(tmpdir(), 'polyrail-pack-'));
try {
  let failures = 0;
  for (const published of listPublished()) {
    for (const problem of await checkTarball(published, target)) {
      console.error(problem);
      failures++;
    }
  }
  process.exitCode = failures > 0 ? 1 : 0;
} finally {
  rmSync(target, { recursive: true, force: true });
}
