import { expect, test } from 'vitest';
import type { LinearProgram } from '../../../src/lp/linear-program.ts';
import { decompose } from '../../../src/model/decomposition.ts';
import type { Matching } from '../../../src/scenario/scenario.ts';
import { standardForm } from '../../../src/solvers/interior-point/form/standard-form.ts';
import { symbolicFactorOf } from '../../../src/solvers/interior-point/linalg/symbolic-factorisation.ts';
import { wholeScope } from '../../../src/studies/scope.ts';
import { realWindows } from '../../fixtures/real-window.ts';
import { asTheyAre } from '../forms.ts';

const HOURS = 168;
const everyHour: Matching = { kind: 'hourly', target: 1, over: 'everyYear' };
const onAverage: Matching = { kind: 'hourly', target: 0.9, over: 'onAverage' };

/** A week of the campus; two of them in one block where the target is one on average. */
function blockOf(matching: Matching) {
  const scenario = realWindows([1000, 4400], HOURS, matching);
  return decompose(scenario, wholeScope(scenario)).program.block(0);
}

/** Entries of the factor for each hour. */
function fillOf(matching: Matching, change: (program: LinearProgram) => LinearProgram): number {
  const { program, linkedTo } = blockOf(matching);
  const hours = matching === onAverage ? 2 * HOURS : HOURS;
  return symbolicFactorOf(standardForm({ program: change(program), linkedTo }, asTheyAre)).factorRow.length / hours;
}

test.each([everyHour, onAverage])(
  'the factor of a real block is as thin as a chain of hours allows: %o',
  (matching) => {
    const fill = fillOf(matching, (program) => program);
    expect(fill).toBeGreaterThan(30);
    expect(fill).toBeLessThan(70);
  },
);

test.each([everyHour, onAverage])('labels have no part in it: %o', (matching) => {
  const fill = fillOf(matching, (program) => program);
  const unlabelled = fillOf(matching, (program) => ({ ...program, rowBlocks: [], columnBlocks: [] }));
  const turned = fillOf(matching, (program) => ({
    ...program,
    rowBlocks: program.rowBlocks.map((block) => ({ ...block, of: block.of.toReversed(), name: 'row' })).toReversed(),
  }));
  expect([unlabelled, turned]).toEqual([fill, fill]);
});

test('steps have: without them the factor is many times as full', () => {
  const without = fillOf(everyHour, (program) => ({ ...program, rowStep: program.rowStep.map(() => -1) }));
  expect(without).toBeGreaterThan(4 * fillOf(everyHour, (program) => program));
});
