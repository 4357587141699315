/** A programme without a solution is known to have none soon after its duals run off, where columns without a limit are in their way too. */

import { expect, test } from 'vitest';
import { deadlineIn } from '../../../src/solvers/deadline.ts';
import { solveBlocks } from '../../../src/solvers/interior-point/method/solve.ts';
import { type Perform, perform } from '../../../src/solvers/interior-point/threads/block-tasks.ts';
import { realWindow } from '../../fixtures/real-window.ts';
import { everyHour } from '../../fixtures/site.ts';
import { linkedBlocks } from '../../verify/linked-blocks.ts';
import { solvedInBlocks, solveMaster } from '../proven-cost.ts';

const open = Number.POSITIVE_INFINITY;
const here: Perform = async (name, input) => perform(name, input);

test.for([0, 700, 2000])('nights from hour %d on for which the battery is too small', async (from) => {
  const { renewables, storages, ...rest } = realWindow(from, 168, everyHour);
  const small = storages.map((battery) => ({ ...battery, maximumMW: 20 }));
  const sunAlone = { ...rest, renewables: renewables.slice(1), storages: small };
  const { status, iterations } = await solvedInBlocks(sunAlone);
  expect(status).toBe('infeasible');
  expect(iterations).toBeLessThan(40);
  const large = { ...sunAlone, storages: storages.map((battery) => ({ ...battery, maximumMW: 200 })) };
  expect(await solvedInBlocks(large)).toMatchObject({ status: 'optimal' });
});

/** Its duals run off to a proof, but what they say of costs goes with them: what is open is settled by another method. */
test('rows between linking columns that contradict each other have no optimum', async () => {
  const rows = [
    { lower: 4, upper: open, coefficients: [1, 1] },
    { lower: -open, upper: 3, coefficients: [1, 1] },
  ];
  const size = { cost: 1, lower: 0, upper: open };
  const columns = [{ cost: 1, lower: 0, upper: 100 }];
  const block = { linkedTo: [0], columns, rows: [{ lower: 1, upper: open, coefficients: [1, 1] }] };
  const { status } = await solveBlocks(linkedBlocks([size, size], rows, [block]), here, {
    relativeGap: 1e-10,
    gapFloor: 0,
    deadline: deadlineIn(open),
    onProgress: () => undefined,
    solveMaster,
  });
  expect(['infeasible', 'open']).toContain(status);
});
