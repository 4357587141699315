/** What things are worth in a plan: one more MW, one more hour to wait, a MWh in each hour; and whether that adds up. */

import { buildablesOf } from '../model/buildable.ts';
import { maximumIn } from '../model/vintage.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { BuildOut, Schedule } from '../schedule/schedule.ts';
import { monthStarts, stampOfHour } from '../time.ts';
import { HOURS_PER_YEAR, tolerance } from '../units.ts';
import { meanOverYears, phaseWeight } from '../verify/annuity.ts';
import type { Proof } from './answer.ts';
import type { Values } from './values/document.ts';
import { firmValues } from './values/firm-value.ts';
import { type HearHours, type SizeCosts, sizeCosts } from './values/reduced-costs.ts';

export interface PlanToValue {
  readonly scenario: Scenario;
  readonly schedule: Schedule;
  readonly buildOut: readonly BuildOut[];
  /** Of a plan of all phases together. */
  readonly proof: Proof;
  readonly certificate: Values['audits']['strongDuality'];
}

type Worths = Pick<Values, 'audits' | 'building' | 'standing' | 'firm' | 'prices' | 'flexibility'>;

/** @returns all that follows from plan and duals; what a result says beside it is added by whoever writes it down */
export function valuesOf({ scenario, schedule, buildOut, proof, certificate }: PlanToValue): Worths {
  const flexibility = flexibilityOf(scenario);
  const costs = sizeCosts(scenario, proof, flexibility.hear);
  const building = buildingOf(scenario, buildOut, costs);
  const standing = standingOf(scenario, schedule, costs);
  return {
    audits: { zeroProfit: zeroProfit(scenario, building, standing, certificate.objective), strongDuality: certificate },
    building,
    standing,
    firm: firmValues(scenario, standing, proof),
    prices: pricesOf(scenario, schedule),
    flexibility: flexibility.found(),
  };
}

const quantities = {
  renewable: 'capacityMW',
  link: 'capacityMW',
  storagePower: 'powerCapacityMW',
  storageEnergy: 'energyCapacityMWh',
} as const;

/** In the order of `buildablesOf`. */
function sizesIn({ renewables, storages, links }: BuildOut): number[] {
  const single = ({ builtMW }: { readonly builtMW: number }) => builtMW;
  return [
    ...renewables.map(single),
    ...storages.map(single),
    ...storages.map(({ builtMWh }) => builtMWh),
    ...links.map(single),
  ];
}

function blockOf({ program }: SizeCosts, name: string, phase: string): number {
  return program.columnBlocks.find((block) => block.name === name && block.of[0] === phase)!.first;
}

/** How much a unit of what a phase builds adds to what stands in each phase, and the row that says so. */
function addedTo(
  { program }: SizeCosts,
  phase: string,
  i: number,
  column: number,
): { readonly row: number; readonly share: number } | undefined {
  const rows = program.rowBlocks.find(({ name, of }) => name === 'standing' && of[0] === phase)!;
  const row = rows.first + i;
  for (let k = program.rowStart[row]!; k < program.rowStart[row + 1]!; k++) {
    if (program.columnIndex[k] === column) return { row, share: -program.coefficient[k]! };
  }
  return undefined;
}

type Building = Values['building'][number];

function buildingOf(scenario: Scenario, buildOut: readonly BuildOut[], costs: SizeCosts): Building[] {
  const buildables = buildablesOf(scenario);
  const { phases, renewables } = scenario;
  return phases.flatMap(({ name: builtIn }, v) =>
    buildables.flatMap(({ kind, name }, i): Building[] => {
      const column = blockOf(costs, 'built', builtIn) + i;
      const { columnLower, columnUpper, objective } = costs.program;
      // Nothing of it can be built in this phase.
      if (columnUpper[column]! <= columnLower[column]!) return [];
      const own = renewables[i];
      const contract =
        kind === 'renewable' && own?.purchase.kind === 'ppa' && own.purchase.pays === 'produced'
          ? own.purchase
          : undefined;
      let [reduced, producedMWh, paidUnderContract] = [costs.reduced[column]!, 0, 0];
      for (const [p, phase] of phases.entries()) {
        const added = addedTo(costs, phase.name, i, column);
        if (added === undefined) continue;
        const stands = blockOf(costs, 'capacity', phase.name) + i;
        reduced += added.share * costs.reduced[stands]!;
        if (kind !== 'renewable') continue;
        const produced = added.share * producedIn(scenario, p, i);
        producedMWh += produced;
        if (contract === undefined) continue;
        paidUnderContract +=
          produced * meanOverYears(scenario.discountRate, scenario.phases, phase, contract.pricePerMWh);
      }
      const costPerUnit = objective[column]!;
      const built = sizesIn(buildOut[v]!)[i]!;
      const isPriced =
        kind === 'renewable' && producedMWh > 0 && !(own?.purchase.kind === 'ppa' && own.purchase.pays === 'used');
      return [
        {
          ...{ name, quantity: quantities[kind], builtIn, built, costPerUnit },
          incomePerUnit: costPerUnit - reduced,
          profitPerUnit: -reduced,
          ...(isPriced && { breakEvenPricePerMWh: (paidUnderContract + costPerUnit - reduced) / producedMWh }),
        },
      ];
    }),
  );
}

/** Present value of the MWh that a MW of a plant could produce in a phase. */
function producedIn({ phases, discountRate, weatherYears, renewables }: Scenario, p: number, i: number): number {
  const annual = weatherYears.reduce((sum, { weight, hours }, y) => {
    const fullLoadHours = renewables[i]!.capacityFactor[y]!.reduce((all, factor) => all + factor, 0);
    return sum + ((weight * HOURS_PER_YEAR) / hours) * fullLoadHours;
  }, 0);
  return phaseWeight(discountRate, phases, phases[p]!) * annual;
}

function standingOf(scenario: Scenario, schedule: Schedule, costs: SizeCosts): Values['standing'] {
  const { phases, discountRate } = scenario;
  return phases.flatMap((phase, p) => {
    const { renewables, storages, links } = schedule.phases[p]!.capacities;
    const sizes = [
      ...renewables.map(({ capacityMW }) => capacityMW),
      ...storages.map(({ powerCapacityMW }) => powerCapacityMW),
      ...storages.map(({ energyCapacityMWh }) => energyCapacityMWh),
      ...links.map(({ capacityMW }) => capacityMW),
    ];
    const ω = phaseWeight(discountRate, phases, phase);
    const rows = costs.program.rowBlocks.find(({ name, of }) => name === 'standing' && of[0] === phase.name)!;
    const first = blockOf(costs, 'capacity', phase.name);
    return buildablesOf(scenario).map((buildable, i) => {
      const { kind, name } = buildable;
      const room = maximumIn(buildable, phase) - sizes[i]!;
      const isAtMaximum = room <= tolerance.seenShare * phase.itCapacityMW;
      return {
        ...{ phase: phase.name, name, quantity: quantities[kind], size: sizes[i]! },
        // What nobody builds may be held worth its whole cost; the rest of that is the reduced cost of its capacity.
        worthPerUnitYear: (-costs.rowDual[rows.first + i]! - Math.max(0, costs.reduced[first + i]!)) / ω,
        scarcityPerUnitYear: isAtMaximum ? Math.max(0, -costs.reduced[first + i]!) / ω : 0,
      };
    });
  });
}

/** Of what is built, and could be more: whatever it earned beyond its cost would be built until it did not. */
function zeroProfit(
  { phases }: Scenario,
  building: readonly Building[],
  standing: Values['standing'],
  objective: number,
): Values['audits']['zeroProfit'] {
  const isScarce = (name: string, quantity: string) =>
    standing.some((one) => one.name === name && one.quantity === quantity && one.scarcityPerUnitYear > 0);
  const seenMW = (phase: string) => tolerance.seenShare * phases.find(({ name }) => name === phase)!.itCapacityMW;
  const between = building.filter(
    ({ name, quantity, built, builtIn }) => built > seenMW(builtIn) && !isScarce(name, quantity),
  );
  const shares = between.map(({ built, profitPerUnit }) => Math.abs(built * profitPerUnit) / Math.abs(objective));
  return { assets: between.length, largestShare: Math.max(0, ...shares) };
}

const DEAREST = 10;

function pricesOf({ weatherYears, load }: Scenario, { phases }: Schedule): Values['prices'] {
  return phases.flatMap(({ name: phase, weatherYears: years }) =>
    years.flatMap(({ name: weatherYear, loadMW, tiers, shadowPricePerMWh: price }, y) => {
      if (price === undefined) return [];
      const { year, hours } = weatherYears[y]!;
      const mean = (power: (hour: number) => number, from = 0, to = hours) => {
        let [worth, energy] = [0, 0];
        for (let h = from; h < to; h++) {
          worth += price[h]! * power(h);
          energy += power(h);
        }
        return energy > 0 ? worth / energy : 0;
      };
      const dearestFirst = [...price.keys()].sort((a, b) => price[b]! - price[a]! || a - b);
      const worthOf = (list: readonly number[]) => list.reduce((sum, h) => sum + price[h]! * loadMW[h]!, 0);
      const all = worthOf(dearestFirst);
      const starts = hours >= HOURS_PER_YEAR ? monthStarts(year) : [];
      return [
        {
          ...{ phase, weatherYear, meanPricePerMWh: mean((h) => loadMW[h]!) },
          dearestPercentShare: all > 0 ? worthOf(dearestFirst.slice(0, Math.ceil(hours / 100))) / all : 0,
          months: starts.slice(0, -1).map((from, m) => mean((h) => loadMW[h]!, from, starts[m + 1]!)),
          tiers: tiers.map(({ name, servedMW }) => ({
            name,
            pricePerMWh: mean((h) => load.pue[y]![h]! * servedMW[h]!),
          })),
          dearest: dearestFirst.slice(0, DEAREST).map((h) => ({ stamp: stampOfHour(year, h), pricePerMWh: price[h]! })),
        },
      ];
    }),
  );
}

/** The slope of the cost in the deadline of each tier, summed over the weather years of a phase. */
function flexibilityOf({ phases }: Scenario) {
  const found = new Map<string, Values['flexibility'][number]>();
  const hear: HearHours = (p, { tiers }, reduced) => {
    for (const { tier, arrivals, deferred } of tiers) {
      if (deferred === undefined) continue;
      const key = JSON.stringify([p, tier.name]);
      const before = found.get(key)?.worthPerDeadlineHour ?? 0;
      const { length } = arrivals;
      // One more hour to wait lets the work of one hour before those wait too.
      const worth = arrivals.reduce((sum, _, h) => {
        const earlier = arrivals[(((h - tier.deadlineHours) % length) + length) % length]!;
        return sum + Math.max(0, -reduced[deferred.backlog.at(h)]!) * earlier;
      }, 0);
      found.set(key, { phase: phases[p]!.name, tier: tier.name, worthPerDeadlineHour: before + worth });
    }
  };
  return { hear, found: () => [...found.values()] };
}
