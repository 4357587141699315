/** How the method comes to its end: what each step is for and where it leads, noted from the tasks of the blocks. */

import type { BlockAngularProgram } from '../../src/lp/block-angular.ts';
import type { Arrival } from '../../src/solvers/interior-point/block-view.ts';
import type { View } from '../../src/solvers/interior-point/company.ts';
import { approachOptimum, type Ending } from '../../src/solvers/interior-point/method.ts';
import type { Pace } from '../../src/solvers/interior-point/step.ts';
import { type Perform, perform, type Tasks } from '../../src/solvers/interior-point/tasks.ts';

interface Step {
  readonly pace: Pace;
  readonly before: View;
  after?: View;
}

/** A step of columns to the equations and of duals to the costs, each for itself. */
interface Settling {
  readonly isBack: boolean;
  /** Largest residual of an equation, over the blocks. */
  residual: number;
  readonly before: number;
}

export interface Way {
  readonly ending: Ending;
  readonly steps: readonly Step[];
  readonly settlings: readonly Settling[];
}

const isSettling = ({ mix: { primal, dual } }: Arrival) =>
  primal.length === 2 && primal[1] === 0 && dual[0] === 0 && dual[1] === 1;

export async function wayOf(program: BlockAngularProgram, relativeGap = 5e-7): Promise<Way> {
  const steps: Step[] = [];
  const settlings: Settling[] = [];
  let [spared, residual] = [0, 0];
  let view: View | undefined;
  let last: { readonly arrival: Arrival | undefined; readonly aim?: unknown } | undefined;
  const noting: Perform = async (name, input) => {
    const output = perform(name, input);
    if (name === 'complete') spared = (input as Tasks['complete']['input']).company.spared;
    if (name === 'point') {
      const { aim } = input as Tasks['point']['input'];
      if (aim.kind === 'centre' && last?.aim !== aim) {
        const isAtRest = aim.target === view!.meanProduct;
        const pace = spared > 0 ? 'bold' : !isAtRest ? 'exact' : aim.believed === 0 ? 'centring' : 'restoring';
        steps.push({ pace, before: view! });
        last = { arrival: last?.arrival, aim };
      }
    }
    if (name === 'evaluate') {
      const { arrival } = input as Tasks['evaluate']['input'];
      const { primalResidual } = output as Tasks['evaluate']['output'];
      if (last?.arrival !== arrival) {
        last = { arrival };
        if (arrival && isSettling(arrival)) {
          settlings.push({ isBack: arrival.lengths.primal === 0, residual: 0, before: residual });
        }
        residual = 0;
      }
      residual = Math.max(residual, primalResidual);
      if (arrival && isSettling(arrival)) settlings.at(-1)!.residual = residual;
    }
    return output;
  };
  const ending = await approachOptimum(program, noting, {
    relativeGap,
    gapFloor: 0,
    onRound: (report) => {
      view = report;
      if (steps.length > 0) steps.at(-1)!.after ??= report;
    },
    shouldStop: () => false,
    solveMaster: () => Promise.reject(new Error('no gap is coarse, nor is time over')),
  });
  return { ending, steps, settlings };
}
