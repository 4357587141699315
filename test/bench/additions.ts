/** All that a scenario may add, beside the plain campus: rows, columns, and processor seconds from the scenario to its result directory. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { solveInto } from '../../src/cli/solve-into.ts';
import { inputsOnDisk, tolerance, usualThreads } from '../../src/index.ts';
import { formulate } from '../../src/model/formulation.ts';
import type { LoadedScenario } from '../../src/scenario/load.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { everything } from '../fixtures/everything.ts';
import { repository } from '../fixtures/repository.ts';
import type { Measurement } from './main.ts';

export async function* benchAdditions(): AsyncGenerator<Measurement> {
  const { plain, all } = await everything();
  const [before, after] = [await taken(plain), await taken(all)];
  yield { name: 'rows of the plain campus', value: before.rows, unit: '' };
  yield { name: 'with all additions ÷ it', value: after.rows / before.rows, unit: 'ratio', limit: 2 };
  yield { name: 'columns ÷ those of it', value: after.columns / before.columns, unit: 'ratio' };
  yield { name: 'entries ÷ those of it', value: after.entries / before.entries, unit: 'ratio' };
  yield { name: 'rounds', value: after.rounds, unit: `, ${before.rounds} of it` };
  yield { name: 'processor seconds of it', value: before.seconds, unit: 's' };
  yield { name: 'processor seconds ÷ those of it', value: after.seconds / before.seconds, unit: 'ratio', limit: 3 };
}

/** @returns processor seconds of all threads, from the scenario to its result directory with a report, as `optimise` makes it */
async function taken(loaded: LoadedScenario) {
  const { scenario } = loaded;
  const { program } = formulate(scenario, wholeScope(scenario));
  const place = await mkdtemp(join(tmpdir(), 'hourmatch-bench-'));
  const begun = process.cpuUsage();
  const { document } = await solveInto(join(place, 'out'), loaded, {
    input: {
      ...{ study: 'plan', scenario, foresight: 'together', solver: 'auto', method: 'auto', baselines: 'none' },
      ...{ relativeGap: tolerance.relativeGap, threads: usualThreads(), timeLimitSeconds: Number.POSITIVE_INFINITY },
    },
    readInput: inputsOnDisk(`${repository}data/scenarios`),
    signal: new AbortController().signal,
  });
  const { user, system } = process.cpuUsage(begun);
  await rm(place, { recursive: true });
  if (document.status !== 'optimal') throw new Error(`${scenario.name} has no plan: ${document.status}`);
  return {
    rows: program.rowCount,
    columns: program.columnCount,
    entries: program.coefficient.length,
    rounds: document.solver.iterations,
    seconds: (user + system) / 1e6,
  };
}
