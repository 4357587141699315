/** All blocks and the linking columns, acting together. Sums run in the order of the blocks, whoever worked on them. */

import type { Block, FarkasCertificate, Side } from '../iterate/block.ts';
import { takeStep } from '../iterate/evaluation.ts';
import { lengthToReach, stepLengthOf } from '../iterate/lagging-blocks.ts';
import type { LinkingColumns } from '../iterate/linking-columns.ts';
import type { NewtonRhs, Trial } from '../iterate/newton-system.ts';
import type { Step } from '../iterate/point.ts';
import { commonStep, type RatioTest } from '../iterate/ratio-test.ts';
import { restorePoint, savePoint } from '../iterate/saved-point.ts';
import { type Shortfall, setInside, setOrigin, shortfallOf } from '../iterate/starting-point.ts';
import { REGULARISATION, type Regularisation } from '../parameters.ts';
import type { Perform } from '../threads/block-tasks.ts';
import { mixtureOf, type SolveMaster } from './restricted-master.ts';

/** Where all of them stand; scaled, as everything here. */
export interface Evaluation {
  readonly objective: number;
  readonly dualObjective: number;
  /** What the duals alone prove, about. */
  readonly provable: number;
  readonly primalResidual: number;
  readonly dualResidual: number;
  /** Of distance and price, over all bounds. */
  readonly mu: number;
  readonly bounds: number;
  readonly farkas: FarkasCertificate;
}

const alone: Trial = { shares: [1], ignoredShare: 0 };
/** Nobody asks how far it leads. */
export const untried: Trial = { shares: [], ignoredShare: 0 };

/** Duals that prove `bound`, about; scaled. */
export interface BestDuals {
  readonly bound: number;
  /** Of the linking rows. */
  readonly linking: Float64Array;
  /** By block, how much of its duals is taken. */
  readonly shares: readonly number[];
}

export class BlockSystem {
  private readonly blocks: readonly Block[];
  private readonly linkedTo: readonly Int32Array[];
  private readonly linking: LinkingColumns;
  private readonly perform: Perform;
  private schurComplements: readonly Float64Array[] = [];
  /** Taken so far. */
  private steps = 0;
  /** How far the last direction leads, blocks in their order and the linking columns last. */
  private reached: readonly RatioTest[] = [];

  constructor(blocks: readonly Block[], linkedTo: readonly Int32Array[], linking: LinkingColumns, perform: Perform) {
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
    await this.evaluateAndFactorise(0);
    await this.solveDirection(0, { kind: 'primal' });
    await this.solveDirection(0, { kind: 'least-squares-duals' });
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

  /** Looks at the point at `at`, having come there where `step` says how, and factorises there. */
  async evaluateAndFactorise(at: Side, step?: Step, regularisation = REGULARISATION): Promise<Evaluation> {
    return this.evaluate(at, step, regularisation);
  }

  /** The same; without a regularisation it is not factorised there. */
  async evaluate(at: Side, step: Step | undefined, regularisation?: Regularisation): Promise<Evaluation> {
    if (step) takeStep(this.linking, at, step);
    const numbered = step && { ...step, number: ++this.steps };
    const links = this.linking.columnsAt(at);
    const evaluations = await this.each((block, b) =>
      this.perform('evaluate', {
        block,
        at,
        links: this.pick(links, b),
        ...(regularisation && { regularisation }),
        ...(numbered && { step: numbered }),
      }),
    );
    const linkedDual = this.summed(evaluations.map((one) => one.linkedDual));
    const all = [...evaluations, this.linking.evaluate(at, linkedDual)];
    if (regularisation) {
      this.factoriseSchur(
        at,
        evaluations.map(({ schurComplement }) => schurComplement!),
        regularisation,
      );
    }
    const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0);
    const most = (of: (one: (typeof all)[number]) => number) => all.reduce((top, one) => Math.max(top, of(one)), 0);
    const bounds = sum(({ products }) => products.count);
    return {
      objective: sum(({ objective }) => objective),
      dualObjective: sum(({ dualObjective }) => dualObjective),
      provable: sum(({ provable }) => provable),
      primalResidual: most(({ primalResidual }) => primalResidual),
      dualResidual: most(({ dualResidual }) => dualResidual),
      mu: sum(({ products }) => products.sum) / bounds,
      bounds,
      farkas: {
        excess: sum(({ farkas }) => farkas.excess),
        open: most(({ farkas }) => farkas.open),
        size: sum(({ farkas }) => farkas.size),
      },
    };
  }

  /** Factorises at the point that was looked at last. */
  async factorise(at: Side, regularisation: Regularisation): Promise<void> {
    this.factoriseSchur(
      at,
      await this.each((block) => this.perform('factorise', { block, at, regularisation })),
      regularisation,
    );
  }

  private factoriseSchur(at: Side, schurComplements: readonly Float64Array[], regularisation: Regularisation): void {
    this.schurComplements = schurComplements;
    this.linking.factorise(at, this.summedSchurComplement(schurComplements), regularisation);
  }

  /** What the duals of the point at `at` prove at best; undefined where that is nothing. */
  async bestDuals(at: Side, solveMaster: SolveMaster): Promise<BestDuals | undefined> {
    const duals = await mixtureOf(this.linking.form, await this.cutsAt(at, 'cut'), solveMaster);
    return duals && { bound: duals.bound, linking: duals.linking, shares: duals.shares.map(([share]) => share!) };
  }

  /** Where blocks have a solution at all, by their duals at the point at `at`. */
  async farkasCuts(at: Side) {
    return { form: this.linking.form, all: await this.cutsAt(at, 'farkasCut') };
  }

  private async cutsAt<Name extends 'cut' | 'farkasCut'>(at: Side, name: Name) {
    const cuts = await this.each((block) => this.perform(name, { block, at }));
    return cuts.map((cut, b) => ({ cuts: [cut] as const, linkedTo: this.linkedTo[b]! }));
  }

  /** Duals of the rows of each block that prove it; `at` is that point, or one with its duals. */
  async dualsOfBlocks(at: Side, { shares }: BestDuals): Promise<Float64Array[]> {
    return this.each((block, b) => this.perform('provenDuals', { block, at, share: shares[b]! }));
  }

  /** Keeps the point at `at` until it is taken back; there is no third direction meanwhile. */
  async savePoint(at: Side): Promise<void> {
    savePoint(this.linking, at);
    await this.each((block) => this.perform('savePoint', { block, at }));
  }

  async restorePoint(at: Side): Promise<void> {
    restorePoint(this.linking, at);
    await this.each((block) => this.perform('restorePoint', { block, at }));
  }

  /** Makes a direction from the point at `at`; how far it leads, together with others where `trial` says so. */
  async solveDirection(at: Side, newtonRhs: NewtonRhs, trial: Trial = alone): Promise<RatioTest> {
    const schurRhs = await this.each((block) => this.perform('eliminate', { block, at, newtonRhs }));
    const own = this.linking.solveDirection(at, newtonRhs, this.summed(schurRhs), trial);
    const moves = this.linking.movesFor(newtonRhs.kind);
    const reaches = await this.each((block, b) =>
      this.perform('backSubstitute', { block, at, newtonRhs, dz: this.pick(moves, b), trial }),
    );
    this.reached = [...reaches, own];
    return commonStep(this.reached);
  }

  /** After the direction to the bounds: blocks that lag are led round what is in their way. How far all come then. */
  async solveLaggingBlocks(at: Side, ignoredShare: number): Promise<RatioTest> {
    const { linking } = this;
    const reached = this.reached.slice(0, -1);
    const length = lengthToReach(reached);
    if (length === undefined) return commonStep(this.reached);
    const moves = linking.movesFor('predictor');
    const bySecants = await this.each((block, b) =>
      stepLengthOf(reached[b]!) < length
        ? this.perform('secantDirection', {
            block,
            at,
            how: { dz: this.pick(moves, b), length, ignoredShare, regularisation: REGULARISATION },
          })
        : undefined,
    );
    await this.each((block, b) => bySecants[b] && this.perform('replacePredictor', { block }));
    linking.changeLinkedDuals(this.summed(bySecants.map((block) => block?.linkedDualChange)));
    this.factoriseSchur(
      at,
      this.schurComplements.map((before, b) => bySecants[b]?.schurComplement ?? before),
      REGULARISATION,
    );
    return commonStep([...reached.map((before, b) => bySecants[b]?.reached ?? before), this.reached.at(-1)!]);
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

  private summedSchurComplement(schurComplements: readonly Float64Array[]): Float64Array {
    const n = this.linking.form.base.length;
    const sum = new Float64Array(n * n);
    schurComplements.forEach((schurComplement, b) => {
      const columns = this.linkedTo[b]!;
      columns.forEach((i, a) => {
        columns.forEach((j, c) => {
          sum[i * n + j]! += schurComplement[a * columns.length + c]!;
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
