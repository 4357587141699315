import { type Constraint, IntervalRow, type Row, type VariableBlock } from './constraint.ts';
import type { Block, LinearProgram } from './linear-program.ts';
import { type Bounds, ProgramBuilder } from './program-builder.ts';

/** How far columns and rows may go. */
type Limits = Pick<LinearProgram, 'columnLower' | 'columnUpper' | 'rowLower' | 'rowUpper'>;

/** Writes a programme again of which nothing but limits has changed: those of columns, and those of the rows of laws of some names. */
export class LimitWriter extends ProgramBuilder {
  private readonly known: LinearProgram;
  private readonly laws: readonly string[];
  private readonly limits: Limits;
  private readonly row: LimitRow;
  private blocks = 0;
  private columns = 0;
  private lawCount = 0;
  private isAlike = true;

  constructor(known: LinearProgram, laws: readonly string[]) {
    super();
    this.known = known;
    this.laws = laws;
    const { columnLower, columnUpper, rowLower, rowUpper } = known;
    this.limits = {
      columnLower: columnLower.slice(),
      columnUpper: columnUpper.slice(),
      rowLower: rowLower.slice(),
      rowUpper: rowUpper.slice(),
    };
    this.row = new LimitRow(this.limits);
  }

  override variables(name: string, _of: readonly string[], length: number, bounds: Bounds = {}): VariableBlock {
    const first = this.columns;
    this.columns += length;
    this.isAlike &&= isBlock(this.known.columnBlocks[this.blocks++], name, first, length);
    const { lower = 0, upper = Number.POSITIVE_INFINITY } = bounds;
    if (this.isAlike) {
      put(this.limits.columnLower, first, length, lower);
      put(this.limits.columnUpper, first, length, upper);
    }
    return { first, length, at: (index) => first + index };
  }

  override raise({ first }: VariableBlock, least: Float64Array): void {
    const { columnLower } = this.limits;
    for (let at = 0; at < least.length; at++) columnLower[first + at] = Math.max(least[at]!, columnLower[first + at]!);
  }

  override require({ name, of, count, write }: Constraint): Block {
    const known = this.known.rowBlocks[this.lawCount++];
    const first = known?.first ?? -1;
    this.isAlike &&= isBlock(known, name, first, count);
    if (this.isAlike && this.laws.includes(name)) {
      this.row.at = first;
      for (let index = 0; index < count; index++) write(this.row, index);
    }
    return { name, of, first, length: count };
  }

  override minimise(): void {}

  /** On the memory of what is known, but for the limits; undefined where other columns or rows stand there. */
  rewritten(): LinearProgram | undefined {
    const { columnBlocks, rowBlocks } = this.known;
    const isWhole = this.blocks === columnBlocks.length && this.lawCount === rowBlocks.length;
    return this.isAlike && isWhole ? { ...this.known, ...this.limits } : undefined;
  }
}

const isBlock = (block: Block | undefined, name: string, first: number, length: number) =>
  block?.name === name && block.first === first && block.length === length;

function put(into: Float64Array, first: number, length: number, bound: number | Float64Array): void {
  if (typeof bound === 'number') into.fill(bound, first, first + length);
  else into.set(bound.subarray(0, length), first);
}

/** Keeps what a row closes with. */
class LimitRow extends IntervalRow {
  readonly isBare = true;
  at = 0;
  private readonly limits: Limits;

  constructor(limits: Limits) {
    super();
    this.limits = limits;
  }

  plus(): Row {
    return this;
  }

  between(lowest: number, highest: number): void {
    this.limits.rowLower[this.at] = lowest;
    this.limits.rowUpper[this.at] = highest;
    this.at++;
  }
}
