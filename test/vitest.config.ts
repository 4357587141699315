import { defineConfig } from 'vitest/config';

/** Servers, workers and databases: processes with threads of their own, which would starve beside other tests. */
const services = ['test/api/**/*.test.ts', 'test/cli/service.test.ts', 'test/examples/walk.test.ts'];

const root = new URL('..', import.meta.url).pathname;
/** The command and the servers start in hundreds of processes, each of which would compile the sources for itself. */
const env = { NODE_COMPILE_CACHE: `${root}node_modules/.cache/hourmatch` };
const shared = { root, env, testTimeout: 60_000, hookTimeout: 60_000, pool: 'threads' } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'engine',
          include: ['test/**/*.test.ts'],
          exclude: ['test/bench/**', ...services],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: 'service',
          // A process a file: V8 loses track of code where threads of one process come and go with their WebAssembly
          // (seen once: "Check failed: jit_page.has_value()"; nodejs/node#64500).
          pool: 'forks',
          include: services,
          globalSetup: 'test/api/prepared-stores.ts',
          testTimeout: 180_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
