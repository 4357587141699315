/** What the duals of one scenario prove of the cost of another, which is not solved. */

import { decompose } from '../../model/decomposition.ts';
import { formulate } from '../../model/formulation.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { provenLowerBound } from '../../verify/dual-bound.ts';
import { provenLowerBoundOfBlocks } from '../../verify/linked-bound.ts';
import type { Proof } from '../answer.ts';
import { wholeScope } from '../scope.ts';
import { fittedDuals } from './fitted-duals.ts';

/**
 * Any duals prove a bound of any programme that has as many rows; how near it comes depends on how much was changed.
 *
 * @param proofs of a plan of all phases together
 * @param cutoff cost of some plan of the scenario; any value is safe
 * @returns undefined where the programme has other rows, or nothing is proven
 */
export function lowerBoundBy(scenario: Scenario, proofs: readonly Proof[], cutoff: number): number | undefined {
  const [proof] = proofs;
  if (proof === undefined || proofs.length > 1) return undefined;
  const bound = proof.kind === 'whole' ? wholeBound(scenario, proof, cutoff) : blocksBound(scenario, proof, cutoff);
  return bound === undefined || bound === Number.NEGATIVE_INFINITY ? undefined : bound;
}

function wholeBound(scenario: Scenario, { rowDual }: Extract<Proof, { kind: 'whole' }>, cutoff: number) {
  const { program } = formulate(scenario, wholeScope(scenario));
  if (rowDual.length !== program.rowCount) return undefined;
  return provenLowerBound(program, fittedDuals(program, rowDual), cutoff);
}

function blocksBound(
  scenario: Scenario,
  { linkingDual, partDuals }: Extract<Proof, { kind: 'decomposed' }>,
  cutoff: number,
) {
  const { program } = decompose(scenario, wholeScope(scenario));
  if (linkingDual.length !== program.linking.rowCount || partDuals.length !== program.blockCount) return undefined;
  const blocks = Array.from({ length: program.blockCount }, (_, at) => program.block(at));
  if (blocks.some((block, at) => block.program.rowCount !== partDuals[at]!.length)) return undefined;
  const duals = {
    linking: linkingDual,
    blocks: blocks.map((block, at) => fittedDuals(block.program, partDuals[at]!)),
  };
  return provenLowerBoundOfBlocks({ ...program, block: (at) => blocks[at]! }, duals, cutoff);
}
