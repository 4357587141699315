/** Blocks ready to be worked on: standard forms, and structures shared wherever entries stand in the same places. */

import type { BlockAngularProgram } from '../../lp/block-angular.ts';
import type { LinearProgram } from '../../lp/linear-program.ts';
import { type Block, newBlock } from './block.ts';
import type { Scale, StandardForm } from './standard-form.ts';
import type { Structure } from './structure.ts';
import type { Perform } from './tasks.ts';

export async function makeBlocks({ blockCount, block: blockAt, linking }: BlockAngularProgram, perform: Perform) {
  const known: { readonly form: StandardForm; readonly structure: Structure }[] = [];
  const blocks: Block[] = [];
  const linkedTo: Int32Array[] = [];
  let scale: Scale | undefined;
  for (let at = 0; at < blockCount; at++) {
    const block = blockAt(at);
    scale ??= scaleOf(block.program, linking);
    const form = await perform('form', { block, scale });
    let twin = known.find((other) => isSamePattern(other.form, form));
    if (!twin) {
      twin = { form, structure: await perform('structure', { form }) };
      known.push(twin);
    }
    const { start, row, rowOf, columnOf } = twin.form;
    // What is the same stands in memory once.
    const lean = isSameOrigin(twin.form, form) ? { ...form, start, row, rowOf, columnOf } : { ...form, start, row };
    blocks.push(newBlock(lean, twin.structure));
    linkedTo.push(block.linkedTo);
  }
  return { blocks, linkedTo, scale: scale ?? { size: 1, cost: 1 } };
}

/** Sizes near the typical right-hand side, money so that a typical dual is near 1. */
function scaleOf({ rowLower, rowUpper }: LinearProgram, { objective }: LinearProgram): Scale {
  let [sum, count] = [0, 0];
  for (let r = 0; r < rowLower.length; r++) {
    const rhs = Math.abs(Number.isFinite(rowLower[r]!) ? rowLower[r]! : rowUpper[r]!);
    if (rhs === 0 || !Number.isFinite(rhs)) continue;
    sum += rhs;
    count++;
  }
  const dearest = objective.reduce((most, c) => Math.max(most, Math.abs(c)), 0);
  return { size: count === 0 ? 1 : (3 * sum) / count, cost: dearest === 0 ? 1 : dearest / 150 };
}

function isSamePattern(a: StandardForm, b: StandardForm): boolean {
  return a.rowCount === b.rowCount && isSame(a.start, b.start) && isSame(a.row, b.row);
}

function isSameOrigin(a: StandardForm, b: StandardForm): boolean {
  return isSame(a.rowOf, b.rowOf) && isSame(a.columnOf, b.columnOf);
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
