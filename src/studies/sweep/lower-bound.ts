/** What the duals of one scenario prove of the cost of another, which is not solved. */

import type { LinearProgram } from '../../lp/linear-program.ts';
import { type Decomposition, decompose } from '../../model/decomposition.ts';
import { formulate } from '../../model/formulation.ts';
import type { Scope } from '../../model/variables.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Bounds, type FarEnds, impliedBounds } from '../../verify/bound-propagation.ts';
import { provenLowerBound } from '../../verify/dual-bound.ts';
import { boundByCuts, rangesOf } from '../../verify/linked-bound.ts';
import type { DecomposedProof, Proof, WholeProof } from '../answer.ts';
import { wholeScope } from '../scope.ts';
import { type BlockCuts, cutsBy, plainCuts } from './block-bound.ts';
import { fittedDuals } from './fitted-duals.ts';
import { type HoursInPieces, KeptHours } from './hours-in-pieces.ts';
import { mixed } from './mixed-plan.ts';

/**
 * Any duals prove a bound of any programme that has as many rows; how near it comes depends on how much was changed.
 *
 * @param cutoff cost of some plan of the scenario; any value is safe
 * @returns undefined where the programme has other rows, or nothing is proven
 */
export type LowerBounds = (proof: Proof, cutoff: number, other?: Other<Proof>) => number | undefined;

/** As much of another's duals as the share says, 0…1; of a proof of the same rows. */
type Other<P> = { readonly proof: P; readonly share: number } | undefined;

/** Of a plan of all phases together. Each programme is written once, whatever duals are tried on it. */
export function lowerBoundsOf(scenario: Scenario): LowerBounds {
  const whole = remembered((scope: Scope) => formulate(scenario, scope).program);
  const blocks = remembered((scope: Scope) => formulated(scenario, scope));
  return (proof, cutoff, other) => {
    const scope = scopeFor(scenario, proof);
    const bound =
      proof.kind === 'whole'
        ? wholeBound(whole(scope), proof, other as Other<WholeProof>, cutoff)
        : blocksBound(blocks(scope), proof, other as Other<DecomposedProof>, cutoff);
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
  readonly blocks: readonly HoursInPieces[];
}

function formulated(scenario: Scenario, scope: Scope): Formulated {
  const decomposition = decompose(scenario, scope);
  const blocks = decomposition.parts.map((part, at) =>
    keptHours(`${at} ${scopeKey(scope)}`, at).of({ scenario, scope, part }),
  );
  return { ...decomposition, blocks };
}

/** Kept between answers, some 6 MB each where a year has 8,760 hours. */
const MOST_BLOCKS = 40;
const kept = new Map<string, KeptHours>();

function keptHours(key: string, at: number): KeptHours {
  const known = kept.get(key) ?? new KeptHours();
  if (at < MOST_BLOCKS) kept.set(key, known);
  return known;
}

function wholeBound(program: LinearProgram, own: WholeProof, other: Other<WholeProof>, cutoff: number) {
  const { rowDual } = other === undefined ? own : mixed(own, other.proof, other.share);
  if (rowDual.length !== program.rowCount) return undefined;
  return provenLowerBound(program, fittedDuals(program, rowDual), cutoff);
}

function blocksBound(
  { program, blocks }: Formulated,
  proof: DecomposedProof,
  other: Other<DecomposedProof>,
  cutoff: number,
) {
  const { linking, blockCount, linkedTo } = program;
  const proofs = [proof, ...(other === undefined ? [] : [other.proof])];
  for (const { linkingDual, partDuals } of proofs) {
    if (linkingDual.length !== linking.rowCount || partDuals.length !== blockCount) return undefined;
    if (blocks.some(({ laws, promises }, at) => laws.rowCount + promises.rowCount !== partDuals[at]!.length))
      return undefined;
  }
  const ranges = impliedBounds(linking, 'open');
  const cutsOf = blocks.map((block, at) => {
    const linked = linkedTo(at);
    const [first, second] = proofs.map(({ partDuals }) => partDuals[at]!);
    const duals = { first: first!, ...(second && { second }), share: other?.share ?? 0 };
    return { linked, own: cutsBy(block, duals, linked.length), plain: plainCuts(block, linked.length) };
  });
  // Open sizes are closed by the cutoff first: below it they prove as much.
  const firstCut = ({ everywhere, within }: BlockCuts, linked: Int32Array) => {
    const own = rangesOf(linked, ranges);
    const isClosed = own.lower.every(Number.isFinite) && own.upper.every(Number.isFinite);
    return everywhere.constant === Number.NEGATIVE_INFINITY && isClosed ? within(own, 'open') : everywhere;
  };
  const cuts = cutsOf.map(({ linked, own, plain }) => {
    const [cut, ofColumns] = [firstCut(own, linked), firstCut(plain, linked)];
    return { cut, linkedTo: linked, plain: ofColumns.constant === Number.NEGATIVE_INFINITY ? cut : ofColumns };
  });
  const cutWithin = (at: number, closer: Bounds, far: FarEnds) => {
    const { linked, own } = cutsOf[at]!;
    return own.within(rangesOf(linked, closer), far);
  };
  const linkingDual =
    other === undefined ? proof.linkingDual : mixed(proof.linkingDual, other.proof.linkingDual, other.share);
  return boundByCuts(linking, linkingDual, cuts, cutWithin, cutoff);
}
