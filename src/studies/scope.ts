import type { Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';

const indices = (list: readonly unknown[]) => list.map((_, index) => index);

/** The whole scenario as it asks: all phases and weather years together, sizes free, least cost. */
export function wholeScope(scenario: Scenario): Scope {
  const { matching, grid } = scenario;
  const isHourByHour = matching.kind === 'hourly';
  const isVolumetric = matching.kind === 'monthly' || matching.kind === 'annual';
  return {
    phases: indices(scenario.phases),
    weatherYears: indices(scenario.weatherYears),
    built: [],
    matching,
    importAllowed: !(isHourByHour && matching.target === 1),
    exportAllowed: isVolumetric || grid.exportPricePerMWh.some((year) => year.some((price) => price > 0)),
    minimise: 'cost',
  };
}

/** Hours of a phase with the grid for whatever is missing, as little of it as can be, whatever that costs. */
export function leastImportScope(scenario: Scenario, p: number, built: Scope['built'] = []): Scope {
  const asked = { phases: [p], built, matching: { kind: 'none' }, importAllowed: true, minimise: 'import' } as const;
  return { ...wholeScope(scenario), ...asked };
}
