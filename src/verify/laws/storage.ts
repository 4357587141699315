import { effectiveEnergyMWh, effectivePowerMW } from '../../schedule/effective.ts';
import { previousHour } from '../../time.ts';
import { tolerance } from '../../units.ts';
import { type Place, sceneOf } from '../answer.ts';
import { lawOfPlaces } from '../law.ts';
import { shown } from '../tally.ts';

/** Each storage with its size and its flows. */
function storagesOf(place: Place) {
  return place.scenario.storages.map((storage, s) => ({
    storage,
    scene: sceneOf(place, storage.name),
    size: place.capacities.storages[s]!,
    flows: place.flows.storages[s]!,
  }));
}

/**
 * What is stored is what was stored, less what leaks, plus what is charged, less what is discharged, losses included;
 * the year ends as it begins, so none starts with a free full store.
 *
 * @equation (1 − σ)·s[h−1] + η⁺·c[h] − d[h]/η⁻ = s[h]
 */
export const stateOfCharge = lawOfPlaces('state-of-charge', (place, tally) => {
  for (const { storage, scene, flows } of storagesOf(place)) {
    const { selfDischargePerHour, chargeEfficiency, dischargeEfficiency } = storage;
    const check = tally.compare(
      scene,
      (next, stated) => `the flows lead to ${shown(next)} MWh stored, but ${shown(stated)} MWh are stated`,
    );
    for (let h = 0; h < place.hours; h++) {
      const before = flows.stateOfChargeMWh[previousHour(h, place.hours)]!;
      const gained = chargeEfficiency * flows.chargeMW[h]!;
      const lost = flows.dischargeMW[h]! / dischargeEfficiency;
      const stated = flows.stateOfChargeMWh[h]!;
      check.equal(
        (1 - selfDischargePerHour) * before + gained - lost,
        stated,
        h,
        Math.max(before, gained, lost, stated),
      );
    }
  }
});

/**
 * What is stored stays within the usable window of the energy capacity.
 *
 * @equation s_min·E ≤ s[h] ≤ s_max·E
 */
export const stateOfChargeWindow = lawOfPlaces('state-of-charge-window', (place, tally) => {
  for (const { storage, scene, size, flows } of storagesOf(place)) {
    const least = storage.minimumStateOfCharge * effectiveEnergyMWh(size);
    const most = storage.maximumStateOfCharge * effectiveEnergyMWh(size);
    const above = tally.compare(
      scene,
      (is, limit) => `${shown(is)} MWh stored, but at most ${shown(limit)} MWh may be`,
    );
    const below = tally.compare(
      scene,
      (limit, is) => `${shown(is)} MWh stored, but at least ${shown(limit)} MWh must be`,
    );
    for (let h = 0; h < place.hours; h++) {
      above.atMost(flows.stateOfChargeMWh[h]!, most, h);
      below.atMost(least, flows.stateOfChargeMWh[h]!, h);
    }
  }
});

/**
 * Charge and discharge share the power equipment.
 *
 * @equation c[h] + d[h] ≤ P
 */
export const storagePower = lawOfPlaces('storage-power', (place, tally) => {
  for (const { scene, size, flows } of storagesOf(place)) {
    const check = tally.compare(
      scene,
      (power, limit) => `charges and discharges ${shown(power)} MW together, but has ${shown(limit)} MW`,
    );
    for (let h = 0; h < place.hours; h++) {
      check.atMost(flows.chargeMW[h]! + flows.dischargeMW[h]!, effectivePowerMW(size), h);
    }
  }
});

/**
 * A storage charges or discharges: both in one hour would only lose energy.
 *
 * @equation min(c[h], d[h]) = 0
 */
export const storageDirection = lawOfPlaces('storage-direction', (place, tally) => {
  for (const { scene, flows } of storagesOf(place)) {
    const check = tally.compare(scene, (both) => `charges and discharges ${shown(both)} MW at once`);
    for (let h = 0; h < place.hours; h++) check.atMost(Math.min(flows.chargeMW[h]!, flows.dischargeMW[h]!), 0, h);
  }
});

/**
 * A year discharges the energy capacity at most so many times, where the storage has a limit.
 *
 * @equation Σ_h d[h] ≤ cycles per year·E
 */
export const storageCycles = lawOfPlaces('storage-cycles', (place, tally) => {
  for (const { storage, scene, size, flows } of storagesOf(place)) {
    if (storage.cyclesPerYear === undefined) continue;
    const discharged = flows.dischargeMW.reduce((sum, d) => sum + d, 0);
    tally
      .compare(
        scene,
        (sum, limit) => `discharges ${shown(sum)} MWh in the year, but its cycles allow ${shown(limit)} MWh`,
        tolerance.yearlyShare,
      )
      .atMost(discharged, storage.cyclesPerYear * effectiveEnergyMWh(size));
  }
});
