/** A time limit holds for all that is done on the way to an answer. */

import { expect, test } from 'vitest';
import { decompose } from '../../src/model/decomposition.ts';
import { formulate } from '../../src/model/formulation.ts';
import { OutOfTime } from '../../src/solvers/deadline.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { solveBlocks } from '../../src/solvers/interior-point/solve.ts';
import { perform } from '../../src/solvers/interior-point/tasks.ts';
import { plan } from '../../src/studies/plan.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { engineOf } from '../fixtures/answers.ts';
import { realWindow } from '../fixtures/real-window.ts';
import { everyHour } from '../fixtures/site.ts';

const scenario = realWindow(1000, 672, everyHour);
const scope = wholeScope(scenario);

/** Over after so many questions. */
function deadlineAfter(questions: number) {
  let asked = 0;
  return {
    left: () => 1,
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
      { relativeGap: 1e-12, gapFloor: 0, deadline, onProgress: () => undefined },
    );
    expect(result).toMatchObject({ status: 'limit', limit: 'time' });
    expect({ asked: deadline.asked > questions, late }).toEqual({ asked: true, late: 0 });
  }
});
