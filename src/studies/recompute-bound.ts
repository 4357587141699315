/** The dual bound of a plan from its stored proofs: programmes are formulated again, nothing is solved. */

import { decompose } from '../model/decomposition.ts';
import { formulate } from '../model/formulation.ts';
import type { DispatchVariables, Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { BuildOut } from '../schedule/schedule.ts';
import { provenLowerBound } from '../verify/dual-bound.ts';
import { provenLowerBoundOfBlocks } from '../verify/linked-bound.ts';
import type { DecomposedProof, Proof, WholeProof } from './answer.ts';
import { differenceOf, scopesAsked } from './asked-scopes.ts';

/** A programme whose proof fits it. */
export interface Programme {
  readonly scope: Scope;
  readonly prices: readonly DualPrices[];
  /** @param cutoff cost of the plan in the programme; any value is safe, the right one makes open columns count */
  bound(cutoff: number): number;
}

/** What the duals say of the hours of one phase and weather year. */
interface DualPrices {
  readonly p: number;
  readonly y: number;
  readonly pricePerMWh: Float64Array;
}

/** Programmes of proofs that fit; what does not fit, in words. Duals may be anything: wrong ones only weaken a bound. */
export function programmesOf(
  scenario: Scenario,
  study: 'plan' | 'dispatch',
  proofs: readonly Proof[],
  buildOut: readonly BuildOut[],
): { readonly programmes: Programme[]; readonly problems: string[] } {
  const problems: string[] = [];
  const asked = scopesAsked(scenario, study, proofs.length, buildOut);
  if (asked === undefined) {
    const problem = `there are ${proofs.length} proofs, but a ${study} of ${scenario.phases.length} phases has another number`;
    return { programmes: [], problems: [problem] };
  }
  const programmes = proofs.flatMap((proof, at): Programme[] => {
    // A bound of another programme proves nothing about this one: fewer choices would make it higher.
    const difference = differenceOf(asked[at]!, proof.scope);
    if (difference !== undefined) problems.push(`proof ${at + 1} is of another programme: ${difference}`);
    if (difference !== undefined) return [];
    const say = (problem: string) => problems.push(`proof ${at + 1} ${problem}`);
    const programme = proof.kind === 'whole' ? wholeOf(scenario, proof, say) : decomposedOf(scenario, proof, say);
    return programme === undefined ? [] : [programme];
  });
  return { programmes, problems };
}

type Say = (problem: string) => void;

function wholeOf(scenario: Scenario, { scope, rowDual }: WholeProof, say: Say): Programme | undefined {
  const { program, phases } = formulate(scenario, scope);
  if (rowDual.length !== program.rowCount) {
    say(`has ${rowDual.length} duals, but its programme has ${program.rowCount} rows`);
    return undefined;
  }
  return {
    scope,
    prices: phases.flatMap(({ p, dispatches }) => dispatches.map((dispatch) => pricesOf(p, dispatch, rowDual))),
    bound: (cutoff) => provenLowerBound(program, rowDual, cutoff),
  };
}

/** Formulated part by part, so that no more than one stands in memory. */
function decomposedOf(
  scenario: Scenario,
  { scope, linkingDual, partDuals }: DecomposedProof,
  say: Say,
): Programme | undefined {
  const { buildOut, parts, program, placesOf } = decompose(scenario, scope);
  if (partDuals.length !== parts.length) {
    say(`has duals of ${partDuals.length} parts, but its programme has ${parts.length}`);
    return undefined;
  }
  let fits = linkingDual.length === buildOut.program.rowCount;
  if (!fits) say(`has ${linkingDual.length} linking duals, but ${buildOut.program.rowCount} rows link its parts`);
  const prices = parts.flatMap((_, at): DualPrices[] => {
    const { p, dispatches, rowCount } = placesOf(at);
    const rowDual = partDuals[at]!;
    if (rowDual.length === rowCount) return dispatches.map((dispatch) => pricesOf(p, dispatch, rowDual));
    say(`has ${rowDual.length} duals of part ${at + 1}, but that has ${rowCount} rows`);
    fits = false;
    return [];
  });
  const duals = { linking: linkingDual, blocks: partDuals };
  return fits ? { scope, prices, bound: (cutoff) => provenLowerBoundOfBlocks(program, duals, cutoff) } : undefined;
}

/** Shadow prices are the duals of the energy balances, per MWh of an hour's weight. */
function pricesOf(p: number, { y, hours, balance }: DispatchVariables, rowDual: Float64Array): DualPrices {
  const duals = rowDual.subarray(balance.first, balance.first + balance.length);
  return { p, y, pricePerMWh: duals.map((dual) => dual / hours.weight) };
}
