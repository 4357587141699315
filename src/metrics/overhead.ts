import type { Scenario } from '../scenario/scenario.ts';
import type { WeatherYearSchedule } from '../schedule/schedule.ts';

/** What the site draws beside its machines, where a scenario tells it apart [MWh]. */
export interface Overhead {
  /** Whatever the machines do. */
  readonly fixedMWh: number;
  /** In proportion to them. */
  readonly followingMWh: number;
  /** For the warmth of the air. */
  readonly warmthMWh: number;
}

/**
 * @equation fixedShare·IT capacity·hours, perIT·Σ_h IT[h], perDegreeAbove·Σ_h max(0, temperature[h] − threshold)·IT[h]
 */
export function overhead(
  { load, phases }: Scenario,
  p: number,
  year: number,
  { loadMW, tiers }: WeatherYearSchedule,
): Overhead | undefined {
  if (load.facility === undefined) return undefined;
  const { fixedShare, perIT, perDegreeAbove, thresholdC, temperatureC } = load.facility;
  const served = loadMW.map((_, hour) => tiers.reduce((sum, { servedMW }) => sum + servedMW[hour]!, 0));
  const warmth = temperatureC[year]!.map((degrees) => Math.max(0, degrees - thresholdC));
  return {
    fixedMWh: fixedShare * phases[p]!.itCapacityMW * loadMW.length,
    followingMWh: perIT * served.reduce((sum, mw) => sum + mw, 0),
    warmthMWh: perDegreeAbove * served.reduce((sum, mw, hour) => sum + mw * warmth[hour]!, 0),
  };
}
