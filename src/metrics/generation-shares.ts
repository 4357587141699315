/**
 * Shares of the generation that reaches the site, 0…1; all 0 where nothing does. Energy that goes through a storage counts
 * once, as what the plants made of it; import is no generation.
 *
 * @param arrivingMWh What arrives of each plant, or each kind of plant: generation used, less losses on the way.
 */
export function generationShares(arrivingMWh: readonly number[]): number[] {
  const all = arrivingMWh.reduce((sum, mwh) => sum + mwh, 0);
  return arrivingMWh.map((mwh) => (all > 0 ? mwh / all : 0));
}
