import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { alternatives } from '../../src/studies/alternatives.ts';
import { dispatch } from '../../src/studies/dispatch.ts';
import { persistence } from '../../src/studies/operate/persistence.ts';
import { yearToOperate } from '../../src/studies/operate/year-to-operate.ts';
import { operate } from '../../src/studies/operate.ts';
import { engineOf, planned, proven } from '../fixtures/answers.ts';
import { draws } from '../fixtures/draws.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { realWindow } from '../fixtures/real-window.ts';

const hourly = (target: number) => ({ kind: 'hourly', target, over: 'everyYear' }) as const;

test('ranges of alternatives hold the cheapest plan, widen with the slack and lie within what is proven, on any site', async () => {
  let [compared, wider] = [0, 0];
  const law = fc.asyncProperty(
    fc.integer({ min: 1, max: 1e6 }),
    // A target of 1 without its last digits would ask for coefficients that no solver takes.
    fc.integer({ min: 50, max: 100 }),
    fc.integer({ min: 3, max: 30 }),
    async (seed, percent, permille) => {
      const [target, slack] = [percent / 100, permille / 1000];
      const scenario = randomSite({ seed, isSingle: true, matching: hourly(target) });
      const { sizes } = await alternatives(scenario, [slack, 3 * slack], engineOf());
      for (const { ranges, cheapest, name } of sizes) {
        const [near, far] = ranges;
        const told = `seed ${seed}: ${name}`;
        const room = 1e-6 * (1 + cheapest);
        expect(near!.least!, told).toBeLessThanOrEqual(cheapest + room);
        expect(near!.greatest!, told).toBeGreaterThanOrEqual(cheapest - room);
        expect(far!.least!, told).toBeLessThanOrEqual(near!.least! + room);
        expect(far!.greatest!, told).toBeGreaterThanOrEqual(near!.greatest! - room);
        for (const { least, noLessThan, greatest, noMoreThan } of ranges) {
          if (noLessThan !== undefined) expect(noLessThan, told).toBeLessThanOrEqual(least! + room);
          if (noMoreThan !== undefined) expect(noMoreThan, told).toBeGreaterThanOrEqual(greatest! - room);
        }
        compared++;
        if (far!.greatest! > near!.greatest! + 10 * room) wider++;
      }
    },
  );
  await fc.assert(law, draws(10, 31));
  expect(compared).toBeGreaterThan(30);
  expect(wider).toBeGreaterThan(compared / 3);
});

/** What a plan builds, so much smaller, and nothing but that. */
function smaller(scenario: Scenario, { schedule }: Awaited<ReturnType<typeof planned>>, share: number): Scenario {
  const { renewables, storages } = schedule.phases[0]!.capacities;
  return {
    ...scenario,
    renewables: scenario.renewables.map((one, i) => {
      const committedMW = share * renewables[i]!.capacityMW;
      return { ...one, committedMW, siteMaximumMW: committedMW };
    }),
    storages: scenario.storages.map((one, s) => {
      const { powerCapacityMW, energyCapacityMWh } = storages[s]!;
      return { ...one, committedMW: powerCapacityMW, maximumMW: powerCapacityMW, committedMWh: energyCapacityMWh };
    }),
  };
}

test('operated by windows and forecasts no year does better than its best dispatch, which perfect forecasts of all of it reach', async () => {
  let [missing, blind] = [0, 0];
  const law = fc.asyncProperty(
    fc.integer({ min: 0, max: 8_600 }),
    fc.integer({ min: 3, max: 6 }),
    fc.double({ min: 0.75, max: 0.98, noNaN: true }),
    fc.constantFrom(24, 36, 48),
    async (from, days, share, windowHours) => {
      const hours = 24 * days;
      const drawn = realWindow(Math.min(from, 8760 - hours), hours, hourly(1));
      const scenario = smaller(drawn, await planned(drawn), share);
      const best = proven(await dispatch(scenario, engineOf()));
      const year = yearToOperate(scenario, { ...best, study: 'dispatch' }, { p: 0, y: 0 })!;
      const forecast = (first: number, end: number) =>
        scenario.renewables.map(({ capacityFactor }) => persistence(capacityFactor[0]!)(first, end));
      const operated = (window: number) => {
        const asked = {
          ...{ phase: 'first', weatherYear: scenario.weatherYears[0]!.name, windowHours: window, stepHours: 24 },
          ...({ solver: 'highs', forecast: { kind: 'persistence' } } as const),
        };
        const { schedule, buildOut } = best;
        return operate({ scenario, schedule, buildOut, y: 0, year, asked, forecast }, engineOf(), () => undefined);
      };
      const least = best.schedule.phases[0]!.weatherYears[0]!.importMW.reduce((sum, mw) => sum + mw, 0);
      const room = 1e-4 * least + 1e-3;
      const whole = await operated(hours);
      const windows = await operated(windowHours);
      const told = `from ${from}, ${days} days, ${share}`;
      expect(Math.abs(whole.perfect.unmatchedMWh - least), told).toBeLessThan(room);
      for (const { perfect, forecast: erring } of [whole, windows]) {
        for (const one of [perfect, erring!]) expect(one.unmatchedMWh, told).toBeGreaterThan(least - room);
      }
      if (least > 1) missing++;
      if (windows.forecast!.unmatchedMWh > least + 10 * room) blind++;
    },
  );
  const asked = draws(8, 47);
  await fc.assert(law, asked);
  expect(missing).toBeGreaterThan(asked.numRuns / 2);
  expect(blind).toBeGreaterThan(asked.numRuns / 3);
});
