/**
 * L·D·Lᵀ of the normal equations A·Θ·Aᵀ + δ·I and X = L⁻¹·T, hour by hour, as code of one hour.
 *
 * The year is a circle, which is cut into segments of equal length. The rows of a segment's first hour that the hour before
 * reaches are its edge: they are not eliminated with the others but stand beside the linking columns, as further columns of X,
 * and a dense system joins the segments (`segments.ts`). So does A·Θ·aᵀ of a row a across the hours (`across.ts`).
 */

import { type Coefficient, leadingColumns, type Template } from '../template.ts';
import { type Expression, HourGraph } from './graph.ts';
import { nodeOf } from './hour-order.ts';

/** A row of the hour and what stands below it in L, or beside it in X, by its place among all of an hour. */
interface FactorEntry {
  readonly row: number;
  /** In L a node below, in X a column. */
  readonly other: number;
}

export interface HourFactor {
  readonly graph: HourGraph;
  readonly order: readonly number[];
  readonly lower: readonly FactorEntry[];
  readonly spread: readonly FactorEntry[];
  /** What the hour after is left with: entries of its matrix and of its X. */
  readonly outgoing: ReadonlySet<string>;
}

/** Parameters behind those of the template. */
export const ownParameters = [
  ...(['δ', 'least pivot'] as const),
  ...(['sigma mu', 'second-order cap', 'second order', 'centrality sigma mu', 'tried primal', 'tried dual'] as const),
  ...(['mixed first primal', 'mixed second primal', 'mixed first dual', 'mixed second dual', 'least share'] as const),
  ...(['first primal', 'second primal', 'third primal', 'first dual', 'second dual', 'third dual'] as const),
  ...(['primal length', 'dual length', 'clamped to', 'ρ'] as const),
];

export type OwnParameter = (typeof ownParameters)[number];

export const parameterAt = ({ parameterCount }: Template, name: OwnParameter): number =>
  parameterCount + ownParameters.indexOf(name);

/** A pivot that rounding swallowed becomes so large that it leaves the row's dual where it is. */
export const NO_PIVOT = 1e100;

export function coefficientOf(graph: HourGraph, coefficient: Coefficient): Expression {
  if (coefficient.kind === 'fixed') return graph.constant(coefficient.value);
  if (coefficient.kind === 'parameter') return graph.parameter(coefficient.at);
  return graph.load('hourly', coefficient.at);
}

/** The first hour of a segment, and the others; of these it is known what the hours before leave them. */
export function hourFactors(template: Template, order: readonly number[]) {
  const first = new HourElimination(template, order, true, new Set()).run();
  let incoming = first.outgoing;
  for (;;) {
    const other = new HourElimination(template, order, false, incoming).run();
    const all = new Set([...incoming, ...other.outgoing]);
    if (all.size === incoming.size) return { first, other };
    incoming = all;
  }
}

/** What one hour's elimination has reached: sums by row and node, and by node and column. */
class HourElimination {
  private readonly graph = new HourGraph();
  private readonly matrix = new Map<string, Expression | undefined>();
  private readonly columns = new Map<string, Expression | undefined>();
  private readonly gram = new Map<string, Expression | undefined>();
  private readonly template: Template;
  private readonly order: readonly number[];
  private readonly isFirst: boolean;
  private readonly incoming: ReadonlySet<string>;

  constructor(template: Template, order: readonly number[], isFirst: boolean, incoming: ReadonlySet<string>) {
    this.template = template;
    this.order = isFirst ? order.filter((row) => !template.carried.includes(row)) : order;
    this.isFirst = isFirst;
    this.incoming = incoming;
  }

  run(): HourFactor {
    this.addHourBefore();
    this.addProducts();
    this.addLinks();
    this.addAcross();
    const [lower, spread]: FactorEntry[][] = [[], []];
    for (const row of this.order) this.eliminate(row, lower!, spread!);
    for (const [name, sum] of this.gram) this.graph.accumulate(name, sum);
    return { graph: this.graph, order: this.order, lower: lower!, spread: spread!, outgoing: this.leave() };
  }

  /** Edge rows have no entry in the matrix: theirs are among the columns, and between two of them apart. */
  private put(a: number, b: number, value: Expression | undefined): void {
    const [high, low] = a > b ? [a, b] : [b, a];
    const [highEdge, lowEdge] = [this.edgeOf(high), this.edgeOf(low)];
    const leading = leadingColumns(this.template);
    if (highEdge >= 0 && lowEdge >= 0) this.sum(this.gram, edgeName(highEdge, lowEdge), value);
    else if (highEdge >= 0) this.sum(this.columns, `${low} ${leading + highEdge}`, value);
    else if (lowEdge >= 0) this.sum(this.columns, `${high} ${leading + lowEdge}`, value);
    else this.sum(this.matrix, `${high} ${low}`, value);
  }

  private edgeOf(node: number): number {
    return this.isFirst ? this.template.carried.indexOf(node) : -1;
  }

  private sum(into: Map<string, Expression | undefined>, key: string, value: Expression | undefined): void {
    const sum = this.graph.add(into.get(key), value);
    if (sum !== undefined) into.set(key, sum);
  }

  private addHourBefore(): void {
    const { carried } = this.template;
    const width = leadingColumns(this.template) + carried.length;
    carried.forEach((row, a) => {
      for (let b = 0; b <= a; b++) {
        const name = matrixName(a, b);
        if (this.incoming.has(name)) this.put(row, carried[b]!, this.graph.carry(name));
      }
      for (let c = 0; c < width; c++) {
        const name = columnName(a, c);
        if (this.incoming.has(name)) this.sum(this.columns, `${row} ${c}`, this.graph.carry(name));
      }
    });
  }

  private addProducts(): void {
    const { graph, template } = this;
    template.kinds.forEach(({ entries }, k) => {
      const θ = graph.load('θ', k);
      entries.forEach((one, p) => {
        const weighted = graph.multiply(coefficientOf(graph, one.coefficient), θ);
        for (const other of entries.slice(0, p + 1)) {
          const [a, b] = [nodeOf(template, one.row, one.isNext), nodeOf(template, other.row, other.isNext)];
          this.put(a, b, graph.multiply(coefficientOf(graph, other.coefficient), weighted));
        }
      });
    });
    const δ = graph.parameter(parameterAt(template, 'δ'));
    for (let row = 0; row < template.rows; row++) this.put(row, row, δ);
  }

  private addLinks(): void {
    this.template.links.forEach((places, l) => {
      for (const { row, coefficient } of places) this.beside(row, l, coefficientOf(this.graph, coefficient));
    });
  }

  /** Of a row a across the hours A·Θ·aᵀ, and from the sums of its column a·Θ·aᵀ is taken. */
  private addAcross(): void {
    const { graph, template } = this;
    const first = template.links.length;
    template.kinds.forEach(({ entries, across }, k) => {
      across.forEach((one, p) => {
        const weighted = graph.multiply(coefficientOf(graph, one.coefficient), graph.load('θ', k));
        for (const { row, isNext, coefficient } of entries) {
          const value = graph.multiply(coefficientOf(graph, coefficient), weighted);
          this.beside(nodeOf(template, row, isNext), first + one.row, value);
        }
        for (const other of across.slice(0, p + 1)) {
          const [a, b] = [first + one.row, first + other.row];
          const product = graph.multiply(coefficientOf(graph, other.coefficient), weighted);
          this.sum(this.gram, gramName(Math.max(a, b), Math.min(a, b)), graph.negative(product));
        }
      });
    });
  }

  /** Adds to X before the edge. */
  private beside(node: number, column: number, value: Expression | undefined): void {
    const edge = this.edgeOf(node);
    if (edge >= 0) this.sum(this.gram, edgeLinkName(edge, column), value);
    else this.sum(this.columns, `${node} ${column}`, value);
  }

  private eliminate(row: number, lower: FactorEntry[], spread: FactorEntry[]): void {
    const { graph, template, matrix } = this;
    const width = leadingColumns(template) + template.carried.length;
    const sum = matrix.get(`${row} ${row}`)!;
    const least = graph.parameter(parameterAt(template, 'least pivot'));
    const pivot = graph.where(sum, least, sum, graph.constant(NO_PIVOT));
    const inverse = graph.divide(graph.constant(1), pivot);
    graph.store('inverse', row, inverse);
    const below = Array.from({ length: template.rows + template.carried.length }, (_, node) => node).filter(
      (node) => node !== row && this.entry(node, row) !== undefined,
    );
    const weights = below.map((node) => this.entry(node, row)!);
    const factors = weights.map((weight) => graph.multiply(weight, inverse)!);
    below.forEach((node, a) => {
      graph.store('lower', lower.push({ row, other: node }) - 1, factors[a]);
      for (let b = 0; b <= a; b++) this.put(node, below[b]!, graph.negative(graph.multiply(factors[a], weights[b])));
    });
    const columns = Array.from({ length: width }, (_, c) => c).filter((c) => this.columns.has(`${row} ${c}`));
    columns.forEach((c, a) => {
      const own = this.columns.get(`${row} ${c}`);
      graph.store('spread', spread.push({ row, other: c }) - 1, own);
      below.forEach((node, b) => {
        this.sum(this.columns, `${node} ${c}`, graph.negative(graph.multiply(factors[b], own)));
      });
      const weighted = graph.multiply(own, inverse);
      for (let b = 0; b <= a; b++) {
        const other = this.columns.get(`${row} ${columns[b]}`);
        this.sum(this.gram, gramName(c, columns[b]!), graph.multiply(weighted, other));
      }
    });
    for (const node of [row, ...below]) matrix.delete(node > row ? `${node} ${row}` : `${row} ${node}`);
  }

  private entry(a: number, b: number): Expression | undefined {
    return this.matrix.get(a > b ? `${a} ${b}` : `${b} ${a}`);
  }

  private leave(): Set<string> {
    const { rows, carried } = this.template;
    const width = leadingColumns(this.template) + carried.length;
    const outgoing = new Set<string>();
    const set = (name: string, value: Expression | undefined) => {
      if (value !== undefined) outgoing.add(name);
      if (value !== undefined || this.incoming.has(name)) this.graph.setCarry(name, value);
    };
    carried.forEach((_, a) => {
      for (let b = 0; b <= a; b++) set(matrixName(a, b), this.matrix.get(`${rows + a} ${rows + b}`));
      for (let c = 0; c < width; c++) set(columnName(a, c), this.columns.get(`${rows + a} ${c}`));
    });
    return outgoing;
  }
}

// Names of what hours leave: a and b count carried rows, c and d columns of X, a ≥ b and c ≥ d.

/** Matrix of the carried rows of the hour after. */
export const matrixName = (a: number, b: number): string => `matrix ${a} ${b}`;
/** X of the carried rows of the hour after. */
export const columnName = (a: number, c: number): string => `column ${a} ${c}`;
/** Σ XᵀD⁻¹X so far. */
export const gramName = (c: number, d: number): string => `gram ${c} ${d}`;
/** Matrix of the edge. */
export const edgeName = (a: number, b: number): string => `edge ${a} ${b}`;
/** T of the edge. */
export const edgeLinkName = (a: number, l: number): string => `edge link ${a} ${l}`;
