/** Volumetric matching: how much of the load renewable energy covers when hours, or months, may stand in for each other. */

import { monthStarts } from '../time.ts';

/**
 * Claim over load of the whole year; above 1 where more is claimed than used.
 *
 * @param claimMW Renewable energy that can be claimed in each hour, see `claimMW`.
 * @param loadMW Load of each hour.
 */
export function annualMatchShare(claimMW: Float64Array, loadMW: Float64Array): number {
  return share(sum(claimMW), sum(loadMW));
}

/**
 * Claim over load of each month, January first; above 1 where more is claimed than used.
 *
 * @param year Calendar year (UTC) that the hours belong to.
 */
export function monthlyMatchShares(claimMW: Float64Array, loadMW: Float64Array, year: number): number[] {
  return months(year).map(([from, to]) => share(sum(claimMW.subarray(from, to)), sum(loadMW.subarray(from, to))));
}

/**
 * Share of the year's load covered when hours may stand in for each other within a month, but no month for another.
 *
 * @param year Calendar year (UTC) that the hours belong to.
 */
export function monthlyMatchShare(claimMW: Float64Array, loadMW: Float64Array, year: number): number {
  const covered = months(year).map(([from, to]) =>
    Math.min(sum(claimMW.subarray(from, to)), sum(loadMW.subarray(from, to))),
  );
  return share(
    covered.reduce((total, value) => total + value, 0),
    sum(loadMW),
  );
}

function months(year: number): [from: number, to: number][] {
  const starts = monthStarts(year);
  return starts.slice(1).map((to, month) => [starts[month]!, to]);
}

/** Where there is no load, nothing is unmatched. */
function share(claimMWh: number, loadMWh: number): number {
  return loadMWh === 0 ? 1 : claimMWh / loadMWh;
}

function sum(series: Float64Array): number {
  return series.reduce((total, value) => total + value, 0);
}
