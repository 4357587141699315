import type { LoadTier } from '../scenario/scenario.ts';
import type { WeatherYearSchedule } from '../schedule/schedule.ts';

/** What a tier made of its machines in a weather year. */
export interface TierScore {
  readonly name: string;
  /** Where its work and its power are apart. */
  readonly throughput: ThroughputScore;
}

/** IT side, before cooling. */
interface ThroughputScore {
  /** Work done, in the MWh that it takes at full power. */
  readonly workMWh: number;
  readonly energyMWh: number;
  /** 1 at full power; absent where no work was done. */
  readonly energyPerWork?: number;
  /**
   * Work that the energy would have done at full power and did not: idle machines and those with little power take it.
   * Below 0 where machines run at points that do more for their power.
   */
  readonly lostMWh: number;
}

/** Tiers that have more to tell than the year as a whole; schedule and scenario name the same in the same order. */
export function tierScores(tiers: readonly LoadTier[], flows: WeatherYearSchedule['tiers']): TierScore[] {
  return tiers.flatMap(({ name }, k) => {
    const { servedMW, workMWh } = flows[k]!;
    return workMWh === undefined ? [] : [{ name, throughput: throughputScore(servedMW, workMWh) }];
  });
}

/**
 * @param servedMW IT power of each hour.
 * @param workMWh Work done in each hour.
 */
function throughputScore(servedMW: Float64Array, workMWh: Float64Array): ThroughputScore {
  const [energy, work] = [total(servedMW), total(workMWh)];
  const perWork = work === 0 ? {} : { energyPerWork: energy / work };
  return { workMWh: work, energyMWh: energy, ...perWork, lostMWh: energy - work };
}

function total(series: Float64Array): number {
  return series.reduce((sum, value) => sum + value, 0);
}
