import { effectiveEnergyMWh, effectiveMW } from '../../schedule/effective.ts';
import { needMW, sceneOf } from '../answer.ts';
import { lawOfPlaces } from '../law.ts';
import { shown } from '../tally.ts';

/**
 * At the end of each hour storages hold enough above their least to serve the firm load of the hour for the hours of the
 * reserve, losses of giving it included.
 *
 * @equation Σ_s η⁻_s·(s_s[h] − s_min·E_s) ≥ hours·firm load[h]
 */
export const reserve = lawOfPlaces('reserve', (place, tally) => {
  const { security, storages, load } = place.scenario;
  if (security?.reserveHours === undefined) return;
  const firm = needMW(
    place,
    place.flows.tiers.filter((_, k) => load.tiers[k]?.deadlineHours === 0),
  );
  const check = tally.compare(
    sceneOf(place, 'site'),
    (needed, held) => `${shown(needed)} MWh are to be held for firm load, but storages could give ${shown(held)} MWh`,
  );
  for (let h = 0; h < place.hours; h++) {
    let held = 0;
    for (const [s, { dischargeEfficiency, minimumStateOfCharge }] of storages.entries()) {
      const least = minimumStateOfCharge * effectiveEnergyMWh(place.capacities.storages[s]!);
      held += dischargeEfficiency * (place.flows.storages[s]!.stateOfChargeMWh[h]! - least);
    }
    check.atMost(security.reserveHours * firm[h]!, held, h);
  }
});

/**
 * The plan holds with the output of every plant lowered by a share.
 *
 * @equation g_i[h] ≤ (1 − derate)·a_i[h]·K_i
 */
export const derate = lawOfPlaces('derate', (place, tally) => {
  const { security, renewables } = place.scenario;
  if (security?.derateShare === undefined) return;
  for (const [i, { name, capacityFactor }] of renewables.entries()) {
    const a = capacityFactor[place.year]!;
    const countedMW = (1 - security.derateShare) * effectiveMW(place.capacities.renewables[i]!);
    const check = tally.compare(
      sceneOf(place, name),
      (generation, limit) => `gives ${shown(generation)} MW, but ${shown(limit)} MW of its weather are counted`,
    );
    for (let h = 0; h < place.hours; h++)
      check.atMost(place.flows.renewables[i]!.generationMW[h]!, a[h]! * countedMW, h);
  }
});
