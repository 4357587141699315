import type { Endurance, Scenario, Throughput } from '../scenario/scenario.ts';
import type { WeatherYearSchedule } from '../schedule/schedule.ts';

/** What a tier made of its machines in a weather year. IT side, before cooling. */
export interface TierScore {
  readonly name: string;
  /** Where its work and its power are apart. */
  readonly throughput?: ThroughputScore;
  /** Where its reductions are bounded. */
  readonly endurance?: EnduranceScore;
}

interface ThroughputScore {
  /** Work done, in the MWh that it takes at full power. */
  readonly workMWh: number;
  readonly energyMWh: number;
  /** 1 at full power; absent where no work was done. */
  readonly energyPerWork?: number;
  /**
   * Work that the energy would have done at the point where machines do most for their power, and did not: idle machines take
   * it, and those that run at other points.
   */
  readonly lostMWh: number;
}

interface EnduranceScore {
  /** Work that was not done in the hour it arrived. */
  readonly heldBackMWh: number;
  /** Of the work that arrived in an hour, the most that was held back. */
  readonly deepestShare: number;
  /** Of the endurance for a whole reduction, the least that was left; 0 where reductions were as long as they may be. */
  readonly leastLeftShare: number;
}

/** Tiers that have more to tell than the year as a whole; schedule and scenario name the same in the same order. */
export function tierScores(
  { phases, load }: Scenario,
  p: number,
  year: number,
  flows: WeatherYearSchedule['tiers'],
): TierScore[] {
  return load.tiers.flatMap((tier, k): TierScore[] => {
    const { servedMW, workMWh } = flows[k]!;
    const meanMWh = phases[p]!.itCapacityMW * load.utilisation * tier.share;
    const arriving = tier.arrivalShape[year]!.map((shape) => meanMWh * shape);
    const done = workMWh ?? servedMW;
    const score = {
      ...(tier.throughput && workMWh && { throughput: throughputScore(tier.throughput, servedMW, workMWh) }),
      ...(tier.endurance && { endurance: enduranceScore(tier.endurance, meanMWh, arriving, done) }),
    };
    return Object.keys(score).length === 0 ? [] : [{ name: tier.name, ...score }];
  });
}

function throughputScore({ points }: Throughput, servedMW: Float64Array, workMWh: Float64Array): ThroughputScore {
  const [energy, work] = [total(servedMW), total(workMWh)];
  const perWork = work === 0 ? {} : { energyPerWork: energy / work };
  const best = points.reduce(
    (most, { powerShare, workRate }) => Math.max(most, powerShare && workRate / powerShare),
    0,
  );
  // Work is bounded by the curve, so what is below nothing is what a law does not see.
  return { workMWh: work, energyMWh: energy, ...perWork, lostMWh: Math.max(0, best * energy - work) };
}

function enduranceScore(
  { depthShare, hours, restHours }: Endurance,
  meanMWh: number,
  arriving: Float64Array,
  done: Float64Array,
): EnduranceScore {
  const heldBack = arriving.map((mwh, h) => Math.max(0, mwh - done[h]!));
  const depth = heldBack.map((mwh, h) => (arriving[h]! === 0 ? 0 : mwh / arriving[h]!));
  // In hours of full depth; a rest brings all of them. The second year begins with what the first has left.
  let left = hours;
  let least = hours;
  for (const isCounted of [false, true]) {
    for (const held of heldBack) {
      const share = held / (depthShare * meanMWh);
      left = Math.min(hours, left + (hours / restHours) * (1 - share) - share);
      if (isCounted) least = Math.min(least, left);
    }
  }
  return {
    heldBackMWh: total(heldBack),
    deepestShare: depth.reduce((most, share) => Math.max(most, share), 0),
    leastLeftShare: Math.max(0, least / hours),
  };
}

function total(series: Float64Array): number {
  return series.reduce((sum, value) => sum + value, 0);
}
