import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cfeScore } from '../../src/metrics/cfe-score.ts';
import { claimMW } from '../../src/metrics/claim.ts';
import { curtailedMWh } from '../../src/metrics/curtailed-mwh.ts';
import { importWithinEmissions } from '../../src/metrics/emissions-tonnes.ts';
import { generationShares } from '../../src/metrics/generation-shares.ts';
import { expectedAnnual, levelisedCostPerMWh } from '../../src/metrics/levelised-cost.ts';
import { annualMatchShare } from '../../src/metrics/match-share.ts';
import { shiftedMWh } from '../../src/metrics/shifted-mwh.ts';
import { storageLossesMWh } from '../../src/metrics/storage-losses-mwh.ts';
import { countedAboveMW, unmatched } from '../../src/metrics/unmatched.ts';
import { smallPlan } from '../verify/small-plan.ts';

const hours = (...values: number[]) => Float64Array.from(values);

describe('matching', () => {
  test('surplus at noon does not raise the hourly score, but it raises the annual share', () => {
    // 10 MW in both hours; 20 MW of sun in the first, 10 MW imported in the second.
    expect(cfeScore(hours(10, 10), hours(0, 10))).toBe(0.5);
    expect(annualMatchShare(hours(20, 0), hours(10, 10))).toBe(1);
  });

  test('without load nothing is unmatched', () => {
    expect(cfeScore(hours(0, 0), hours(0, 0))).toBe(1);
    expect(annualMatchShare(hours(0), hours(0))).toBe(1);
  });

  test('losses on the way and in the battery count against the claim', () => {
    const { scenario, schedule } = smallPlan();
    // 0.9 of 10 MW sun, wind of 13.5 MW, 5 MW charged; then 13 MW wind and 2 MW discharged.
    const claim = claimMW(scenario, schedule.phases[0]!.weatherYears[0]!);
    expect([claim[0], claim[3]]).toEqual([9 + 13.5 - 5, 13 + 2]);
  });

  test('import of less than a ten-thousandth of the mean load is energy, but no unmatched hour', () => {
    const load = hours(15, 5, 10, 10);
    expect(unmatched(load, hours(0, 9e-4, 2, 3))).toEqual({ unmatchedMWh: 5.0009, unmatchedHours: 2 });
    expect(unmatched(load, hours(0, 1.1e-3, 2, 3)).unmatchedHours).toBe(3);
  });

  test('import of just a ten-thousandth is no unmatched hour yet', () => {
    const load = hours(15, 5, 10, 10);
    expect(unmatched(load, hours(0, countedAboveMW(load), 0, 0)).unmatchedHours).toBe(0);
  });

  test('the count is the same for a plan of any size', () => {
    const [load, imported] = [hours(15, 5, 10, 10), hours(9e-4, 1.1e-3, 0, 4)];
    for (const times of [1e-3, 1, 12.5, 100]) {
      const scaled = [load, imported].map((series) => series.map((value) => times * value)) as [
        Float64Array,
        Float64Array,
      ];
      expect(unmatched(...scaled).unmatchedHours).toBe(2);
    }
  });
});

describe('plants and storages', () => {
  test('what the weather gave and nobody took is curtailed', () => {
    expect(curtailedMWh(hours(0.5, 1, 0), 10, hours(5, 4, 0))).toBe(6);
  });

  test('a battery that loses 10 % each way needs 1.235 MWh in to give 1 MWh out', () => {
    expect(storageLossesMWh(hours(1 / 0.81, 0), hours(0, 1))).toBeCloseTo(0.2346, 4);
  });
});

describe('emissions', () => {
  const grid = { ...smallPlan().scenario.grid, carbonIntensityKgPerMWh: 500 };
  const phase = { name: 'first', firstYear: 2030, years: 3, itCapacityMW: 1 };

  test('at 500 kg a MWh a limit of 100 t is 200 MWh a year, and of half a year 100', () => {
    const limited = { ...grid, emissionsLimitTonnesPerYear: 100 };
    expect(importWithinEmissions(limited, phase, 8760)).toBeCloseTo(200, 9);
    expect(importWithinEmissions(limited, phase, 4380)).toBeCloseTo(100, 9);
  });

  test('of a limit that changes the least of the years of the phase holds, and where none is set nothing does', () => {
    const falling = [
      { year: 2030, value: 120 },
      { year: 2034, value: 80 },
    ];
    // 120 110 100 in 2030 to 2032.
    expect(importWithinEmissions({ ...grid, emissionsLimitTonnesPerYear: falling }, phase, 8760)).toBeCloseTo(200, 9);
    const { emissionsLimitTonnesPerYear: _, ...free } = grid;
    expect(importWithinEmissions(free, phase, 8760)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('shares of generation', () => {
  test('add up to one, and are none where nothing arrives', () => {
    expect(generationShares([30, 10, 0])).toEqual([0.75, 0.25, 0]);
    expect(generationShares([0, 0])).toEqual([0, 0]);
  });
});

describe('shifted work', () => {
  test('work that waits for three hours is shifted once', () => {
    expect(shiftedMWh(hours(5, 5, 5, 0))).toBe(5);
  });

  test('a backlog that never changes shifts nothing more', () => {
    expect(shiftedMWh(hours(3, 3, 3))).toBe(0);
  });

  test('shifted work is what arrived beyond what was served, and a turned year shifts as much', () => {
    const arrivals = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(arrivals, fc.nat(), (arriving, turn) => {
        // The backlog of each hour is drawn as what arrived in it, so all of it waits exactly one hour.
        const backlog = Float64Array.from(arriving);
        const served = arriving.map((a, h) => backlog.at(h - 1)! + a - backlog[h]!);
        const putOff = arriving.reduce((sum, a, h) => sum + Math.max(0, a - served[h]!), 0);
        expect(shiftedMWh(backlog)).toBe(putOff);
        const at = turn % arriving.length;
        expect(shiftedMWh(Float64Array.of(...backlog.subarray(at), ...backlog.subarray(0, at)))).toBe(putOff);
      }),
      { seed: 20260106 },
    );
  });
});

describe('cost per MWh', () => {
  test('a leap year counts as much as a common one of the same probability', () => {
    const weatherYears = [
      { name: 'common', weight: 0.5, year: 2005, hours: 8760 },
      { name: 'leap', weight: 0.5, year: 2008, hours: 8784 },
    ];
    expect(expectedAnnual(weatherYears, [10 * 8760, 10 * 8784])).toBeCloseTo(87_600, 8);
  });

  test('a million over 20,000 MWh is 50 a MWh, and no load has no cost per MWh', () => {
    expect(levelisedCostPerMWh(1e6, 20_000)).toBe(50);
    expect(levelisedCostPerMWh(1e6, 0)).toBeUndefined();
  });
});
