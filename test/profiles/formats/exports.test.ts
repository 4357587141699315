/** Small exports of many sources with invented numbers: what each comes to, or the way through that its refusal names. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ProfileError } from '../../../src/errors.ts';
import { type InspectionAnswers, inspectProfile } from '../../../src/profiles/inspection/inspect.ts';
import { ofNumbers } from './exports/numbers.ts';
import { ofTime } from './exports/time.ts';

const cases = [...ofTime, ...ofNumbers];

const seen = (file: string, answers: InspectionAnswers = {}) => {
  try {
    return inspectProfile(readFileSync(new URL(`../../fixtures/exports/${file}`, import.meta.url)), file, answers);
  } catch (error) {
    if (error instanceof ProfileError) return { questions: [], warnings: [], faults: error.issues };
    throw error;
  }
};

test.each(cases)('$file $answers', ({ file, answers, read = {}, questions, warnings, faults = [] }) => {
  const inspection = seen(file, answers);
  expect(inspection).toMatchObject(read);
  expect(inspection.faults.map(({ problem, expected }) => `${problem} → ${expected}`)).toEqual(
    faults.map((words) => expect.stringContaining(words)),
  );
  if (questions !== undefined)
    expect(inspection.questions.map(({ code }) => code)).toEqual(expect.arrayContaining([...questions]));
  // Two days are no year, and a typical year is no chronology: that is told of all of them.
  const told = inspection.warnings
    .map(({ code }) => code)
    .filter((code) => !['not-whole-years', 'columns-skipped'].includes(code));
  if (warnings !== undefined) expect(told).toEqual(warnings);
});

test('every small export has its figures here', () => {
  const files = readdirSync(new URL('../../fixtures/exports/', import.meta.url));
  expect(files.toSorted()).toEqual([...new Set(cases.map(({ file }) => file))].toSorted());
});
