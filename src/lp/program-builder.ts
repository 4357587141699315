import { type Constraint, type Cost, type CostTerms, IntervalRow, type Row, type VariableBlock } from './constraint.ts';
import { type GrowingArray, growingFloats, growingIntegers } from './growing-array.ts';
import type { Block, LinearProgram } from './linear-program.ts';

/** Bounds of a block: one number for all, or one per element. */
export interface Bounds {
  readonly lower?: number | Float64Array;
  readonly upper?: number | Float64Array;
}

const boundAt = (bound: number | Float64Array, index: number) => (typeof bound === 'number' ? bound : bound[index]!);

const ROWS_A_PULSE = 256;

/** Gathers variables, constraints and costs into one sparse programme. Columns are non-negative unless said otherwise. */
export class ProgramBuilder {
  protected readonly objective: GrowingArray<Float64Array> = growingFloats();
  private readonly columnLower = growingFloats();
  private readonly columnUpper = growingFloats();
  private readonly columnBlocks: Block[] = [];
  private readonly rowBlocks: Block[] = [];
  private readonly rows = new SparseRows();
  private readonly rowStep = growingIntegers();
  private chain = { first: 0, length: 0 };
  private objectiveConstant = 0;
  private readonly pulse: () => void;

  /** @param pulse called now and then while rows are written; what it throws ends the formulation */
  constructor(pulse: () => void = () => undefined) {
    this.pulse = pulse;
  }

  /** Declares `length` columns. */
  variables(name: string, of: readonly string[], length: number, bounds: Bounds = {}): VariableBlock {
    const first = this.objective.length;
    const { lower = 0, upper = Number.POSITIVE_INFINITY } = bounds;
    for (let index = 0; index < length; index++) {
      this.objective.push(0);
      this.columnLower.push(boundAt(lower, index));
      this.columnUpper.push(boundAt(upper, index));
    }
    this.columnBlocks.push({ name, of, first, length });
    return { first, length, at: (index) => first + index };
  }

  /** Raises the lower bounds of a block that was declared: what one column alone must keep takes no rows. */
  raise({ first }: VariableBlock, lower: Float64Array): void {
    lower.forEach((value, index) => {
      this.columnLower.set(first + index, Math.max(value, this.columnLower.at(first + index)));
    });
  }

  /** From here on, laws of so many rows have one row for each step of a new chain; see `LinearProgram.rowStep`. */
  beginChain(length: number): void {
    this.chain = { first: this.chain.first + this.chain.length, length };
  }

  /** Adds the rows of a law and says where they stand. */
  require({ name, of, count, write }: Constraint): Block {
    const first = this.rows.count;
    for (let index = 0; index < count; index++) {
      if (index % ROWS_A_PULSE === 0) this.pulse();
      write(this.rows, index);
      if (this.rows.count !== first + index + 1)
        throw new Error(`${name}: row ${index} closes with no relation or two`);
      this.rowStep.push(count === this.chain.length ? this.chain.first + index : -1);
    }
    const block = { name, of, first, length: count };
    this.rowBlocks.push(block);
    return block;
  }

  /** Adds a part to the objective, which is minimised. */
  minimise({ write }: Cost): void {
    const terms: CostTerms = {
      plus: (coefficient, column) => this.objective.addAt(column, coefficient),
      constant: (value) => {
        this.objectiveConstant += value;
      },
    };
    write(terms);
  }

  build(): LinearProgram {
    return {
      columnCount: this.objective.length,
      objective: this.objective.finish(),
      objectiveConstant: this.objectiveConstant,
      columnLower: this.columnLower.finish(),
      columnUpper: this.columnUpper.finish(),
      rowStep: this.rowStep.finish(),
      columnBlocks: this.columnBlocks,
      rowBlocks: this.rowBlocks,
      ...this.rows.toArrays(),
    };
  }
}

/** Rows in compressed form; the row being written is the last. */
class SparseRows extends IntervalRow {
  count = 0;
  private readonly lower = growingFloats();
  private readonly upper = growingFloats();
  private readonly start = growingIntegers();
  private readonly column = growingIntegers();
  private readonly value = growingFloats();
  /** One past the entry of each column in the row it was last seen in; older than the row's first entry means not in this row. */
  private seen: Int32Array = new Int32Array(1024);
  private first = 0;

  plus(coefficient: number, column: number): Row {
    if (coefficient === 0) return this;
    if (column >= this.seen.length) this.seen = widened(this.seen, column);
    const entry = this.seen[column]! - 1;
    if (entry >= this.first) {
      this.value.addAt(entry, coefficient);
      return this;
    }
    this.column.push(column);
    this.value.push(coefficient);
    this.seen[column] = this.column.length;
    return this;
  }

  between(lowest: number, highest: number): void {
    this.lower.push(lowest);
    this.upper.push(highest);
    this.start.push(this.first);
    this.first = this.column.length;
    this.count++;
  }

  toArrays() {
    this.start.push(this.first);
    return {
      rowCount: this.count,
      rowLower: this.lower.finish(),
      rowUpper: this.upper.finish(),
      rowStart: this.start.finish(),
      columnIndex: this.column.finish(),
      coefficient: this.value.finish(),
    };
  }
}

function widened(values: Int32Array, index: number): Int32Array {
  const wider = new Int32Array(2 * (index + 1));
  wider.set(values);
  return wider;
}
