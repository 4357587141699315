/** Duals and columns on their way, pushed to their ends: what they prove then, recomputed by other code. */

import { expect, test } from 'vitest';
import { decompose } from '../../../src/model/decomposition.ts';
import type { Matching } from '../../../src/scenario/scenario.ts';
import { linkingForm } from '../../../src/solvers/interior-point/form/linking-form.ts';
import { otherSide, type Side } from '../../../src/solvers/interior-point/iterate/block.ts';
import { LinkingColumns } from '../../../src/solvers/interior-point/iterate/linking-columns.ts';
import { BlockSystem } from '../../../src/solvers/interior-point/method/block-system.ts';
import { EarlyEnd } from '../../../src/solvers/interior-point/method/early-end.ts';
import { chooseStep } from '../../../src/solvers/interior-point/method/predictor-corrector.ts';
import { setUpBlocks } from '../../../src/solvers/interior-point/method/setup.ts';
import { type Perform, perform } from '../../../src/solvers/interior-point/threads/block-tasks.ts';
import { wholeScope } from '../../../src/studies/scope.ts';
import { certifyBlocks } from '../../../src/verify/certificate.ts';
import { realWindows } from '../../fixtures/real-window.ts';
import { everyHour, phase } from '../../fixtures/site.ts';
import { optimumOf, solvedInBlocks, solveMaster } from '../proven-cost.ts';

const here: Perform = async (name, input) => perform(name, input);
const phases = [40, 200, 500].map((itCapacityMW, p) => phase(`to ${itCapacityMW}`, 2026 + 2 * p, 2, itCapacityMW));
const scenario = { ...realWindows([0, 4400], 168, everyHour), phases };
const { program } = decompose(scenario, wholeScope(scenario));

/** Everything of a point of the blocks and of the linking columns. */
const copyOf = (movings: readonly Pick<LinkingColumns, 'points'>[], at: Side) =>
  movings.map(({ points }) => Object.values(points[at]).map((values: Float64Array) => values.slice()));

test('pushed and settled, duals prove many times what they do as they are, and the point stays where it was', async () => {
  const optimum = await optimumOf(scenario);
  const { blocks, linkedTo, scale } = await setUpBlocks(program, here, { setsAside: true });
  const costs = new Float64Array(program.linking.columnCount);
  const linking = new LinkingColumns(linkingForm(program.linking, costs, scale));
  const system = new BlockSystem(blocks, linkedTo, linking, here);
  const missedBy = (bound: number) => 1 - (bound * scale.size * scale.cost) / optimum;
  let at: Side = await system.start();
  let evaluation = await system.evaluateAndFactorise(at);
  const missed = { asTheyAre: [] as number[], pushed: [] as number[] };
  for (let round = 1; round <= 14; round++) {
    const step = await chooseStep(system, at, evaluation, 'mostAggressive');
    at = otherSide(at);
    evaluation = await system.evaluateAndFactorise(at, step);
    if (round < 9) continue;
    const before = copyOf([...blocks, linking], at);
    const asTheyAre = await system.bestDuals(at, solveMaster);
    const early = new EarlyEnd(system, { relativeGap: 1e-3, floor: 0, solveMaster, shouldStop: () => false });
    await early.attempt(at, 0);
    missed.asTheyAre.push(missedBy(asTheyAre!.bound));
    missed.pushed.push(missedBy(early.duals!.bound));
    expect(copyOf([...blocks, linking], at)).toEqual(before);
    evaluation = await system.evaluateAndFactorise(at);
  }
  for (const gap of [...missed.asTheyAre, ...missed.pushed]) expect(gap).toBeGreaterThan(-1e-9);
  const mean = (gaps: readonly number[]) => Math.exp(gaps.reduce((sum, gap) => sum + Math.log(gap), 0) / gaps.length);
  expect(mean(missed.pushed)).toBeLessThan(mean(missed.asTheyAre) / 5);
});

/** By the hour, and by volume: no row limits then what is imported and exported in an hour. */
const matchings: readonly Matching[] = [everyHour, { kind: 'annual', target: 1, over: 'everyYear' }];

test.for(matchings)(
  'pushed duals prove what was told of them, and who refuses that is not asked again: $kind',
  async (matching) => {
    const asked = { ...scenario, matching };
    const own = decompose(asked, wholeScope(asked)).program;
    const optimum = await optimumOf(asked);
    const relativeGap = 1e-3;
    let told = Number.NaN;
    const recomputed: number[] = [];
    const refused = await solvedInBlocks(asked, {
      relativeGap,
      onProgress: ({ dualBound }) => {
        if (recomputed.length === 0) told = dualBound;
      },
      early: {
        relativeGap,
        isProven(values) {
          recomputed.push(certifyBlocks(own, values).dualBound);
          return false;
        },
      },
    });
    expect(recomputed).toHaveLength(1);
    expect(recomputed[0]! / told).toBeCloseTo(1, 9);
    expect(recomputed[0]).toBeLessThan(optimum * (1 + 1e-9));
    const untried = await solvedInBlocks(asked, { relativeGap, early: { relativeGap: 0, isProven: () => false } });
    expect(refused.iterations - untried.iterations).toBeLessThan(12);
  },
);
