/** How the method comes to its end: what each step is for and where it leads, noted from the tasks of the blocks. */

import type { BlockAngularProgram } from '../../src/lp/block-angular.ts';
import type { Step } from '../../src/solvers/interior-point/iterate/point.ts';
import type { Evaluation } from '../../src/solvers/interior-point/method/block-system.ts';
import { approachOptimum, type Ending } from '../../src/solvers/interior-point/method/main-loop.ts';
import type { StepMode } from '../../src/solvers/interior-point/method/predictor-corrector.ts';
import { type Perform, perform, type Tasks } from '../../src/solvers/interior-point/threads/block-tasks.ts';

interface NotedStep {
  readonly mode: StepMode;
  readonly before: Evaluation;
  after?: Evaluation;
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
  readonly steps: readonly NotedStep[];
  readonly settlings: readonly Settling[];
}

const isSettling = ({ weights: { primal, dual } }: Step) =>
  primal.length === 2 && primal[1] === 0 && dual[0] === 0 && dual[1] === 1;

export async function wayOf(program: BlockAngularProgram, relativeGap = 5e-7): Promise<Way> {
  const steps: NotedStep[] = [];
  const settlings: Settling[] = [];
  let [ignoredShare, residual] = [0, 0];
  let evaluation: Evaluation | undefined;
  let last: { readonly step: Step | undefined; readonly newtonRhs?: unknown } | undefined;
  const noting: Perform = async (name, input) => {
    const output = perform(name, input);
    if (name === 'backSubstitute') ignoredShare = (input as Tasks['backSubstitute']['input']).trial.ignoredShare;
    if (name === 'eliminate') {
      const { newtonRhs } = input as Tasks['eliminate']['input'];
      if (newtonRhs.kind === 'corrector' && last?.newtonRhs !== newtonRhs) {
        const isAtRest = newtonRhs.sigmaMu === evaluation!.mu;
        const mode =
          ignoredShare > 0
            ? 'aggressive'
            : !isAtRest
              ? 'strict'
              : newtonRhs.secondOrderCap === 0
                ? 'centring'
                : 'restoration';
        steps.push({ mode, before: evaluation! });
        last = { step: last?.step, newtonRhs };
      }
    }
    if (name === 'evaluate') {
      const { step } = input as Tasks['evaluate']['input'];
      const { primalResidual } = output as Tasks['evaluate']['output'];
      if (last?.step !== step) {
        last = { step };
        if (step && isSettling(step)) {
          settlings.push({ isBack: step.lengths.primal === 0, residual: 0, before: residual });
        }
        residual = 0;
      }
      residual = Math.max(residual, primalResidual);
      if (step && isSettling(step)) settlings.at(-1)!.residual = residual;
    }
    return output;
  };
  const ending = await approachOptimum(program, noting, {
    relativeGap,
    gapFloor: 0,
    onRound: (report) => {
      evaluation = report;
      if (steps.length > 0) steps.at(-1)!.after ??= report;
    },
    shouldStop: () => false,
    solveMaster: () => Promise.reject(new Error('no gap is coarse, nor is time over')),
  });
  return { ending, steps, settlings };
}
