/** What all that a scenario may add costs together in rows, the limit that new laws share; and where it all stands. */

import { expect, test } from 'vitest';
import { decompose } from '../../src/model/decomposition.ts';
import { formulate } from '../../src/model/formulation.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { everything } from '../fixtures/everything.ts';

const { plain, all } = await everything();

test('with every addition switched on a programme has at most twice the rows of the plain one', () => {
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

test('where things stand is known without writing them', () => {
  const { hoursOf, placesOf } = decompose(all.scenario, wholeScope(all.scenario));
  const { dispatches, program } = hoursOf(0);
  const places = placesOf(0);
  expect(places.rowCount).toBe(program.rowCount);
  // Without what is written by functions.
  expect(JSON.stringify(places.dispatches)).toBe(JSON.stringify(dispatches));
});
