import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FromYear, Scenario } from '../../src/scenario/scenario.ts';
import { plan } from '../../src/studies/plan.ts';
import type { Repair } from '../../src/studies/repair/document.ts';
import { repair } from '../../src/studies/repair.ts';
import { engineOf, planned } from '../fixtures/answers.ts';
import { draws } from '../fixtures/draws.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { chanceOf } from '../verify/random-plan.ts';

type Quantity = Repair['remedies'][number]['quantity'];
interface Amount {
  readonly name: string;
  readonly quantity: Quantity;
  readonly amount: number;
}

/** What a cheapest plan builds is all that may be built, and of one kind less than that; or there is no storage and hours without weather. */
async function short(seed: number): Promise<Scenario> {
  const chance = chanceOf(seed + 7);
  const drawn = randomSite({ seed, isSingle: true });
  const tiers = drawn.load.tiers.map(({ shed: _, ...tier }) => tier);
  const scenario = { ...drawn, load: { ...drawn.load, tiers } };
  const { renewables, storages, links } = (await planned(scenario)).schedule.phases[0]!.capacities;
  const lacking = Math.floor(4 * chance());
  const most = (kind: number) => (kind === lacking ? 0.6 + 0.3 * chance() : 1.02);
  const smaller: Scenario = {
    ...scenario,
    renewables: scenario.renewables.map((one, i) => ({ ...one, siteMaximumMW: most(0) * renewables[i]!.capacityMW })),
    storages: scenario.storages.map((one, s) => ({ ...one, maximumMW: most(1) * storages[s]!.powerCapacityMW })),
    links: scenario.links.map((one, l) => ({ ...one, maximumMW: most(2) * links[l]!.capacityMW })),
  };
  return lacking === 3 ? still(smaller) : smaller;
}

/** For longer than work may wait. */
function still({ links: _, ...scenario }: Scenario): Scenario {
  const hours = 2 + Math.max(...scenario.load.tiers.map(({ deadlineHours }) => deadlineHours));
  const tiers = scenario.load.tiers.map(({ rampSharePerHour: _ramp, ...tier }) => ({ ...tier, floorShare: 0 }));
  const renewables = scenario.renewables.slice(1).map(({ link: _link, ...plant }) => ({
    ...plant,
    siteMaximumMW: 0.5 * plant.siteMaximumMW,
    capacityFactor: plant.capacityFactor.map((year) => year.map((factor, h) => (h < hours ? 0 : factor))),
  }));
  const matching = { kind: 'hourly', target: 0.75, over: 'everyYear' } as const;
  return { ...scenario, renewables, storages: [], links: [], matching, load: { ...scenario.load, tiers } };
}

/** The scenario with these in place of its own. */
function changed(scenario: Scenario, amounts: readonly Amount[]): Scenario {
  const of = (name: string, quantity: Quantity) =>
    amounts.find((one) => one.name === name && one.quantity === quantity)?.amount;
  const { renewables, storages, links, load, matching } = scenario;
  const target = of('matching', 'target');
  const waiting = load.tiers.find(({ name }) => of(name, 'flexibleShare') !== undefined);
  const firm = load.tiers.filter(({ deadlineHours }) => deadlineHours === 0).reduce((sum, { share }) => sum + share, 0);
  const share = waiting && of(waiting.name, 'flexibleShare')!;
  return {
    ...scenario,
    renewables: renewables.map((one) => ({
      ...one,
      siteMaximumMW: of(one.name, 'siteMaximumMW') ?? one.siteMaximumMW,
    })),
    storages: storages.map((one) => ({ ...one, maximumMW: of(one.name, 'storageMaximumMW') ?? one.maximumMW })),
    links: links.map((one): typeof one => ({
      ...one,
      maximumMW: (of(one.name, 'linkMaximumMW') ?? one.maximumMW) satisfies FromYear,
    })),
    load: {
      ...load,
      tiers: load.tiers.map((tier) => ({
        ...tier,
        deadlineHours: of(tier.name, 'deadlineHours') ?? tier.deadlineHours,
        ...(waiting === undefined || share === undefined
          ? {}
          : tier === waiting
            ? { share }
            : tier.deadlineHours === 0
              ? { share: (tier.share * (firm - share + waiting.share)) / firm }
              : {}),
      })),
    },
    matching: target === undefined || matching.kind !== 'hourly' ? matching : { ...matching, target },
  };
}

const statusWith = async (scenario: Scenario, amounts: readonly Amount[]) =>
  (await plan(changed(scenario, amounts), engineOf(), 'together', false)).status;

/** As much as is told is enough, and a little more than what is told as too little. */
const littleMore = { siteMaximumMW: 1 + 1e-4, storageMaximumMW: 1 + 1e-4, linkMaximumMW: 1 + 1e-4 };

test('with each remedy, and with each pair, a plan exists, and with a little less of it none, whatever the site lacks', async () => {
  const confirmed: Partial<Record<Quantity | 'pair' | 'mixedPair', number>> = {};
  const count = (what: keyof typeof confirmed) => {
    confirmed[what] = (confirmed[what] ?? 0) + 1;
  };
  const up = (quantity: Quantity, amount: number) =>
    quantity === 'target' ? amount - 1e-6 : amount * (quantity in littleMore ? 1 + 1e-4 : 1);
  const down = (quantity: Quantity, amount: number) => {
    if (quantity === 'target') return Math.min(1, amount + 1e-3);
    return quantity === 'deadlineHours' ? amount - 1 : amount * (1 - 1e-3);
  };
  const law = fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
    const scenario = await short(seed);
    const { remedies, pair, mixedPair } = await repair(scenario, engineOf());
    for (const { name, quantity, verdict, needed = 0, infeasibleBelow = 0 } of remedies) {
      if (verdict !== 'enough') continue;
      const told = `${seed}: ${name}, ${quantity}`;
      expect(await statusWith(scenario, [{ name, quantity, amount: up(quantity, needed) }]), told).toBe('optimal');
      const less = down(quantity, infeasibleBelow);
      expect(await statusWith(scenario, [{ name, quantity, amount: less }]), `${told} less`).toBe('infeasible');
      count(quantity);
    }
    for (const [kind, found] of Object.entries({ pair, mixedPair })) {
      if (found === undefined) continue;
      const enough = found.remedies.map(({ name, quantity, needed }) => ({
        name,
        quantity,
        amount: up(quantity, needed),
      }));
      expect(await statusWith(scenario, enough), `${seed}: ${kind}`).toBe('optimal');
      // Of a pair of maxima less of both, of a mixed one less of either.
      const less = found.remedies.map(({ name, quantity, infeasibleBelow }) => ({
        name,
        quantity,
        amount: down(quantity, infeasibleBelow),
      }));
      const cases =
        kind === 'pair'
          ? [less]
          : [
              [less[0]!, enough[1]!],
              [enough[0]!, less[1]!],
            ];
      for (const amounts of cases)
        expect(await statusWith(scenario, amounts), `${seed}: ${kind} less`).toBe('infeasible');
      for (const one of enough) expect(await statusWith(scenario, [one]), `${seed}: ${kind} alone`).toBe('infeasible');
      count(kind as 'pair');
    }
  });
  await fc.assert(law, draws(24, 20261201));
  const { siteMaximumMW = 0, storageMaximumMW = 0, linkMaximumMW = 0, pair = 0, mixedPair = 0 } = confirmed;
  expect(Math.min(siteMaximumMW, storageMaximumMW, linkMaximumMW, pair)).toBeGreaterThan(2);
  expect(mixedPair).toBeGreaterThan(0);
});
