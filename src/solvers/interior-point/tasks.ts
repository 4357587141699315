/** What a thread may be asked to do for a block. Everything large lies on shared memory; the rest is small. */

import type { LinkedBlock } from '../../lp/block-angular.ts';
import {
  type Aim,
  advance,
  aim,
  type Block,
  type BlockView,
  complete,
  type Damping,
  evaluate,
  type Side,
} from './block.ts';
import type { Reach } from './columns.ts';
import { type Scale, type StandardForm, standardForm } from './standard-form.ts';
import { type Shortfall, setInside, setOrigin, shortfallOf } from './start.ts';
import { type Structure, structureOf } from './structure.ts';

export interface Lengths {
  readonly primal: number;
  readonly dual: number;
}

/** How a point was reached: the step taken from the point before, and how far. */
export interface Arrival {
  readonly by: Side;
  readonly lengths: Lengths;
}

interface At {
  readonly block: Block;
  readonly at: Side;
}

export interface Tasks {
  readonly form: { input: { block: LinkedBlock; scale: Scale }; output: StandardForm };
  readonly structure: { input: { form: StandardForm }; output: Structure };
  readonly origin: { input: At; output: undefined };
  readonly shortfall: { input: At; output: Shortfall };
  readonly inside: { input: At & { by: Shortfall }; output: undefined };
  /** Looks at the point at `at`, having come there by a step where `arrive` says so. */
  readonly evaluate: {
    input: At & { links: Float64Array; damping: Damping; arrive?: Arrival };
    output: BlockView;
  };
  readonly aim: { input: At & { into: Side; towards: Aim }; output: Float64Array };
  readonly complete: { input: At & { into: Side; towards: Aim['kind']; dz: Float64Array }; output: Reach };
}

export type TaskName = keyof Tasks;

export type Perform = <Name extends TaskName>(
  name: Name,
  input: Tasks[Name]['input'],
) => Promise<Tasks[Name]['output']>;

const other = (side: Side): Side => (side === 0 ? 1 : 0);

const tasks: { readonly [Name in TaskName]: (input: Tasks[Name]['input']) => Tasks[Name]['output'] } = {
  form: ({ block, scale }) => standardForm(block, scale),
  structure: ({ form }) => structureOf(form),
  origin({ block, at }) {
    setOrigin(block.points[at], block.form.upper);
    return undefined;
  },
  shortfall: ({ block, at }) => shortfallOf(block.points[at], block.form.upper, block.steps[0], block.steps[1]),
  inside({ block, at, by }) {
    const into = block.points[other(at)];
    setInside(block.points[at], block.form.upper, block.steps[0], block.steps[1], by, into);
    into.y.set(block.steps[1].dy);
    return undefined;
  },
  evaluate({ block, at, links, damping, arrive }) {
    if (arrive) advance(block, other(at), arrive.by, arrive.lengths);
    return evaluate(block, at, links, damping);
  },
  aim: ({ block, at, into, towards }) => aim(block, at, into, towards),
  complete: ({ block, at, into, towards, dz }) => complete(block, at, into, towards, dz),
};

/** Does a task where it is called. */
export function perform<Name extends TaskName>(name: Name, input: Tasks[Name]['input']): Tasks[Name]['output'] {
  return tasks[name](input);
}
