/** Gathers the judgements of a schedule: for each phase, and in it for each weather year. Nothing is rounded. */

import type { Scenario } from '../scenario/scenario.ts';
import { effectiveMW } from '../schedule/effective.ts';
import type { PhaseSchedule, Schedule } from '../schedule/schedule.ts';
import { type CampaignScore, campaignScores } from './campaigns.ts';
import { cfeScore, cfeScoreWithGrid } from './cfe-score.ts';
import { claimMW } from './claim.ts';
import { curtailedMWh } from './curtailed-mwh.ts';
import { emissionsTonnes } from './emissions-tonnes.ts';
import { expectedAnnual } from './levelised-cost.ts';
import { annualMatchShare } from './match-share.ts';
import { type Overhead, overhead } from './overhead.ts';
import { type SecurityScore, securityScore } from './security.ts';
import { shiftedMWh } from './shifted-mwh.ts';
import { storageLossesMWh } from './storage-losses-mwh.ts';
import { type TierScore, tierScores } from './tier-score.ts';
import { unmatched } from './unmatched.ts';

/** One weather year under one phase. Energy in MWh of the weather year as it stands, at the site unless said. */
export interface WeatherYearScore {
  readonly name: string;
  readonly cfeScore: number;
  /** With the grid's carbon-free share counted; absent where the scenario does not say it. */
  readonly cfeScoreWithGrid?: number;
  readonly annualMatchShare: number;
  readonly unmatchedMWh: number;
  readonly unmatchedHours: number;
  /** Facility load, cooling included. */
  readonly loadMWh: number;
  /** Generation used, at the plants. */
  readonly generationMWh: number;
  /** At the plants, of what is counted of their output. */
  readonly curtailedMWh: number;
  readonly importMWh: number;
  /** Of imported energy, by the scenario's factor [t CO₂ equivalent]. */
  readonly emissionsTonnes: number;
  readonly exportMWh: number;
  readonly storageLossesMWh: number;
  /** IT side, before cooling. */
  readonly shiftedMWh: number;
  /** IT side, before cooling. */
  readonly shedMWh: number;
  /** Reserve and margin; absent where none is asked for. */
  readonly security?: SecurityScore;
  /** Absent where a PUE tells all. */
  readonly overhead?: Overhead;
  /** Of the phase; absent where it has none. */
  readonly campaigns?: readonly CampaignScore[];
  /** Those that have more to tell; absent where none has. */
  readonly tiers?: readonly TierScore[];
}

export interface PhaseScore {
  readonly name: string;
  /** Facility load of an expected year of 8,760 hours. */
  readonly annualLoadMWh: number;
  /** Of imported energy, in an expected year of 8,760 hours [t CO₂ equivalent per year]. */
  readonly annualEmissionsTonnes: number;
  readonly weatherYears: readonly WeatherYearScore[];
}

/** Schedule and scenario must name the same things in the same order. */
export function scorecard(scenario: Scenario, schedule: Schedule): PhaseScore[] {
  return schedule.phases.map((phase, p) => {
    const weatherYears = scenario.weatherYears.map((_, year) => weatherYearScore(scenario, p, phase, year));
    const expected = (of: (score: WeatherYearScore) => number) =>
      expectedAnnual(scenario.weatherYears, weatherYears.map(of));
    return {
      name: phase.name,
      annualLoadMWh: expected(({ loadMWh }) => loadMWh),
      annualEmissionsTonnes: expected((score) => score.emissionsTonnes),
      weatherYears,
    };
  });
}

function weatherYearScore(
  scenario: Scenario,
  p: number,
  { capacities, weatherYears }: PhaseSchedule,
  year: number,
): WeatherYearScore {
  const flows = weatherYears[year]!;
  const { name, loadMW, importMW, exportMW, renewables, storages, tiers } = flows;
  const carbonFree = scenario.grid.carbonFreeShare?.[year];
  const runs = campaignScores(scenario, p, flows);
  const secured = securityScore(scenario, p, year, capacities, flows);
  const apart = overhead(scenario, p, year, flows);
  const scores = tierScores(scenario, p, year, tiers);
  return {
    name,
    cfeScore: cfeScore(loadMW, importMW),
    ...(carbonFree && { cfeScoreWithGrid: cfeScoreWithGrid(loadMW, importMW, carbonFree) }),
    annualMatchShare: annualMatchShare(claimMW(scenario, flows), loadMW),
    ...unmatched(loadMW, importMW),
    loadMWh: total(loadMW),
    generationMWh: sum(renewables.map(({ generationMW }) => total(generationMW))),
    curtailedMWh: sum(
      renewables.map(({ generationMW }, i) =>
        curtailedMWh(
          scenario.renewables[i]!.capacityFactor[year]!,
          (1 - (scenario.security?.derateShare ?? 0)) * effectiveMW(capacities.renewables[i]!),
          generationMW,
        ),
      ),
    ),
    importMWh: total(importMW),
    emissionsTonnes: emissionsTonnes(total(importMW), scenario.grid.carbonIntensityKgPerMWh),
    exportMWh: total(exportMW),
    storageLossesMWh: sum(storages.map(({ chargeMW, dischargeMW }) => storageLossesMWh(chargeMW, dischargeMW))),
    shiftedMWh: sum(tiers.map(({ backlogMWh }) => shiftedMWh(backlogMWh))),
    shedMWh: sum(tiers.map(({ shedMW }) => total(shedMW))),
    ...(secured && { security: secured }),
    ...(apart && { overhead: apart }),
    ...(runs.length > 0 && { campaigns: runs }),
    ...(scores.length === 0 ? {} : { tiers: scores }),
  };
}

function total(series: Float64Array): number {
  return series.reduce((all, value) => all + value, 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
