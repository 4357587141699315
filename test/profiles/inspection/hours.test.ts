import { expect, test } from 'vitest';
import { inspectRecording } from '../../../src/profiles/inspection/inspect-recording.ts';
import type { Recording } from '../../../src/profiles/recording/recording.ts';
import { column, minutesOf, recording, stampsFrom } from './recordings.ts';

const inspect = (made: Recording) => inspectRecording({ file: 'made.csv', format: 'made', recording: made });
const messages = (made: Recording) => inspect(made).warnings.map(({ message }) => message);
const even = (hours: number) => Array.from({ length: hours }, (_, hour) => (hour % 2) / 2);

test('a whole year has no gaps and nothing to warn of', () => {
  const inspection = inspect(recording(stampsFrom('2019-01-01T00:00', 8760), [column(even(8760))]));
  expect(inspection).toMatchObject({
    zone: 'UTC',
    label: 'start',
    rows: 8760,
    firstHour: '2019-01-01T00:00Z',
    lastHour: '2019-12-31T23:00Z',
    gaps: [],
    warnings: [],
    questions: [],
    faults: [],
    columns: [{ hours: 8760, missingHours: 0, duplicateHours: 0, min: 0, mean: 0.25, max: 0.5 }],
  });
});

test('missing rows are one gap each run, with how many hours', () => {
  const stamps = stampsFrom('2019-01-01T00:00', 8760).filter((_, row) => row !== 5 && !(row >= 100 && row < 103));
  const inspection = inspect(recording(stamps, [column(even(8756))]));
  expect(inspection.gaps).toEqual([
    { from: '2019-01-01T05:00Z', to: '2019-01-01T05:00Z', hours: 1 },
    { from: '2019-01-05T04:00Z', to: '2019-01-05T06:00Z', hours: 3 },
  ]);
  expect(inspection.columns[0]).toMatchObject({ hours: 8756, missingHours: 4 });
  expect(inspection.warnings).toEqual([
    { code: 'gaps', message: '4 hours are missing in 2 places, the first from 2019-01-01T05:00Z' },
  ]);
});

test('a row without a value is a missing hour of its column alone', () => {
  const values = even(8760);
  values[7] = Number.NaN;
  const [first, second] = inspect(
    recording(stampsFrom('2019-01-01T00:00', 8760), [column(values), column(even(8760), { name: 'sun' })]),
  ).columns;
  expect([first!.missingHours, second!.missingHours]).toEqual([1, 0]);
});

test('an hour that stands twice is told with the line of its second row', () => {
  const stamps = stampsFrom('2019-01-01T00:00', 8760);
  const doubled = Float64Array.from([...stamps.subarray(0, 11), stamps[10]!, ...stamps.subarray(11)]);
  const inspection = inspect(recording(doubled, [column(even(8761))]));
  expect(inspection.columns[0]!.duplicateHours).toBe(1);
  // Row 11, counted from 0, stands in line 13.
  expect(inspection.warnings).toEqual([
    { code: 'duplicates', message: '1 hour stands more than once, first 2019-01-01T10:00Z', line: 13 },
  ]);
});

test('a leap day that was taken out is called by its name, on any clock', () => {
  const stamps = stampsFrom('2016-01-01T00:00', 8784).filter((_, row) => row < 59 * 24 || row >= 60 * 24);
  expect(messages(recording(stamps, [column(even(8760))]))).toEqual(['29 February 2016 is missing']);
  const west = recording(stamps, [column(even(8760))], { zone: { kind: 'offset', minutes: -480 } });
  expect(messages(west)[0]).toBe('29 February 2016 is missing');
});

test('half-hours are two rows an hour; one of them alone is no hour', () => {
  const stamps = stampsFrom('2019-01-01T00:00', 17_519, 30);
  const { columns } = inspect(recording(stamps, [column(even(17_519))], { stepMinutes: 30 }));
  expect(columns[0]).toMatchObject({ hours: 8759, missingHours: 1, duplicateHours: 0 });
});

test('with end-labelled stamps the first hour begins one step before its stamp', () => {
  const stamps = stampsFrom('2019-01-01T01:00', 8760);
  const inspection = inspect(recording(stamps, [column(even(8760))], { label: { kind: 'end' } }));
  expect(inspection).toMatchObject({ firstHour: '2019-01-01T00:00Z', lastHour: '2019-12-31T23:00Z', warnings: [] });
});

test('a year on another clock lacks hours of the year in UTC, and says so', () => {
  const east = recording(stampsFrom('2019-01-01T00:00', 8760), [column(even(8760))], {
    zone: { kind: 'offset', minutes: 60 },
  });
  expect(inspect(east)).toMatchObject({ zone: 'UTC+01:00', firstHour: '2018-12-31T23:00Z' });
  expect(messages(east)).toEqual([
    'from 2018-12-31T23:00Z to 2019-12-31T22:00Z, 8,760 hours: 1 hour of 2019 in UTC lies outside; an import takes it from the other end with --wrap',
  ]);
});

test('half a year lacks the other half; two whole years lack nothing; two halves are told', () => {
  const half = recording(stampsFrom('2019-01-01T00:00', 4380), [column(even(4380))]);
  expect(messages(half)).toEqual([
    'from 2019-01-01T00:00Z to 2019-07-02T11:00Z, 4,380 hours: 4,380 hours of 2019 lie outside',
  ]);
  expect(messages(recording(stampsFrom('2018-01-01T00:00', 17_520), [column(even(17_520))]))).toEqual([]);
  const halves = recording(stampsFrom('2018-06-01T00:00', 17_520), [column(even(17_520))]);
  expect(messages(halves)).toEqual([
    'from 2018-06-01T00:00Z to 2020-05-30T23:00Z, 17,520 hours: the years at its ends are not whole',
  ]);
});

test('where clocks are put back in Brussels an hour stands twice on the clock and once in UTC', () => {
  // 27 October 2019: 02:00 CEST, then 02:00 CET. 30 March has no part in this day.
  const stamps = Float64Array.from(['00', '01', '02', '02', '03', '04'], (hour) => minutesOf(`2019-10-27T${hour}:00`));
  const { columns, firstHour, lastHour, gaps } = inspect(
    recording(stamps, [column(even(6))], { zone: { kind: 'civil', name: 'Europe/Brussels' } }),
  );
  expect({ firstHour, lastHour, gaps }).toEqual({
    firstHour: '2019-10-26T22:00Z',
    lastHour: '2019-10-27T03:00Z',
    gaps: [],
  });
  expect(columns[0]!.duplicateHours).toBe(0);
});

test('a reading that a clock skips is a fault, not an hour', () => {
  const stamps = Float64Array.from(['01', '02', '03'], (hour) => minutesOf(`2019-03-31T${hour}:00`));
  const { faults } = inspect(
    recording(stamps, [column(even(3))], { zone: { kind: 'civil', name: 'Europe/Brussels' } }),
  );
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ line: 3 });
});

test('a typical year is laid on one year, whatever years its months come from', () => {
  const stamps = stampsFrom('2001-01-01T00:00', 8760).map((minutes, row) =>
    row < 744 ? minutes - minutesOf('2001-01-01T00:00') + minutesOf('1996-01-01T00:00') : minutes,
  );
  const inspection = inspect(recording(stamps, [column(even(8760))], { isTypicalYear: true }));
  expect(inspection).toMatchObject({
    typicalYear: true,
    firstHour: '01-01T00:00Z',
    lastHour: '12-31T23:00Z',
    gaps: [],
  });
  expect(inspection.warnings.map(({ code }) => code)).toEqual(['typical-year']);
  // Its own clock decides the day: 16 hours of a western New Year's Eve do not fall out of the year.
  const west = inspect(
    recording(stamps, [column(even(8760))], { isTypicalYear: true, zone: { kind: 'offset', minutes: -480 } }),
  );
  expect(west).toMatchObject({ gaps: [], columns: [{ hours: 8760, duplicateHours: 0 }] });
  // Noon of its own clock is 20:00 in UTC.
  const noons = column(Array.from({ length: 8760 }, (_, hour) => (hour % 24 === 12 ? 1 : 0)));
  const sun = inspect(recording(stamps, [noons], { isTypicalYear: true, zone: { kind: 'offset', minutes: -480 } }));
  expect(sun.columns[0]!.hourOfDayMeans.indexOf(1)).toBe(20);
});

test('on a clock of unknown offset hours are told without Z, and the zone is asked for', () => {
  const open = recording(stampsFrom('2019-01-01T00:00', 8760), [column(even(8760))], {
    zone: { kind: 'unstated' },
    label: { kind: 'unstated' },
  });
  const { zone, label, firstHour, questions } = inspect(open);
  expect({ zone, label, firstHour }).toEqual({ zone: 'unstated', label: 'unstated', firstHour: '2019-01-01T00:00' });
  expect(questions.map(({ code, options }) => [code, options[0]])).toEqual([
    ['zone', '--zone UTC'],
    ['label', '--label start'],
  ]);
});

test('an hour twice and another missing hint at clocks that change', () => {
  const year = stampsFrom('2019-01-01T00:00', 8760);
  const changed = Float64Array.from([
    ...year.subarray(0, 2000),
    ...year.subarray(2001, 7000),
    year[6999]!,
    ...year.subarray(7000),
  ]);
  const open = recording(changed, [column(even(8760))], { zone: { kind: 'unstated' } });
  expect(inspect(open).questions[0]!.question).toMatch(/clocks that are put back and forward/);
  const steady = recording(year, [column(even(8760))], { zone: { kind: 'unstated' } });
  expect(inspect(steady).questions[0]!.question).not.toMatch(/put back/);
});

test('stamps that cannot be read, no rows at all and a stamp of another millennium break nothing', () => {
  expect(inspect(recording(new Float64Array([Number.NaN]), [column([1])]))).toMatchObject({ firstHour: undefined });
  expect(inspect(recording(new Float64Array(), [column([])]))).toMatchObject({ rows: 0, firstHour: undefined });
  const astray = inspect(recording(new Float64Array([0, 60 * 8784 * 9999]), [column([1, 0])]));
  expect(astray).toMatchObject({ rows: 2, columns: [{ min: 0, max: 1 }] });
});
