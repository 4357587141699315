import { expect, test } from 'vitest';
import { VerificationError } from '../../src/errors.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import type { Optimum, Solver } from '../../src/solvers/solver.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, proven } from '../fixtures/answers.ts';
import { battery, own, plant, site } from '../fixtures/site.ts';

const scenario = site({
  hours: 2,
  renewables: [plant('sun', [1, 0], { purchase: own(100) })],
  storages: [battery({ chargeEfficiency: 0.9, capexPerMW: 10, capexPerMWh: 20 })],
});

/** A solver that tells the truth but for one thing. */
function lying(about: (truth: Optimum) => Partial<Optimum>): Solver {
  return {
    ...highsSolver,
    async solve(program, options) {
      const truth = await highsSolver.solve(program, options);
      return truth.status === 'optimal' ? { ...truth, ...about(truth) } : truth;
    },
  };
}

const planBy = (solver: Solver) => plan(scenario, engineOf(solver), 'together');
const times = (values: Float64Array, factor: number) => values.map((value) => factor * value);

test('a plan that breaks a law is an error with the law in words, never an answer', async () => {
  const largest = (values: Float64Array) => values.indexOf(Math.max(...values));
  const smaller = lying(({ primal }) => ({
    primal: primal.map((value, j) => (j === largest(primal) ? 0.5 * value : value)),
  }));
  await expect(planBy(smaller)).rejects.toThrow(VerificationError);
  await expect(planBy(smaller)).rejects.toThrow(/^The schedule breaks \d+ laws; nothing is written\.\n {2}\S/);
});

test('a plan that is only good, not proven best, is an error that states the gap', async () => {
  const unproven = lying(({ rowDual }) => ({ rowDual: times(rowDual, 0.9) }));
  await expect(planBy(unproven)).rejects.toThrow(VerificationError);
  await expect(planBy(unproven)).rejects.toThrow(/the proven bound .* a gap of 0\.1/);
});

test('what the solver says its objective is plays no part', async () => {
  const boasting = lying(({ objective }) => ({ objective: objective / 2 }));
  // 1 MWh for the night: 1 / 0.9 charged. 2.1111·100 + 1.1111·10 + 1·20.
  expect(proven(await planBy(boasting)).cost.objective).toBeCloseTo(242.222222, 5);
});

test('values that are no numbers are an error', async () => {
  const broken = lying(({ primal }) => ({ primal: times(primal, Number.NaN) }));
  await expect(planBy(broken)).rejects.toThrow(VerificationError);
});
