/** Rules that cross the fields of the public grid. */

import type { Draft } from '../document/draft.ts';
import { conflict, type Fault } from '../faults/fault.ts';
import { tableFaults } from './tables.ts';

export function gridFaults({ grid }: Draft): Fault[] {
  return [...tableFaults(grid, ['grid']), ...emissionFaults(grid)];
}

/** Emissions that have a price or a limit are reckoned with an intensity: at 0 neither would ever be felt. */
function emissionFaults(grid: Draft['grid']): Fault[] {
  const given = grid.carbonIntensityKgPerMWh;
  const intensity = typeof given === 'object' ? given.value : given;
  if (intensity !== 0) return [];
  const fields = ['carbonPricePerTonne', 'emissionsLimitTonnesPerYear'] as const;
  return fields.flatMap((field) => {
    if (grid[field] === undefined) return [];
    const expected = 'Give carbonIntensityKgPerMWh what the grid emits, such as 607, or leave this field out.';
    return conflict(['grid', field], 'nothing is emitted: grid.carbonIntensityKgPerMWh is 0', expected);
  });
}
