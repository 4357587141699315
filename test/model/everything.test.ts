/** What all that a scenario may add costs together in rows: the limit that new laws share. */

import { expect, test } from 'vitest';
import { formulate } from '../../src/model/formulation.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { everything } from '../fixtures/everything.ts';

test('with every addition switched on a programme has at most twice the rows of the plain one', async () => {
  const { plain, all } = await everything();
  const [before, after] = [plain, all].map(({ scenario }) => formulate(scenario, wholeScope(scenario)).program);
  const names = new Set(after!.rowBlocks.map(({ name }) => name));
  expect([...names]).toEqual(
    expect.arrayContaining([
      'siteLimit',
      'takeOrPay',
      'contractVolume',
      'linkLimit',
      'heldBack',
      'endurance',
      'campaignWork',
      'shedLimit',
      'cycleLimit',
      'emissionsLimit',
      'exportShare',
    ]),
  );
  expect(before!.rowCount).toBe(70_089);
  expect(after!.rowCount).toBeLessThanOrEqual(2 * before!.rowCount);
});
