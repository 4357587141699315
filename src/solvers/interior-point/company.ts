/** All blocks and the linking columns, acting together. Sums run in the order of the blocks, whoever worked on them. */

import type { Aim, Block, BlockView, Damping, Side } from './block.ts';
import type { Reach } from './columns.ts';
import type { Gathered, Linking } from './linking.ts';
import type { Shortfall } from './start.ts';
import { setInside, setOrigin, shortfallOf } from './start.ts';
import type { Arrival, Perform } from './tasks.ts';

const DAMPING: Damping = { ρ: 1e-9, δ: 1e-7 };
const MOST_CORRECTORS = 2;
/** Of the way to the nearest bound. */
const SHORT_OF_BOUND = 0.9995;

/** Where all of them stand. */
export interface View {
  /** Scaled, as everything here. */
  readonly objective: number;
  readonly dualObjective: number;
  readonly primalResidual: number;
  readonly dualResidual: number;
  /** Of distance and price, over all bounds. */
  readonly meanProduct: number;
  readonly products: number;
}

export class Company {
  private readonly blocks: readonly Block[];
  private readonly linkedTo: readonly Int32Array[];
  private readonly linking: Linking;
  private readonly perform: Perform;

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
    await this.step(0, 0, { kind: 'equations' });
    await this.step(0, 1, { kind: 'costs' });
    const shortfalls = await this.each((block) => this.perform('shortfall', { block, at: 0 }));
    const [columns, prices] = linking.steps;
    shortfalls.push(shortfallOf(linking.points[0], linking.form.upper, columns, prices));
    const by: Shortfall = {
      primal: Math.max(1e-3, ...shortfalls.map(({ primal }) => 1.5 * primal)),
      dual: Math.max(1e-6, ...shortfalls.map(({ dual }) => 1.5 * dual)),
    };
    await this.each((block) => this.perform('inside', { block, at: 0, by }));
    setInside(linking.points[0], linking.form.upper, columns, prices, by, linking.points[1]);
    linking.points[1].y.set(prices.dy);
    return 1;
  }

  /** Looks at the point at `at`, having come there by a step where one is given, and factorises there. */
  async evaluate(at: Side, arrive?: Arrival): Promise<View> {
    if (arrive) this.linking.advance(at === 0 ? 1 : 0, arrive.by, arrive.lengths);
    const links = this.linking.columnsAt(at);
    const views = await this.each((block, b) =>
      this.perform('evaluate', {
        block,
        at,
        links: this.pick(links, b),
        damping: DAMPING,
        ...(arrive && { arrive }),
      }),
    );
    const own = this.linking.evaluate(at, this.gather(views), DAMPING);
    const all = [...views, own];
    const products = all.reduce((sum, view) => sum + view.products.count, 0);
    return {
      objective: all.reduce((sum, view) => sum + view.objective, 0),
      dualObjective: all.reduce((sum, view) => sum + view.dualObjective, 0),
      primalResidual: Math.max(...all.map((view) => view.primalResidual)),
      dualResidual: Math.max(...all.map((view) => view.dualResidual)),
      meanProduct: all.reduce((sum, view) => sum + view.products.sum, 0) / products,
      products,
    };
  }

  /** A step from the point at `at`, and how far to go. */
  async chooseStep(at: Side, { meanProduct, products }: View): Promise<Arrival> {
    const affine = await this.step(at, 0, { kind: 'bounds' });
    const { primal: α, dual: β, byColumns, byPrices, byBoth } = affine;
    const reached = meanProduct + (α * byColumns + β * byPrices + α * β * byBoth) / products;
    const target = meanProduct * Math.max(0, reached / meanProduct) ** 3;
    let by: Side = 1;
    let reach = await this.step(at, 1, { kind: 'centre', after: 0, target });
    for (let corrector = 0; corrector < MOST_CORRECTORS; corrector++) {
      if (reach.primal > 0.95 && reach.dual > 0.95) break;
      const into: Side = by === 0 ? 1 : 0;
      const [primal, dual] = [longer(reach.primal), longer(reach.dual)];
      const corrected = await this.step(at, into, { kind: 'closer', after: by, target, primal, dual });
      if (corrected.primal + corrected.dual < reach.primal + reach.dual + 0.02) break;
      [by, reach] = [into, corrected];
    }
    const shortOf = (length: number) => (length >= 1 ? 1 : length * SHORT_OF_BOUND);
    return { by, lengths: { primal: shortOf(reach.primal), dual: shortOf(reach.dual) } };
  }

  /** A step of the columns alone that makes the equations hold more exactly. */
  async settle(at: Side): Promise<Arrival> {
    const { primal } = await this.step(at, 0, { kind: 'equations' });
    return { by: 0, lengths: { primal: primal >= 1 ? 1 : primal * SHORT_OF_BOUND, dual: 0 } };
  }

  private async step(at: Side, into: Side, towards: Aim): Promise<Reach> {
    const pulls = await this.each((block) => this.perform('aim', { block, at, into, towards }));
    const pull = new Float64Array(this.linking.form.base.length);
    pulls.forEach((own, b) => {
      this.linkedTo[b]!.forEach((column, l) => {
        pull[column]! += own[l]!;
      });
    });
    const own = this.linking.step(at, into, towards, pull);
    const moves = this.linking.movesOf(into);
    const reaches = await this.each((block, b) =>
      this.perform('complete', { block, at, into, towards: towards.kind, dz: this.pick(moves, b) }),
    );
    return [...reaches, own].reduce((all, one) => ({
      primal: Math.min(all.primal, one.primal),
      dual: Math.min(all.dual, one.dual),
      byColumns: all.byColumns + one.byColumns,
      byPrices: all.byPrices + one.byPrices,
      byBoth: all.byBoth + one.byBoth,
    }));
  }

  private gather(views: readonly BlockView[]): Gathered {
    const n = this.linking.form.base.length;
    const [linkedDual, curvature] = [new Float64Array(n), new Float64Array(n * n)];
    views.forEach((view, b) => {
      const columns = this.linkedTo[b]!;
      columns.forEach((i, a) => {
        linkedDual[i]! += view.linkedDual[a]!;
        columns.forEach((j, c) => {
          curvature[i * n + j]! += view.curvature[a * columns.length + c]!;
        });
      });
    });
    return { linkedDual, curvature };
  }

  private pick(values: Float64Array, b: number): Float64Array {
    return Float64Array.from(this.linkedTo[b]!, (column) => values[column]!);
  }

  private each<Result>(work: (block: Block, b: number) => Promise<Result>): Promise<Result[]> {
    return Promise.all(this.blocks.map(work));
  }
}

/** A step length to hope for. */
const longer = (length: number): number => Math.min(1, 1.08 * length + 0.08);
