import { describe, expect, test } from 'vitest';
import { decompose } from '../../src/model/decomposition.ts';
import { formulate } from '../../src/model/formulation.ts';
import type { Scope } from '../../src/model/variables.ts';
import type { Matching, Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { joined } from '../fixtures/joined-program.ts';
import { linesOf } from '../fixtures/program-text.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { battery, everyHour, line, own, phase, plant, series, site, work } from '../fixtures/site.ts';

/** Two phases, two weather years of six hours, and something of everything. */
function campus(matching: Matching): Scenario {
  const years = (...of: readonly (readonly number[])[]) => of.map((values) => series(...values));
  const windy = years([0.4, 0.6, 0.2, 0.5, 0.3, 0.7], [0.3, 0.2, 0.6, 0.4, 0.5, 0.3]);
  const sunny = years([0, 0.5, 0.9, 0.8, 0.2, 0], [0, 0.3, 0.6, 0.7, 0.1, 0]);
  return site({
    hours: 6,
    matching,
    discountRate: 0.05,
    phases: [phase('first', 2030, 2, 10), phase('second', 2032, 3, 25)],
    weatherYears: [
      { name: 'calm', weight: 0.4, year: 2005, hours: 6 },
      { name: 'windy', weight: 0.6, year: 2006, hours: 6 },
    ],
    tiers: [
      { ...work('steady', [1], { share: 0.7 }), arrivalShape: years([1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1]) },
      {
        ...work('batch', [1], { share: 0.3, deadlineHours: 2, shed: { maximumShare: 0.1, lostComputePerMWh: 900 } }),
        arrivalShape: years([2, 0, 1, 1, 2, 0], [0, 2, 0, 2, 1, 1]),
      },
    ],
    renewables: [
      plant('sun', [], { capacityFactor: sunny, purchase: own(300), lifetimeYears: 25 }),
      plant('wind', [], { capacityFactor: windy, purchase: own(900), lifetimeYears: 20, link: 'cable', loss: 0.03 }),
      plant('contract', [], {
        capacityFactor: windy,
        purchase: { kind: 'ppa', pricePerMWh: 0.3, pays: 'produced' },
        siteMaximumMW: 20,
      }),
    ],
    storages: [
      battery({ capexPerMW: 30, capexPerMWh: 80, lifetimeYears: 10, powerLifetimeYears: 10, chargeEfficiency: 0.9 }),
      battery({ name: 'tank', capexPerMW: 60, capexPerMWh: 20, dischargeEfficiency: 0.6, minimumStateOfCharge: 0.1 }),
    ],
    links: [line('cable', { capacityMW: 1, capexPerMW: 25, loss: 0.03 })],
    grid: {
      importPricePerMWh: years([0.1, 0.2, 0.1, 0.3, 0.1, 0.1], [0.2, 0.1, 0.1, 0.1, 0.4, 0.1]),
      exportPricePerMWh: years([0.01, 0.02, 0, 0, 0.01, 0], [0, 0, 0.01, 0, 0, 0]),
      exportLimitMW: 4,
      subscribedPowerCostPerMWYear: 15,
    },
  });
}

const promises: readonly Matching[] = [
  everyHour,
  { kind: 'hourly', target: 1, over: 'onAverage' },
  { kind: 'hourly', target: 0.9, over: 'everyYear' },
  { kind: 'hourly', target: 0.9, over: 'onAverage' },
  { kind: 'annual', target: 1, over: 'everyYear' },
  { kind: 'annual', target: 1, over: 'onAverage' },
  { kind: 'none' },
];

const solved = async (program: Parameters<typeof highsSolver.solve>[0]) => {
  const result = await highsSolver.solve(program, { timeLimitSeconds: Number.POSITIVE_INFINITY });
  if (result.status !== 'optimal') throw new Error(result.status);
  return result;
};

describe.each(promises)('sizes and the hours they link are the whole programme: %j', (matching) => {
  const scenario = campus(matching);
  const whole = wholeScope(scenario);
  const scopes: Record<string, Scope> = {
    whole,
    'the second phase, the first one built': { ...whole, phases: [1], built: [series(3, 2, 1, 4, 5, 8, 9, 2)] },
    'least import': { ...whole, matching: { kind: 'none' }, importAllowed: true, minimise: 'import' },
    'import capped': { ...whole, matching: { kind: 'none' }, importAllowed: true, mostImportMWh: [90, 80] },
    'one weather year': { ...whole, weatherYears: [1] },
  };

  test.each(Object.keys(scopes))('%s', (name) => {
    const { program } = formulate(scenario, scopes[name]!);
    expect(linesOf(joined(decompose(scenario, scopes[name]!).program).program)).toEqual(linesOf(program));
  });

  test('and have the same optimum', async () => {
    const apart = await solved(joined(decompose(scenario, whole).program).program);
    const together = await solved(formulate(scenario, whole).program);
    expect(together.objective).toBeGreaterThan(0);
    expect(Math.abs(apart.objective / together.objective - 1)).toBeLessThan(1e-9);
  });
});

test('months of a year keep their promises within its part', () => {
  const hours = 8760;
  const scenario = site({
    hours,
    weatherYears: [
      { name: 'one', weight: 0.5, year: 2005, hours },
      { name: 'other', weight: 0.5, year: 2006, hours },
    ],
    renewables: [
      plant('wind', [], { capacityFactor: [0.3, 0.4].map((factor) => new Float64Array(hours).fill(factor)) }),
    ],
    matching: { kind: 'monthly', target: 0.8, over: 'everyYear' },
  });
  const scope = wholeScope(scenario);
  const { program } = formulate(scenario, scope);
  const apart = decompose(scenario, scope);
  expect(apart.parts).toHaveLength(2);
  expect(apart.hoursOf(1).program.rowBlocks.filter(({ name }) => name === 'volumetricMatching')).toHaveLength(12);
  expect(linesOf(joined(apart.program).program).join('\n') === linesOf(program).join('\n')).toBe(true);
});

test('each weather year of each phase is a part, unless the promise counts over all years', () => {
  const partsBy = (matching: Matching) => {
    const scenario = campus(matching);
    return decompose(scenario, wholeScope(scenario)).parts;
  };
  const [p0y0, p0y1, p1y0, p1y1] = [0, 1].flatMap((p) => [0, 1].map((y) => ({ p, weatherYears: [y] })));
  const onAverage = [0, 1].map((p) => ({ p, weatherYears: [0, 1] }));
  expect(promises.map(partsBy)).toEqual([
    [p0y0, p0y1, p1y0, p1y1],
    [p0y0, p0y1, p1y0, p1y1],
    [p0y0, p0y1, p1y0, p1y1],
    onAverage,
    [p0y0, p0y1, p1y0, p1y1],
    onAverage,
    [p0y0, p0y1, p1y0, p1y1],
  ]);
});

test('a part begins with free copies of the sizes of its phase, and with subscribed power where that is paid for', () => {
  const scenario = campus({ kind: 'hourly', target: 0.9, over: 'everyYear' });
  const { buildOut, program, hoursOf } = decompose(scenario, wholeScope(scenario));
  const { linkedTo, program: block } = program.block(3);
  const { K, M } = buildOut.phases[1]!;
  expect([...linkedTo]).toEqual([...Array.from({ length: 8 }, (_, i) => K.at(i)), M]);
  expect([...block.columnLower.subarray(0, 9)]).toEqual(Array(9).fill(Number.NEGATIVE_INFINITY));
  expect([...block.columnUpper.subarray(0, 9)]).toEqual(Array(9).fill(Number.POSITIVE_INFINITY));
  expect(hoursOf(3).dispatches.map(({ y }) => y)).toEqual([1]);
  // What contracts produce is paid by their size: the only size that costs within the hours.
  expect([...block.objective.subarray(0, 9)].map((cost) => cost > 0)).toEqual([
    false,
    false,
    true,
    ...Array(6).fill(false),
  ]);
});

test('sites drawn by chance fall apart without loss', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const scenario = randomSite({ seed, matching: promises[seed % promises.length]! });
    const scope = wholeScope(scenario);
    expect(linesOf(joined(decompose(scenario, scope).program).program), `seed ${seed}`).toEqual(
      linesOf(formulate(scenario, scope).program),
    );
  }
});
