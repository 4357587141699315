/** Run as a process of its own: stops a busy solve, measures what its thread still does, closes, and must end by itself. */

import { setTimeout as wait } from 'node:timers/promises';
import { createSolverPool } from '../../src/solvers/pool.ts';
import { storageYear } from './storage-year.ts';

const pool = createSolverPool({ threads: 1 });
const stop = new AbortController();
let atStop: NodeJS.CpuUsage | undefined;
let error: unknown;
try {
  await pool.solve(
    'highs',
    storageYear(8760),
    {
      timeLimitSeconds: 60,
      onProgress: ({ iterations }) => {
        if (iterations === 0 || atStop) return;
        atStop = process.cpuUsage();
        stop.abort();
      },
    },
    { signal: stop.signal },
  );
} catch (caught) {
  error = caught;
}
let used = process.cpuUsage();
do {
  used = process.cpuUsage();
  await wait(50);
  used = process.cpuUsage(used);
} while (used.user + used.system > 25_000);
const { user, system } = process.cpuUsage(atStop);
const next = await pool.solve('highs', storageYear(24), { timeLimitSeconds: 60 });
await pool.close();
process.stdout.write(
  JSON.stringify({
    error: error instanceof Error ? error.name : 'none',
    processorSeconds: (user + system) / 1e6,
    next: next.status,
  }),
);
