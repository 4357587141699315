/** Reduced costs of sizes and of hours, from the duals that prove a plan. */

import type { LinearProgram } from '../../lp/linear-program.ts';
import { decompose } from '../../model/decomposition.ts';
import { formulate } from '../../model/formulation.ts';
import type { DispatchVariables } from '../../model/variables.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { reducedCosts } from '../../verify/lagrangian.ts';
import type { Proof } from '../answer.ts';

/** Of the programme of all sizes, hours counted in. */
export interface SizeCosts {
  /** Holds the columns of sizes and the rows between them; of a whole programme much else too. */
  readonly program: LinearProgram;
  readonly rowDual: Float64Array;
  /** cost − Σ dual·column, what a column costs in the hours of each part included. */
  readonly reduced: Float64Array;
}

/** Hears of each phase and weather year; `reduced` is by column of the programme that holds its hours. */
export type HearHours = (p: number, dispatch: DispatchVariables, reduced: Float64Array) => void;

export function sizeCosts(scenario: Scenario, proof: Proof, hear: HearHours): SizeCosts {
  if (proof.kind === 'whole') {
    const { program, phases } = formulate(scenario, proof.scope);
    const reduced = reducedCosts(program, proof.rowDual).value;
    for (const { p, dispatches } of phases) for (const dispatch of dispatches) hear(p, dispatch, reduced);
    return { program, rowDual: proof.rowDual, reduced };
  }
  const { program, parts, hoursOf } = decompose(scenario, proof.scope);
  const reduced = reducedCosts(program.linking, proof.linkingDual).value;
  for (const at of parts.keys()) {
    const { p, dispatches, program: hours } = hoursOf(at);
    const own = reducedCosts(hours, proof.partDuals[at]!).value;
    for (const [copy, column] of program.linkedTo(at).entries()) reduced[column]! += own[copy]!;
    for (const dispatch of dispatches) hear(p, dispatch, own);
  }
  return { program: program.linking, rowDual: proof.linkingDual, reduced };
}
