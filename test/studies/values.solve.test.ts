import { expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { valuesOf } from '../../src/studies/values.ts';
import { phaseWeight } from '../../src/verify/annuity.ts';
import { planned } from '../fixtures/answers.ts';
import { decomposedStage, provenInParts } from '../fixtures/decomposed-stage.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { realWindow } from '../fixtures/real-window.ts';

function valuesIn(scenario: Scenario, { schedule, buildOut, proofs, certificate }: Proven) {
  return valuesOf({ scenario, schedule, buildOut, proof: proofs[0]!, certificate });
}

const hourly = (target: number) => ({ kind: 'hourly', target, over: 'everyYear' }) as const;

test('what is built earns what it costs, what is not built would lose, and prices add up to the cost', async () => {
  let between = 0;
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const scenario = randomSite({ seed });
    for (const answer of [await planned(scenario), provenInParts(scenario, [await decomposedStage(scenario)])]) {
      const { audits, building } = valuesIn(scenario, answer);
      expect(audits.zeroProfit.largestShare, `seed ${seed}`).toBeLessThan(1e-6);
      expect(audits.strongDuality.relativeGap).toBeLessThan(1e-6);
      between += audits.zeroProfit.assets;
      for (const { built, profitPerUnit, costPerUnit } of building) {
        if (built === 0) expect(profitPerUnit).toBeLessThanOrEqual(1e-6 * costPerUnit);
      }
    }
  }
  expect(between).toBeGreaterThan(20);
});

test('what one more MW standing for nothing is worth is what it saves when it stands', async () => {
  const scenario = realWindow(0, 168, hourly(1));
  const base = await planned(scenario);
  const { standing } = valuesIn(scenario, base);
  const moreMW = 1e-2;
  const ω = phaseWeight(scenario.discountRate, scenario.phases, scenario.phases[0]!);
  for (const [i, { name, purchase }] of scenario.renewables.entries()) {
    const renewables = scenario.renewables.map((asset, at) => (at === i ? { ...asset, committedMW: moreMW } : asset));
    const saved = base.cost.objective - (await planned({ ...scenario, renewables })).cost.objective;
    // What is committed has its capital spent, and still pays its operation.
    const operation = purchase.kind === 'own' ? (purchase.fixedOpexPerMWYear as number) : 0;
    const worth = standing.find((one) => one.name === name)!.worthPerUnitYear;
    expect(worth / (saved / moreMW / ω + operation)).toBeCloseTo(1, 3);
  }
});

test('a plant that is not built is, once a contract costs less than its break-even price, and not above it', async () => {
  const scenario = realWindow(0, 168, hourly(1));
  const base = await planned(scenario);
  const { building } = valuesIn(scenario, base);
  const [plant] = building;
  const price = plant!.breakEvenPricePerMWh!;
  // From the hours alone, of a plant without a line: what it could produce, at the price of load of each hour.
  const { name, capacityFactor } = scenario.renewables[1]!;
  const prices = base.schedule.phases[0]!.weatherYears[0]!.shadowPricePerMWh!;
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  const earned = sum(capacityFactor[0]!.map((factor, h) => factor * prices[h]!)) / sum(capacityFactor[0]!);
  expect(building.find((one) => one.name === name)!.breakEvenPricePerMWh! / earned).toBeCloseTo(1, 6);
  const builtAt = async (pricePerMWh: number) => {
    const renewables = scenario.renewables.map((asset) =>
      asset.name === plant!.name
        ? {
            ...asset,
            name: 'contract',
            siteMaximumMW: 5,
            purchase: { kind: 'ppa', pricePerMWh, pays: 'produced' } as const,
          }
        : asset,
    );
    const both = { ...scenario, renewables: [...scenario.renewables, renewables[0]!] };
    const { schedule } = await planned(both);
    return schedule.phases[0]!.capacities.renewables.find(({ name }) => name === 'contract')!.capacityMW;
  };
  expect(await builtAt(price * 0.99)).toBeCloseTo(5, 6);
  expect(await builtAt(price * 1.01)).toBeCloseTo(0, 6);
});

test.each([1, 0.8])(
  'at a target of %d the firm value of an asset is the flat load that costs what a little more of it saves',
  async (target) => {
    const given = realWindow(0, 72, hourly(target));
    const scenario = {
      ...given,
      load: { ...given.load, pue: [new Float64Array(72).fill(1.2)] },
      grid: { ...given.grid, subscribedPowerCostPerMWYear: 1000 },
    };
    const base = await planned(scenario);
    const { firm } = valuesIn(scenario, base);
    const costWith = async (changed: Partial<Scenario>) => (await planned({ ...scenario, ...changed })).cost.objective;
    const littleMW = 1e-2;
    const none = { perIT: 0.2, perDegreeAbove: 0, thresholdC: 0, temperatureC: [new Float64Array(72)] };
    const facility = { ...none, fixedShare: littleMW / scenario.phases[0]!.itCapacityMW };
    const load = (await costWith({ load: { ...scenario.load, facility } })) - base.cost.objective;
    const ω = phaseWeight(scenario.discountRate, scenario.phases, scenario.phases[0]!);
    for (const [i, { name, purchase }] of scenario.renewables.entries()) {
      const renewables = scenario.renewables.map((one, at) => (at === i ? { ...one, committedMW: littleMW } : one));
      const saved = base.cost.objective - (await costWith({ renewables }));
      const operation = purchase.kind === 'own' ? littleMW * ω * (purchase.fixedOpexPerMWYear as number) : 0;
      const { firmMW } = firm.find((one) => one.name === name)!;
      expect(firmMW / ((100 * (saved + operation)) / load)).toBeCloseTo(1, 3);
    }
    const [one] = base.schedule.phases[0]!.capacities.storages;
    const [storage] = scenario.storages;
    const committedMWh = (littleMW * one!.energyCapacityMWh) / one!.powerCapacityMW;
    const stored =
      base.cost.objective - (await costWith({ storages: [{ ...storage!, committedMW: littleMW, committedMWh }] }));
    const { firmMW, moreMWh } = firm.find(({ name }) => name === storage!.name)!;
    expect(moreMWh! / committedMWh).toBeCloseTo(100 / littleMW, 3);
    expect(firmMW / ((100 * stored) / load)).toBeCloseTo(1, 2);
  },
);
