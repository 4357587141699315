import { HOURS_PER_YEAR, tolerance } from '../../units.ts';
import { costInYear } from '../annuity.ts';
import { needMW, sceneOf } from '../answer.ts';
import { lawOfPlaces } from '../law.ts';
import { shown } from '../tally.ts';

/**
 * Grid energy serves load and nothing else.
 *
 * @equation m[h] ≤ PUE[h]·Σ_k u_k[h]
 */
export const importServesLoad = lawOfPlaces('import-serves-load', (place, tally) => {
  const need = needMW(place);
  const check = tally.compare(
    sceneOf(place, 'grid'),
    (imported, load) => `imports ${shown(imported)} MW, but the load is ${shown(load)} MW`,
  );
  for (let h = 0; h < place.hours; h++) check.atMost(place.flows.importMW[h]!, need[h]!, h);
});

/**
 * Energy comes or goes: what is imported and exported in one hour crosses the meter for nothing, and no score may count it.
 *
 * @equation min(m[h], x[h]) = 0
 */
export const gridDirection = lawOfPlaces('grid-direction', (place, tally) => {
  const check = tally.compare(sceneOf(place, 'grid'), (both) => `imports and exports ${shown(both)} MW at once`);
  const { importMW, exportMW } = place.flows;
  for (let h = 0; h < place.hours; h++) check.atMost(Math.min(importMW[h]!, exportMW[h]!), 0, h);
});

/**
 * Import stays within the subscribed power.
 *
 * @equation m[h] ≤ M
 */
export const subscribedPower = lawOfPlaces('subscribed-power', (place, tally) => {
  const check = tally.compare(
    sceneOf(place, 'grid'),
    (imported, limit) => `imports ${shown(imported)} MW, but ${shown(limit)} MW are subscribed`,
  );
  const { subscribedPowerMW } = place.capacities.grid;
  for (let h = 0; h < place.hours; h++) check.atMost(place.flows.importMW[h]!, subscribedPowerMW, h);
});

/**
 * Import stays within the grid connection, where it has a limit.
 *
 * @equation m[h] ≤ import limit
 */
export const importConnection = lawOfPlaces('import-connection', (place, tally) => {
  const { importLimitMW } = place.scenario.grid;
  if (importLimitMW === Number.POSITIVE_INFINITY) return;
  const check = tally.compare(
    sceneOf(place, 'grid'),
    (imported, limit) => `imports ${shown(imported)} MW, but the connection allows ${shown(limit)} MW`,
  );
  for (let h = 0; h < place.hours; h++) check.atMost(place.flows.importMW[h]!, importLimitMW, h);
});

/**
 * Export stays within the grid connection, where it has a limit.
 *
 * @equation x[h] ≤ export limit
 */
export const exportConnection = lawOfPlaces('export-connection', (place, tally) => {
  const { exportLimitMW } = place.scenario.grid;
  if (exportLimitMW === Number.POSITIVE_INFINITY) return;
  const check = tally.compare(
    sceneOf(place, 'grid'),
    (exported, limit) => `exports ${shown(exported)} MW, but the connection allows ${shown(limit)} MW`,
  );
  for (let h = 0; h < place.hours; h++) check.atMost(place.flows.exportMW[h]!, exportLimitMW, h);
});

const total = (series: Float64Array) => series.reduce((sum, value) => sum + value, 0);

/**
 * What imported energy emits in a year, brought to 8,760 hours, stays within the limit of every year of the phase.
 *
 * @equation 8760/H_y·Σ_h m[h]·intensity ≤ emissions limit_t, for each year t of the phase
 */
export const emissionsLimit = lawOfPlaces('emissions-limit', (place, tally) => {
  const { emissionsLimitTonnesPerYear: limits, carbonIntensityKgPerMWh } = place.scenario.grid;
  if (limits === undefined) return;
  const importMWh = total(place.flows.importMW) * (HOURS_PER_YEAR / place.hours);
  for (let t = 0; t < place.phase.years; t++) {
    const year = place.phase.firstYear + t;
    const limit = costInYear(limits, year);
    const words = (imported: number, most: number) =>
      `imports ${shown(imported)} MWh, but the ${shown(limit)} t that may be emitted in ${year} are those of ${shown(most)} MWh`;
    const check = tally.compare(sceneOf(place, 'grid'), words, tolerance.yearlyShare);
    check.atMost(importMWh, (1000 * limit) / carbonIntensityKgPerMWh, undefined, importMWh);
  }
});

/**
 * Of a year's load, or of the generation that serves load or export, at most the share is exported.
 *
 * @equation of the load: Σ_h x[h] ≤ share·Σ_h load[h]
 * @equation of the generation: Σ_h x[h] ≤ share·Σ_h (load[h] − m[h] + x[h])
 */
export const exportShare = lawOfPlaces('export-share', (place, tally) => {
  const rule = place.scenario.grid.exportShare;
  if (rule === undefined) return;
  const [exported, load] = [total(place.flows.exportMW), total(needMW(place))];
  const whole = rule.of === 'load' ? load : load - total(place.flows.importMW) + exported;
  const words = (is: number, most: number) =>
    `exports ${shown(is)} MWh in the year, but ${shown(most)} MWh are the share of ${rule.maximum} of its ${rule.of}`;
  tally
    .compare(sceneOf(place, 'grid'), words, tolerance.yearlyShare)
    .atMost(exported, rule.maximum * whole, undefined, load + exported);
});
