import { defineConfig } from 'vitest/config';

const conditions = ['@polyrail/source'];

/** Their tests count handles, wait for the wire, replace modules, or kill what they start: each file has its process. */
const apart = [
  '{providers/*,packages/{http,engine-*,store-*}}/test/**/*.test.ts',
  'apps/*/test/**/*-unguarded.test.ts',
];

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
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/*/test/**/*.test.ts', 'benchmarks/test/**/*.test.ts'],
          exclude: apart,
          // Loading the same sources for each file took longer than the tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'host',
          include: ['{apps/*,campaigns}/test/**/*.test.ts'],
          exclude: apart,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: apart } },
      { extends: true, test: { name: 'docs', include: ['docs/test/**/*.test.ts', 'tools/test/**/*.test.mjs'] } },
    ],
  },
});
