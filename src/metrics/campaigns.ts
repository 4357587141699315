import type { Scenario } from '../scenario/scenario.ts';
import type { WeatherYearSchedule } from '../schedule/schedule.ts';
import { tolerance } from '../units.ts';

/** What became of a campaign in a weather year. */
export interface CampaignScore {
  readonly name: string;
  /** IT side, before cooling. */
  readonly workMWh: number;
  readonly peakMW: number;
  /** Hours of its window in which it does something. */
  readonly runningHours: number;
}

/** Those of a phase. */
export function campaignScores({ load, phases }: Scenario, p: number, flows: WeatherYearSchedule): CampaignScore[] {
  const { name: phase, itCapacityMW } = phases[p]!;
  return (load.campaigns ?? []).flatMap((run, n) => {
    if (run.phase !== phase) return [];
    const { servedMW } = flows.tiers[load.tiers.length + n]!;
    return {
      name: run.name,
      workMWh: servedMW.reduce((sum, mw) => sum + mw, 0),
      peakMW: servedMW.reduce((most, mw) => Math.max(most, mw), 0),
      runningHours: servedMW.reduce((count, mw) => (mw > tolerance.seenShare * itCapacityMW ? count + 1 : count), 0),
    };
  });
}
