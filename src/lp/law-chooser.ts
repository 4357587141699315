import type { Constraint, Cost, VariableBlock } from './constraint.ts';
import type { Block } from './linear-program.ts';
import { ProgramBuilder } from './program-builder.ts';

/** What is written: rows of laws of these names, and what columns cost. */
interface Chosen {
  readonly laws: readonly string[];
  readonly costs: boolean;
}

/** Writes a part of a programme, without bounds of columns; rows of other laws stand nowhere. */
export class LawChooser extends ProgramBuilder {
  private readonly chosen: Chosen;
  private columns = 0;

  constructor(chosen: Chosen) {
    super();
    this.chosen = chosen;
  }

  override variables(_name: string, _of: readonly string[], length: number): VariableBlock {
    const first = this.columns;
    this.columns += length;
    if (this.chosen.costs) for (let index = 0; index < length; index++) this.objective.push(0);
    return { first, length, at: (index) => first + index };
  }

  override raise(): void {}

  override require(law: Constraint): Block {
    if (this.chosen.laws.includes(law.name)) return super.require(law);
    return { name: law.name, of: law.of, first: -1, length: law.count };
  }

  override minimise(cost: Cost): void {
    if (this.chosen.costs) super.minimise(cost);
  }
}
