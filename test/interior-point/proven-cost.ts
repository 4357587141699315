/** What the method says of a scenario, proven; and what the simplex method says. */

import { expect } from 'vitest';
import type { BlockAngularProgram, LinkedValues } from '../../src/lp/block-angular.ts';
import { decompose } from '../../src/model/decomposition.ts';
import { formulate } from '../../src/model/formulation.ts';
import type { Matching, Scenario } from '../../src/scenario/scenario.ts';
import { deadlineIn } from '../../src/solvers/deadline.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import type { SolveMaster } from '../../src/solvers/interior-point/method/restricted-master.ts';
import { type BlockSolveOptions, solveBlocks } from '../../src/solvers/interior-point/method/solve.ts';
import { type Perform, perform } from '../../src/solvers/interior-point/threads/block-tasks.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { relativeGap as gapBetween, HOURS_PER_YEAR } from '../../src/units.ts';
import { certifyBlocks } from '../../src/verify/certificate.ts';
import { provenInParts } from '../fixtures/decomposed-stage.ts';
import { everyHour } from '../fixtures/site.ts';

export const kinds: readonly Matching[] = [
  everyHour,
  { kind: 'hourly', target: 0.9, over: 'everyYear' },
  { kind: 'hourly', target: 0.8, over: 'onAverage' },
  { kind: 'annual', target: 1, over: 'everyYear' },
  { kind: 'annual', target: 0.9, over: 'onAverage' },
  { kind: 'none' },
];

const none = Number.POSITIVE_INFINITY;
const here: Perform = async (name, input) => perform(name, input);

export function solvedInBlocks(scenario: Scenario, options: Partial<BlockSolveOptions> = {}) {
  const { program } = decompose(scenario, wholeScope(scenario));
  const { relativeGap = 5e-7 } = options;
  return solveBlocks(program, here, {
    relativeGap,
    gapFloor: 0,
    deadline: deadlineIn(none),
    onProgress: () => undefined,
    solveMaster,
    ...(relativeGap > 1e-6 && {
      early: { relativeGap, isProven: (values) => gapIn(program, values) <= 1.8 * relativeGap },
    }),
    ...options,
  });
}

export const solveMaster: SolveMaster = (master) => highsSolver.solve(master, { timeLimitSeconds: none });

/** As the bound recomputed from the duals has it. */
export function gapIn(program: BlockAngularProgram, values: LinkedValues): number {
  const { objective, dualBound } = certifyBlocks(program, values);
  return gapBetween(objective, dualBound, 0);
}

export async function optimumOf(scenario: Scenario): Promise<number> {
  const result = await highsSolver.solve(formulate(scenario, wholeScope(scenario)).program, { timeLimitSeconds: none });
  if (result.status !== 'optimal') throw new Error(`expected an optimum, but HiGHS says ${result.status}`);
  return result.objective;
}

/** The cost, once laws, equations and bound have been checked by other code, to twice the gap that was asked for. */
export async function provenCost(scenario: Scenario, relativeGap = 5e-7): Promise<number> {
  const result = await solvedInBlocks(scenario, { relativeGap });
  if (result.status !== 'optimal') throw new Error(`expected an optimum, but the answer is ${JSON.stringify(result)}`);
  const scope = wholeScope(scenario);
  const { linking, blocks } = result;
  const decomposition = decompose(scenario, scope);
  const stage = { status: 'solved', kind: 'decomposed', scope, decomposition, linking, blocks } as const;
  const { certificate } = provenInParts(scenario, [stage], 2 * relativeGap);
  // A promise on average is counted in years of 8,760 hours, however few hours stand for one.
  const { matching, weatherYears } = scenario;
  const isAverage = matching.kind !== 'none' && matching.over === 'onAverage';
  const counted = isAverage ? HOURS_PER_YEAR / Math.min(...weatherYears.map(({ hours }) => hours)) : 1;
  expect(certificate.maxViolationMWh).toBeLessThan(1e-5 * counted);
  return certificate.objective;
}
