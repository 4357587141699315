/**
 * Share of the load that is served without grid energy, hour by hour: surplus in one hour never serves another.
 * The carbon-free energy score of Google, 24/7 Carbon-Free Energy: Methodologies and Metrics, 2021, with nothing of the
 * grid's energy counted as carbon-free.
 *
 * @param loadMW Load of every hour.
 * @param importMW Grid energy that serves it.
 * @returns 0…1; 1 where there is no load, for nothing is unmatched.
 */
export function cfeScore(loadMW: Float64Array, importMW: Float64Array): number {
  const load = loadMW.reduce((sum, value) => sum + value, 0);
  return load === 0 ? 1 : 1 - importMW.reduce((sum, value) => sum + value, 0) / load;
}

/**
 * The same score with the grid's own carbon-free energy counted, as Google's method does: of what is imported in an hour,
 * the share that is free of carbon in that hour is matched.
 *
 * @param carbonFreeShare Of the grid's energy in each hour, 0…1.
 */
export function cfeScoreWithGrid(loadMW: Float64Array, importMW: Float64Array, carbonFreeShare: Float64Array): number {
  return cfeScore(
    loadMW,
    importMW.map((mw, h) => mw * (1 - carbonFreeShare[h]!)),
  );
}
