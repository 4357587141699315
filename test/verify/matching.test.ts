import { describe, expect, test } from 'vitest';
import type { Matching } from '../../src/scenario/scenario.ts';
import { matching } from '../../src/verify/laws/matching.ts';
import { type Mutable, type Plan, smallPlan } from './small-plan.ts';

const HOURS = 8760;

interface Year {
  readonly weight: number;
  readonly windMW: (hour: number) => number;
  readonly importMW?: (hour: number) => number;
  readonly chargeMW?: number;
}

/** One phase with a load of 10 MW in every hour of whole years, and what is said of wind, import and charging. */
function wholeYears(rule: Matching, years: readonly Year[]): Mutable<Plan> {
  const plan = smallPlan();
  const { scenario, schedule } = plan;
  const series = (value: (hour: number) => number) => Float64Array.from({ length: HOURS }, (_, h) => value(h));
  scenario.matching = rule as Mutable<Matching>;
  scenario.phases = [scenario.phases[0]!];
  scenario.weatherYears = years.map(({ weight }, y) => ({ name: `year ${y}`, weight, year: 2005, hours: HOURS }));
  scenario.load.pue = years.map(() => series(() => 1.25));
  schedule.phases = [schedule.phases[0]!];
  const flows = schedule.phases[0]!.weatherYears[0]!;
  schedule.phases[0]!.weatherYears = years.map(({ windMW, importMW = () => 0, chargeMW = 0 }, y) => ({
    ...flows,
    name: `year ${y}`,
    renewables: [
      { name: 'sun', generationMW: series(() => 0) },
      { name: 'wind', generationMW: series(windMW) },
    ],
    storages: [
      {
        name: 'battery',
        chargeMW: series(() => chargeMW),
        dischargeMW: series(() => chargeMW / 2),
        stateOfChargeMWh: series(() => 2),
      },
    ],
    tiers: [{ ...flows.tiers[0]!, servedMW: series(() => 8) }],
    importMW: series(importMW),
  }));
  return plan;
}

/** February of 2005: hours 744 to 1415. */
const isFebruary = (hour: number) => hour >= 744 && hour < 1416;

describe('matching by month and year', () => {
  test('a still February breaks a monthly target in February alone, and no annual one', () => {
    const windMW = (hour: number) => (isFebruary(hour) ? 4 : 11);
    const monthly = matching(wholeYears({ kind: 'monthly', target: 1, over: 'everyYear' }, [{ weight: 1, windMW }]));
    expect(monthly.checks).toBe(12);
    expect(monthly.violations).toHaveLength(1);
    expect(monthly.violations[0]).toMatchObject({ weatherYear: 'year 0', amountMWh: expect.closeTo(672 * 6, 6) });
    expect(monthly.violations[0]!.problem).toContain('in month 2');
    const annual = matching(wholeYears({ kind: 'annual', target: 1, over: 'everyYear' }, [{ weight: 1, windMW }]));
    expect(annual).toMatchObject({ checks: 1, broken: 0 });
  });

  test('what a storage loses does not count as matched', () => {
    // 4 MW in, 2 MW out: of 11 MW, 9 MW reach a load of 10 MW.
    const plan = wholeYears({ kind: 'annual', target: 1, over: 'everyYear' }, [
      { weight: 1, windMW: () => 11, chargeMW: 4 },
    ]);
    expect(matching(plan).violations[0]).toMatchObject({ amountMWh: expect.closeTo(8760, 6) });
  });

  test('on average, a good year makes up for a bad one by its probability', () => {
    const years = [
      { weight: 0.25, windMW: () => 7 },
      { weight: 0.75, windMW: () => 11 },
    ];
    expect(matching(wholeYears({ kind: 'annual', target: 1, over: 'onAverage' }, years)).broken).toBe(0);
    expect(matching(wholeYears({ kind: 'annual', target: 1, over: 'everyYear' }, years)).broken).toBe(1);
    const rare = [
      { weight: 0.26, windMW: () => 7 },
      { weight: 0.74, windMW: () => 11 },
    ];
    const found = matching(wholeYears({ kind: 'annual', target: 1, over: 'onAverage' }, rare));
    expect(found.violations[0]).toMatchObject({ phase: 'first', amountMWh: expect.closeTo(0.04 * 8760, 4) });
    expect(found.violations[0]).not.toHaveProperty('weatherYear');
  });

  test('on average, a longer year counts no more than its probability: 8,760 hours for each, as in the cost', () => {
    const years = [
      { weight: 0.5, windMW: () => 7 },
      { weight: 0.5, windMW: () => 13 },
    ];
    const plan = wholeYears({ kind: 'annual', target: 1, over: 'onAverage' }, years);
    expect(matching(plan)).toMatchObject({ broken: 0 });
    // A third of the bad year would outweigh it by its hours; by its probability it still balances the good one.
    plan.scenario.weatherYears[0]!.hours = HOURS / 3;
    expect(matching(plan)).toMatchObject({ broken: 0 });
    plan.scenario.weatherYears[0]!.hours = HOURS;
    plan.scenario.weatherYears[1]!.hours = HOURS / 3;
    expect(matching(plan)).toMatchObject({ broken: 0 });
  });
});

describe('matching by hour', () => {
  test('import in a tenth of the load is a score of 0.9, whatever the wind does in other hours', () => {
    const years = [{ weight: 1, windMW: () => 100, importMW: () => 1 }];
    expect(matching(wholeYears({ kind: 'hourly', target: 0.9, over: 'everyYear' }, years)).broken).toBe(0);
    const asked = matching(wholeYears({ kind: 'hourly', target: 0.95, over: 'onAverage' }, years));
    expect(asked.violations[0]).toMatchObject({ amountMWh: expect.closeTo(0.5 * 8760, 4) });
  });

  test.each(['everyYear', 'onAverage'] as const)(
    'at a target of 1 (%s) even a tolerable import breaks its hour',
    (over) => {
      const years = [{ weight: 1, windMW: () => 100, importMW: (hour: number) => (hour === 17 ? 1e-9 : 0) }];
      const found = matching(wholeYears({ kind: 'hourly', target: 1, over }, years));
      expect(found).toMatchObject({ checks: HOURS, broken: 1 });
      expect(found.violations[0]).toMatchObject({ hour: 17, amountMWh: 1e-9 });
    },
  );

  test('without a target nothing is checked, and the count says so', () => {
    const found = matching(wholeYears({ kind: 'none' }, [{ weight: 1, windMW: () => 0, importMW: () => 10 }]));
    expect(found).toMatchObject({ checks: 0, broken: 0 });
  });
});
