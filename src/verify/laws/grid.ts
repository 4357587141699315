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
