import { beforeAll, describe, expect, test } from 'vitest';
import { decompose } from '../../../src/model/decomposition.ts';
import { linkingForm } from '../../../src/solvers/interior-point/form/linking-form.ts';
import { addLinks } from '../../../src/solvers/interior-point/form/linking-matrix.ts';
import { type Block, otherSide, type Side, wholeFormOf } from '../../../src/solvers/interior-point/iterate/block.ts';
import { lengthToReach, stepLengthOf } from '../../../src/solvers/interior-point/iterate/lagging-blocks.ts';
import { LinkingColumns } from '../../../src/solvers/interior-point/iterate/linking-columns.ts';
import { noProductSlopes } from '../../../src/solvers/interior-point/iterate/ratio-test.ts';
import { BlockSystem } from '../../../src/solvers/interior-point/method/block-system.ts';
import { chooseStep } from '../../../src/solvers/interior-point/method/predictor-corrector.ts';
import { setUpBlocks } from '../../../src/solvers/interior-point/method/setup.ts';
import { type Perform, perform, type Tasks } from '../../../src/solvers/interior-point/threads/block-tasks.ts';
import { wholeScope } from '../../../src/studies/scope.ts';
import { realWindows } from '../../fixtures/real-window.ts';
import { everyHour } from '../../fixtures/site.ts';
import { denseColumns } from '../forms.ts';

describe('the length to reach', () => {
  const reached = (lengths: readonly number[]) =>
    lengths.map((length) => ({ primal: [length], dual: [1], ...noProductSlopes }));

  test('is that of the best of the rest, where a fifth lags', () => {
    expect(lengthToReach(reached([0.4, 0.1, 0.3, 0.4, 0.45]))).toBe(0.3);
    expect(lengthToReach(reached([0.3, 0.01, 0.02, 0.3, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4]))).toBe(0.3);
  });

  test('is no more than half of the way', () => {
    expect(lengthToReach(reached([0.9, 0.1, 0.9, 0.9, 0.9]))).toBe(0.5);
    expect(lengthToReach(reached([0.9, 0.6, 0.9, 0.9, 0.9]))).toBeUndefined();
  });

  test('is none where blocks are fewer than five, or all alike', () => {
    expect(lengthToReach(reached([0.1, 0.4, 0.4, 0.4]))).toBeUndefined();
    expect(lengthToReach(reached([0.2, 0.2, 0.2, 0.2, 0.2]))).toBeUndefined();
    expect(lengthToReach([])).toBeUndefined();
  });
});

/** Ten fortnights of the shipped profiles some rounds on, in a system that notes who caught up and what its sizes are told. */
async function someRoundsOn(rounds: number) {
  const fortnights = Array.from({ length: 10 }, (_, y) => 800 * y);
  const scenario = realWindows(fortnights, 336, everyHour);
  const { program } = decompose(scenario, wholeScope(scenario));
  const notes = {
    bySecants: [] as { block: Block; dz: Float64Array; before: number; after: number }[],
    linkedDuals: [] as Float64Array[],
  };
  const lengths = new Map<Block, number>();
  const noting: Perform = async (name, input) => {
    const output = perform(name, input);
    if (name === 'backSubstitute') {
      lengths.set(
        (input as Tasks['backSubstitute']['input']).block,
        stepLengthOf(output as Tasks['backSubstitute']['output']),
      );
    }
    if (name === 'secantDirection') {
      const { block, how } = input as Tasks['secantDirection']['input'];
      const after = stepLengthOf((output as Tasks['secantDirection']['output']).reached);
      notes.bySecants.push({ block, dz: how.dz, before: lengths.get(block)!, after });
    }
    if (name === 'evaluate') notes.linkedDuals.push((output as Tasks['evaluate']['output']).linkedDual);
    return output;
  };
  const { blocks, linkedTo, scale } = await setUpBlocks(program, noting);
  const linking = new LinkingColumns(
    linkingForm(program.linking, new Float64Array(program.linking.columnCount), scale),
  );
  const system = new BlockSystem(blocks, linkedTo, linking, noting);
  let at: Side = await system.start();
  let evaluation = await system.evaluateAndFactorise(at);
  for (let round = 0; round < rounds; round++) {
    const step = await chooseStep(system, at, evaluation, 'strict');
    at = otherSide(at);
    evaluation = await system.evaluateAndFactorise(at, step);
  }
  /** Costs of the sizes less what duals and prices say of them, at the point that was looked at last. */
  const residual = (side: Side): number[] => {
    const { form, points } = linking;
    const { lowerDual, upperDual, y } = points[side];
    const told = new Float64Array(form.base.length);
    notes.linkedDuals.slice(-blocks.length).forEach((own, b) => {
      linkedTo[b]!.forEach((column, l) => {
        told[column]! += own[l]!;
      });
    });
    return Array.from(form.cost, (c, j) => {
      const column = form.columnOf[j]!;
      const ofRows = form.rows.reduce((sum, row, r) => sum + row[j]! * y[r]!, 0);
      const ofBlocks = column < 0 ? 0 : form.sign[j]! * told[column]!;
      return c - ofRows - ofBlocks - lowerDual[j]! + (upperDual[j] ?? 0);
    });
  };
  notes.bySecants.length = 0;
  return { system, at, notes, residual, mu: evaluation.mu };
}

let begun: Awaited<ReturnType<typeof someRoundsOn>>;
let residualBefore: number[];
beforeAll(async () => {
  begun = await someRoundsOn(4);
  const { system, at, residual } = begun;
  residualBefore = residual(at);
  await system.solveDirection(at, { kind: 'predictor' }, { shares: [1], ignoredShare: 0 });
  await system.solveLaggingBlocks(at, 0);
});

test('blocks that caught up go further for the most part, and keep their equations', () => {
  const { notes } = begun;
  expect(notes.bySecants.length).toBeGreaterThan(0);
  const further = notes.bySecants.filter(({ before, after }) => after > before);
  expect(further.length).toBeGreaterThan(notes.bySecants.length / 2);
  for (const { block, dz } of notes.bySecants) {
    expect(block.secants.count[0]).toBeGreaterThan(0);
    const { residuals, directions } = block;
    const form = wholeFormOf(block);
    const left = residuals[begun.at].slice();
    addLinks(form, dz, -1, left);
    denseColumns(form).forEach((column, j) => {
      for (let r = 0; r < left.length; r++) left[r]! -= column[r]! * directions[0].dx[j]!;
    });
    // Regularisation of rows takes a little of each.
    left.forEach((lacking, r) => {
      expect(Math.abs(lacking - 1e-7 * directions[0].dy[r]!)).toBeLessThan(1e-8);
    });
  }
});

test('sizes get back what blocks that caught up owe them', async () => {
  const { system, at, notes, residual, mu } = begun;
  expect(notes.bySecants.length).toBeGreaterThan(0);
  await system.solveDirection(at, { kind: 'corrector', sigmaMu: mu, secondOrderCap: 0 });
  const dual = 1e-3;
  const weights = { primal: [1, 1], dual: [1, 1] };
  await system.evaluateAndFactorise(otherSide(at), { weights, lengths: { primal: 0, dual } });
  residual(otherSide(at)).forEach((after, j) => {
    // Regularisation keeps a little.
    expect(Math.abs(after - (1 - dual) * residualBefore[j]!)).toBeLessThan(1e-8);
  });
});
