import { expect, test } from 'vitest';
import type { LinearProgram } from '../../../src/lp/linear-program.ts';
import { decompose } from '../../../src/model/decomposition.ts';
import { standardForm } from '../../../src/solvers/interior-point/form/standard-form.ts';
import { templateOf } from '../../../src/solvers/interior-point/linalg/template.ts';
import { wholeScope } from '../../../src/studies/scope.ts';
import { realWindow } from '../../fixtures/real-window.ts';
import { everyHour } from '../../fixtures/site.ts';
import { asTheyAre } from '../forms.ts';

const HOURS = 24;
const scenario = realWindow(0, HOURS, everyHour);
const block = decompose(scenario, wholeScope(scenario)).program.block(0);
const templateWith = (change: Partial<LinearProgram>) =>
  templateOf(standardForm({ ...block, program: { ...block.program, ...change } }, asTheyAre));

test('every number of A and T is found where the template says that it stands', () => {
  const form = standardForm(block, asTheyAre);
  const { template, numbers } = templateOf(form)!;
  expect(template.hours).toBe(HOURS);
  const numberOf = (coefficient: (typeof template.kinds)[number]['entries'][number]['coefficient'], hour: number) => {
    if (coefficient.kind === 'fixed') return coefficient.value;
    return coefficient.kind === 'parameter'
      ? numbers.parameters[coefficient.at]!
      : numbers.hourly[coefficient.at]![hour]!;
  };
  const found: string[] = [];
  const expected: string[] = [];
  const seen = { fixed: 0, parameter: 0, hourly: 0 };
  template.kinds.forEach(({ entries }, k) => {
    for (const { row, isNext, coefficient } of entries) {
      seen[coefficient.kind]++;
      for (let h = 0; h < HOURS; h++) {
        const at = ((h + Number(isNext)) % HOURS) * template.rows + row;
        found.push(`column ${k * HOURS + h} row ${at}: ${numberOf(coefficient, h)}`);
      }
    }
  });
  template.links.forEach((places, l) => {
    for (const { row, coefficient } of places) {
      seen[coefficient.kind]++;
      for (let h = 0; h < HOURS; h++) {
        const value = numberOf(coefficient, h);
        if (value !== 0) found.push(`link ${l} row ${h * template.rows + row}: ${value}`);
      }
    }
  });
  const list = (name: string, start: Int32Array, row: Int32Array, value: Float64Array) => {
    for (let j = 0; j < start.length - 1; j++) {
      for (let k = start[j]!; k < start[j + 1]!; k++) {
        if (value[k] !== 0) expected.push(`${name} ${j} row ${row[k]}: ${value[k]}`);
      }
    }
  };
  list('column', form.start, form.row, form.value);
  list('link', form.linkStart, form.linkRow, form.linkValue);
  expect(found.sort()).toEqual(expected.sort());
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  expect(template.carried.length).toBeGreaterThan(1);
});

test('one entry, bound or row that is not as in other hours, and nothing repeats', () => {
  const { program } = block;
  expect(templateWith({})).toBeDefined();
  const hour = program.rowBlocks.find(({ name }) => name === 'energyBalance')!.first + 5;
  // The energy that the storage holds may stand at any height in one hour.
  const rowLower = program.rowLower.slice();
  const rowUpper = program.rowUpper.slice();
  rowLower[hour] = Number.NEGATIVE_INFINITY;
  rowUpper[hour] = Number.POSITIVE_INFINITY;
  expect(templateWith({ rowLower, rowUpper })).toBeUndefined();
  const columnIndex = program.columnIndex.slice();
  const [first, second] = [program.rowStart[hour]!, program.rowStart[hour + 1]!];
  columnIndex[first] = columnIndex[second]!;
  expect(templateWith({ columnIndex })).toBeUndefined();
  const rowStep = program.rowStep.slice();
  rowStep[hour] = -1;
  expect(templateWith({ rowStep })).toBeUndefined();
  const bounded = program.columnBlocks.find(({ name }) => name === 'charge')!.first;
  const columnUpper = program.columnUpper.with(bounded, 5);
  expect(templateWith({ columnUpper })).toBeUndefined();
});
