import { describe, expect, test } from 'vitest';
import { decompose } from '../../../src/model/decomposition.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { deadlineIn } from '../../../src/solvers/deadline.ts';
import type { BlockProgress } from '../../../src/solvers/interior-point/method/solve.ts';
import { wholeScope } from '../../../src/studies/scope.ts';
import { randomSite } from '../../fixtures/random-site.ts';
import { realWindow } from '../../fixtures/real-window.ts';
import { battery, everyHour, line, own, plant, site } from '../../fixtures/site.ts';
import { chanceOf } from '../../verify/random-plan.ts';
import { kinds, optimumOf, provenCost, solvedInBlocks } from '../proven-cost.ts';

test.for(kinds)('random sites cost what the simplex method says, matched %o', async (matching) => {
  let blocks = 0;
  for (let seed = 100; seed < 112; seed++) {
    const scenario = randomSite({ seed, matching });
    const [cost, optimum] = [await provenCost(scenario), await optimumOf(scenario)];
    expect(Math.abs(cost - optimum)).toBeLessThan(1e-6 * Math.max(1, optimum));
    blocks += decompose(scenario, wholeScope(scenario)).program.blockCount;
  }
  expect(blocks).toBeGreaterThan(15);
});

/** From forty blocks on some numbers are solved for again instead of kept. */
test('fifty weather years cost what the simplex method says', async () => {
  const [count, hours] = [50, 8];
  const chance = chanceOf(7);
  const years = (least: number) =>
    Array.from({ length: count }, () => Float64Array.from({ length: hours }, () => least + (1 - least) * chance()));
  const scenario = site({
    hours,
    weatherYears: years(0).map((_, y) => ({ name: `year ${y}`, weight: 1 / count, year: 2005, hours })),
    renewables: [
      plant('sun', [], { capacityFactor: years(0), purchase: own(400) }),
      plant('wind', [], { capacityFactor: years(0.1), purchase: own(1000) }),
    ],
    storages: [battery({ capexPerMWh: 150, capexPerMW: 50, chargeEfficiency: 0.9 })],
  });
  expect(decompose(scenario, wholeScope(scenario)).program.blockCount).toBe(count);
  const [cost, optimum] = [await provenCost(scenario), await optimumOf(scenario)];
  expect(Math.abs(cost - optimum)).toBeLessThan(1e-6 * optimum);
});

test('a year matched by the month costs what the simplex method says', async () => {
  const hours = 8760;
  const of = (capacityFactor: (hour: number) => number) => Array.from({ length: hours }, (_, h) => capacityFactor(h));
  const scenario = site({
    hours,
    matching: { kind: 'monthly', target: 0.9, over: 'everyYear' },
    renewables: [
      // A wind that rests for the first quarter, and a sun that is the dearer one.
      plant(
        'wind',
        of((h) => (h < hours / 4 ? 0.05 : 0.5)),
        { purchase: own(900) },
      ),
      plant(
        'sun',
        of((h) => (h % 24 < 12 ? 0.5 : 0)),
        { purchase: own(1000) },
      ),
    ],
    grid: { importPricePerMWh: [new Float64Array(hours).fill(0.05)] },
  });
  const [cost, optimum] = [await provenCost(scenario), await optimumOf(scenario)];
  expect(Math.abs(cost - optimum)).toBeLessThan(1e-6 * optimum);
  const { matching: _, ...free } = scenario;
  expect(await optimumOf({ ...free, matching: { kind: 'none' } })).toBeLessThan(0.999 * optimum);
});

describe('a storage on hours of the profiles', () => {
  test.for([4, 12, 100])('of at most %d h costs what the simplex method says', async (hours) => {
    for (const from of [0, 4400]) {
      const drawn = realWindow(from, 168, everyHour);
      const storages = drawn.storages.map((storage) => ({ ...storage, durationHours: { min: 1, max: hours } }));
      const scenario = { ...drawn, storages };
      const [cost, optimum] = [await provenCost(scenario), await optimumOf(scenario)];
      expect(Math.abs(cost - optimum)).toBeLessThan(1e-6 * optimum);
    }
  });

  test('two weeks that promise nine tenths', async () => {
    const scenario = realWindow(6000, 336, { kind: 'hourly', target: 0.9, over: 'everyYear' });
    const [cost, optimum] = [await provenCost(scenario), await optimumOf(scenario)];
    expect(Math.abs(cost - optimum)).toBeLessThan(1e-6 * optimum);
  });
});

describe('what no size can match is never called an optimum', () => {
  const sun = plant('sun', [0, 1, 1, 0], { purchase: own(100) });
  const dark: readonly (readonly [string, Scenario])[] = [
    ['dark hours without a storage', site({ hours: 4, renewables: [sun] })],
    [
      'dark hours with one that is too small',
      site({ hours: 4, renewables: [sun], storages: [battery({ maximumMW: 0.5 })] }),
    ],
    ['nothing that yields', site({ hours: 4, storages: [battery()] })],
    ['a sea of wind behind a thin cable', withCable(0.5)],
  ];

  test.for(dark)('%s', async ([, scenario]) => {
    const { status } = await solvedInBlocks(scenario);
    expect(['infeasible', 'open']).toContain(status);
  });

  test('a cable that is wide enough is an optimum', async () => {
    expect(await solvedInBlocks(withCable(1.5))).toMatchObject({ status: 'optimal' });
  });
});

function withCable(maximumMW: number): Scenario {
  const wind = plant('wind', [1, 0.5, 1, 1], { purchase: own(100), link: 'cable' });
  const cable = line('cable', { maximumMW, capexPerMW: 1 });
  return site({ hours: 4, renewables: [wind], links: [cable] });
}

test('a time that is over is an answer, told before any round', async () => {
  const seen: BlockProgress[] = [];
  const result = await solvedInBlocks(realWindow(0, 168, everyHour), {
    deadline: deadlineIn(0),
    onProgress: (one) => seen.push(one),
  });
  expect(result).toEqual({ status: 'limit', limit: 'time', iterations: 0 });
  expect(seen).toEqual([]);
});

test('rounds are told from zero on, and bounds close in on the optimum from both sides', async () => {
  const scenario = realWindow(2000, 168, everyHour);
  const seen: BlockProgress[] = [];
  await solvedInBlocks(scenario, { onProgress: (one) => seen.push(one) });
  const optimum = await optimumOf(scenario);
  expect(seen.map(({ round }) => round)).toEqual(seen.map((_, at) => at));
  const last = seen.at(-1)!;
  for (const bound of [last.objective, last.dualBound]) expect(Math.abs(bound - optimum)).toBeLessThan(1e-6 * optimum);
  expect(seen[0]!.relativeGap).toBeGreaterThan(0.01);
});
