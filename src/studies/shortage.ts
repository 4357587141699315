/** Why no plan exists, in energy: the least that stays unmatched with all that may be built, and in which hours. */

import { importWithinEmissions } from '../metrics/emissions-tonnes.ts';
import { countedAboveMW } from '../metrics/unmatched.ts';
import type { Phase, Scenario } from '../scenario/scenario.ts';
import type { WeatherYearSchedule } from '../schedule/schedule.ts';
import { roomMWh } from '../verify/law.ts';
import type { Shortage } from './answer.ts';
import type { Engine } from './engine.ts';
import { solutionAt } from './prove.ts';
import { leastImportScope } from './scope.ts';
import { solveForSure } from './solve-scope.ts';

/**
 * Each phase on its own, with the grid standing in for what is missing and no cost on anything.
 *
 * @returns phases and weather years in which more stays unmatched than the target permits; empty where the energy would
 *   suffice, so that some other law (a floor, a ramp, a connection limit) is what cannot be kept.
 */
export async function shortagesOf(scenario: Scenario, phases: readonly number[], engine: Engine): Promise<Shortage[]> {
  const { emissionsLimitTonnesPerYear: _emissions, ...grid } = scenario.grid;
  const { reserveHours: _reserve, ...security } = scenario.security ?? {};
  const open: Scenario = { ...scenario, security, grid: { ...grid, importLimitMW: Number.POSITIVE_INFINITY } };
  const shortages: Shortage[] = [];
  for (const p of phases) {
    const scope = leastImportScope(open, p);
    const name = open.phases[p]!.name;
    const result = await solveForSure(open, scope, engine, `${open.name}: least unmatched energy of ${name}`);
    if (result.status !== 'solved') continue;
    for (const schedule of solutionAt(open, result).phases[0]!.weatherYears) {
      const shortage = shortageOf(scenario, scenario.phases[p]!, schedule);
      if (shortage.unmatchedMWh > shortage.permittedMWh + roomMWh(open.phases[p]!) * schedule.loadMW.length) {
        shortages.push(shortage);
      }
    }
  }
  return shortages;
}

function shortageOf(
  { matching, grid }: Scenario,
  phase: Phase,
  { name, importMW, loadMW }: WeatherYearSchedule,
): Shortage {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const target = matching.kind === 'none' ? 0 : matching.target;
  const least = countedAboveMW(loadMW);
  const hours = Array.from(importMW, (unmatchedMWh, hour) => ({ hour, unmatchedMWh }))
    .filter(({ unmatchedMWh }) => unmatchedMWh > least)
    .sort((a, b) => b.unmatchedMWh - a.unmatchedMWh || a.hour - b.hour);
  return {
    phase: phase.name,
    weatherYear: name,
    unmatchedMWh: sum(importMW),
    loadMWh: sum(loadMW),
    permittedMWh: Math.min((1 - target) * sum(loadMW), importWithinEmissions(grid, phase, loadMW.length)),
    hours,
  };
}
