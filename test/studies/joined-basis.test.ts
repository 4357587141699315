import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formulate } from '../../src/model/formulation.ts';
import type { Scope } from '../../src/model/variables.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Basis, Optimum } from '../../src/solvers/solver.ts';
import { joinedBasis } from '../../src/studies/joined-basis.ts';
import type { WholeStage as Stage } from '../../src/studies/prove.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { engineOf } from '../fixtures/answers.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { phase } from '../fixtures/site.ts';

const run = { numRuns: 20, seed: 20260311 };
const engine = engineOf();

/** Three phases, plant at prices that change by this factor before the last. */
function growing(seed: number, change: number): Scenario {
  const drawn = randomSite({ seed });
  const capexPerMW = [
    { year: 2030, value: 500 },
    { year: 2037, value: 500 * change },
  ];
  return {
    ...drawn,
    phases: [phase('first', 2030, 2, 20), phase('second', 2032, 5, 40), phase('third', 2037, 5, 70)],
    renewables: drawn.renewables.map((asset) => ({
      ...asset,
      purchase: { kind: 'own', capexPerMW, fixedOpexPerMWYear: 10 },
    })),
  };
}

async function solved(scenario: Scenario, scope: Scope, start?: Basis): Promise<Stage> {
  const formulation = formulate(scenario, scope);
  const result = await engine.solve(formulation.program, 'a phase', start);
  if (result.status !== 'optimal') throw new Error(`expected an optimum, but the answer is ${result.status}`);
  return { scope, formulation, optimum: result };
}

/** Phase after phase on what stands, each from nothing or from the basis of the one before. */
async function stagesOf(scenario: Scenario, from: 'nothing' | 'the one before' = 'nothing'): Promise<Stage[]> {
  const stages: Stage[] = [];
  const built: Float64Array[] = [];
  for (const p of scenario.phases.keys()) {
    const scope = { ...wholeScope(scenario), phases: [p], built: [...built] };
    const stage = await solved(scenario, scope, from === 'nothing' ? undefined : stages.at(-1)?.optimum.basis);
    const { first, length } = stage.formulation.vintages[p]!;
    stages.push(stage);
    built.push(stage.optimum.primal.slice(first, first + length).map((size) => Math.max(0, size)));
  }
  return stages;
}

const joint = (scenario: Scenario) => formulate(scenario, wholeScope(scenario));
const basicIn = ({ columns, rows }: Basis) => [...columns, ...rows].filter((status) => status === 1).length;
const starts = fc.constantFrom('nothing' as const, 'the one before' as const);

test('the joined basis has as many basic entries as rows, however each phase was started', async () => {
  let keptEarlier = 0;
  const law = fc.asyncProperty(fc.nat(), fc.constantFrom(0.5, 1, 2), starts, async (seed, change, from) => {
    const scenario = growing(seed, change);
    const stages = await stagesOf(scenario, from);
    const formulation = joint(scenario);
    expect(basicIn(joinedBasis(formulation, stages)!)).toBe(formulation.program.rowCount);
    const earlier = formulation.vintages[0]!;
    const kept = stages[1]!.optimum.basis!.columns.subarray(earlier.first, earlier.first + earlier.length);
    if (kept.includes(1)) keptEarlier++;
  });
  await fc.assert(law, run);
  // A phase that keeps the vintage before it basic is what makes the count hard.
  expect(keptEarlier).toBeGreaterThan(2);
});

test('all phases from the joined basis cost what they cost from nothing, in fewer iterations', async () => {
  let joined = 0;
  const law = fc.asyncProperty(fc.nat(), fc.constantFrom(0.5, 2), async (seed, change) => {
    const scenario = growing(seed, change);
    const { program } = joint(scenario);
    const start = joinedBasis(joint(scenario), await stagesOf(scenario))!;
    const cold = (await engine.solve(program, 'from nothing')) as Optimum;
    const warm = (await engine.solve(program, 'from the phases', start)) as Optimum;
    expect(warm.status).toBe('optimal');
    expect(Math.abs(warm.objective / cold.objective - 1)).toBeLessThan(1e-9);
    expect(warm.iterations).toBeLessThan(cold.iterations);
    joined++;
  });
  await fc.assert(law, run);
  expect(joined).toBe(run.numRuns);
});

test('where prices stay and all is for sale, the phases by themselves are the optimum of all: nothing is left to do', async () => {
  for (const from of ['nothing', 'the one before'] as const) {
    const scenario = growing(1, 1);
    const formulation = joint(scenario);
    const start = joinedBasis(formulation, await stagesOf(scenario, from));
    expect((await engine.solve(formulation.program, 'from the phases', start)).iterations).toBe(0);
  }
});

test('a phase solved without a basis joins nothing', async () => {
  const scenario = growing(2, 1);
  const [first, second, third] = await stagesOf(scenario);
  const { basis: _, ...optimum } = second!.optimum;
  expect(joinedBasis(joint(scenario), [first!, { ...second!, optimum }, third!])).toBeUndefined();
});

test('phases that are too few, too many or of another shape join nothing', async () => {
  const scenario = growing(2, 1);
  const stages = await stagesOf(scenario);
  const formulation = joint(scenario);
  expect(joinedBasis(formulation, stages.slice(1))).toBeUndefined();
  expect(joinedBasis(formulation, [...stages, stages[2]!])).toBeUndefined();
  const { scope } = stages[2]!;
  const trading = await solved(scenario, { ...scope, exportAllowed: !scope.exportAllowed });
  expect(joinedBasis(formulation, [...stages.slice(0, 2), trading])).toBeUndefined();
  expect(joinedBasis(formulation, stages)).toBeDefined();
});
