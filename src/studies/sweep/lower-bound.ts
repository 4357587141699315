/** What the duals of one scenario prove of the cost of another, which is not solved. */

import type { LinkedBlock } from '../../lp/block-angular.ts';
import { type Decomposition, decompose } from '../../model/decomposition.ts';
import { formulate } from '../../model/formulation.ts';
import type { Scope } from '../../model/variables.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { provenLowerBound } from '../../verify/dual-bound.ts';
import { provenLowerBoundOfBlocks } from '../../verify/linked-bound.ts';
import type { DecomposedProof, Proof, WholeProof } from '../answer.ts';
import { wholeScope } from '../scope.ts';
import { fittedDuals } from './fitted-duals.ts';

/**
 * Any duals prove a bound of any programme that has as many rows; how near it comes depends on how much was changed.
 *
 * @param cutoff cost of some plan of the scenario; any value is safe
 * @returns undefined where the programme has other rows, or nothing is proven
 */
export type LowerBounds = (proof: Proof, cutoff: number) => number | undefined;

/** Of a plan of all phases together. Each programme is written once, whatever duals are tried on it. */
export function lowerBoundsOf(scenario: Scenario): LowerBounds {
  const whole = remembered((scope: Scope) => formulate(scenario, scope).program);
  const blocks = remembered((scope: Scope) => formulated(decompose(scenario, scope)));
  return (proof, cutoff) => {
    const scope = scopeFor(scenario, proof);
    const bound =
      proof.kind === 'whole' ? wholeBound(whole(scope), proof, cutoff) : blocksBound(blocks(scope), proof, cutoff);
    return bound === undefined || bound === Number.NEGATIVE_INFINITY ? undefined : bound;
  };
}

/**
 * With the rows of the proof, where that only permits more: what costs at least so much there does so here. Who may export
 * for nothing need not; at a target of 1 nothing is imported, and a target that is a hair below it lets nearly nothing be.
 */
function scopeFor(scenario: Scenario, { scope: { importAllowed, exportAllowed } }: Proof): Scope {
  const own = wholeScope(scenario);
  const { matching } = own;
  const isRelaxed = importAllowed && !own.importAllowed && matching.kind === 'hourly';
  return {
    ...own,
    importAllowed: own.importAllowed || importAllowed,
    exportAllowed: own.exportAllowed || exportAllowed,
    matching: isRelaxed ? { ...matching, target: ALMOST_ALL } : matching,
  };
}

const ALMOST_ALL = 1 - 1e-12;

function remembered<T>(write: (scope: Scope) => T): (scope: Scope) => T {
  const written = new Map<string, T>();
  return (scope) => {
    const key = `${scope.importAllowed} ${scope.exportAllowed}`;
    const known = written.get(key) ?? write(scope);
    written.set(key, known);
    return known;
  };
}

interface Formulated extends Decomposition {
  readonly blocks: readonly LinkedBlock[];
}

function formulated(decomposition: Decomposition): Formulated {
  const { program } = decomposition;
  return { ...decomposition, blocks: Array.from({ length: program.blockCount }, (_, at) => program.block(at)) };
}

function wholeBound(program: ReturnType<typeof formulate>['program'], { rowDual }: WholeProof, cutoff: number) {
  if (rowDual.length !== program.rowCount) return undefined;
  return provenLowerBound(program, fittedDuals(program, rowDual), cutoff);
}

function blocksBound({ program, blocks }: Formulated, { linkingDual, partDuals }: DecomposedProof, cutoff: number) {
  if (linkingDual.length !== program.linking.rowCount || partDuals.length !== program.blockCount) return undefined;
  if (blocks.some((block, at) => block.program.rowCount !== partDuals[at]!.length)) return undefined;
  const duals = {
    linking: linkingDual,
    blocks: blocks.map((block, at) => fittedDuals(block.program, partDuals[at]!)),
  };
  return provenLowerBoundOfBlocks({ ...program, block: (at) => blocks[at]! }, duals, cutoff);
}
