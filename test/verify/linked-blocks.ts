/** Small programmes of linked blocks, written as dense rows. */

import type { BlockAngularProgram } from '../../src/lp/block-angular.ts';
import type { LinearProgram } from '../../src/lp/linear-program.ts';
import { type Column, programOf, type Row } from './tiny-programs.ts';

const open = Number.POSITIVE_INFINITY;

export interface BlockWish {
  readonly linkedTo: readonly number[];
  /** What one unit of each linking column costs within the block. */
  readonly linkedCosts?: readonly number[];
  readonly columns: readonly Column[];
  /** Over the linking columns of the block, then its own. */
  readonly rows: readonly Row[];
  readonly constant?: number;
}

export function linkedBlocks(
  columns: readonly Column[],
  rows: readonly Row[],
  blocks: readonly BlockWish[],
): BlockAngularProgram {
  return {
    linking: named(programOf(columns, rows)),
    blockCount: blocks.length,
    linkedTo: (at) => Int32Array.from(blocks[at]!.linkedTo),
    block: (at) => {
      const { linkedTo, linkedCosts, columns: own, rows: laws, constant } = blocks[at]!;
      const copies = linkedTo.map((_, i): Column => ({ cost: linkedCosts?.[i] ?? 0, lower: -open, upper: open }));
      return { program: named(programOf([...copies, ...own], laws, constant)), linkedTo: Int32Array.from(linkedTo) };
    },
  };
}

function named(program: ReturnType<typeof programOf>): LinearProgram {
  return { ...program, rowStep: new Int32Array(program.rowCount).fill(-1), columnBlocks: [], rowBlocks: [] };
}
