/** The least of one maximum that all laws need, all else as the scenario has it: of a plan that keeps them, and what none does with. */

import type { Scope } from '../../model/variables.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { verifySchedule } from '../../verify/verify-schedule.ts';
import type { Engine } from '../engine.ts';
import { leastSize } from '../least-size.ts';
import { solutionAt } from '../prove.ts';
import { wholeScope } from '../scope.ts';
import type { Lifted } from './maxima.ts';

/** @returns undefined where no size will do, or none was found out */
export async function leastOf(
  scenario: Scenario,
  { name, i, lift }: Lifted,
  engine: Engine,
): Promise<{ readonly needed: number; readonly infeasibleBelow: number } | undefined> {
  const open = lift(scenario);
  const scope: Scope = { ...wholeScope(open), minimise: 'import' };
  const found = await leastSize(open, scope, [{ i, present: 0, step: 1 }], engine, `${scenario.name}: least ${name}`);
  if (found === undefined) return undefined;
  const { phases, buildOut } = solutionAt(open, found.stage);
  if (verifySchedule(open, { phases }, buildOut).violations.length > 0) return undefined;
  return { needed: found.size, infeasibleBelow: found.atLeast };
}
