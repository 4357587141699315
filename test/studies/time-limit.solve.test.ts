/** A time limit holds for all that is done on the way to an answer. */

import { expect, test } from 'vitest';
import { decompose } from '../../src/model/decomposition.ts';
import { formulate } from '../../src/model/formulation.ts';
import { planIn } from '../../src/results/document/plan-in.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { OutOfTime } from '../../src/solvers/deadline.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { solveBlocks } from '../../src/solvers/interior-point/method/solve.ts';
import { perform } from '../../src/solvers/interior-point/threads/block-tasks.ts';
import { dispatch } from '../../src/studies/dispatch.ts';
import type { Engine } from '../../src/studies/engine.ts';
import type { Method } from '../../src/studies/method.ts';
import { plan } from '../../src/studies/plan.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { engineOf } from '../fixtures/answers.ts';
import { realWindow } from '../fixtures/real-window.ts';
import { everyHour } from '../fixtures/site.ts';
import { solveMaster } from '../interior-point/proven-cost.ts';

const scenario = realWindow(1000, 672, everyHour);
const scope = wholeScope(scenario);

/** Over after so many questions. */
function deadlineAfter(questions: number) {
  let asked = 0;
  return {
    // Ample, whatever a round takes: a solve that keeps time back for its end would stop before it is asked.
    left: () => Number.POSITIVE_INFINITY,
    require() {
      asked++;
      if (asked > questions) throw new OutOfTime();
    },
    get asked() {
      return asked;
    },
  };
}

test.for(['one-lp', 'decomposed'] as const)(
  'a plan whose time is over while it is written ends there: %s',
  async (method) => {
    for (const questions of [0, 1]) {
      const deadline = deadlineAfter(questions);
      const answer = await plan(scenario, { ...engineOf(highsSolver, method), deadline }, 'together');
      expect(answer).toMatchObject({ status: 'limit', limit: 'time' });
      expect(deadline.asked).toBe(questions + 1);
    }
  },
);

test('rows are written no further once a pulse has thrown, of a whole programme, of sizes and of a part', () => {
  const parts = decompose(scenario, scope);
  for (const write of [
    (pulse: () => void) => formulate(scenario, scope, pulse),
    (pulse: () => void) => decompose(scenario, scope, pulse),
    (pulse: () => void) => parts.program.block(0, pulse),
  ]) {
    let pulses = 0;
    write(() => pulses++);
    expect(pulses).toBeGreaterThan(0);
    const { require } = deadlineAfter(pulses - 1);
    expect(() => write(require)).toThrow(OutOfTime);
  }
});

test('once the time is over a solve in blocks begins no further task, whatever it is at', async () => {
  const { program } = decompose(scenario, scope);
  for (const questions of [0, 1, 7, 50, 300]) {
    const deadline = deadlineAfter(questions);
    let late = 0;
    const result = await solveBlocks(
      program,
      async (name, input) => {
        if (deadline.asked > questions) late++;
        return perform(name, input);
      },
      { relativeGap: 1e-12, gapFloor: 0, solveMaster, deadline, onProgress: () => undefined },
    );
    expect(result).toMatchObject({ status: 'limit', limit: 'time' });
    expect({ asked: deadline.asked > questions, late }).toEqual({ asked: true, late: 0 });
  }
});

/** Less than a plan needs, so that the grid has to help. */
const standing: Scenario = {
  ...scenario,
  renewables: scenario.renewables.map((plant) => ({ ...plant, committedMW: 40 })),
};

test.for(['one-lp', 'decomposed'] as const)(
  'a dispatch that is stopped while it looks for the least cost gives the one of least import, verified: %s',
  async (method) => {
    const whole = await dispatch(standing, engineOf(highsSolver, method));
    expect(whole.status).toBe('optimal');
    const stopped = await dispatch(standing, stoppingIn(2, 12, method));
    expect(stopped).toMatchObject({ status: 'limit', limit: 'time', best: { certificate: { verified: true } } });
    const [best, optimum] = [planIn(stopped)!, planIn(whole)!];
    expect(best.certificate.objective).toBeGreaterThan(optimum.cost.objective * 0.999);
    expect(best.certificate.dualBound).toBeLessThanOrEqual(optimum.cost.objective);
    expect(best.certificate.relativeGap).toBeLessThan(1);
    const importOf = ({ schedule }: typeof best) =>
      schedule.phases[0]!.weatherYears[0]!.importMW.reduce((sum, mw) => sum + mw, 0);
    expect(importOf(best)).toBeGreaterThan(100);
    expect(importOf(best) / importOf(optimum)).toBeCloseTo(1, 4);
  },
);

test('a dispatch that is stopped while it looks for the least import has none, since what it has imports more', async () => {
  const answer = await dispatch(standing, stoppingIn(1, 12));
  expect(answer).toMatchObject({ status: 'limit', limit: 'time' });
  expect(planIn(answer)).toBeUndefined();
});

/** The programme of this number is stopped, in blocks after so many rounds; those before it are not. */
function stoppingIn(programme: number, rounds: number, method: Method = 'decomposed'): Engine {
  const [whole, stopped] = [engineOf(highsSolver, method), engineOf(highsSolver, method, rounds)];
  let begun = 0;
  return {
    ...whole,
    solve: async (...asked) => {
      begun++;
      return begun === programme ? { status: 'limit', limit: 'time', iterations: 0 } : whole.solve(...asked);
    },
    solveBlocks: (...asked) => {
      begun++;
      return (begun === programme ? stopped : whole).solveBlocks(...asked);
    },
  };
}

test('phases one by one that are stopped before the last have no plan, and say how many were planned', async () => {
  const phases = [2030, 2031, 2032].map((firstYear) => ({
    ...scenario.phases[0]!,
    name: `${firstYear}`,
    firstYear,
    years: 1,
  }));
  const answer = await plan({ ...scenario, phases }, stoppingIn(2, 12), 'phaseByPhase');
  expect(planIn(answer)).toBeUndefined();
  expect(answer).toMatchObject({
    status: 'limit',
    solver: { reason: 'each phase given what stands: 1 of 3 were planned when time was over in 2031' },
  });
});
