import { defineConfig } from 'vitest/config';

/** The unit tests that stand beside what is mutated: what they do not see counts as survived, though a solve may. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/{metrics,verify,model,interior-point}/**/*.test.ts'],
    // The last two read the sources as text, where all alterations stand at once.
    exclude: ['**/*.solve.test.ts', 'test/verify/law-names.test.ts', 'test/model/registry.test.ts'],
    testTimeout: 60_000,
    isolate: false,
  },
});
