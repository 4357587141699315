/** What a thread may be asked to do for a block. Everything large lies on shared memory; the rest is small. */

import type { LinkedBlock } from '../../../lp/block-angular.ts';
import { hourMajor } from '../form/hour-major.ts';
import type { Scale } from '../form/scaling.ts';
import { forgetPatterns, type StandardForm, standardForm } from '../form/standard-form.ts';
import { type Block, type BlockEvaluation, otherSide, type Side, wholeFormOf } from '../iterate/block.ts';
import { type Cut, cutOf, provenDuals } from '../iterate/dual-bound.ts';
import { evaluate, factoriseBlock, takeBlockStep } from '../iterate/evaluation.ts';
import { type FarkasCut, farkasCutOf } from '../iterate/farkas-cut.ts';
import {
  replacePredictor,
  type SecantDirection,
  type SecantDirectionInput,
  secantDirection,
} from '../iterate/lagging-blocks.ts';
import { backSubstitute, eliminate } from '../iterate/newton-direction.ts';
import type { NewtonRhs, Trial } from '../iterate/newton-system.ts';
import type { Step } from '../iterate/point.ts';
import type { RatioTest } from '../iterate/ratio-test.ts';
import { restorePoint, savePoint } from '../iterate/saved-point.ts';
import { type Shortfall, setInside, setOrigin, shortfallOf } from '../iterate/starting-point.ts';
import { type Kernels, kernelsOf } from '../linalg/kernel/kernels.ts';
import { type SymbolicFactor, symbolicFactorOf } from '../linalg/symbolic-factorisation.ts';
import { type Template, type TemplateNumbers, templateOf } from '../linalg/template.ts';
import { collectRest, collectSome } from '../linalg/thread-memory.ts';
import { FEWEST_REPEATED_HOURS, MANY_BLOCKS, PROVEN_OVERSHOOT, type Regularisation } from '../parameters.ts';

interface At {
  readonly block: Block;
  readonly at: Side;
}

export interface FormedBlock {
  readonly form: StandardForm;
  /** Where its hours are alike. */
  readonly repeating?: { readonly template: Template; readonly numbers: TemplateNumbers };
}

export interface Tasks {
  /** What repeats is looked for where so many blocks are worth code. */
  readonly form: { input: { block: LinkedBlock; scale: Scale; blockCount: number }; output: FormedBlock };
  readonly kernels: { input: { template: Template }; output: Kernels | undefined };
  readonly symbolicFactor: { input: { form: StandardForm }; output: SymbolicFactor };
  readonly origin: { input: At; output: undefined };
  readonly shortfall: { input: At; output: Shortfall };
  readonly inside: { input: At & { by: Shortfall }; output: undefined };
  /** Looks at the point at `at`, having come there where `step` says how, and factorises there where `regularisation` says how. */
  readonly evaluate: {
    input: At & { links: Float64Array; regularisation?: Regularisation; step?: Step & { readonly number: number } };
    output: BlockEvaluation & { schurComplement?: Float64Array };
  };
  /** Gives Tᵀ·(A·Θ·Aᵀ)⁻¹·T, row by row. */
  readonly factorise: { input: At & { regularisation: Regularisation }; output: Float64Array };
  readonly cut: { input: At; output: Cut };
  readonly farkasCut: { input: At; output: FarkasCut };
  readonly provenDuals: { input: At & { share: number }; output: Float64Array };
  readonly eliminate: { input: At & { newtonRhs: NewtonRhs }; output: Float64Array };
  readonly backSubstitute: {
    input: At & { newtonRhs: NewtonRhs; dz: Float64Array; trial: Trial };
    output: RatioTest;
  };
  readonly secantDirection: { input: At & { how: SecantDirectionInput }; output: SecantDirection };
  readonly replacePredictor: { input: { block: Block }; output: undefined };
  readonly savePoint: { input: At; output: undefined };
  readonly restorePoint: { input: At; output: undefined };
}

export type TaskName = keyof Tasks;

export type Perform = <Name extends TaskName>(
  name: Name,
  input: Tasks[Name]['input'],
) => Promise<Tasks[Name]['output']>;

const tasks: { readonly [Name in TaskName]: (input: Tasks[Name]['input']) => Tasks[Name]['output'] } = {
  form({ block, scale, blockCount }) {
    const form = standardForm(block, scale);
    // The programme of the block before, and the form that it came from.
    if (blockCount >= MANY_BLOCKS) collectSome();
    const isWorthCode = form.stepCount * blockCount >= FEWEST_REPEATED_HOURS;
    const repeating = isWorthCode ? templateOf(form) : undefined;
    return repeating ? { form: hourMajor(form), repeating } : { form };
  },
  kernels: ({ template }) => kernelsOf(template),
  symbolicFactor: ({ form }) => symbolicFactorOf(form),
  origin({ block, at }) {
    // All forms are made by now.
    forgetPatterns();
    collectRest();
    setOrigin(block.points[at], block.form.upper);
    return undefined;
  },
  shortfall: ({ block, at }) =>
    shortfallOf(block.points[at], block.form.upper, block.directions[0], block.directions[1]),
  inside({ block: { points, directions, form }, at, by }) {
    const into = points[otherSide(at)];
    setInside(points[at], form.upper, directions[0], directions[1], by, into);
    into.y.set(directions[1].dy);
    return undefined;
  },
  evaluate({ block, at, links, regularisation, step }) {
    if (step) takeBlockStep(block, at, step, step.number);
    const evaluation = evaluate(block, at, links);
    return regularisation ? { ...evaluation, schurComplement: factoriseBlock(block, at, regularisation) } : evaluation;
  },
  factorise: ({ block, at, regularisation }) => factoriseBlock(block, at, regularisation),
  cut: ({ block, at }) => cutOf(wholeFormOf(block), block.points[at]),
  farkasCut: ({ block, at }) => farkasCutOf(wholeFormOf(block), block.points[at]),
  provenDuals: ({ block, at, share }) =>
    provenDuals(wholeFormOf(block), block.points[at].y, PROVEN_OVERSHOOT).map((dual) => share * dual),
  eliminate: ({ block, at, newtonRhs }) => eliminate(block, at, newtonRhs),
  backSubstitute: ({ block, at, newtonRhs, dz, trial }) => backSubstitute(block, at, newtonRhs, dz, trial),
  secantDirection: ({ block, at, how }) => secantDirection(block, at, how),
  replacePredictor({ block }) {
    replacePredictor(block);
    return undefined;
  },
  savePoint({ block, at }) {
    savePoint(block, at);
    return undefined;
  },
  restorePoint({ block, at }) {
    restorePoint(block, at);
    return undefined;
  },
};

/** Does a task where it is called. */
export function perform<Name extends TaskName>(name: Name, input: Tasks[Name]['input']): Tasks[Name]['output'] {
  return tasks[name](input);
}
