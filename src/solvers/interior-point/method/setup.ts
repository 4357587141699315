/** Blocks ready to be worked on: standard forms, and structures shared wherever entries stand in the same places. */

import type { BlockAngularProgram } from '../../../lp/block-angular.ts';
import { InternedArrays } from '../form/array-interning.ts';
import { mostSharing, type Scale, scaleOf } from '../form/scaling.ts';
import type { StandardForm } from '../form/standard-form.ts';
import { type Block, newBlock } from '../iterate/block.ts';
import type { SymbolicFactor } from '../linalg/symbolic-factorisation.ts';
import { FORMS_AHEAD, MANY_BLOCKS } from '../parameters.ts';
import type { Perform } from '../threads/block-tasks.ts';

export interface BlockSetup {
  readonly blocks: readonly Block[];
  /** Columns of the linking programme, by block. */
  readonly linkedTo: readonly Int32Array[];
  readonly scale: Scale;
  /** In how many blocks the linking column stands that stands in most. */
  readonly sharing: number;
}

/** @param pulse called now and then while blocks are formulated; what it throws ends that */
export async function setUpBlocks(
  program: BlockAngularProgram,
  perform: Perform,
  pulse?: () => void,
): Promise<BlockSetup> {
  const { blockCount } = program;
  const blockAt = (at: number) => program.block(at, pulse);
  const known: { readonly form: StandardForm; readonly structure: SymbolicFactor }[] = [];
  const store = new InternedArrays();
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
  const forms: Promise<StandardForm>[] = [];
  for (let at = 0; at < blockCount; at++) {
    // The next ones are formulated here while threads work on those before them.
    while (forms.length < Math.min(blockCount, at + FORMS_AHEAD)) {
      const block = ends.get(forms.length) ?? blockAt(forms.length);
      const made = perform('form', { block, scale });
      // Whoever waits for it hears of a failure; until then it is nobody's.
      made.catch(() => undefined);
      forms.push(made);
      linkedTo.push(block.linkedTo);
    }
    const form = store.keep(await forms[at]!);
    let twin = known.find((other) => other.form.start === form.start && other.form.row === form.row);
    if (!twin) {
      twin = { form, structure: await perform('structure', { form }) };
      known.push(twin);
    }
    blocks.push(newBlock(form, twin.structure, isLean));
  }
  return { blocks, linkedTo, scale, sharing };
}
