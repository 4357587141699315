import type { Constraint, VariableBlock } from './constraint.ts';
import type { Block } from './linear-program.ts';
import { ProgramBuilder } from './program-builder.ts';

/** Says where the columns and rows of a programme stand, and writes none of them. */
export class PlaceCounter extends ProgramBuilder {
  private columns = 0;
  private laws = 0;

  get rowCount(): number {
    return this.laws;
  }

  override variables(_name: string, _of: readonly string[], length: number): VariableBlock {
    const first = this.columns;
    this.columns += length;
    return { first, length, at: (index) => first + index };
  }

  override raise(): void {}

  override require({ name, of, count }: Constraint): Block {
    const first = this.laws;
    this.laws += count;
    return { name, of, first, length: count };
  }

  override minimise(): void {}
}
