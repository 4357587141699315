import { describe, expect, test } from 'vitest';
import { filledHours } from '../../../src/profiles/profile.ts';
import type { ReadingOptions } from '../../../src/profiles/questions/reading-options.ts';
import type { Recording } from '../../../src/profiles/recording/recording.ts';
import { faultsOf, firstMinute, type KnownSeries, minutesOfYear, read, recordingOf, withRows } from './recordings.ts';

const wave = (row: number) => (row % 24) / 32;

function year(of = 2019, change: Partial<KnownSeries> = {}): Recording {
  const stepMinutes = change.stepMinutes ?? 60;
  const values = Float64Array.from({ length: minutesOfYear(of) / stepMinutes }, (_, row) => wave(row));
  return recordingOf({
    zone: { kind: 'offset', minutes: 0 },
    label: { kind: 'start' },
    stepMinutes,
    begin: firstMinute(of),
    values,
    ...change,
  });
}

/** Without the rows from `first` on, `count` of them. */
function without(recording: Recording, first: number, count: number): Recording {
  const rows = Array.from(recording.clockMinutes.keys());
  return withRows(recording, [...rows.slice(0, first), ...rows.slice(first + count)]);
}

const problems = (recording: Recording, options: ReadingOptions = {}) =>
  faultsOf(recording, { options }).map(({ code, where, line, problem }) => [code, where, line, problem]);

describe('gaps are refused', () => {
  test('each run is told with its first and last hour and the line before it', () => {
    const recording = without(without(year(), 5000, 1), 100, 3);
    expect(problems(recording)).toEqual([
      ['profile.gap', 'rows', 101, '2019-01-05T04:00Z..2019-01-05T06:00Z missing, 3 hours'],
      ['profile.gap', 'rows', 4998, '2019-07-28T08:00Z missing, 1 hour'],
    ]);
  });

  test('a value that is marked as missing is told at its own line, in its column', () => {
    const recording = year();
    recording.columns[0]!.values[70] = Number.NaN;
    expect(problems(recording)).toEqual([['profile.gap', 'output', 72, '2019-01-03T22:00Z missing, 1 hour']]);
  });

  test('one quarter of an hour that lacks makes the hour a gap', () => {
    expect(problems(without(year(2019, { stepMinutes: 15 }), 402, 1))).toEqual([
      ['profile.gap', 'rows', 403, '2019-01-05T04:00Z missing, 1 hour, 1 of 4 steps'],
    ]);
    expect(problems(without(year(2019, { stepMinutes: 15 }), 402, 3))).toEqual([
      ['profile.gap', 'rows', 403, '2019-01-05T04:00Z..2019-01-05T05:00Z missing, 2 hours, 3 of 8 steps'],
    ]);
  });

  test('29 February taken out by hand is named as such', () => {
    const [fault, ...others] = faultsOf(without(year(2016), 59 * 24, 24));
    expect(others).toEqual([]);
    expect(fault!.problem).toBe(
      '29 February 2016 is left out, 2016-02-29T00:00Z..2016-02-29T23:00Z: 24 hours of a leap year taken away',
    );
    expect(fault!.expected).toContain('fill: same-hour-yesterday');
    // Any other day is an ordinary gap.
    expect(problems(without(year(2016), 60 * 24, 24))[0]![3]).toContain('2016-03-01T00:00Z..2016-03-01T23:00Z missing');
  });
});

describe('gaps are filled only as asked for, on record', () => {
  test('a straight line over at most so many hours', () => {
    const recording = without(year(), 100, 3);
    const { columns, provenance } = read(recording, { options: { fill: 'linear:3h' } });
    // Hour 99 has 3/32, hour 103 has 7/32.
    expect([...columns[0]!.values.subarray(99, 104)]).toEqual([3, 4, 5, 6, 7].map((of) => of / 32));
    expect(provenance.columns[0]!.filled).toEqual([
      { column: 'output', method: 'linear', first: '2019-01-05T04:00Z', hours: 3 },
    ]);
    expect(filledHours(provenance.columns[0]!)).toBe(3);
    expect(problems(without(year(), 100, 4), { fill: 'linear:3h' })).toHaveLength(1);
  });

  test('the same hour of the day before, for a day at most unless more is said', () => {
    const { columns, provenance } = read(without(year(), 100, 24), { options: { fill: 'same-hour-yesterday' } });
    expect(columns[0]!.values).toEqual(year().columns[0]!.values);
    expect(provenance.columns[0]!.filled).toEqual([
      { column: 'output', method: 'same-hour-yesterday', first: '2019-01-05T04:00Z', hours: 24 },
    ]);
    expect(problems(without(year(), 100, 25), { fill: 'same-hour-yesterday' })).toHaveLength(1);
    const longer = read(without(year(), 100, 50), { options: { fill: 'same-hour-yesterday:72h' } });
    expect(longer.columns[0]!.values).toEqual(year().columns[0]!.values);
  });

  test('what has no neighbour or no yesterday stays a gap', () => {
    expect(problems(without(year(), 0, 2), { fill: 'linear:3h' })).toHaveLength(1);
    expect(problems(without(year(), 5, 2), { fill: 'same-hour-yesterday' })).toHaveLength(1);
    expect(problems(without(year(), 8758, 2), { fill: 'linear:3h' })).toHaveLength(1);
  });

  test('an unknown way to fill is a question', () => {
    for (const fill of ['linear', 'linear:0h', 'nearest', 'linear:3', 'same-hour-yesterday:1d']) {
      expect(problems(year(), { fill })).toEqual([
        ['profile.question', 'fill', undefined, `${fill} is no known way to fill gaps`],
      ]);
    }
  });
});

describe('a year by a local clock does not cover the year of UTC', () => {
  const local = () => year(2019, { zone: { kind: 'offset', minutes: 60 }, begin: firstMinute(2019) - 60 });

  test('the hour that lacks is refused, with what helps', () => {
    const [fault, ...others] = faultsOf(local());
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ code: 'profile.gap', problem: '2019-12-31T23:00Z missing, 1 hour' });
    expect(fault!.expected).toContain('UTC+01:00');
    expect(fault!.expected).toContain('wrap: true');
  });

  test('wrap takes it from the other end of the file, a year away, and says so', () => {
    const { columns, provenance } = read(local(), { options: { wrap: true } });
    expect(columns[0]!.values[8759]).toBe(wave(0));
    expect(columns[0]!.values[0]).toBe(wave(1));
    const [column] = provenance.columns;
    expect(column!.filled).toEqual([{ column: 'output', method: 'wrap', first: '2019-12-31T23:00Z', hours: 1 }]);
    expect(column!.transformations).toContain('clock of UTC+01:00 to UTC');
    expect(column!.transformations).toContain('1 row outside 2019 (UTC) left out');
  });

  test('wrap does not fill a gap inside the year, nor one that the other end lacks too', () => {
    expect(problems(without(local(), 500, 1), { wrap: true })).toHaveLength(1);
    expect(problems(without(local(), 0, 1), { wrap: true })).toHaveLength(1);
  });

  test('stamps at the end of their hours cover it, when they begin at 01:00', () => {
    const { columns, provenance } = read(year(2019, { label: { kind: 'end' } }));
    expect(columns[0]!.values[0]).toBe(wave(0));
    expect(provenance.label).toBe('stamps end their intervals');
  });
});
