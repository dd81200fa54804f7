import { defineConfig } from 'vitest/config';

const conditions = ['@polyrail/source'];

/** They start compiled programs, and kill them. They take longest, so they begin first: projects run by their names. */
const built = ['campaigns/test/campaigns.test.ts', 'apps/*/test/main.test.ts'];

/** Their tests count handles, wait for the wire, replace modules, or kill what they start: each file has its process. */
const wire = ['packages/{http,engine-*,store-*}/test/**/*.test.ts', 'apps/*/test/**/*-unguarded.test.ts'];

const unit = ['{packages,providers}/*/test/**/*.test.ts', 'benchmarks/test/**/*.test.ts'];
const host = ['{apps/*,campaigns}/test/**/*.test.ts'];
const docs = ['docs/test/**/*.test.ts', 'tools/test/**/*.test.mjs'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Two busy cores are enough: a test that hangs is found, one that waits its turn is not.
    testTimeout: 30_000,
    expect: { poll: { interval: 20, timeout: 20_000 } },
    // Left alone, one core of two would stay idle.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'built', include: built, globalSetup: 'tools/build-programs.mjs' } },
      { extends: true, test: { name: 'docs', include: docs } },
      // Loading the same sources for each file would take longer than the tests.
      { extends: true, test: { name: 'host', include: host, exclude: [...built, ...wire], isolate: false } },
      { extends: true, test: { name: 'unit', include: unit, exclude: wire, isolate: false } },
      { extends: true, test: { name: 'wire', include: wire } },
    ],
  },
});
