/** Rows of numbers that nothing places in time: the first hour is asked for, or the rows are those of no year. */
import { expect, test } from 'vitest';
import { parseProfile } from '../../../../src/profiles/read.ts';
import { faultsOf, refusalsOf, rows, seen, table } from './reading.ts';

const HOURS = 8760;
const shares = (count = HOURS) => Array.from({ length: count }, (_, hour) => ((hour % 24) / 24).toFixed(3));
const read = (text: string, options: object) =>
  parseProfile(Buffer.from(text), 'a.csv', {
    columns: [{ unit: 'capacityFactor', name: /cf/.test(text) ? 'cf' : 'column-1' }],
    options: { zone: 'UTC', unit: '1', ...options },
  }).columns[0]!;

test.each([
  ['one column', table(shares())],
  ['one column under a name', table('cf', shares())],
  [
    'hours of the year',
    table(
      'Hour,cf',
      shares().map((share, hour) => `${hour + 1},${share}`),
    ),
  ],
  [
    'rows by number',
    table(
      ',cf',
      shares().map((share, hour) => `${hour},${share}`),
    ),
  ],
  [
    'one column of decimal commas',
    table(
      'cf',
      shares().map((share) => share.replace('.', ',')),
    ),
  ],
])('%s is read from the stated start on, and asked for it before', (_, text) => {
  const inspection = seen(text);
  expect(inspection).toMatchObject({ format: 'rows-without-time', rows: HOURS, faults: [], zone: 'unstated' });
  expect(inspection.columns).toHaveLength(1);
  expect(inspection.questions.map(({ code }) => code)).toEqual(['start', 'zone', 'unit']);
  expect(refusalsOf(() => read(text, {}))[0]).toContain('--start 2021-01-01T00:00');
  const { values, year } = read(text, { start: '2019-01-01T00:00' });
  expect(year).toBe(2019);
  expect([values[0], values[12], values.at(-1)]).toEqual([0, 0.5, 0.958]);
});

test('the step is what makes a year of the rows, or what is stated', () => {
  expect(seen(table('cf', shares(4 * HOURS)), { start: '2019-01-01T00:00' })).toMatchObject({ stepMinutes: 15 });
  expect(seen(table('cf', shares(96)), { start: '2019-01-01T00:00', step: 30 })).toMatchObject({
    stepMinutes: 30,
    firstHour: '2019-01-01T00:00',
    lastHour: '2019-01-02T23:00',
  });
});

test('a row that is missing or stands twice is not passed over', () => {
  const numbered = shares().map((share, hour) => `${hour},${share}`);
  const start = { start: '2019-01-01T00:00' };
  expect(refusalsOf(() => read(table('Hour,cf', numbered.toSpliced(100, 1)), start))).toContainEqual(
    expect.stringMatching(/99 is followed by 101/),
  );
  expect(refusalsOf(() => read(table('cf', shares().toSpliced(100, 1)), start))).toContainEqual(
    expect.stringMatching(/end 1380 minutes into a day/),
  );
  expect(refusalsOf(() => read(table('cf', shares().toSpliced(100, 0, '0.5')), start))).toContainEqual(
    expect.stringMatching(/end 60 minutes into a day/),
  );
});

test('commas between digits without a header may be decimal signs, which is asked', () => {
  const text = table(rows((_, at) => `${100 + at},5`));
  expect(faultsOf(text, { start: '2021-01-13T00:00' })).toEqual([]);
  expect(seen(text).questions.map(({ code }) => code)).toContain('decimal');
  expect(seen(text, { decimal: 'comma', start: '2021-01-13T00:00' }).columns).toMatchObject([
    { min: 100.5, max: 147.5 },
  ]);
  expect(seen(text, { decimal: 'point', start: '2021-01-13T00:00' }).columns).toMatchObject([{ min: 5, max: 5 }]);
});

test.each([
  [
    'numbers of months',
    table(
      'GHI',
      Array.from({ length: 12 }, (_, month) => `${month}`),
    ),
    /12 rows of numbers/,
  ],
  [
    'names of months',
    table(
      'Month,GHI',
      'Jan,1,Feb,2,Mar,3,Apr,4,May,5,Jun,6'.split(/,(?=[A-Z])/),
      'Jul,7,Aug,8,Sep,9,Oct,10,Nov,11,Dec,12'.split(/,(?=[A-Z])/),
    ),
    /Global Solar Atlas/,
  ],
  [
    'hours by months',
    table(
      'Hour;Jan;Feb;Mar;Apr;May;Jun;Jul;Aug;Sep;Oct;Nov;Dec',
      Array.from({ length: 24 }, (_, hour) => `${hour}${';1'.repeat(12)}`),
    ),
    /Global Wind Atlas/,
  ],
])('%s are refused, since means hold no weather', (_, text, words) => {
  expect(faultsOf(text)).toEqual([expect.stringMatching(words)]);
});
