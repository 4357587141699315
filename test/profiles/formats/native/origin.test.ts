import { expect, test } from 'vitest';
import { nativeToCsv } from '../../../../src/profiles/formats/native/to-csv.ts';
import { parseProfile } from '../../../../src/profiles/read.ts';
import { brief, faultsOf, linesOfYear, textOf } from '../../year-fixture.ts';

const column = { name: 'wind', unit: 'capacityFactor', values: new Float64Array(8760), decimals: 2 } as const;
const csv = (origin: object) =>
  nativeToCsv({ synthetic: false, source: 'made for a test', year: 2005, columns: [column], ...origin });

test('that a year is typical and how many hours were filled stay with a native file', () => {
  const { provenance } = parseProfile(Buffer.from(csv({ isTypicalYear: true, filledHours: 24 })), 'a.csv');
  expect(provenance).toMatchObject({ isTypicalYear: true, filledBefore: 24 });
  expect(parseProfile(Buffer.from(csv({ filledHours: 3 })), 'a.csv').provenance).toMatchObject({
    isTypicalYear: false,
    filledBefore: 3,
  });
});

test('a native file that says nothing of its origin has no provenance of its own', () => {
  expect(csv({ isTypicalYear: false, filledHours: 0 })).toBe(csv({}));
  expect(parseProfile(Buffer.from(csv({})), 'a.csv').provenance).toBeUndefined();
});

test('statements of origin are read strictly', () => {
  const faults = (...comments: string[]) => brief(faultsOf(textOf(linesOfYear(2005).toSpliced(2, 0, ...comments))));
  expect(faults('# typical-year: yes')).toEqual([['profile.bad-header', 'typical-year', 3, 1, '"yes"']]);
  expect(faults('# filled-hours: 2.5')).toEqual([['profile.bad-header', 'filled-hours', 3, 1, '"2.5"']]);
  expect(faults('# filled-hours: 2', '# filled-hours: 2')).toEqual([
    ['profile.bad-header', 'filled-hours', 4, 1, 'said again after line 3'],
  ]);
  expect(faults('# typical-year: false', '# filled-hours: 12')).toEqual([]);
});
