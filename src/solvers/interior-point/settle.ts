/** The end of the way: equations and duals are made exact, each for itself. */

import { otherSide, type Side } from './block.ts';
import type { Arrival } from './block-view.ts';
import { type Company, FINE, type View } from './company.ts';
import { shortOf } from './step.ts';

/** Largest residual of an equation, scaled, that is not made smaller. */
const EXACT = 1e-10;
const MOST_STEPS = 8;
/** Of those past bounds that are in the way. */
const MOST_CLOSING_STEPS = 16;
/** What a closing step leaves open at most. */
const LEFT_OPEN = 0.9;

interface Settled {
  readonly at: Side;
  readonly view: View;
  readonly steps: number;
}

/**
 * Steps of the columns alone to the equations, and of the duals alone, prices at rest, to where costs less duals are what
 * the prices say. Damping leaves about 1e-9 of either: enough to give duals of idle rows the wrong sign, a hundred
 * thousand of which weigh on the sizes that they share. Goes on while a step halves what is open; columns stay where
 * they were when a step would open more.
 *
 * @param shouldStop asked between steps
 */
export async function settle(company: Company, from: Side, first: View, shouldStop: () => boolean): Promise<Settled> {
  let [at, view, steps] = [from, first, 0];
  while (steps < MOST_STEPS && !shouldStop()) {
    const before = view.primalResidual;
    const { primal } = await company.direct(at, { kind: 'equations' });
    await company.direct(at, { kind: 'duals' });
    at = otherSide(at);
    steps++;
    view = await company.evaluate(at, arrival(shortOf(primal[0]!)));
    if (view.primalResidual > before) view = await company.evaluate(at, arrival(0));
    if (before <= EXACT || view.primalResidual > before / 2) break;
  }
  return { at, view, steps };
}

/**
 * Steps of the columns alone to the equations, duals at rest, past the few bounds that are in the way: for a gap that is
 * closed long before equations and costs are. Cost hardly moves. Goes on while a step closes a tenth of what is open.
 *
 * @param exact largest residual of an equation that will do
 * @param shouldStop asked between steps
 * @returns where it came, factorised for these steps alone
 */
export async function close(
  company: Company,
  from: Side,
  first: View,
  exact: number,
  shouldStop: () => boolean,
): Promise<Settled> {
  let [at, view, steps] = [from, first, 0];
  while (steps < MOST_CLOSING_STEPS && view.primalResidual > exact && !shouldStop()) {
    await company.direct(at, { kind: 'equations' });
    const next = await company.evaluate(otherSide(at), wholeStep, FINE);
    if (!(next.primalResidual < LEFT_OPEN * view.primalResidual)) break;
    at = otherSide(at);
    view = next;
    steps++;
  }
  return { at, view, steps };
}

const wholeStep: Arrival = { mix: { primal: [1], dual: [0] }, lengths: { primal: 1, dual: 0 } };

function arrival(primal: number): Arrival {
  return { mix: { primal: [1, 0], dual: [0, 1] }, lengths: { primal, dual: 1 } };
}
