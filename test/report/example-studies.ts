/** Studies of the example campus: made up, of the right form, each figure another. */

import type { ReportData } from '../../src/report/report-data.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { SweepPoint } from '../../src/studies/sweep/document.ts';

/** Of every phase and weather year, each figure of a plant another. */
export function exampleLedger({
  phases,
  weatherYears,
  renewables,
  storages,
}: Scenario): NonNullable<ReportData['ledger']> {
  const factor = { kgPerMWh: 607, kind: 'lifeCycle', year: 2023, source: 'Zq' } as const;
  return {
    scenario: { contentHash: HASH },
    ...{ rule: 'hourmatch-ledger-2', issuingBody: 'planned, not issued', order: 'fifo' },
    places: phases.flatMap((phase) =>
      weatherYears.map((year) => ({
        ...{ phase: phase.name, weatherYear: year.name },
        totals: {
          load: {
            ...{ loadWh: 9e12, servedDirectlyWh: 6e12, servedFromStorageWh: 2e12, openingBalanceWh: 1 },
            ...{ importedWh: 999_999_999_998, roundingWh: 1 },
          },
          plants: renewables.map(({ name }, i) => ({
            ...{ name, issuedWh: 4e12 + i, lostOnTheWayWh: 1e11, usedDirectlyWh: 2e12, storedWh: 1e12 },
            ...{ usedFromStorageWh: 7e11, exportedWh: 8e11, unclaimedWh: 5 },
          })),
          storages: storages.map(({ name }) => ({
            ...{ name, chargedWh: 3e12, dischargedWh: 2e12, lostChargingWh: 5e11, lostStandingWh: 1e11 },
            lostDischargingWh: 4e11,
          })),
        },
        scope2: {
          ...{ locationBasedTonnes: 5_463, marketBasedAnnualTonnes: 0, marketBasedHourlyTonnes: 607.1 },
          ...{ annualShare: 1, hourlyShare: 0.8888, unmatchedMWh: 1_000_000, unmatchedHours: 1_234 },
          steps: [
            { share: 0.5, by: 'now', reached: true },
            { share: 0.9, by: '2035', reached: false },
          ],
          factors: { grid: factor, unmatched: { ...factor, basis: 'fossil share of the grid' } },
        },
        tables: [{ kind: 'production', file: 'a/production.parquet', sha256: HASH, rows: 8760, chainEnd: HASH }],
      })),
    ),
  };
}

type Studies = NonNullable<ReportData['studies']>;

const HASH = 'ab'.repeat(32);

export function exampleStudies({ name, currency, phases, renewables, storages, load }: Scenario): Required<Studies> {
  const head = { schemaVersion: 1, hourmatchVersion: '0', synthetic: true } as const;
  const scenario = { name, currency };
  const [phase, plant, storage] = [phases[0]!.name, renewables[0]!.name, storages[0]!.name];
  const whole = { ...scenario, contentHash: HASH };
  const asset = { phase, name: plant, quantity: 'capacityMW' } as const;
  return {
    values: {
      ...head,
      scenario: whole,
      resultSha256: HASH,
      audits: {
        zeroProfit: { assets: 6, largestShare: 1e-12 },
        strongDuality: { objective: 7_001_002.03, dualBound: 7_001_001.02, relativeGap: 1e-7 },
      },
      building: [
        {
          ...{ name: plant, quantity: 'capacityMW', builtIn: phase, built: 81.5, costPerUnit: 700_101 },
          ...{ incomePerUnit: 600_202, profitPerUnit: -99_899, breakEvenPricePerMWh: 43.21 },
        },
        {
          ...{ name: storage, quantity: 'energyCapacityMWh', builtIn: phase, built: 82.5, costPerUnit: 110_303 },
          ...{ incomePerUnit: 100_101, profitPerUnit: -10_202 },
        },
      ],
      standing: [{ ...asset, size: 83.5, worthPerUnitYear: 65_404, scarcityPerUnitYear: 1_505 }],
      firm: [{ phase, name: plant, moreMW: 100, firmMW: 23.4 }],
      prices: [
        {
          ...{ phase, weatherYear: '2005', meanPricePerMWh: 61.06, dearestPercentShare: 0.2345 },
          months: Array.from({ length: 12 }, (_, month) => 50.1 + month),
          tiers: [{ name: load.tiers[0]!.name, pricePerMWh: 62.07 }],
          dearest: [{ stamp: '2005-05-25T03:00Z', pricePerMWh: 5_458 }],
        },
      ],
      flexibility: [{ phase, tier: load.tiers.at(-1)!.name, worthPerDeadlineHour: 78_308 }],
    },
    alternatives: {
      ...head,
      scenario: whole,
      asked: { slack: [0.01, 0.05], groups: [{ name: plant, members: [`${storage} energy`] }] },
      status: 'optimal',
      objective: 7_001_002,
      sizes: [
        {
          ...asset,
          cheapest: 84.5,
          ranges: [
            { slack: 0.01, least: 84.4, noLessThan: 84.3, greatest: 84.6, noMoreThan: 84.7 },
            { slack: 0.05, least: 83.4, noLessThan: 83.3, greatest: 85.6, noMoreThan: 85.7 },
          ],
          verdict: 'mustHave',
        },
        {
          ...{ phase, name: storage, quantity: 'energyCapacityMWh', cheapest: 0 },
          ranges: [
            { slack: 0.01, least: 0, noLessThan: 0, greatest: 11.2 },
            { slack: 0.05, least: 0, noLessThan: 0 },
          ],
          verdict: 'choice',
        },
      ],
      plans: [{ what: `towards the greatest ${plant} in ${phase}`, objective: 7_203_000, sizes: [85.5, 0.5] }],
    },
    sweep: {
      ...head,
      scenario,
      study: 'plan',
      vary: [{ path: 'matching.target', values: [0.9, 0.95, 1] }],
      band: 0.01,
      complete: true,
      points: [
        sweepPoint(0.9, 5_101_000),
        {
          values: [0.95],
          contentHash: '95',
          band: { lower: 5_502_000, upper: 5_553_000, lowerBy: [0], upperBy: [0, 2] },
        },
        sweepPoint(1, 7_001_002),
      ],
      lastPercent: {
        steps: [{ from: 0.9, to: 1, costPerPoint: 190_204 }],
        target: 0.9,
        events: [{ phase, weatherYear: '2005', from: '2005-01-30T05:00Z', hours: 17, unmatchedMWh: 1_206.5 }],
      },
    },
    outsample: {
      ...head,
      scenario: whole,
      resultSha256: HASH,
      asked: { weatherYears: ['2008'], stress: true },
      inputs: [],
      target: 1,
      tested: [
        { name: '2005', kind: 'sized' },
        { name: '2008', kind: 'weather' },
        { name: '2005: wind 10 % down', kind: 'stress', what: 'Every capacity factor of wind a tenth lower.' },
      ],
      phases: [
        {
          name: phase,
          years: [testedYear('2005', 0), testedYear('2008', 975), testedYear('2005: wind 10 % down', 1_307)],
          summary: {
            ...{ n: 1, missed: 1, conditionalValueAtRisk: { share: 0.1, unmatchedMWh: 975 } },
            quantiles: [{ share: 0.5, unmatchedMWh: 974, cfeScore: 0.99 }],
          },
        },
      ],
      folds: [
        {
          ...{ sizedOn: ['2005'], testedIn: ['2008'], status: 'optimal', objective: 21_300_000 },
          phases: [{ name: phase, years: [testedYear('2008', 975)] }],
        },
        { sizedOn: ['2008'], testedIn: ['2005'], status: 'infeasible', phases: [] },
      ],
      grown: {
        ...{ sizedOn: ['2005', '2008'], status: 'optimal', objective: 21_900_000 },
        steps: [{ objective: 21_300_000, missed: 1, added: '2008', unmatchedMWh: 975 }],
      },
    },
    repair: {
      ...head,
      scenario: whole,
      asked: {},
      status: 'infeasible',
      missing: [{ phase, weatherYear: '2005', unmatchedMWh: 10_220, permittedMWh: 1_021 }],
      events: [
        {
          ...{ phase, weatherYear: '2005', from: '2005-01-01T00:00Z', hours: 7, unmatchedMWh: 28, largestMW: 4.1 },
          cause:
            'With every site at its maximum 60 % of the mean load could be made in these 7 h, and there is no storage.',
        },
      ],
      remedies: [
        {
          name: plant,
          quantity: 'siteMaximumMW',
          present: 60,
          verdict: 'enough',
          needed: 100.5,
          infeasibleBelow: 99.5,
        },
        {
          name: 'matching',
          quantity: 'target',
          present: 1,
          verdict: 'enough',
          needed: 0.8833,
          infeasibleBelow: 0.88345,
        },
        { name: storage, quantity: 'storageMaximumMW', verdict: 'notEnough', stillMissingMWh: 10_222 },
      ],
      cheapest: {
        objective: 21_300_000,
        beyond: [{ name: plant, quantity: 'siteMaximumMW', present: 60, needed: 100.6 }],
      },
      pair: {
        objective: 22_400_000,
        remedies: [
          {
            ...{ name: plant, quantity: 'siteMaximumMW', present: 60 },
            ...{ needed: 71.2, infeasibleBelow: 71.1, inCheapest: 73.4 },
          },
          {
            ...{ name: storage, quantity: 'storageMaximumMW', present: 5 },
            ...{ needed: 6.2, infeasibleBelow: 6.1, inCheapest: 6.3 },
          },
        ],
      },
    },
  };
}

function sweepPoint(target: number, objective: number): SweepPoint {
  return {
    values: [target],
    contentHash: String(target),
    place: `points/${target}`,
    answer: {
      status: 'optimal',
      objective,
      dualBound: objective - 1,
      lowestCfeScore: target,
      sizes: [],
      resultSha256: '',
    },
  };
}

function testedYear(name: string, unmatchedMWh: number) {
  return {
    ...{ name, cfeScore: 1 - unmatchedMWh / 1e5, unmatchedMWh, atLeastMWh: unmatchedMWh },
    ...{ unmatchedHours: unmatchedMWh / 10, meetsTarget: unmatchedMWh === 0 },
    worst: [24, 72, 168].map((hours) => ({ hours, from: '2008-01-01T00:00Z', unmatchedMWh: unmatchedMWh / hours })),
  };
}
