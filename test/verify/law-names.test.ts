/** One law, one name: what is verified, what a report lists and what `explain` knows. */

import { expect, test } from 'vitest';
import { plainName, readEquations, readLaws } from '../../src/report/equations.ts';
import { englishText } from '../../src/report/language/language.ts';
import { proof } from '../../src/report/sections/proof.ts';
import { tablesOf } from '../../src/report/writers/blocks.ts';
import { verifySchedule } from '../../src/verify/verify-schedule.ts';
import { exampleReport } from '../report/example-report.ts';
import { smallPlan } from './small-plan.ts';

const { scenario, schedule } = smallPlan();
const verified = verifySchedule(scenario, schedule).laws;
const names = verified.map(({ law }) => law);

/** Laws of the report's table. */
function listedInReport(): string[] {
  const data = exampleReport();
  const certificate = { ...data.document.certificate!, laws: verified };
  const tables = tablesOf(proof({ ...data, document: { ...data.document, certificate } }));
  const table = tables.find(({ caption }) => englishText(caption).startsWith('Laws recomputed'));
  return table!.rows.map(({ name }) => englishText(name));
}

test('what is verified, what a report lists and what is explained are the same laws', () => {
  expect(names.length).toBeGreaterThan(25);
  expect(listedInReport()).toEqual(names);
  expect(
    readLaws()
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...names].sort());
});

test('laws of the model and of the verification that share a name are one law, and most do', () => {
  const shared = readEquations().filter(({ name }) => names.includes(plainName(name)));
  expect(shared.map(({ name }) => plainName(name))).toEqual(
    expect.arrayContaining(['energy-balance', 'weather-limit', 'link-limit', 'state-of-charge', 'subscribed-power']),
  );
});
