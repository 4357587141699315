import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { LinearProgram } from '../../src/lp/linear-program.ts';
import { formulateHours } from '../../src/model/formulation.ts';
import { partsOf } from '../../src/model/part.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { type HoursInPieces, KeptHours } from '../../src/studies/sweep/hours-in-pieces.ts';
import { siteWithAdditions } from '../fixtures/additions.ts';

const rowsOf = ({ rowCount, rowStart, columnIndex, coefficient, rowLower, rowUpper }: LinearProgram) =>
  Array.from({ length: rowCount }, (_, row) => [
    rowLower[row],
    rowUpper[row],
    ...Array.from(columnIndex.subarray(rowStart[row], rowStart[row + 1])),
    ...Array.from(coefficient.subarray(rowStart[row], rowStart[row + 1])),
  ]);

const joined = ({ laws, costs, promises }: HoursInPieces) => ({
  objective: [costs.objectiveConstant, ...costs.objective],
  columns: [laws.columnLower, laws.columnUpper],
  rows: [...rowsOf(laws), ...rowsOf(promises)],
});

const whole = (program: LinearProgram) => ({
  objective: [program.objectiveConstant, ...program.objective],
  columns: [program.columnLower, program.columnUpper],
  rows: rowsOf(program),
});

/** More work that cannot wait than there are machines for. */
const overfull = (times: number) => (scenario: Scenario) => {
  const { utilisation, tiers } = scenario.load;
  const firm = tiers.map((tier, k) => (k === 0 ? { ...tier, deadlineHours: 0 } : tier));
  return { ...scenario, load: { ...scenario.load, utilisation: times * utilisation, tiers: firm } };
};

/** What a slider moves, one after the other. */
const moves: readonly ((scenario: Scenario) => Scenario)[] = [
  (scenario) => scenario,
  (scenario) => ({ ...scenario, matching: { kind: 'hourly', target: 0.7, over: 'everyYear' } }),
  (scenario) => ({ ...scenario, discountRate: 0.12 }),
  (scenario) => ({ ...scenario, load: { ...scenario.load, utilisation: 0.5 * scenario.load.utilisation } }),
  (scenario) => ({ ...scenario, phases: scenario.phases.map((p) => ({ ...p, itCapacityMW: 1.1 * p.itCapacityMW })) }),
  (scenario) => ({ ...scenario, renewables: scenario.renewables.map((r) => ({ ...r, siteMaximumMW: 5 })) }),
  (scenario) => ({ ...scenario, renewables: scenario.renewables.map((r) => ({ ...r, siteMaximumMW: 0 })) }),
  (scenario) => ({ ...scenario, links: scenario.links.map((link) => ({ ...link, maximumMW: 0 })) }),
  ({ load, ...scenario }) => ({
    ...scenario,
    load: { ...load, tiers: load.tiers.map((tier) => ({ ...tier, deadlineHours: 2 * tier.deadlineHours })) },
  }),
  ({ load, ...scenario }) => ({
    ...scenario,
    load: { ...load, tiers: load.tiers.map((tier) => ({ ...tier, floorShare: 0.1 })) },
  }),
  overfull(3),
  overfull(3.3),
  ({ grid, ...scenario }) => ({
    ...scenario,
    grid: { ...grid, importPricePerMWh: grid.importPricePerMWh.map((year) => year.map((price) => price + 1)) },
  }),
];

test('laws, costs and promises of hours, kept from one change to the next, are the programme of those hours', () => {
  let [kept, moved] = [0, 0];
  for (let seed = 0; seed < 10; seed++) {
    const { added } = siteWithAdditions(seed);
    for (const [at, part] of partsOf(wholeScope(added)).slice(0, 1).entries()) {
      const hours = new KeptHours();
      let last: HoursInPieces | undefined;
      for (const [step, move] of moves.entries()) {
        const scenario = move(added);
        const scope = wholeScope(scenario);
        // A promise over all years together has other parts.
        const own = partsOf(scope)[at] ?? part;
        const pieces = hours.of({ scenario, scope, part: own });
        const { program } = formulateHours(scenario, scope, own);
        expect(isDeepStrictEqual(joined(pieces), whole(program)), `seed ${seed}, move ${step}`).toBe(true);
        for (const piece of ['laws', 'costs', 'promises'] as const) if (pieces[piece] === last?.[piece]) kept++;
        if (pieces.laws !== last?.laws && pieces.laws.columnBlocks === last?.laws.columnBlocks) moved++;
        last = pieces;
      }
    }
  }
  expect(kept).toBeGreaterThan(20);
  // Another load moves limits alone.
  expect(moved).toBeGreaterThan(10);
});
