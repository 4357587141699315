/** Blocks ready to be worked on: standard forms, and symbolic factors shared wherever entries stand in the same places. */

import type { BlockAngularProgram } from '../../../lp/block-angular.ts';
import { InternedArrays } from '../form/array-interning.ts';
import { mostSharing, type Scale, scaleOf } from '../form/scaling.ts';
import type { StandardForm } from '../form/standard-form.ts';
import { type FormByCode, withoutNumbers } from '../form/written-out.ts';
import { type Block, type NormalEquations, newBlock, sparseEquations } from '../iterate/block.ts';
import { type Kernels, repeatingEquations } from '../linalg/kernel/kernels.ts';
import type { SymbolicFactor } from '../linalg/symbolic-factorisation.ts';
import type { Template } from '../linalg/template.ts';
import { collectRest, collectSome } from '../linalg/thread-memory.ts';
import { FORMS_AHEAD, LEAN_BLOCKS, MANY_BLOCKS } from '../parameters.ts';
import type { FormedBlock, Perform } from '../threads/block-tasks.ts';

export interface BlockSetup {
  readonly blocks: readonly Block[];
  /** Columns of the linking programme, by block. */
  readonly linkedTo: readonly Int32Array[];
  readonly scale: Scale;
  /** In how many blocks the linking column stands that stands in most. */
  readonly sharing: number;
}

interface SetupOptions {
  /** Called now and then while blocks are formulated; what it throws ends that. */
  readonly pulse?: () => void;
  /** Whether points are ever set aside. */
  readonly setsAside?: boolean;
}

export async function setUpBlocks(
  program: BlockAngularProgram,
  perform: Perform,
  options: SetupOptions = {},
): Promise<BlockSetup> {
  const made = await makeBlocks(program, perform, options);
  // A function that waits keeps what it has worked on, programmes and forms, until it ends.
  collectRest();
  return made;
}

async function makeBlocks(
  program: BlockAngularProgram,
  perform: Perform,
  { pulse, setsAside }: SetupOptions,
): Promise<BlockSetup> {
  const { blockCount } = program;
  const blockAt = (at: number) => program.block(at, pulse);
  const makers = new EquationMakers(perform, blockCount);
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
  const underWay: Promise<FormedBlock>[] = [];
  for (let at = 0; at < blockCount; at++) {
    // The next ones are formulated here while threads work on those before them.
    while (linkedTo.length < Math.min(blockCount, at + FORMS_AHEAD)) {
      const next = linkedTo.length;
      const block = ends.get(next) ?? blockAt(next);
      ends.delete(next);
      const made = perform('form', { block, scale, blockCount });
      // Whoever waits for it hears of a failure; until then it is nobody's.
      made.catch(() => undefined);
      underWay.push(made);
      linkedTo.push(block.linkedTo);
    }
    const { form, equations } = await makers.equationsOf(await underWay.shift()!);
    if (blockCount >= MANY_BLOCKS) collectSome();
    blocks.push(newBlock(form, equations, setsAside));
  }
  return { blocks, linkedTo, scale, sharing };
}

/** Code and symbolic factors that blocks share, made when the first of them asks. */
class EquationMakers {
  private readonly perform: Perform;
  private readonly blockCount: number;
  private readonly store = new InternedArrays();
  private readonly symbolicFactors: { readonly form: StandardForm; readonly symbolic: SymbolicFactor }[] = [];
  /** By what repeats; undefined where there is no code for it. */
  private readonly kernels = new Map<string, Kernels | undefined>();

  constructor(perform: Perform, blockCount: number) {
    this.perform = perform;
    this.blockCount = blockCount;
  }

  /** And of the form what stands nowhere else. */
  async equationsOf({
    form: own,
    repeating,
  }: FormedBlock): Promise<{ readonly form: FormByCode; readonly equations: NormalEquations }> {
    const kernels = repeating && (await this.kernelsOf(repeating.template));
    const equations = kernels && repeatingEquations(kernels, repeating.numbers);
    if (equations)
      return { form: this.store.keep(withoutNumbers(own)), equations: { kind: 'repeating', ...equations } };
    const form = this.store.keep(own);
    const isLean = this.blockCount > LEAN_BLOCKS;
    return { form, equations: sparseEquations(form, await this.symbolicFactorOf(form), isLean) };
  }

  private async kernelsOf(template: Template): Promise<Kernels | undefined> {
    const key = JSON.stringify(template);
    if (!this.kernels.has(key)) this.kernels.set(key, await this.perform('kernels', { template }));
    return this.kernels.get(key);
  }

  private async symbolicFactorOf(form: StandardForm): Promise<SymbolicFactor> {
    const twin = this.symbolicFactors.find((other) => other.form.start === form.start && other.form.row === form.row);
    if (twin) return twin.symbolic;
    const symbolic = await this.perform('symbolicFactor', { form });
    this.symbolicFactors.push({ form, symbolic });
    return symbolic;
  }
}
