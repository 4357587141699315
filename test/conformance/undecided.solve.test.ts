import { describe, expect, test } from 'vitest';
import { formulate } from '../../src/model/formulation.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { javascriptLpSolver } from '../../src/solvers/javascript-lp-solver.ts';
import { leastViolation } from '../../src/solvers/least-violation.ts';
import { plan } from '../../src/studies/plan.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { engineOf } from '../fixtures/answers.ts';
import { infeasibleSite, repeated } from '../fixtures/infeasible-sites.ts';
import { squeezedSite } from '../fixtures/squeezed-site.ts';
import { none, write } from './programs.ts';

const programOf = (scenario: Scenario) => formulate(scenario, wholeScope(scenario)).program;

describe.each(['one-link', 'three-phases'] as const)('%s: a site that no plan can serve', (name) => {
  test('is infeasible, whatever HiGHS makes of its costs', async () => {
    for (const solver of [highsSolver, javascriptLpSolver]) {
      const { status } = await solver.solve(programOf(infeasibleSite(name)), { timeLimitSeconds: none });
      expect(status, solver.name).toBe('infeasible');
    }
  });

  test.each(['one-lp', 'decomposed'] as const)('is answered with the energy that is missing, %s', async (method) => {
    const answer = await plan(infeasibleSite(name), engineOf(highsSolver, method), 'together');
    if (answer.status !== 'infeasible') throw new Error(answer.status);
    expect(answer.shortages.length).toBeGreaterThan(0);
    for (const { unmatchedMWh, permittedMWh } of answer.shortages) expect(unmatchedMWh).toBeGreaterThan(permittedMWh);
  });
});

test('a simplex that goes round in circles ends by itself, and the question is put otherwise', async () => {
  const program = programOf(repeated(infeasibleSite('one-link'), 6));
  expect(await highsSolver.solve(program, { timeLimitSeconds: none })).toMatchObject({ status: 'infeasible' });
}, 180_000);

test('the time that is allowed is kept, whatever questions are asked', async () => {
  const program = programOf(repeated(infeasibleSite('one-link'), 6));
  const started = performance.now();
  const { status } = await highsSolver.solve(program, { timeLimitSeconds: 0.2 });
  expect(['limit', 'infeasible']).toContain(status);
  expect(performance.now() - started).toBeLessThan(30_000);
});

describe('by how much rows must be missed', () => {
  const missing = async (program: Parameters<typeof leastViolation>[0]) => {
    const result = await highsSolver.solve(leastViolation(program), { timeLimitSeconds: none });
    return result.status === 'optimal' ? result.objective : Number.NaN;
  };

  test('x ≥ 5 and x ≤ 3 miss each other by 2, whatever x costs', async () => {
    const rows = [
      { lower: 5, of: [1] },
      { upper: 3, of: [1] },
    ];
    expect(await missing(write([{ cost: 1e6 }], rows))).toBeCloseTo(2, 9);
    expect(await missing(write([{ cost: -1e6 }], rows))).toBeCloseTo(2, 9);
  });

  test('an equation is missed on either side, bounds of columns never', async () => {
    expect(await missing(write([{ cost: 0, upper: 1 }], [{ lower: 4, upper: 4, of: [1] }]))).toBeCloseTo(3, 9);
    expect(await missing(write([{ cost: 0, lower: 6 }], [{ lower: 4, upper: 4, of: [1] }]))).toBeCloseTo(2, 9);
  });

  test('what has a point misses nothing, also where its cost falls without end', async () => {
    expect(await missing(write([{ cost: -1 }], [{ lower: 1, of: [1] }]))).toBeCloseTo(0, 9);
  });
});

test('two solvers agree on which of many squeezed sites have a plan, and neither gives up', async () => {
  const counts = { optimal: 0, infeasible: 0 };
  for (let seed = 0; seed < 60; seed++) {
    const program = programOf(squeezedSite(seed));
    const [sparse, dense] = [
      await highsSolver.solve(program, { timeLimitSeconds: none }),
      await javascriptLpSolver.solve(program, { timeLimitSeconds: none }),
    ];
    expect(sparse.status, `seed ${seed}`).toBe(dense.status);
    if (sparse.status === 'optimal' || sparse.status === 'infeasible') counts[sparse.status]++;
  }
  expect(Math.min(counts.optimal, counts.infeasible)).toBeGreaterThan(15);
  expect(counts.optimal + counts.infeasible).toBe(60);
});
