import { describe, expect, test } from 'vitest';
import { accountOf } from '../../src/ledger/account.ts';
import { ledgerOf } from '../../src/ledger/ledger.ts';
import { gramsOf, scope2Of } from '../../src/ledger/scope2.ts';
import type { LedgerPlace } from '../../src/ledger/whole-flows.ts';
import { scope2Summary } from '../../src/results/ledger/scope2-summary.ts';
import type { Grid } from '../../src/scenario/scenario.ts';
import { series } from '../fixtures/site.ts';
import { placeWith } from './place.ts';
import { randomPlace } from './random-place.ts';

const onGrid = ({ scenario, ...place }: LedgerPlace, grid: Partial<Grid>): LedgerPlace => ({
  ...place,
  scenario: { ...scenario, grid: { ...scenario.grid, ...grid } },
});
const scope2In = (place: LedgerPlace) => scope2Summary(scope2Of(accountOf(place, 'fifo')));

const carbonFactor = { kind: 'direct', year: 2024, source: 'an office' } as const;
const residualMixKgPerMWh = { value: 800, kind: 'lifeCycle', year: 2023, source: 'another' } as const;
const emitting = { carbonIntensityKgPerMWh: 600, carbonFactor };

/** Σ min(g, l) ÷ Σ l of [0.5, 0.5] against [1, 0] is a half. */
const half = { loadMW: [0.5, 0.5], generationMW: [[1, 0]], exportMW: [0.5, 0], importMW: [0, 0.5] };

test('a year that claims all of its load has half of it matched by the hour, which only the hourly method sees', () => {
  const told = scope2In(onGrid(placeWith(half), { ...emitting, residualMixKgPerMWh }));
  expect(told).toMatchObject({
    locationBasedTonnes: 0.6,
    marketBasedAnnualTonnes: 0,
    marketBasedHourlyTonnes: 0.4,
    annualShare: 1,
    hourlyShare: 0.5,
    gap: 'Annual claim 100 %, hourly 50 %: the difference is 0.5 MWh in 1 hour, offset by surplus in others.',
    steps: [{ reached: true }, { reached: false }, { reached: false }],
  });
  expect(told.factors.grid).toEqual({ kgPerMWh: 600, ...carbonFactor });
  expect(told.factors.unmatched).toMatchObject({ kgPerMWh: 800, kind: 'lifeCycle', basis: 'residual mix' });
});

describe('the gap in one sentence', () => {
  test('tells what is unmatched beside what a claim of less than the load hides', () => {
    // 0.75 MWh claimed of 1, half of it in the hour of its load.
    const place = placeWith({ ...half, generationMW: [[0.75, 0]], exportMW: [0.25, 0] });
    expect(scope2In(place).gap).toBe(
      'Annual claim 75 %, hourly 50 %: the difference is 0.25 MWh of the 0.5 MWh unmatched in 1 hour, offset by surplus in others.',
    );
  });

  test('is none where nothing is sold', () => {
    const place = placeWith({ loadMW: [1, 1], generationMW: [[1, 0]], importMW: [0, 1] });
    expect(scope2In(place).gap).toBe(
      'Annual claim 50 %, hourly 50 %: there is no difference; 1 MWh in 1 hour are unmatched by either.',
    );
  });

  test('is none where rounding alone leaves load unmatched', () => {
    const told = scope2In(onGrid(placeWith({ loadMW: [1 / 3, 1 / 3], generationMW: [[1 / 3, 1 / 3]] }), emitting));
    expect(told.gap).toBe('Annual claim 100 %, hourly 100 %: there is no difference.');
    expect(told).toMatchObject({ annualShare: 1, hourlyShare: 1, unmatchedMWh: 0, unmatchedHours: 0 });
    // Two watt-hours.
    expect(told.marketBasedHourlyTonnes).toBe(2e-6);
  });

  test('never calls less than all of it 100 %', () => {
    const load = Array.from({ length: 1000 }, () => 100);
    const most = load.map((mw, h) => (h === 0 ? mw - 1 : mw));
    const place = placeWith({ loadMW: load, generationMW: [most], importMW: load.map((mw, h) => mw - most[h]!) });
    expect(scope2In(place).gap).toContain('hourly 99.99 %');
  });
});

test('without a residual mix what is unmatched counts as the fossil share of the grid, or else as all of it', () => {
  const shares = [series(0.2, 0.3)];
  const fossil = scope2In(onGrid(placeWith(half), { ...emitting, carbonFreeShare: shares }));
  expect(fossil.factors.unmatched).toEqual({ basis: 'fossil share of the grid', ...carbonFactor, kgPerMWh: 800 });
  const mean = scope2In(onGrid(placeWith(half), { carbonIntensityKgPerMWh: 600 }));
  expect(mean.factors.unmatched).toMatchObject({ basis: 'mean of the grid', kgPerMWh: 600, kind: 'not stated' });
  const free = scope2In(onGrid(placeWith(half), { carbonIntensityKgPerMWh: 0, carbonFreeShare: [series(1, 1)] }));
  expect(free).toMatchObject({ locationBasedTonnes: 0, marketBasedHourlyTonnes: 0 });
});

test('a shift from five hours into one is charged with its loss, and emits what they do less what it spares', () => {
  // The worked case of the storage methodology: 5,000 MWh charged, 4,250 discharged.
  const chargeMW = [200, 1000, 2000, 1100, 700, 0];
  const stored = chargeMW.map((_, h) => 0.85 * chargeMW.slice(0, h + 1).reduce((a, b) => a + b));
  const place = placeWith({
    loadMW: [0, 0, 0, 0, 0, 4250],
    generationMW: [chargeMW],
    storages: [
      {
        chargeMW,
        dischargeMW: [0, 0, 0, 0, 0, 4250],
        stateOfChargeMWh: stored.with(5, 0),
        chargeEfficiency: 0.85,
      },
    ],
  });
  const [discharge] = accountOf(place, 'fifo').discharges;
  expect(discharge).toMatchObject({ charged: 5000e6, wattHours: 4250e6 });
  const kgPerMWh = [150, 250, 200, 100, 300];
  const charged = kgPerMWh.map((factor, h) => gramsOf(chargeMW[h]! * 1e6, factor));
  expect(charged).toEqual([30e6, 250e6, 400e6, 110e6, 210e6]);
  const [retired, spared] = [gramsOf(5000e6, 180), gramsOf(4250e6, 450)];
  expect([retired, spared]).toEqual([900e6, 1912.5e6]);
  const adjusted = charged.reduce((a, b) => a + b) - retired - spared;
  expect(adjusted).toBe(-1812.5e6);
  expect(adjusted / discharge!.wattHours).toBeCloseTo(-0.42647, 5);
});

test('hours add up to the year, to the gram and to the watt-hour, whatever the schedule', () => {
  let unmatched = 0;
  for (let seed = 0; seed < 40; seed++) {
    const place = onGrid(randomPlace(seed), { ...emitting, residualMixKgPerMWh });
    const account = accountOf(place, 'fifo');
    const year = scope2Of(account);
    const statement = { placeId: 'only', isSynthetic: true, contentHash: '' };
    const { columns } = ledgerOf(place, 'fifo', statement).table('emissions');
    const sumOf = (name: string) => {
      const column = columns.find((one) => one.name === name)!;
      return column.kind === 'whole' ? column.whole.reduce((a, b) => a + b, 0) : Number.NaN;
    };
    expect(sumOf('matched_wh')).toBe(year.matchedWh);
    expect(sumOf('matched_wh') + sumOf('unmatched_wh')).toBe(year.loadWh);
    expect(sumOf('location_based_g')).toBe(year.locationBasedGrams);
    expect(sumOf('market_based_hourly_g')).toBe(year.hourlyMarketBasedGrams);
    // Within the hour less is matched than over the year; each hour's grams are rounded.
    expect(year.hourlyMarketBasedGrams).toBeGreaterThanOrEqual(year.annualMarketBasedGrams - account.flows.hours);
    if (year.unmatchedHours > 0) unmatched++;
  }
  expect(unmatched).toBeGreaterThan(10);
});
