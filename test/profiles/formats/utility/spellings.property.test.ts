/** One load, as utilities of many countries would write it: whatever the spelling, the same rows come back. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseProfile } from '../../../../src/profiles/read.ts';
import { recordFile } from '../../../../src/profiles/recording/recorded-file.ts';
import { draws } from '../../../fixtures/draws.ts';

const YEAR = 2020;
/** To 1 March: a leap day, and days that are no months. */
const MINUTES = 61 * 1440;
const BEGIN = Date.UTC(YEAR, 0, 1) / 60_000;
const two = (number: number) => `${number}`.padStart(2, '0');

const spelling = fc.record({
  stepMinutes: fc.constantFrom(60, 60, 60, 60, 60, 60, 30, 15),
  order: fc.constantFrom('day-first', 'month-first', 'year-first'),
  sign: fc.constantFrom('/', '.', '-'),
  isPadded: fc.boolean(),
  between: fc.constantFrom(' ', 'T', 'two columns'),
  label: fc.constantFrom('start', 'end'),
  midnight: fc.constantFrom('0:00', '24:00'),
  decimal: fc.constantFrom('comma', 'point'),
  groups: fc.constantFrom('', ' ', '\u00a0', 'other sign'),
  delimiter: fc.constantFrom(';', '\t', ','),
  quotes: fc.constantFrom('none', 'all', 'numbers'),
  padding: fc.constantFrom('', 'delimiters'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r\r\n'),
  encoding: fc.constantFrom('utf8', 'latin1', 'utf8 with mark'),
  salt: fc.integer({ min: 0, max: 1000 }),
});
type Spelling = typeof spelling extends fc.Arbitrary<infer T> ? T : never;

/** Eighths, so that means of four are exact; some above a thousand. */
const value = (row: number, salt: number) => ((row * 7919 + salt * 104_729) % 20_011) / 8;

function clock(minutes: number, { order, sign, isPadded, between, label, midnight }: Spelling): string[] {
  const isEnd = label === 'end' && midnight === '24:00' && minutes % 1440 === 0;
  const date = new Date(Date.UTC(YEAR, 0, 1, 0, isEnd ? minutes - 1440 : minutes));
  const pad = (number: number) => (isPadded ? two(number) : `${number}`);
  const [year, month, day] = [date.getUTCFullYear(), pad(date.getUTCMonth() + 1), pad(date.getUTCDate())];
  const parts = {
    'day-first': [day, month, year],
    'month-first': [month, day, year],
    'year-first': [year, month, day],
  };
  const hour = isEnd ? '24' : pad(date.getUTCHours());
  const time = `${hour}:${two(date.getUTCMinutes())}`;
  const stamp = parts[order].join(sign);
  return between === 'two columns' ? [stamp, time] : [`${stamp}${between}${time}`];
}

function number(eighths: number, { decimal, groups }: Spelling): string {
  const [whole = '', fraction] = `${eighths}`.split('.');
  const [point, other] = decimal === 'comma' ? [',', '.'] : ['.', ','];
  const separator = groups === 'other sign' ? other : groups;
  const grouped = whole.replace(/(\d)(?=(\d{3})+$)/g, `$1${separator}`);
  return grouped + (fraction === undefined ? '' : point + fraction);
}

function textOf(how: Spelling): string {
  const { stepMinutes, delimiter, between, quotes, padding, lineEnd, label, salt } = how;
  const head = [...(between === 'two columns' ? ['Date', 'Heure'] : ['Date et heure']), 'Énergie (MW)', 'Remarque'];
  const end = padding === '' ? '' : delimiter.repeat(2);
  const quoted = (cell: string) => `"${cell}"`;
  const lines = [head.map((cell) => (quotes === 'all' ? quoted(cell) : cell)).join(delimiter) + end];
  for (let row = 0; row < MINUTES / stepMinutes; row++) {
    const stamp = clock(row * stepMinutes + (label === 'end' ? stepMinutes : 0), how);
    const written = number(value(row, salt), how);
    const needsQuotes = quotes !== 'none' || written.includes(delimiter);
    const cells = [...stamp, needsQuotes ? quoted(written) : written, row % 3 === 0 ? 'mesuré' : 'estimé'];
    lines.push(
      (quotes === 'all' ? cells.map((cell) => quoted(cell.replaceAll('"', ''))) : cells).join(delimiter) + end,
    );
  }
  return `${lines.join(lineEnd)}${lineEnd}`;
}

function bytesOf(how: Spelling): Buffer {
  const text = textOf(how);
  return how.encoding === 'latin1'
    ? Buffer.from(text, 'latin1')
    : Buffer.from((how.encoding === 'utf8' ? '' : '\ufeff') + text);
}

test('hours come back exactly from dates, numbers, quotes and encodings of any country', () => {
  const seen = new Set<string>();
  const property = fc.property(spelling, (how) => {
    const { stepMinutes, label, salt } = how;
    const rows = Array.from({ length: MINUTES / stepMinutes }, (_, row) => row);
    const record = recordFile(bytesOf(how), 'load.csv', {});
    if (record.content !== undefined) throw new Error('native');
    const { columns, clockMinutes } = record.recording;
    expect(record.faults.count).toBe(0);
    expect(columns.find(({ name }) => name === 'Énergie')!.values).toEqual(
      Float64Array.from(rows, (row) => value(row, salt)),
    );
    const first = BEGIN + (label === 'end' ? stepMinutes : 0);
    expect(clockMinutes).toEqual(Float64Array.from(rows, (row) => first + row * stepMinutes));
    seen.add(`${how.decimal} ${how.groups} ${how.quotes} ${how.delimiter}`);
  });
  const chance = draws(24, 1);
  fc.assert(property, chance);
  expect(seen.size).toBeGreaterThan(Math.min(chance.numRuns, 24) / 2);
});

test('in a file of commas, a thousand written 1.234 does not make points of decimal commas in quotes', () => {
  const values = ['1.234', '"234,125"', '"0,5"', '"1.000,25"'];
  const rows = Array.from({ length: 8784 }, (_, hour) => {
    const stamp = new Date(Date.UTC(YEAR, 0, 1, hour)).toISOString().slice(0, 16);
    return `${stamp},${values[hour % 4]}`;
  });
  const bytes = Buffer.from(`Date,Load (MW)\n${rows.join('\n')}\n`);
  const options = { zone: 'UTC', label: 'start' as const };
  const { columns } = parseProfile(bytes, 'load.csv', { columns: [{ name: 'Load', unit: 'relative' }], options });
  expect(Array.from(columns[0]!.values.subarray(0, 4))).toEqual([1234, 234.125, 0.5, 1000.25]);
});
