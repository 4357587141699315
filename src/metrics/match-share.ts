/** Volumetric matching: how much of the load renewable energy covers when hours may stand in for each other. */

/**
 * Claim over load of the whole year; above 1 where more is claimed than used.
 *
 * @param claimMW Renewable energy that can be claimed in each hour, see `claimMW`.
 * @param loadMW Load of each hour.
 */
export function annualMatchShare(claimMW: Float64Array, loadMW: Float64Array): number {
  return share(sum(claimMW), sum(loadMW));
}

/** Where there is no load, nothing is unmatched. */
function share(claimMWh: number, loadMWh: number): number {
  return loadMWh === 0 ? 1 : claimMWh / loadMWh;
}

function sum(series: Float64Array): number {
  return series.reduce((total, value) => total + value, 0);
}
