/** As one programme, or block by block. */

import type { Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { SolverName } from '../solvers/registry.ts';

export type Method = 'auto' | 'one-lp' | 'decomposed';

/** Below this many hours in all phases and weather years the simplex method is done in seconds, with an answer at a vertex. */
const MANY_HOURS = 1500;

/** `auto` decides by the number of hours; a solver that was asked for by name gets the whole programme. */
export function isDecomposed(
  { method, solver }: { readonly method: Method; readonly solver: SolverName | 'auto' },
  { weatherYears }: Scenario,
  scope: Scope,
): boolean {
  if (method !== 'auto') return method === 'decomposed';
  if (solver !== 'auto') return false;
  const hours = scope.weatherYears.reduce((sum, y) => sum + weatherYears[y]!.hours, 0);
  return hours * scope.phases.length >= MANY_HOURS;
}
