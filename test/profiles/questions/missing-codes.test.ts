import { expect, test } from 'vitest';
import { ProfileError } from '../../../src/errors.ts';
import { inspectProfile } from '../../../src/profiles/inspection/inspect.ts';
import { suspectedCodes } from '../../../src/profiles/questions/missing-codes.ts';
import type { ReadingRequest } from '../../../src/profiles/questions/reading-options.ts';
import { parseProfile } from '../../../src/profiles/read.ts';
import { hoursOfYear, stampOfHour } from '../../../src/time.ts';

const codesIn = (values: number[]) => suspectedCodes(Float64Array.from(values)).map(({ value, rows }) => [value, rows]);

test('nines far above everything else are suspected, whatever the quantity', () => {
  expect(codesIn([0, 120, 720, 9999, 9999, 0])).toEqual([[9999, 2]]);
  expect(codesIn([12.5, 13, 18, 99.9, 12])).toEqual([[99.9, 1]]);
  expect(codesIn([5.5, 7, 999, 6])).toEqual([[999, 1]]);
  expect(codesIn([800, 820, 99_999, 99_999, 810])).toEqual([[99_999, 2]]);
  expect(codesIn([30, 35, -999, 40])).toEqual([[-999, 1]]);
  expect(codesIn([9999, 9999])).toEqual([[9999, 2]]);
});

test('nines within the range are suspected where they leap from both neighbours every time', () => {
  expect(codesIn([0, 0, 999, 999, 0, 400, 900, 1100, 500, 0])).toEqual([[999, 2]]);
  expect(codesIn([0, 500, 940, 999, 1010, 600, 0])).toEqual([]);
  // The same number as a value once and as a mark once cannot be told apart.
  expect(codesIn([0, 999, 0, 940, 999, 1010, 600])).toEqual([]);
});

test('other numbers, and nines among their like, are values', () => {
  expect(codesIn([990, 995, 999, 1001])).toEqual([]);
  expect(codesIn([0, 9998, 0, 5000])).toEqual([]);
  expect(codesIn([90, 99, 99.9, 99.8])).toEqual([]);
  expect(codesIn([Number.NaN, 1, 2])).toEqual([]);
});

const YEAR = 2021;
const bytes = (header: string, cell: (hour: number) => number) =>
  Buffer.from(
    [
      header,
      ...Array.from({ length: hoursOfYear(YEAR) }, (_, hour) => `${stampOfHour(YEAR, hour)},${cell(hour)}`),
      '',
    ].join('\n'),
  );
const spoilt = (code: number, value: (hour: number) => number) => (hour: number) =>
  hour === 20 || hour === 21 ? code : value(hour);
const issuesOf = (content: Buffer, request: ReadingRequest) => {
  try {
    parseProfile(content, 'a.csv', request);
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.issues;
    throw error;
  }
};

const files = [
  {
    header: 'Time (UTC),Temperature [degC]',
    code: 99.9,
    unit: 'temperatureC',
    value: (hour: number) => 12 + (hour % 7),
  },
  { header: 'Time (UTC),Price [EUR/MWh]', code: 9999, unit: 'pricePerMWh', value: (hour: number) => 40 + (hour % 50) },
  { header: 'Time (UTC),Load [MW]', code: 99_999, unit: 'relative', value: (hour: number) => 800 + (hour % 24) },
] as const;

test.each(files)(
  '$header: $code is warned of, asked about, taken for missing or for a number',
  ({ header, code, unit, value }) => {
    const content = bytes(header, spoilt(code, value));
    const options = { label: 'start' } as const;
    const columns = [{ unit }];
    const { warnings } = inspectProfile(content, 'a.csv', options);
    expect(warnings).toContainEqual(
      expect.objectContaining({
        code: 'missing-mark',
        line: 22,
        message: expect.stringContaining(`${code} in 2 rows`),
      }),
    );
    expect(issuesOf(content, { columns, options })).toMatchObject([
      { code: 'profile.question', where: 'missing', line: 22, expected: expect.stringContaining(`--missing ${code}`) },
    ]);
    // Then they are gaps as any others.
    const missing = { ...options, missing: [code] };
    expect(issuesOf(content, { columns, options: missing })).toMatchObject([{ code: 'profile.gap' }]);
    const filled = parseProfile(content, 'a.csv', { columns, options: { ...missing, fill: 'linear:3h' } });
    expect(filled.provenance?.columns[0]?.filled).toMatchObject([{ hours: 2, first: `${YEAR}-01-01T20:00Z` }]);
    expect(inspectProfile(content, 'a.csv', missing).columns[0]).toMatchObject({ missingHours: 2 });
    const asNumbers = issuesOf(content, { columns, options: { ...options, missing: ['none'] } });
    expect(asNumbers.filter(({ code: issue }) => issue === 'profile.question')).toEqual([]);
  },
);

test('every column with a mark in the same row is told', () => {
  const rows = ['0,12,800', '0,13,801', '9999,99.9,99999', '700,14,802', '650,13,803'];
  const text = [
    'Time (UTC),GHI [W/m2],Temperature [degC],Load [MW]',
    ...rows.map((row, hour) => `${stampOfHour(YEAR, hour)},${row}`),
  ];
  const { warnings } = inspectProfile(Buffer.from(`${text.join('\n')}\n`), 'a.csv');
  expect(warnings.filter(({ code }) => code === 'missing-mark').map(({ message }) => message.split(':')[0])).toEqual([
    'GHI',
    'Temperature',
    'Load',
  ]);
});
