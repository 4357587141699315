import { expect, test } from 'vitest';
import { ProgramBuilder } from '../../src/lp/program-builder.ts';
import type { TierVariables } from '../../src/model/flexible-load.ts';
import { hoursOf } from '../../src/model/hourly.ts';
import { settledPower } from '../../src/model/settled-power.ts';
import { declareStretches } from '../../src/model/throughput.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { everyHour, series, site, work } from '../fixtures/site.ts';

/** Half of the power does 0.6 of the work. */
const points = [
  { powerShare: 0, workRate: 0 },
  { powerShare: 0.5, workRate: 0.6 },
  { powerShare: 1, workRate: 1 },
];

test('power above the least comes in stretches up to the corners of the curve, each with its slope', () => {
  const hours = hoursOf(['first', 'only'], 3, 1);
  const ofFloor = (floorMW: number) => {
    const lp = new ProgramBuilder();
    const { base, stretches } = declareStretches(lp, ['tier'], hours, points, 10, floorMW);
    const { columnUpper } = lp.build();
    return {
      base,
      slopes: stretches.map(({ slope }) => slope),
      mostMW: stretches.map(({ power }) => columnUpper[power.first]),
    };
  };
  // 2 of 10 MW do 2.4 MWh of work; 3 MW more at 1.2 MWh each, 5 at 0.8.
  expect(ofFloor(2)).toEqual({
    base: { powerMW: 2, workMWh: expect.closeTo(2.4, 12) },
    slopes: [expect.closeTo(1.2, 12), expect.closeTo(0.8, 12)],
    mostMW: [3, 5],
  });
  // A stretch that lies below the floor has no columns.
  expect(ofFloor(5)).toMatchObject({ base: { powerMW: 5, workMWh: 6 }, mostMW: [5] });
});

const tier = { ...work('training', [1]), throughput: { points, spareMachines: 'idle' as const } };

/** Of 10 MW, at least 2, with work of 6, 6 and 0 MWh, drawing 8 MW in each hour. */
function settled(wish: Partial<Scenario> = {}, price = series(50, -1, 0), of: Partial<TierVariables['tier']> = {}) {
  const scenario = { ...site({ hours: 3, matching: everyHour, grid: { importPricePerMWh: [price] } }), ...wish };
  const variables = { tier: { ...tier, ...of }, floorMW: 2, installedMW: 10 } as unknown as TierVariables;
  return [...settledPower(scenario, 0, variables, series(8, 8, 8), series(6, 6, 0))];
}

test('power is what the work takes and no less than the floor, but where import is paid for', () => {
  expect(settled()).toEqual([5, 8, 2]);
});

test('where more load leaves more to be imported or exported, power stays what was planned', () => {
  for (const matching of [
    { kind: 'hourly', target: 0.9, over: 'everyYear' },
    { kind: 'annual', target: 0.9, over: 'everyYear' },
  ] as const) {
    expect(settled({ matching })).toEqual([8, 8, 8]);
  }
  expect(settled({ matching: { kind: 'none' } })).toEqual([5, 8, 2]);
  const { grid } = site({ hours: 3, grid: { importPricePerMWh: [series(50, -1, 0)] } });
  for (const whole of ['load', 'generation'] as const) {
    expect(settled({ grid: { ...grid, exportShare: { maximum: 0.5, of: whole } } })).toEqual([8, 8, 8]);
  }
  expect(settled({ grid })).toEqual([5, 8, 2]);
});

test('power that would change by more than the ramp stays what was planned', () => {
  expect(settled({}, undefined, { rampSharePerHour: 0.6 })).toEqual([5, 8, 2]);
  expect(settled({}, undefined, { rampSharePerHour: 0.5 })).toEqual([8, 8, 8]);
});
