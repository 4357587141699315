/** A programme without a solution is known to have none soon after its duals run off, where columns without a limit are in their way too. */

import { expect, test } from 'vitest';
import { realWindow } from '../../fixtures/real-window.ts';
import { everyHour } from '../../fixtures/site.ts';
import { solvedInBlocks } from '../proven-cost.ts';

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
