import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CampaignResult } from './campaign-result.ts';

interface Verdicts {
  readonly valid: number;
  readonly invalid: number;
  readonly refusedOnPurpose: number;
  readonly differences: readonly string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Holds the verdicts of the codec against those of libxml2: the test of the package, with more mutants. */
export async function iso20022CodecCampaign(mutants: number, seed: number): Promise<CampaignResult | string> {
  if (!existsSync(join(root, '../shared/data/iso20022/xsd'))) return 'the schemas are not beside the project';
  const folder = mkdtempSync(join(tmpdir(), 'polyrail-iso20022-'));
  try {
    const report = join(folder, 'verdicts.json');
    const test = 'packages/adapter-iso20022/test/codec/message.differential.test.ts';
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', test], {
      cwd: root,
      env: { ...process.env, ISO20022_MUTANTS: String(mutants), ISO20022_SEED: String(seed), ISO20022_REPORT: report },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await once(child, 'exit');
    const verdicts: Verdicts = JSON.parse(readFileSync(report, 'utf8'));
    const { valid, invalid, refusedOnPurpose, differences } = verdicts;
    return {
      counts: { mutants, 'valid for both': valid, 'invalid for both': invalid, 'refused on purpose': refusedOnPurpose },
      violations: { 'other verdicts than libxml2': differences },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
