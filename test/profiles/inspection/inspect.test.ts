import { expect, test } from 'vitest';
import { ProfileError } from '../../../src/errors.ts';
import { refuse } from '../../../src/profiles/faults.ts';
import type { ForeignFormat, FormatAnswers } from '../../../src/profiles/formats/format.ts';
import { nativeToCsv } from '../../../src/profiles/formats/native/to-csv.ts';
import { type InspectionAnswers, inspectProfile } from '../../../src/profiles/inspection/inspect.ts';
import { recordWithAnswers } from '../../../src/profiles/inspection/record-with-answers.ts';
import { column, recording, stampsFrom } from './recordings.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const native = nativeToCsv({
  synthetic: true,
  source: 'made for a test',
  year: 2008,
  columns: [
    {
      name: 'wind',
      unit: 'capacityFactor',
      values: new Float64Array(8784).map((_, hour) => (hour % 4) / 4),
      decimals: 2,
    },
    { name: 'price', unit: 'pricePerMWh', values: new Float64Array(8784).map((_, hour) => hour - 20), decimals: 0 },
  ],
});

test('a native file is judged like every other, and its synthetic flag is shown', () => {
  const inspection = inspectProfile(bytesOf(native), 'year.csv');
  expect(inspection).toMatchObject({
    format: 'native',
    why: 'line 1 is "# hourmatch profile", line 4 names the series',
    zone: 'UTC',
    label: 'start',
    rows: 8784,
    firstHour: '2008-01-01T00:00Z',
    lastHour: '2008-12-31T23:00Z',
    synthetic: true,
    columns: [
      { name: 'wind', quantity: 'capacityFactor', unit: '1', hours: 8784, min: 0, mean: 0.375, max: 0.75 },
      { name: 'price', quantity: 'price', unit: 'pricePerMWh', min: -20, max: 8763 },
    ],
    faults: [],
  });
  expect(inspection.warnings.map(({ code }) => code)).toEqual(['synthetic']);
});

test('warnings of a native file name its lines', () => {
  const still = nativeToCsv({
    ...{ synthetic: false, source: 'made for a test', year: 2007 },
    columns: [{ name: 'wind', unit: 'capacityFactor', values: new Float64Array(8760).fill(0.25), decimals: 2 }],
  });
  // Three comment lines, the header, then the first hour.
  expect(inspectProfile(bytesOf(still), 'still.csv').warnings).toEqual([
    { code: 'constant', message: 'wind: 0.25 in every row', line: 5, column: 'wind' },
  ]);
});

test('a native file that breaks its rules is told with every fault, not refused', () => {
  const broken = native
    .replace('2008-01-01T05:00Z,0.25', '2008-01-01T05:00Z,1.27')
    .replace('T09:00Z,0.25', 'T09:00Z,x');
  const { format, rows, faults } = inspectProfile(bytesOf(broken), 'year.csv');
  expect({ format, rows }).toEqual({ format: 'native', rows: 0 });
  // The header is line 4, so hour 5 stands in line 10.
  expect(faults.map(({ code, line }) => [code, line])).toEqual([
    ['profile.out-of-range', 10],
    ['profile.bad-number', 14],
  ]);
});

test('bytes that are no text, and texts of no known format, are refused', () => {
  expect(() => inspectProfile(Uint8Array.of(0, 1, 2), 'bytes.csv')).toThrow(ProfileError);
  expect(() => inspectProfile(bytesOf('\n'), 'empty.csv')).toThrow(ProfileError);
});

test('a zone that is stated leaves the other questions of a file open, and those answered are gone', () => {
  // Nine days of February, or the second of nine months.
  const rows = Array.from({ length: 216 }, (_, hour) => {
    const [day, clock] = [1 + Math.floor(hour / 24), String(hour % 24).padStart(2, '0')];
    return `0${day}/02/2019 ${clock}:00;${hour % 7},5`;
  });
  const bytes = bytesOf(`Horodate;Puissance (MW)\n${rows.join('\n')}\n`);
  const codes = (answers: InspectionAnswers) =>
    inspectProfile(bytes, 'export.csv', answers).questions.map(({ code }) => code);
  expect(codes({})).toEqual(['dates', 'zone', 'label', 'capacity']);
  expect(codes({ zone: 'UTC' })).toEqual(['dates', 'label', 'capacity']);
  expect(codes({ zone: 'UTC', label: 'end', dates: 'day-first' })).toEqual(['capacity']);
  expect(() => codes({ zone: 'Nowhere/At_All' })).toThrow(ProfileError);
});

/** Reads nothing but what it was answered. */
const picky = (needs: (answers: FormatAnswers) => string | undefined): ForeignFormat => ({
  name: 'picky',
  beginning: 'anything',
  recognises: () => true,
  record: (_text, faults, answers) => {
    const fault = needs(answers);
    if (fault === 'fatal')
      return refuse('x.csv', 'profile.bad-stamp', { where: 'time' }, 'no order', 'the option --dates day-first');
    if (fault !== undefined)
      faults.add('profile.bad-stamp', { where: 'time', line: 2 }, () => ({
        problem: fault,
        expected: fault === 'row 2 is torn' ? 'a whole row' : 'an answer: --dates, --decimal',
      }));
    const first = answers.dates === 'month-first' ? '2019-02-01T00:00' : '2019-01-02T00:00';
    return recording(stampsFrom(first, 2), [column([0, 1])]);
  },
});
const text = { text: 'x', encoding: 'UTF-8' } as const;

test('where either order of day and month would do, the question names both, and one of them is shown', () => {
  for (const fault of ['day or month first?', 'fatal']) {
    const format = picky(({ dates }) => (dates === undefined ? fault : undefined));
    const { recording: read, faults, questions } = recordWithAnswers(format, text, 'x.csv', {});
    expect(read?.clockMinutes[0]).toBe(Date.UTC(2019, 0, 2) / 60_000);
    expect(faults).toEqual([]);
    expect(questions).toEqual([
      {
        code: 'dates',
        question: 'Does the day or the month come first in its dates? The figures here are read as day-first.',
        options: ['--dates day-first', '--dates month-first'],
      },
    ]);
    expect(recordWithAnswers(format, text, 'x.csv', { dates: 'month-first' }).questions).toEqual([]);
  }
});

test('where order and decimal mark are open, both are asked for', () => {
  const format = picky(({ dates, decimal }) => (dates && decimal === 'comma' ? undefined : 'open'));
  const { questions } = recordWithAnswers(format, text, 'x.csv', {});
  expect(questions.map(({ options }) => options)).toEqual([
    ['--dates day-first', '--dates month-first'],
    ['--decimal comma'],
  ]);
});

test('faults that no answer mends stay, with what could be read, and nothing is read again', () => {
  let readings = 0;
  const format = picky(() => {
    readings++;
    return 'row 2 is torn';
  });
  const { recording: read, faults, questions } = recordWithAnswers(format, text, 'x.csv', {});
  expect(read?.clockMinutes).toHaveLength(2);
  expect(faults.map(({ problem }) => problem)).toEqual(['row 2 is torn']);
  expect(readings).toBe(1);
  expect(questions).toEqual([]);
});

test('where day and month are open, the figures are read in the order that leaves fewer gaps, and this is said', () => {
  // Two days of January, month first; as days first they would be of January and February.
  const rows = Array.from({ length: 48 }, (_, hour) => {
    const time = `${`${hour % 24}`.padStart(2, '0')}:00`;
    return `01/0${1 + Math.floor(hour / 24)}/2019 ${time};0,5`;
  });
  const { questions, columns, lastHour } = inspectProfile(Buffer.from(`Date (UTC);MW\n${rows.join('\n')}\n`), 'x.csv');
  expect(questions.find(({ code }) => code === 'dates')).toEqual({
    code: 'dates',
    question:
      'Does the day or the month come first in its dates? The figures here are read as month-first, which leaves fewer gaps.',
    options: ['--dates day-first', '--dates month-first'],
  });
  expect(lastHour).toBe('2019-01-02T23:00Z');
  expect(columns[0]!.missingHours).toBe(0);
});
