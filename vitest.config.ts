import { defineConfig } from 'vitest/config';

const conditions = ['@polyrail/source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    // Two busy cores are enough: a test that hangs is found, one that waits its turn is not.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['{packages,providers}/*/test/**/*.test.ts', 'benchmarks/test/**/*.test.ts'] },
      },
      { extends: true, test: { name: 'host', include: ['{apps/*,campaigns}/test/**/*.test.ts'] } },
      { extends: true, test: { name: 'docs', include: ['docs/test/**/*.test.ts', 'tools/test/**/*.test.mjs'] } },
    ],
  },
});
