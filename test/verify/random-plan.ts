/**
 * Plans that keep every law by construction: stored energy and backlog are drawn first, flows follow from them, and
 * capacities are made just large enough.
 */

import type { LoadTier, Matching, Scenario } from '../../src/scenario/scenario.ts';
import type { BuildOut, PhaseSchedule, WeatherYearSchedule } from '../../src/schedule/schedule.ts';
import { type Mutable, type Plan, smallPlan } from './small-plan.ts';

/** Numbers from 0 to 1, always the same for the same seed. */
export type Chance = () => number;

/** mulberry32, by Tommy Ettinger. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Wish {
  readonly seed: number;
  readonly hours: readonly number[];
  readonly deadlineHours: number;
  readonly matching: Matching;
}

/** One phase of the small plan under weather years of any length, all else drawn. */
export function randomPlan({ seed, hours, deadlineHours, matching }: Wish): Plan {
  const chance = chanceOf(seed);
  const series = (least: number, most: number) =>
    hours.map((count) => Float64Array.from({ length: count }, () => least + (most - least) * chance()));
  const base = smallPlan().scenario;
  const { emissionsLimitTonnesPerYear: _emissions, exportShare: _sold, ...grid } = base.grid;
  const [firm, flexible] = base.load.tiers as [Mutable<LoadTier>, Mutable<LoadTier>];
  const shapes = series(0, 2).map((shape) =>
    shape.map((value) => value / (shape.reduce((a, b) => a + b) / shape.length)),
  );
  const importPricePerMWh = series(0, 100);
  // Never above the price of import: a meter that earns by import and export at once is refused.
  const exportPricePerMWh = series(0, 50).map((year, y) =>
    year.map((price, h) => Math.min(price, importPricePerMWh[y]![h]!)),
  );
  const draft: Mutable<Scenario> = {
    ...base,
    matching: matching as Mutable<Matching>,
    weatherYears: hours.map((count, y) => ({
      name: `year ${y}`,
      weight: 1 / hours.length,
      year: 2005 + y,
      hours: count,
    })),
    phases: [base.phases[0]!],
    load: {
      ...base.load,
      pue: series(1.1, 1.4),
      tiers: [
        { ...firm, arrivalShape: hours.map((count) => new Float64Array(count).fill(1)) },
        // Power is whatever the drawn backlog asks for, so the tier has neither floor nor ramp here.
        { name: flexible.name, share: 0.5, deadlineHours, arrivalShape: shapes, floorShare: 0 },
      ],
    },
    renewables: base.renewables.map((asset) => ({
      ...asset,
      ...(asset.purchase.kind === 'ppa' && { purchase: { kind: 'ppa', pricePerMWh: 40, pays: 'produced' } as const }),
      capacityFactor: series(0.1, 1),
      siteMaximumMW: 1e9,
      committedMW: 0,
    })),
    storages: base.storages.map((storage) => ({ ...storage, selfDischargePerHour: 0.01, minimumStateOfCharge: 0.2 })),
    links: base.links.map(({ availability: _, ...link }) => ({ ...link, capacityMW: 0, maximumMW: 1e9 })),
    grid: {
      ...grid,
      importPricePerMWh,
      exportPricePerMWh,
      importLimitMW: Number.POSITIVE_INFINITY,
      exportLimitMW: Number.POSITIVE_INFINITY,
    },
  };
  const years = hours.map((count, y) => randomYear(draft, y, count, chance));
  return sized(draft, years);
}

const energyMWh = 2;

function randomYear(scenario: Mutable<Scenario>, y: number, hours: number, chance: Chance): WeatherYearSchedule {
  const each = (value: (h: number) => number) => Float64Array.from({ length: hours }, (_, h) => value(h));
  const [firm, flexible] = scenario.load.tiers as unknown as [LoadTier, LoadTier];
  const mean = scenario.phases[0]!.itCapacityMW * scenario.load.utilisation * 0.5;
  const arriving = flexible.arrivalShape[y]!.map((shape) => mean * shape);
  const backlog = randomBacklog(arriving, flexible.deadlineHours, chance);
  const served = each((h) => backlog[(h + hours - 1) % hours]! + arriving[h]! - backlog[h]!);
  const loadMW = each((h) => scenario.load.pue[y]![h]! * (mean + served[h]!));

  const storage = scenario.storages[0]!;
  const stored = each(() => energyMWh * (0.2 + 0.7 * chance()));
  const gain = each((h) => stored[h]! - (1 - storage.selfDischargePerHour) * stored[(h + hours - 1) % hours]!);
  const charge = gain.map((more) => Math.max(0, more) / storage.chargeEfficiency);
  const discharge = gain.map((more) => Math.max(0, -more) * storage.dischargeEfficiency);

  // Nothing is imported at an hourly target of 1; volumetric targets are kept by exporting in an odd hour
  // what was imported in the even one before.
  const { matching } = scenario;
  const isFullyHourly = matching.kind === 'hourly' && matching.target === 1;
  const importMW = each((h) =>
    isFullyHourly || h % 2 === 1 || h === hours - 1 ? 0 : 0.1 * chance() * (loadMW[h]! - discharge[h]!),
  );
  const exportMW = each((h) => (h % 2 === 0 ? 0 : importMW[h - 1]! + chance()));
  const delivered = each((h) => loadMW[h]! + charge[h]! + exportMW[h]! - discharge[h]! - importMW[h]!);
  const split = each(chance);
  const [sun, wind] = scenario.renewables;
  return {
    name: scenario.weatherYears[y]!.name,
    loadMW,
    renewables: [
      { name: sun!.name, generationMW: each((h) => (split[h]! * delivered[h]!) / (1 - sun!.loss)) },
      { name: wind!.name, generationMW: each((h) => ((1 - split[h]!) * delivered[h]!) / (1 - wind!.loss)) },
    ],
    storages: [{ name: storage.name, chargeMW: charge, dischargeMW: discharge, stateOfChargeMWh: stored }],
    tiers: [
      { name: firm.name, servedMW: each(() => mean), backlogMWh: each(() => 0), shedMW: each(() => 0) },
      { name: flexible.name, servedMW: served, backlogMWh: backlog, shedMW: each(() => 0) },
    ],
    importMW,
    exportMW,
  };
}

/** Served by chance, but never later than the deadline: lumps with an age, the oldest first, over three equal years. */
function randomBacklog(arriving: Float64Array, deadlineHours: number, chance: Chance): Float64Array {
  const hours = arriving.length;
  const wishes = arriving.map(() => 2.5 * chance() * (arriving.reduce((a, b) => a + b) / hours));
  const backlog = new Float64Array(hours);
  const lumps: { due: number; left: number }[] = [];
  for (let h = 0; h < 3 * hours; h++) {
    lumps.push({ due: h + deadlineHours, left: arriving[h % hours]! });
    let wish = wishes[h % hours]!;
    for (const lump of lumps) {
      const taken = lump.due === h ? lump.left : Math.min(wish, lump.left);
      lump.left -= taken;
      wish = Math.max(0, wish - taken);
    }
    while (lumps[0]?.left === 0) lumps.shift();
    // The third year repeats the second: the queue forgets its empty start within a deadline.
    backlog[h % hours] = lumps.reduce((sum, { left }) => sum + left, 0);
  }
  return backlog;
}

/** The smallest capacities that the flows allow, all built in the one phase. */
function sized(draft: Mutable<Scenario>, weatherYears: WeatherYearSchedule[]): Plan {
  const most = (of: (flows: WeatherYearSchedule, y: number) => Float64Array) =>
    Math.max(...weatherYears.flatMap((flows, y) => [...of(flows, y)]));
  const capacity = (i: number) =>
    most(({ renewables }, y) =>
      renewables[i]!.generationMW.map((g, h) => g / draft.renewables[i]!.capacityFactor[y]![h]!),
    );
  const power = most(({ storages }) => storages[0]!.chargeMW.map((c, h) => c + storages[0]!.dischargeMW[h]!));
  const lineMW = most(({ renewables }) => renewables[0]!.generationMW);
  const trainingMW = most(({ tiers }) => tiers[1]!.servedMW);
  const [sun, wind] = [capacity(0), capacity(1)];
  const phase: PhaseSchedule = {
    name: 'first',
    capacities: {
      renewables: [
        { name: 'sun', capacityMW: sun },
        { name: 'wind', capacityMW: wind },
      ],
      storages: [{ name: 'battery', powerCapacityMW: power, energyCapacityMWh: energyMWh }],
      links: [{ name: 'line', capacityMW: lineMW }],
      grid: { subscribedPowerMW: most(({ importMW }) => importMW) },
    },
    weatherYears,
  };
  const built: BuildOut = {
    phase: 'first',
    renewables: [
      { name: 'sun', builtMW: sun },
      { name: 'wind', builtMW: wind },
    ],
    storages: [{ name: 'battery', builtMW: power, builtMWh: energyMWh }],
    links: [{ name: 'line', builtMW: lineMW }],
  };
  // Utilisation is lowered until the busiest hour fits the machines: same work, more of them.
  const { load, phases, storages } = draft;
  const needed = Math.max(1, trainingMW / (phases[0]!.itCapacityMW * 0.5));
  const scenario: Scenario = {
    ...draft,
    phases: [{ ...phases[0]!, itCapacityMW: phases[0]!.itCapacityMW * needed }],
    load: { ...load, utilisation: load.utilisation / needed },
    storages: [{ ...storages[0]!, durationHours: { min: 0, max: energyMWh / power } }],
  };
  return { scenario, schedule: { phases: [phase] }, buildOut: [built] };
}
