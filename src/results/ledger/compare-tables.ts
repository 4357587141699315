/** Two files of one table of a ledger, cell by cell. */

import type { LedgerFormat } from './ledger-document.ts';
import { type Cells, cellsOf } from './table-cells.ts';

export interface TableDifference {
  /** `row 12 bundle_quantity`; rows count from 1, comments and heads apart. */
  readonly place: string;
  readonly problem: string;
}

/** More teach nothing new. */
const MOST_LISTED = 20;

/** Where the cells of a stated file are others than those of its own; one sentence where all of them are the same. */
export async function differencesOf(
  stated: Uint8Array,
  own: Uint8Array,
  format: LedgerFormat,
): Promise<TableDifference[]> {
  const right = await cellsOf(own, format);
  let left: Cells;
  try {
    left = await cellsOf(stated, format);
  } catch (error) {
    return [{ place: '', problem: `cannot be read: ${error instanceof Error ? error.message : String(error)}` }];
  }
  const differences = [...differ(left, right)];
  if (differences.length > 0) return differences;
  return [{ place: '', problem: 'every cell is right, but the file is not the one that hourmatch writes' }];
}

function* differ(left: Cells, right: Cells): Generator<TableDifference> {
  if (left.names.join() !== right.names.join()) {
    yield { place: 'columns', problem: `are ${left.names.join(', ')}, and should be ${right.names.join(', ')}` };
    return;
  }
  if (left.rows !== right.rows) {
    yield { place: 'rows', problem: `are ${left.rows}, and should be ${right.rows}` };
  }
  let found = 0;
  for (let row = 0; row < Math.min(left.rows, right.rows); row++) {
    for (const [column, name] of right.names.entries()) {
      const [stands, follows] = [left.cell(row, column), right.cell(row, column)];
      if (stands === follows) continue;
      if (++found <= MOST_LISTED) {
        yield {
          place: `row ${row + 1} ${name}`,
          problem: `${stands.slice(0, 100)} stands where the files give ${follows}`,
        };
      }
    }
  }
  if (found > MOST_LISTED) yield { place: 'cells', problem: `and ${found - MOST_LISTED} more` };
}
