import { chargeMW, deliveredMW, dischargeMW, needMW, sceneOf } from '../answer.ts';
import { lawOfPlaces } from '../law.ts';
import { shown } from '../tally.ts';

/**
 * The load that the schedule states is the power of the work it serves, cooling included, and what the site draws beside.
 *
 * @equation load[h] = fixedShare·IT capacity + PUE[h]·Σ_k u_k[h], of a facility PUE[h] = 1 + perIT + perDegreeAbove·max(0, temperature[h] − threshold)
 */
export const facilityLoad = lawOfPlaces('facility-load', (place, tally) => {
  const need = needMW(place);
  const check = tally.compare(
    sceneOf(place, 'site'),
    (stated, served) => `load is stated as ${shown(stated)} MW, but the work served needs ${shown(served)} MW`,
  );
  for (let h = 0; h < place.hours; h++) check.equal(place.flows.loadMW[h]!, need[h]!, h);
});

/**
 * Supply is need in every hour; the need is recomputed from the work served, not taken from the stated load.
 *
 * @equation Σ_i (1 − loss_i)·g_i[h] + Σ_s d_s[h] + m[h] = load[h] + Σ_s c_s[h] + x[h]
 */
export const energyBalance = lawOfPlaces('energy-balance', (place, tally) => {
  const [delivered, discharge, need, charge] = [deliveredMW, dischargeMW, needMW, chargeMW].map((of) => of(place));
  const { importMW, exportMW } = place.flows;
  const check = tally.compare(
    sceneOf(place, 'site'),
    (supply, use) => `supply is ${shown(supply)} MW, but need is ${shown(use)} MW`,
  );
  for (let h = 0; h < place.hours; h++) {
    check.equal(delivered![h]! + discharge![h]! + importMW[h]!, need![h]! + charge![h]! + exportMW[h]!, h);
  }
});

/**
 * Only renewable power is stored or exported.
 *
 * @equation Σ_s c_s[h] + x[h] ≤ Σ_i (1 − loss_i)·g_i[h]
 */
export const renewablesOnly = lawOfPlaces('renewables-only', (place, tally) => {
  const delivered = deliveredMW(place);
  const charge = chargeMW(place);
  const check = tally.compare(
    sceneOf(place, 'site'),
    (taken, renewable) => `${shown(taken)} MW are stored or exported, but renewables deliver ${shown(renewable)} MW`,
  );
  for (let h = 0; h < place.hours; h++) check.atMost(charge[h]! + place.flows.exportMW[h]!, delivered[h]!, h);
});
