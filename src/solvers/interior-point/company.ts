/** All blocks and the linking columns, acting together. Sums run in the order of the blocks, whoever worked on them. */

import { SolverError } from '../../errors.ts';
import type { LinearProgram } from '../../lp/linear-program.ts';
import type { SolveResult } from '../solver.ts';
import type { Aim } from './aim.ts';
import type { Block, Damping, Side } from './block.ts';
import type { Shares } from './block-direction.ts';
import type { Arrival, Contradiction } from './block-view.ts';
import { lengthOf, lengthToReach } from './catch-up.ts';
import type { Linking } from './linking.ts';
import { type Reached, together } from './reach.ts';
import { type MasterDuals, masterDuals, restrictedMaster } from './restricted-master.ts';
import { type Shortfall, setInside, setOrigin, shortfallOf } from './start.ts';
import type { Perform } from './tasks.ts';

const DAMPING: Damping = { ρ: 1e-9, δ: 1e-7 };
/** Of equations that are closed on their own: a step leaves as much of them open as rows are damped by. */
export const FINE: Damping = { ρ: 1e-6, δ: 1e-10 };

/** Where all of them stand; scaled, as everything here. */
export interface View {
  readonly objective: number;
  readonly dualObjective: number;
  /** What the duals alone prove, about. */
  readonly provable: number;
  readonly primalResidual: number;
  readonly dualResidual: number;
  /** Of distance and price, over all bounds. */
  readonly meanProduct: number;
  readonly bounds: number;
  readonly contradiction: Contradiction;
}

/** Solves a programme of few rows and columns. */
export type SolveMaster = (master: LinearProgram) => Promise<SolveResult>;

const alone: Shares = { shares: [1], spared: 0 };

export class Company {
  private readonly blocks: readonly Block[];
  private readonly linkedTo: readonly Int32Array[];
  private readonly linking: Linking;
  private readonly perform: Perform;
  private curvatures: readonly Float64Array[] = [];
  /** How far the last direction leads, blocks in their order and the linking columns last. */
  private reached: readonly Reached[] = [];

  constructor(blocks: readonly Block[], linkedTo: readonly Int32Array[], linking: Linking, perform: Perform) {
    this.blocks = blocks;
    this.linkedTo = linkedTo;
    this.linking = linking;
    this.perform = perform;
  }

  /** Goes to the first point; says where it lies. */
  async start(): Promise<Side> {
    const { linking } = this;
    await this.each((block) => this.perform('origin', { block, at: 0 }));
    setOrigin(linking.points[0], linking.form.upper);
    await this.evaluate(0);
    await this.direct(0, { kind: 'equations' });
    await this.direct(0, { kind: 'costs' });
    const shortfalls = await this.each((block) => this.perform('shortfall', { block, at: 0 }));
    const [moves, prices] = linking.directions;
    shortfalls.push(shortfallOf(linking.points[0], linking.form.upper, moves, prices));
    // Each by what it lacks itself: phases differ in size, and one step outside for all takes a third more rounds.
    const inside = shortfalls.map(
      ({ primal, dual }): Shortfall => ({ primal: Math.max(1e-3, 1.5 * primal), dual: Math.max(1e-6, 1.5 * dual) }),
    );
    await this.each((block, b) => this.perform('inside', { block, at: 0, by: inside[b]! }));
    setInside(linking.points[0], linking.form.upper, moves, prices, inside.at(-1)!, linking.points[1]);
    linking.points[1].y.set(prices.dy);
    return 1;
  }

  /** Looks at the point at `at`, having come there where `arrival` says how, and factorises there. */
  async evaluate(at: Side, arrival?: Arrival, damping = DAMPING): Promise<View> {
    if (arrival) this.linking.arrive(at, arrival);
    const links = this.linking.columnsAt(at);
    const views = await this.each((block, b) =>
      this.perform('evaluate', {
        block,
        at,
        links: this.pick(links, b),
        damping,
        ...(arrival && { arrival }),
      }),
    );
    this.curvatures = views.map(({ curvature }) => curvature);
    const gathered = {
      linkedDual: this.summed(views.map(({ linkedDual }) => linkedDual)),
      curvature: this.joined(this.curvatures),
    };
    const all = [...views, this.linking.evaluate(at, gathered, damping)];
    const sum = (of: (view: (typeof all)[number]) => number) => all.reduce((total, view) => total + of(view), 0);
    const most = (of: (view: (typeof all)[number]) => number) => all.reduce((top, view) => Math.max(top, of(view)), 0);
    const bounds = sum(({ products }) => products.count);
    return {
      objective: sum(({ objective }) => objective),
      dualObjective: sum(({ dualObjective }) => dualObjective),
      provable: sum(({ provable }) => provable),
      primalResidual: most(({ primalResidual }) => primalResidual),
      dualResidual: most(({ dualResidual }) => dualResidual),
      meanProduct: sum(({ products }) => products.sum) / bounds,
      bounds,
      contradiction: {
        excess: sum(({ contradiction }) => contradiction.excess),
        open: most(({ contradiction }) => contradiction.open),
        size: sum(({ contradiction }) => contradiction.size),
      },
    };
  }

  /** What the duals of the point at `at` prove at best; undefined where that is nothing. */
  async bestDuals(at: Side, solveMaster: SolveMaster): Promise<MasterDuals | undefined> {
    const { form } = this.linking;
    const cuts = await this.each((block) => this.perform('cut', { block, at }));
    const placed = cuts.map((cut, b) => ({ ...cut, linkedTo: this.linkedTo[b]! }));
    try {
      return masterDuals(form, await solveMaster(restrictedMaster(form, placed)));
    } catch (error) {
      // A bound that cannot be told now may be told later.
      if (error instanceof SolverError) return undefined;
      throw error;
    }
  }

  /** Makes a direction from the point at `at`; how far it leads, in the company of others where `shares` says so. */
  async direct(at: Side, aim: Aim, shares: Shares = alone): Promise<Reached> {
    const pulls = await this.each((block) => this.perform('point', { block, at, aim }));
    const own = this.linking.direct(at, aim, this.summed(pulls), shares);
    const moves = this.linking.movesFor(aim.kind);
    const reaches = await this.each((block, b) =>
      this.perform('complete', { block, at, kind: aim.kind, dz: this.pick(moves, b), company: shares }),
    );
    this.reached = [...reaches, own];
    return together(this.reached);
  }

  /** After the direction to the bounds: blocks that lag are led round what is in their way. How far all come then. */
  async catchUp(at: Side, spared: number): Promise<Reached> {
    const { linking } = this;
    const reached = this.reached.slice(0, -1);
    const length = lengthToReach(reached);
    if (length === undefined) return together(this.reached);
    const moves = linking.movesFor('bounds');
    const caughtUp = await this.each((block, b) =>
      lengthOf(reached[b]!) < length
        ? this.perform('catchUp', { block, at, how: { dz: this.pick(moves, b), length, spared, damping: DAMPING } })
        : undefined,
    );
    await this.each((block, b) => caughtUp[b] && this.perform('adopt', { block }));
    this.curvatures = this.curvatures.map((before, b) => caughtUp[b]?.curvature ?? before);
    linking.owe(this.summed(caughtUp.map((block) => block?.owed)), this.joined(this.curvatures), DAMPING);
    return together([...reached.map((before, b) => caughtUp[b]?.reached ?? before), this.reached.at(-1)!]);
  }

  /** By linking column, what blocks say by theirs. */
  private summed(own: readonly (Float64Array | undefined)[]): Float64Array {
    const sum = new Float64Array(this.linking.form.base.length);
    own.forEach((values, b) => {
      values?.forEach((value, l) => {
        sum[this.linkedTo[b]![l]!]! += value;
      });
    });
    return sum;
  }

  private joined(curvatures: readonly Float64Array[]): Float64Array {
    const n = this.linking.form.base.length;
    const sum = new Float64Array(n * n);
    curvatures.forEach((curvature, b) => {
      const columns = this.linkedTo[b]!;
      columns.forEach((i, a) => {
        columns.forEach((j, c) => {
          sum[i * n + j]! += curvature[a * columns.length + c]!;
        });
      });
    });
    return sum;
  }

  private pick(values: Float64Array, b: number): Float64Array {
    return Float64Array.from(this.linkedTo[b]!, (column) => values[column]!);
  }

  private each<Result>(work: (block: Block, b: number) => Promise<Result> | Result): Promise<Result[]> {
    return Promise.all(this.blocks.map(work));
  }
}
