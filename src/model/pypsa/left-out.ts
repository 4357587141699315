/** What a network of PyPSA cannot say of a scenario without constraints that are written in Python. */

import type { Phase, Scenario } from '../../scenario/scenario.ts';
import { sitesOf } from '../../scenario/sites.ts';
import { poolsOf } from '../renewable.ts';

/** Where in the scenario, and why; empty where the network is the whole problem. */
export function leftOut(scenario: Scenario, phase: Phase): { readonly where: string; readonly problem: string }[] {
  const { weatherYears, renewables, storages, load, grid, matching, security } = scenario;
  const { tiers, facility, campaigns = [], pue } = load;
  const others = weatherYears.slice(1).map(({ name }) => name);
  const isOvertime = tiers.some(({ deadlineHours }) => deadlineHours > 0) && pue[0]!.some((one) => one !== pue[0]![0]);
  const isLimited = matching.kind === 'hourly' && matching.target < 1;
  const said: readonly (readonly [isLeft: boolean, where: string, problem: string])[] = [
    [others.length > 0, 'weatherYears', `only the first is a network; left out: ${others.join(', ')}`],
    ...sitesOf(renewables)
      .filter(({ plants }) => plants.length > 1)
      .map(({ plants }) => {
        const names = plants.map((i) => renewables[i]!.name).join(', ');
        return [true, 'renewables.site', `each of ${names} may reach the maximum that they share`] as const;
      }),
    ...poolsOf(scenario, phase).map(({ contract, members }) => {
      const where = `renewables[${members[0]!.renewable.name}].purchase`;
      return [contract !== undefined, where, 'energy that is taken in a year is not counted'] as const;
    }),
    ...storages.flatMap(({ name, durationHours: { min, max }, cyclesPerYear }) => [
      [
        min > 0 || max < Number.POSITIVE_INFINITY,
        `storages[${name}].durationHours`,
        'energy is free of power',
      ] as const,
      [cyclesPerYear !== undefined, `storages[${name}].cyclesPerYear`, 'cycles are not counted'] as const,
    ]),
    ...tiers.flatMap(({ name, rampSharePerHour, shed, throughput, endurance }) =>
      Object.entries({ rampSharePerHour, shed, throughput, endurance }).map(
        ([field, value]) => [value !== undefined, `load.tiers[${name}].${field}`, 'is not in the network'] as const,
      ),
    ),
    [facility !== undefined, 'load.facility', 'overhead is in proportion to the machines'],
    [campaigns.length > 0, 'load.campaigns', 'are not in the network'],
    [security?.reserveHours !== undefined, 'security.reserveHours', 'no reserve is held'],
    [grid.emissionsLimitTonnesPerYear !== undefined, 'grid.emissionsLimitTonnesPerYear', 'emissions have no limit'],
    [grid.exportShare !== undefined, 'grid.exportShare', 'export has no share'],
    [matching.kind === 'monthly' || matching.kind === 'annual', 'matching', 'nothing has to be matched'],
    [isLimited && isOvertime, 'matching', 'the share is that of the load where no work waits'],
  ];
  return said.flatMap(([isLeft, where, problem]) => (isLeft ? [{ where, problem }] : []));
}
