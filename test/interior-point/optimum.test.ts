import { describe, expect, test } from 'vitest';
import type { LinearProgram } from '../../src/lp/linear-program.ts';
import { decompose } from '../../src/model/decomposition.ts';
import { formulate } from '../../src/model/formulation.ts';
import { inflexibleTwin } from '../../src/scenario/baseline.ts';
import type { Matching, Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { type BlockProgress, type BlockSolveOptions, solveBlocks } from '../../src/solvers/interior-point/solve.ts';
import { type Perform, perform } from '../../src/solvers/interior-point/tasks.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { provenInParts } from '../fixtures/decomposed-stage.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { realWindow } from '../fixtures/real-window.ts';
import { battery, everyHour, own, plant, site } from '../fixtures/site.ts';
import { chanceOf } from '../verify/random-plan.ts';

const none = Number.POSITIVE_INFINITY;
const here: Perform = async (name, input) => perform(name, input);

function solvedInBlocks(scenario: Scenario, options: Partial<BlockSolveOptions> = {}) {
  const { program } = decompose(scenario, wholeScope(scenario));
  const usual = { relativeGap: 5e-7, timeLimitSeconds: none, onProgress: () => undefined };
  return solveBlocks(program, here, { ...usual, ...options });
}

async function optimumOf(scenario: Scenario): Promise<number> {
  const result = await highsSolver.solve(formulate(scenario, wholeScope(scenario)).program, { timeLimitSeconds: none });
  if (result.status !== 'optimal') throw new Error(`expected an optimum, but HiGHS says ${result.status}`);
  return result.objective;
}

/** The cost, once laws, equations and bound have been checked by other code, to twice the gap that was asked for. */
async function provenCost(scenario: Scenario, relativeGap = 5e-7): Promise<number> {
  const result = await solvedInBlocks(scenario, { relativeGap });
  if (result.status !== 'optimal') throw new Error(`expected an optimum, but the answer is ${JSON.stringify(result)}`);
  const scope = wholeScope(scenario);
  const stage = { scope, decomposition: decompose(scenario, scope), linking: result.linking, blocks: result.blocks };
  const { certificate } = provenInParts(scenario, [stage], 2 * relativeGap);
  expect(certificate.maxViolationMWh).toBeLessThan(1e-5);
  return certificate.objective;
}

/** How far the worst row is from its limits. */
function violationOf(program: LinearProgram, values: Float64Array): number {
  const { rowCount, rowStart, columnIndex, coefficient, rowLower, rowUpper } = program;
  let worst = 0;
  for (let r = 0; r < rowCount; r++) {
    let sum = 0;
    for (let k = rowStart[r]!; k < rowStart[r + 1]!; k++) sum += coefficient[k]! * values[columnIndex[k]!]!;
    worst = Math.max(worst, rowLower[r]! - sum, sum - rowUpper[r]!);
  }
  return worst;
}

const kinds: readonly Matching[] = [
  everyHour,
  { kind: 'hourly', target: 0.9, over: 'everyYear' },
  { kind: 'hourly', target: 0.8, over: 'onAverage' },
  { kind: 'annual', target: 1, over: 'everyYear' },
  { kind: 'annual', target: 0.9, over: 'onAverage' },
  { kind: 'none' },
];

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

describe('the gap that is asked for', () => {
  test.for([1e-2, 1e-4, 1e-6, 1e-8])('is reached: %d', async (relativeGap) => {
    for (const kind of kinds) {
      const scenario = realWindow(1000, 72, kind);
      const [cost, optimum] = [await provenCost(scenario, relativeGap), await optimumOf(scenario)];
      expect(cost - optimum).toBeLessThan(2 * relativeGap * optimum);
      expect(cost - optimum).toBeGreaterThan(-2e-8 * optimum);
    }
  });

  test.for([0, 1000, 4400])('takes the more rounds the smaller it is, in the week from hour %d', async (from) => {
    const rounds: number[] = [];
    for (const relativeGap of [1e-2, 1e-4, 1e-6]) {
      const { iterations } = await solvedInBlocks(realWindow(from, 168, everyHour), { relativeGap });
      rounds.push(iterations);
    }
    expect(rounds).toEqual(rounds.toSorted((a, b) => a - b));
    expect(rounds[0]).toBeLessThan(rounds[2]! - 2);
  });

  /** They are the laws of the build-out, and a phase is read to a hundred-thousandth of a MW. */
  test('leaves rows between sizes exact, however coarse it is', async () => {
    for (let seed = 60; seed < 70; seed++) {
      for (const relativeGap of [0.3, 0.01, 1e-3, 1e-5]) {
        const scenario = randomSite({ seed, matching: everyHour });
        const { program } = decompose(scenario, wholeScope(scenario));
        const result = await solvedInBlocks(scenario, { relativeGap });
        if (result.status !== 'optimal') throw new Error(`expected an optimum, but the answer is ${result.status}`);
        const { primal } = result.linking;
        const largest = primal.reduce((most, size) => Math.max(most, Math.abs(size)), 1);
        expect(violationOf(program.linking, primal)).toBeLessThan(1e-8 * largest);
      }
    }
  });

  /** Energy in plenty may be stored, and given away past the load, at next to no cost: far from the optimum some is. */
  test('leaves a schedule that keeps every law, however coarse it is', async () => {
    for (const from of [0, 1000, 4400]) {
      for (const relativeGap of [0.1, 0.01, 1e-3, 1e-4]) {
        const drawn = inflexibleTwin(realWindow(from, 168, everyHour))!;
        const storages = drawn.storages.map((storage) => ({ ...storage, wearPerMWh: 0 }));
        const scenario = { ...drawn, storages, renewables: drawn.renewables.filter(({ name }) => name === 'plateau') };
        const [cost, optimum] = [await provenCost(scenario, relativeGap), await optimumOf(scenario)];
        expect(cost - optimum).toBeLessThan(2 * relativeGap * cost);
      }
    }
  });

  /** Far from the optimum bounds stand in the way of equations that are settled at once. */
  test('is reached where it is coarse, also on sites whose equations do not settle at the first attempt', async () => {
    for (let seed = 50; seed < 60; seed++) {
      for (const relativeGap of [0.3, 0.01, 1e-3]) {
        const scenario = randomSite({ seed, matching: everyHour });
        const [cost, optimum] = [await provenCost(scenario, relativeGap), await optimumOf(scenario)];
        expect(cost - optimum).toBeLessThan(2 * relativeGap * cost);
      }
    }
  });
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
  const cable = {
    name: 'cable',
    capacityMW: 0,
    maximumMW,
    loss: 0,
    lifetimeYears: 1,
    capexPerMW: 1,
    fixedOpexPerMWYear: 0,
  };
  return site({ hours: 4, renewables: [wind], links: [cable] });
}

test('a time that is over is an answer, told before the next round', async () => {
  const seen: BlockProgress[] = [];
  const result = await solvedInBlocks(realWindow(0, 168, everyHour), {
    timeLimitSeconds: 0,
    onProgress: (one) => seen.push(one),
  });
  expect(result).toEqual({ status: 'limit', limit: 'time', iterations: 0 });
  expect(seen.length).toBe(1);
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
