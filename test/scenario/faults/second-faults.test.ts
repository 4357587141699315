/** One thing wrong gives one fault: what only follows from it is not told. */

import { expect, test } from 'vitest';
import { changed, issuesOf } from '../example.ts';

const whole = changed(
  ["- { name: '2005' }", "- { name: '2005', weight: 1 }"],
  ['link: line', 'link: line\n    capexPerMW: [{ year: 2026, value: 1300000 }, { year: 2030, value: 1200000 }]'],
  [
    'technology: battery,',
    'technology: battery, maximumMW: 100, committedMW: 10, committedMWh: 40, minimumStateOfCharge: 0.1,',
  ],
  ['floorShare: 0.3', 'floorShare: 0.3, shed: { maximumShare: 0.1, lostComputePerMWh: 900 }'],
);

/** Every value of the example that stands behind a field's name, by the offset at which it stands. */
const places = [...whole.matchAll(/(\w+): ([\w.'"{}-]+(?: [a-z]\w*)*)(?=[,}\n ])/g)].filter(
  ([, , value]) => !value!.startsWith('{') || value!.includes('}'),
);

test('the example with all these fields has no fault', async () => {
  expect(await issuesOf(whole)).toEqual([]);
  expect(places.length).toBeGreaterThan(50);
});

test.each(['[]', '~', '-1', "''", 'true', '1e999'])(
  '%s in place of any one value gives one fault, at that value',
  async (wrong) => {
    for (const { index, 1: field, 2: value } of places) {
      const at = index + field!.length + 2;
      const issues = await issuesOf(whole.slice(0, at) + wrong + whole.slice(at + value!.length));
      const told = issues.map(({ where, problem }) => `${where}: ${problem}`);
      // Some fields take some of them, such as a price below zero.
      expect(told.slice(1), `${field}: ${wrong} for ${value}`).toEqual([]);
      if (issues.length === 1) expect(issues[0]!.where).toMatch(new RegExp(`${field}|weatherYears|storages|tiers`));
    }
  },
);
