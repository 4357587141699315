/** The plan that is cheapest where one of its sizes, or a group of them, costs more or less than it does. */

import type { VariableBlock } from '../../lp/constraint.ts';
import type { LinearProgram } from '../../lp/linear-program.ts';
import { buildablesOf } from '../../model/buildable.ts';
import { decompose } from '../../model/decomposition.ts';
import { formulate } from '../../model/formulation.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { certify, certifyBlocks } from '../../verify/certificate.ts';
import { recomputeCost } from '../../verify/cost.ts';
import { gapFloorOf } from '../../verify/gap-floor.ts';
import { verifySchedule } from '../../verify/verify-schedule.ts';
import type { Engine } from '../engine.ts';
import { isDecomposed } from '../method.ts';
import { type Stage, solutionAt } from '../prove.ts';
import { wholeScope } from '../scope.ts';
import { sizesIn } from '../sweep/sizes.ts';
import type { Found, Line } from './frontier.ts';

export interface SizeAsked {
  readonly p: number;
  /** What is added up, in the order of `buildablesOf`: one, or the members of a group. */
  readonly of: readonly number[];
}

export interface PricedPlan extends Found, Line {
  readonly schedule: Schedule;
}

const kinds: Readonly<Record<string, readonly string[]>> = {
  capacityMW: ['renewable', 'link'],
  powerCapacityMW: ['storagePower'],
  energyCapacityMWh: ['storageEnergy'],
};

const isOf = (scenario: Scenario, i: number, name: string, quantity: string): boolean => {
  const { name: own, kind } = buildablesOf(scenario)[i]!;
  return own === name && (kinds[quantity] ?? []).includes(kind);
};

/** What stands of it. */
export function sizeOf(scenario: Scenario, schedule: Schedule, { p, of }: SizeAsked): number {
  const all = sizesIn({ phases: [schedule.phases[p]!] });
  return of.reduce((sum, i) => sum + all.find(({ name, quantity }) => isOf(scenario, i, name, quantity))!.size, 0);
}

/** Undefined where none was found, or one that breaks a law. */
export async function pricedPlan(
  scenario: Scenario,
  { p, of }: SizeAsked,
  price: number,
  engine: Engine,
  task: string,
): Promise<PricedPlan | undefined> {
  const scope = wholeScope(scenario);
  const judged = (stage: Stage, bound: number): PricedPlan | undefined => {
    const { phases, buildOut } = solutionAt(scenario, stage);
    const schedule = { phases };
    if (verifySchedule(scenario, schedule, buildOut).violations.length > 0) return undefined;
    const cost = recomputeCost(scenario, schedule, buildOut).objective;
    return { cost, size: sizeOf(scenario, schedule, { p, of }), price, bound, schedule };
  };
  const priced = (program: LinearProgram, K: VariableBlock): LinearProgram => {
    const objective = program.objective.slice();
    for (const i of of) objective[K.at(i)]! += price;
    return { ...program, objective };
  };
  if (isDecomposed(engine, scenario, scope)) {
    const decomposition = decompose(scenario, scope);
    const { K } = decomposition.buildOut.phases.find((one) => one.p === p)!;
    const program = { ...decomposition.program, linking: priced(decomposition.program.linking, K) };
    const wanted = { relativeGap: engine.relativeGap, gapFloor: gapFloorOf(scenario) };
    const found = await engine.solveBlocks(program, task, wanted);
    if (found.status !== 'optimal') return undefined;
    const { linking, blocks, certificate = certifyBlocks(program, found) } = found;
    return judged(
      { status: 'solved', kind: 'decomposed', scope, decomposition, linking, blocks },
      certificate.dualBound,
    );
  }
  const formulation = formulate(scenario, scope);
  const program = priced(formulation.program, formulation.phases.find((one) => one.p === p)!.K);
  const optimum = await engine.solve(program, task);
  if (optimum.status !== 'optimal') return undefined;
  const { dualBound } = certify(program, optimum.primal, optimum.rowDual);
  return judged({ status: 'solved', kind: 'whole', scope, formulation, optimum }, dualBound);
}
