import { defineConfig } from 'vitest/config';
import { LongestFirst } from './longest-first.ts';

const root = new URL('..', import.meta.url).pathname;
/** The command and the servers start in hundreds of processes, each of which would compile the sources for itself. */
const env = { NODE_COMPILE_CACHE: `${root}node_modules/.cache/hourmatch` };
const shared = {
  root,
  env,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // The command may be run in them from any folder; and V8 loses track of code where threads of one process come and go with their
  // WebAssembly (seen once: "Check failed: jit_page.has_value()"; nodejs/node#64500).
  pool: 'forks' as const,
  // What is made at a start lives no longer than that: a large heap of the young from the beginning on spares the collector a tenth
  // of its processor time. Processes that are forked have it too.
  execArgv: ['--min-semi-space-size=16'],
  // Node runs the sources as they are, here too: nothing is transformed, and no module is mocked.
  experimental: { viteModuleRunner: false, nodeLoader: false },
  // One more than processors: a good part of the services waits, for a clock, an answer or a death.
  maxWorkers: 3,
};

const solve = 'test/**/*.solve.test.ts';
const service = 'test/**/*.service.test.ts';

/** A file's name says what it needs; test/README.md tells more, test/source/projects.test.ts keeps it. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [solve, service],
          // Nothing here is kept between two tests, so that files share what they import.
          isolate: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'solve',
          // As above.
          isolate: false,
          include: [solve],
          testTimeout: 180_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'service',
          // Files share what they import, and their servers the threads beside them (`sharedThreads`).
          isolate: false,
          include: [service],
          globalSetup: 'test/api/prepared-stores.ts',
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
