/** Blocks ready to be worked on: standard forms, and structures shared wherever entries stand in the same places. */

import type { BlockAngularProgram } from '../../lp/block-angular.ts';
import type { LinearProgram } from '../../lp/linear-program.ts';
import { ArrayStore } from './array-store.ts';
import { type Block, newBlock } from './block.ts';
import type { Scale, StandardForm } from './standard-form.ts';
import type { Structure } from './structure.ts';
import type { Perform } from './tasks.ts';

/** From here on what can be solved for again is not kept: 7 MB less for a year of five plants and two storages. */
const MANY_BLOCKS = 40;

export interface MadeBlocks {
  readonly blocks: readonly Block[];
  /** Columns of the linking programme, by block. */
  readonly linkedTo: readonly Int32Array[];
  readonly scale: Scale;
  /** In how many blocks the linking column stands that stands in most. */
  readonly sharing: number;
}

/** @param pulse called now and then while blocks are formulated; what it throws ends that */
export async function makeBlocks(
  program: BlockAngularProgram,
  perform: Perform,
  pulse?: () => void,
): Promise<MadeBlocks> {
  const { blockCount } = program;
  const blockAt = (at: number) => program.block(at, pulse);
  const known: { readonly form: StandardForm; readonly structure: Structure }[] = [];
  const store = new ArrayStore();
  const blocks: Block[] = [];
  const linkedTo: Int32Array[] = [];
  const last = blockCount - 1;
  const ends = new Map((blockCount > 1 ? [0, last] : blockCount === 1 ? [0] : []).map((at) => [at, blockAt(at)]));
  const sharing = mostSharing(program);
  const scale = scaleOf(
    [...ends.values()].map((block) => block.program),
    program.linking,
    sharing,
  );
  const isLean = blockCount > MANY_BLOCKS;
  for (let at = 0; at < blockCount; at++) {
    const block = ends.get(at) ?? blockAt(at);
    const form = store.keep(await perform('form', { block, scale }));
    let twin = known.find((other) => other.form.start === form.start && other.form.row === form.row);
    if (!twin) {
      twin = { form, structure: await perform('structure', { form }) };
      known.push(twin);
    }
    blocks.push(newBlock(form, twin.structure, isLean));
    linkedTo.push(block.linkedTo);
  }
  return { blocks, linkedTo, scale, sharing };
}

/** Scales that were found to serve well; a factor of three either way makes little difference. */
const SIZE_PER_TYPICAL_RHS = 3;
const DEAREST_SHARE = 250;

/**
 * Sizes some times the typical right-hand side, between the first block and the last. The dearest linking column, shared
 * among blocks, at 250 for each of them: duals of twenty weather years are a twentieth of those of one, and damping must
 * not weigh more for that.
 */
function scaleOf(ends: readonly LinearProgram[], { objective }: LinearProgram, sharing: number): Scale {
  const typical = ends.map(typicalRhs).filter((rhs) => rhs > 0);
  const dearest = objective.reduce((most, c) => Math.max(most, Math.abs(c)), 0);
  return {
    size: typical.length === 0 ? 1 : (SIZE_PER_TYPICAL_RHS * typical.reduce((a, b) => a + b, 0)) / typical.length,
    cost: dearest === 0 ? 1 : dearest / sharing / DEAREST_SHARE,
  };
}

/** In how many blocks the linking column stands that stands in most. */
function mostSharing({ blockCount, linkedTo, linking }: BlockAngularProgram): number {
  const sharing = new Int32Array(linking.columnCount);
  for (let at = 0; at < blockCount; at++) for (const column of linkedTo(at)) sharing[column]!++;
  return sharing.reduce((most, count) => Math.max(most, count), 1);
}

function typicalRhs({ rowLower, rowUpper }: LinearProgram): number {
  let [sum, count] = [0, 0];
  for (let r = 0; r < rowLower.length; r++) {
    const rhs = Math.abs(Number.isFinite(rowLower[r]!) ? rowLower[r]! : rowUpper[r]!);
    if (rhs === 0 || !Number.isFinite(rhs)) continue;
    sum += rhs;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
