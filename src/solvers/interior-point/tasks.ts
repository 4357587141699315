/** What a thread may be asked to do for a block. Everything large lies on shared memory; the rest is small. */

import type { LinkedBlock } from '../../lp/block-angular.ts';
import type { Aim } from './aim.ts';
import { type Block, type Damping, otherSide, type Side } from './block.ts';
import { complete, point, type Shares } from './block-direction.ts';
import { type Arrival, arrive, type BlockView, evaluate } from './block-view.ts';
import { adopt, type CatchUp, type CaughtUp, catchUp } from './catch-up.ts';
import { type Cut, cutOf } from './proven-duals.ts';
import type { Reached } from './reach.ts';
import { type Scale, type StandardForm, standardForm } from './standard-form.ts';
import { type Shortfall, setInside, setOrigin, shortfallOf } from './start.ts';
import { type Structure, structureOf } from './structure.ts';

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
  /** Looks at the point at `at`, having come there where `arrival` says how. */
  readonly evaluate: { input: At & { links: Float64Array; damping: Damping; arrival?: Arrival }; output: BlockView };
  readonly cut: { input: At; output: Cut };
  readonly point: { input: At & { aim: Aim }; output: Float64Array };
  readonly complete: {
    input: At & { kind: Aim['kind']; dz: Float64Array; company: Shares };
    output: Reached;
  };
  readonly catchUp: { input: At & { how: CatchUp }; output: CaughtUp };
  readonly adopt: { input: { block: Block }; output: undefined };
}

export type TaskName = keyof Tasks;

export type Perform = <Name extends TaskName>(
  name: Name,
  input: Tasks[Name]['input'],
) => Promise<Tasks[Name]['output']>;

const tasks: { readonly [Name in TaskName]: (input: Tasks[Name]['input']) => Tasks[Name]['output'] } = {
  form: ({ block, scale }) => standardForm(block, scale),
  structure: ({ form }) => structureOf(form),
  origin({ block, at }) {
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
  evaluate({ block, at, links, damping, arrival }) {
    if (arrival) arrive(block, at, arrival);
    return evaluate(block, at, links, damping);
  },
  cut: ({ block, at }) => cutOf(block, at),
  point: ({ block, at, aim }) => point(block, at, aim),
  complete: ({ block, at, kind, dz, company }) => complete(block, at, kind, dz, company),
  catchUp: ({ block, at, how }) => catchUp(block, at, how),
  adopt({ block }) {
    adopt(block);
    return undefined;
  },
};

/** Does a task where it is called. */
export function perform<Name extends TaskName>(name: Name, input: Tasks[Name]['input']): Tasks[Name]['output'] {
  return tasks[name](input);
}
