/** What the duals of one scenario prove of the cost of another, which is not solved. */

import type { LinkedBlock } from '../../lp/block-angular.ts';
import type { LinearProgram } from '../../lp/linear-program.ts';
import { type Decomposition, decompose } from '../../model/decomposition.ts';
import { formulate, formulateHours } from '../../model/formulation.ts';
import type { Part, Scope } from '../../model/variables.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Bounds, impliedBounds } from '../../verify/bound-propagation.ts';
import { provenLowerBound } from '../../verify/dual-bound.ts';
import { believable, reducedCosts, type Uncertain } from '../../verify/lagrangian.ts';
import { boundByCuts, firstCutOf } from '../../verify/linked-bound.ts';
import type { DecomposedProof, Proof, WholeProof } from '../answer.ts';
import { wholeScope } from '../scope.ts';
import { fittedDuals } from './fitted-duals.ts';
import { type Recollection, recollect } from './recollection.ts';

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
  const blocks = remembered((scope: Scope) => formulated(scenario, scope));
  return (proof, cutoff) => {
    const scope = scopeFor(scenario, proof);
    const bound =
      proof.kind === 'whole' ? wholeBound(whole(scope), proof, cutoff) : blocksBound(blocks(scope), proof, cutoff);
    // Without duals, what costs something is not built: that nothing is paid back is no bound that helps anyone.
    return bound === undefined || bound === Number.NEGATIVE_INFINITY || bound === 0 ? undefined : bound;
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

const scopeKey = ({ importAllowed, exportAllowed }: Scope) => `${importAllowed} ${exportAllowed}`;

function remembered<T>(write: (scope: Scope) => T): (scope: Scope) => T {
  const written = new Map<string, T>();
  return (scope) => {
    const key = scopeKey(scope);
    const known = written.get(key) ?? write(scope);
    written.set(key, known);
    return known;
  };
}

interface Formulated extends Decomposition {
  readonly blocks: readonly LinkedBlock[];
}

function formulated(scenario: Scenario, scope: Scope): Formulated {
  const decomposition = decompose(scenario, scope);
  const { parts, program } = decomposition;
  const blocks = parts.map((part, at) => ({
    program: at < MOST_BLOCKS ? blockOf({ scenario, scope, part }, at) : decomposition.hoursOf(at).program,
    linkedTo: program.linkedTo(at),
  }));
  return { ...decomposition, blocks };
}

/** Kept between answers, some 6 MB each where a year has 8,760 hours. */
const MOST_BLOCKS = 40;
const kept = new Map<string, Recollection<LinearProgram>>();

interface BlockAsked {
  readonly scenario: Scenario;
  readonly scope: Scope;
  readonly part: Part;
}

/** As it was written last, where it would read the same: hours ask nothing of what sizes cost or how large they may be. */
function blockOf(asked: BlockAsked, at: number): LinearProgram {
  const key = `${at} ${scopeKey(asked.scope)}`;
  const known = kept.get(key);
  if (known?.holdsFor(asked)) return known.answer;
  const written = recollect(asked, ({ scenario, scope, part }) => formulateHours(scenario, scope, part).program);
  kept.set(key, written);
  return written.answer;
}

function wholeBound(program: ReturnType<typeof formulate>['program'], { rowDual }: WholeProof, cutoff: number) {
  if (rowDual.length !== program.rowCount) return undefined;
  return provenLowerBound(program, fittedDuals(program, rowDual), cutoff);
}

function blocksBound({ program, blocks }: Formulated, { linkingDual, partDuals }: DecomposedProof, cutoff: number) {
  if (linkingDual.length !== program.linking.rowCount || partDuals.length !== program.blockCount) return undefined;
  if (blocks.some((block, at) => block.program.rowCount !== partDuals[at]!.length)) return undefined;
  const ranges = impliedBounds(program.linking, 'open');
  const fitted = blocks.map((block, at) => fittedCut(block, partDuals[at]!, ranges));
  const duals = {
    linking: linkingDual,
    blocks: fitted.map(({ rowDual }) => rowDual),
    costs: fitted.map(({ costs }) => costs),
  };
  const cuts = fitted.map(({ cut }) => cut);
  return boundByCuts({ ...program, block: (at) => blocks[at]! }, duals, cuts, cutoff);
}

/** Duals fitted to a block, and all that they prove of it without its neighbours. */
interface Fitted {
  readonly rowDual: Float64Array;
  readonly costs: Uncertain;
  /** Where ranges of the linking columns do not change it. */
  cut?: ReturnType<typeof firstCutOf>;
}

/** By block and duals, as long as both are kept. */
const fittings = new WeakMap<LinearProgram, WeakMap<Float64Array, Fitted>>();

function fittedCut(block: LinkedBlock, rowDual: Float64Array, ranges: Bounds) {
  const { program, linkedTo } = block;
  const ofBlock = fittings.get(program) ?? new WeakMap<Float64Array, Fitted>();
  fittings.set(program, ofBlock);
  const fitted = ofBlock.get(rowDual) ?? fittedTo(program, rowDual);
  ofBlock.set(rowDual, fitted);
  const cut = fitted.cut ?? firstCutOf(block, fitted.rowDual, ranges, fitted.costs);
  if (cut.isEverywhere) fitted.cut = cut;
  return { ...fitted, cut: { ...cut, linkedTo } };
}

function fittedTo(program: LinearProgram, rowDual: Float64Array): Fitted {
  const fitted = fittedDuals(program, rowDual);
  return { rowDual: fitted, costs: reducedCosts(program, believable(program, fitted)) };
}
