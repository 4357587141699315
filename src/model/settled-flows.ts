/**
 * Where several schedules cost the same, an interior point is a mean of them: some of each, and a score that is an
 * accident. They are settled one way: nothing is bought, stored or thrown away that no law and no price asks for.
 * Nothing here raises a cost or leaves a law that was kept.
 */

import type { Storage } from '../scenario/scenario.ts';

/** Flows of one weather year, settled in place. */
export interface Flows {
  readonly importMW: Float64Array;
  readonly exportMW: Float64Array;
  readonly storages: readonly StorageFlows[];
}

export interface StorageFlows {
  readonly storage: Storage;
  readonly powerCapacityMW: number;
  readonly energyCapacityMWh: number;
  readonly chargeMW: Float64Array;
  readonly dischargeMW: Float64Array;
  readonly stateOfChargeMWh: Float64Array;
}

export interface Market {
  readonly importPricePerMWh: Float64Array;
  readonly exportPricePerMWh: Float64Array;
  /** 0 where nothing may be exported. */
  readonly exportLimitMW: number;
  /** The most that is exported in the year beside what is imported in it [MWh]. */
  mostExported(importMWh: number): number;
}

/** What storages together must be able to give at the end of each hour, losses apart [MWh]. */
type Reserve = Float64Array | undefined;

/**
 * @param loadMW what the site takes, storages apart
 * @param offeredMW what plants can have arrive at no further cost
 */
export function settle(
  flows: Flows,
  loadMW: Float64Array,
  offeredMW: Float64Array,
  market: Market,
  reserveMWh?: Reserve,
): void {
  const { importMW, exportMW, storages } = flows;
  const spareMW = settleEachHour(flows, loadMW, offeredMW, market);
  for (const store of storages) {
    useBeforeDischarge(spareMW, store);
    chargeWhenNeeded(spareMW, store, leastHeld(store, storages, reserveMWh));
  }
  // Charging less leaves some of what plants offer.
  useBeforeImport(spareMW, importMW, market.importPricePerMWh);
  exportSpare(spareMW, exportMW, market, market.mostExported(total(importMW)) - total(exportMW));
}

/** What hours settle by themselves, whatever is known of those before and after. @returns what plants could still give [MW] */
export function settleEachHour(
  { importMW, exportMW, storages }: Flows,
  loadMW: Float64Array,
  offeredMW: Float64Array,
  { importPricePerMWh }: Market,
): Float64Array {
  for (const { storage, chargeMW, dischargeMW } of storages) netStorage(storage, chargeMW, dischargeMW);
  netGrid(importMW, exportMW);
  const spareMW = offeredMW.map((offered, h) =>
    storages.reduce(
      (spare, { chargeMW, dischargeMW }) => spare - chargeMW[h]! + dischargeMW[h]!,
      offered - loadMW[h]! - exportMW[h]! + importMW[h]!,
    ),
  );
  useBeforeImport(spareMW, importMW, importPricePerMWh);
  return spareMW;
}

/** What charging and discharging waste together is left out of both; the state of charge stays as it is. */
function netStorage(
  { chargeEfficiency, dischargeEfficiency }: Storage,
  chargeMW: Float64Array,
  dischargeMW: Float64Array,
): void {
  const roundTrip = chargeEfficiency * dischargeEfficiency;
  for (let h = 0; h < chargeMW.length; h++) {
    const wasted = Math.min(chargeMW[h]!, dischargeMW[h]! / roundTrip);
    chargeMW[h] = Math.max(0, chargeMW[h]! - wasted);
    dischargeMW[h] = Math.max(0, dischargeMW[h]! - wasted * roundTrip);
  }
}

/** Export never earns more than import costs, so what comes and goes in one hour may as well stay. */
function netGrid(importMW: Float64Array, exportMW: Float64Array): void {
  for (let h = 0; h < importMW.length; h++) {
    const both = Math.min(importMW[h]!, exportMW[h]!);
    importMW[h]! -= both;
    exportMW[h]! -= both;
  }
}

/** Nothing is imported that plants would give for nothing, unless the grid pays for taking it. */
function useBeforeImport(spareMW: Float64Array, importMW: Float64Array, pricePerMWh: Float64Array): void {
  for (let h = 0; h < importMW.length; h++) {
    if (pricePerMWh[h]! < 0) continue;
    const used = Math.min(importMW[h]!, Math.max(0, spareMW[h]!));
    importMW[h]! -= used;
    spareMW[h]! -= used;
  }
}

/** Nothing is discharged that plants would give for nothing: it stays in store, and what comes next need not be charged. */
function useBeforeDischarge(spareMW: Float64Array, store: StorageFlows): void {
  const { storage, chargeMW, dischargeMW, stateOfChargeMWh } = store;
  const { selfDischargePerHour, chargeEfficiency, dischargeEfficiency } = storage;
  let kept = 0;
  // The year is a circle: what is kept at its end is there at its beginning. The first turn finds out how much.
  for (const isLast of [false, true]) {
    for (let h = 0; h < chargeMW.length; h++) {
      const used = Math.min(dischargeMW[h]!, Math.max(0, spareMW[h]!));
      kept = (1 - selfDischargePerHour) * kept + used / dischargeEfficiency;
      const spared = Math.min(chargeMW[h]!, kept / chargeEfficiency);
      kept = spared < chargeMW[h]! ? 0 : kept - chargeEfficiency * spared;
      if (!isLast) continue;
      dischargeMW[h]! -= used;
      chargeMW[h]! -= spared;
      spareMW[h]! += spared - used;
      stateOfChargeMWh[h]! += kept;
    }
  }
}

/** What a storage holds at the end of each hour in any case: its least, and what the others leave of a reserve. */
function leastHeld(store: StorageFlows, all: readonly StorageFlows[], reserveMWh: Reserve): Float64Array {
  const least = store.storage.minimumStateOfCharge * store.energyCapacityMWh;
  if (reserveMWh === undefined) return new Float64Array(store.chargeMW.length).fill(least);
  const others = all.filter((one) => one !== store);
  const held = reserveMWh.map((needed, h) => {
    const given = others.reduce((sum, { storage, energyCapacityMWh, stateOfChargeMWh }) => {
      const above = stateOfChargeMWh[h]! - storage.minimumStateOfCharge * energyCapacityMWh;
      return sum + storage.dischargeEfficiency * above;
    }, 0);
    const own = Math.max(0, needed - given) / store.storage.dischargeEfficiency;
    return Math.max(least, Math.min(store.stateOfChargeMWh[h]!, least + own));
  });
  // What must be there in one hour is there in the next as well, but for what is taken. The year is a circle: twice round.
  const { selfDischargePerHour, dischargeEfficiency } = store.storage;
  for (let at = 0; at < 2 * held.length; at++) {
    const h = at % held.length;
    const left = (1 - selfDischargePerHour) * held.at(h - 1)! - store.dischargeMW[h]! / dischargeEfficiency;
    held[h] = Math.max(held[h]!, left);
  }
  return held;
}

/** Nothing is charged before it must be, since what is held for longer leaks for longer. */
function chargeWhenNeeded(spareMW: Float64Array, store: StorageFlows, leastMWh: Float64Array): void {
  const { storage, powerCapacityMW, chargeMW, dischargeMW, stateOfChargeMWh } = store;
  const { selfDischargePerHour, chargeEfficiency, dischargeEfficiency } = storage;
  const charge = new Float64Array(chargeMW.length);
  const held = new Float64Array(chargeMW.length);
  /** From what must be held at the end of the year to what must be held at its beginning. */
  const turn = (atEnd: number): number => {
    let needed = atEnd;
    for (let h = chargeMW.length - 1; h >= 0; h--) {
      held[h] = needed;
      const most = Math.min(powerCapacityMW - dischargeMW[h]!, chargeMW[h]! + Math.max(0, spareMW[h]!));
      const can = Math.max(chargeMW[h]!, most);
      const taken = dischargeMW[h]! / dischargeEfficiency;
      needed = (held[h]! + taken - chargeEfficiency * can) / (1 - selfDischargePerHour);
      charge[h] = can;
      const least = leastMWh.at(h - 1)!;
      if (needed >= least) continue;
      needed = least;
      const missing = held[h]! + taken - (1 - selfDischargePerHour) * least;
      charge[h] = Math.min(can, Math.max(0, missing / chargeEfficiency));
    }
    return needed;
  };
  const atStart = turn(leastMWh.at(-1)!);
  // Where it never comes down to its least, the whole year is one charge and there is nothing to choose.
  if (turn(atStart) !== atStart) return;
  for (let h = 0; h < chargeMW.length; h++) spareMW[h]! -= charge[h]! - chargeMW[h]!;
  chargeMW.set(charge);
  stateOfChargeMWh.set(held);
}

/** What plants would give for nothing leaves wherever that costs nothing. */
function exportSpare(
  spareMW: Float64Array,
  exportMW: Float64Array,
  { exportPricePerMWh, exportLimitMW }: Market,
  roomMWh: number,
): void {
  let left = roomMWh;
  for (let h = 0; h < exportMW.length; h++) {
    if (exportPricePerMWh[h]! < 0) continue;
    const more = Math.max(0, Math.min(exportLimitMW - exportMW[h]!, spareMW[h]!, left));
    exportMW[h]! += more;
    spareMW[h]! -= more;
    left -= more;
  }
}

function total(series: Float64Array): number {
  return series.reduce((sum, value) => sum + value, 0);
}
