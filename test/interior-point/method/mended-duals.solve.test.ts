/** Duals on their way, led to where they fit the costs: what they prove then, recomputed by other code. */

import { expect, test } from 'vitest';
import { decompose } from '../../../src/model/decomposition.ts';
import { linkingForm } from '../../../src/solvers/interior-point/form/linking-form.ts';
import { otherSide, type Side } from '../../../src/solvers/interior-point/iterate/block.ts';
import { LinkingColumns } from '../../../src/solvers/interior-point/iterate/linking-columns.ts';
import { BlockSystem } from '../../../src/solvers/interior-point/method/block-system.ts';
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

test('steps past bounds spoil what duals prove, and two directions mend it', async () => {
  const optimum = await optimumOf(scenario);
  const { blocks, linkedTo, scale } = await setUpBlocks(program, here);
  const costs = new Float64Array(program.linking.columnCount);
  const linking = new LinkingColumns(linkingForm(program.linking, costs, scale));
  const system = new BlockSystem(blocks, linkedTo, linking, here);
  let at: Side = await system.start();
  let evaluation = await system.evaluate(at);
  const missed = { asTheyAre: [] as number[], mended: [] as number[] };
  for (let round = 1; round <= 14; round++) {
    const step = await chooseStep(system, at, evaluation, 'boldest');
    at = otherSide(at);
    evaluation = await system.evaluate(at, step);
    if (round < 9) continue;
    const proven = async (projects: boolean) => {
      const duals = await system.bestDuals(at, solveMaster, projects);
      return 1 - (duals!.bound * scale.size * scale.cost) / optimum;
    };
    missed.asTheyAre.push(await proven(false));
    missed.mended.push(await proven(true));
  }
  missed.mended.forEach((gap, k) => {
    expect(gap).toBeGreaterThan(-1e-9);
    expect(gap).toBeLessThan(missed.asTheyAre[k]! + 1e-9);
  });
  const mean = (gaps: readonly number[]) => Math.exp(gaps.reduce((sum, gap) => sum + Math.log(gap), 0) / gaps.length);
  expect(mean(missed.mended)).toBeLessThan(0.6 * mean(missed.asTheyAre));
});

test('what mixed duals prove when it is recomputed is what was told of them', async () => {
  const optimum = await optimumOf(scenario);
  for (const relativeGap of [3e-2, 1e-2, 3e-3]) {
    let told = Number.NaN;
    const recomputed: number[] = [];
    await solvedInBlocks(scenario, {
      relativeGap,
      onProgress: ({ dualBound }) => {
        told = dualBound;
      },
      early: {
        relativeGap,
        isProven(values) {
          recomputed.push(certifyBlocks(program, values).dualBound);
          return true;
        },
      },
    });
    expect(recomputed).toHaveLength(1);
    expect(recomputed[0]! / told).toBeCloseTo(1, 4);
    expect(recomputed[0]).toBeLessThan(optimum * (1 + 1e-9));
  }
});
