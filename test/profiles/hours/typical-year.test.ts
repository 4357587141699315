import { describe, expect, test } from 'vitest';
import type { Recording } from '../../../src/profiles/recording/recording.ts';
import { faultsOf, firstMinute, read, recordingOf, withRows } from './recordings.ts';

/** Twelve months, each of another year, one value an hour: the month and the hour of the day. */
function typicalYear(change: Partial<Recording> = {}): Recording {
  const values = new Float64Array(8760);
  const base = recordingOf({
    zone: { kind: 'offset', minutes: 0 },
    label: { kind: 'start' },
    stepMinutes: 60,
    begin: firstMinute(2005),
    values,
  });
  const clockMinutes = base.clockMinutes.map((minutes, row) => {
    const date = new Date(minutes * 60_000);
    values[row] = date.getUTCMonth() / 16 + date.getUTCHours() / 1024;
    const years = [2018, 2007, 2011, 2012, 2005, 2016, 2009, 2020, 2013, 2006, 2017, 2010];
    return date.setUTCFullYear(years[date.getUTCMonth()]!) / 60_000;
  });
  return { ...base, clockMinutes, isTypicalYear: true, ...change };
}

describe('a typical year', () => {
  test('asks for the calendar year it is to be laid on', () => {
    expect(faultsOf(typicalYear()).map(({ code, where }) => [code, where])).toEqual([['profile.question', 'year']]);
  });

  test('is laid on a year by month, day and time, and says so', () => {
    const { columns, year, provenance } = read(typicalYear(), { options: { year: 2019 } });
    expect(year).toBe(2019);
    expect(columns[0]!.values).toEqual(typicalYear().columns[0]!.values);
    expect(provenance.isTypicalYear).toBe(true);
    expect(provenance.columns[0]!.transformations[0]).toBe(
      'months of different years laid on 2019 by month, day and time',
    );
  });

  test('by a clock behind UTC, the hours that lack at the beginning come from its end', () => {
    const west = typicalYear({ zone: { kind: 'offset', minutes: -480 } });
    const { columns, provenance } = read(west, { options: { year: 2005 } });
    const recorded = west.columns[0]!.values;
    expect(columns[0]!.values[8]).toBe(recorded[0]);
    expect(columns[0]!.values[0]).toBe(recorded[8752]);
    expect(provenance.columns[0]!.filled).toEqual([]);
    expect(provenance.columns[0]!.transformations[1]).toContain('8 h moved');
  });

  test('stamps that end their hours reach into the next month and, in December, the next year', () => {
    const ends = typicalYear();
    const clockMinutes = ends.clockMinutes.map((minutes) => minutes + 60);
    const { columns } = read({ ...ends, clockMinutes, label: { kind: 'end' } }, { options: { year: 2005 } });
    expect(columns[0]!.values).toEqual(ends.columns[0]!.values);
  });

  test('on a leap year, 29 February lacks and may be filled', () => {
    const [fault, ...others] = faultsOf(typicalYear(), { options: { year: 2020 } });
    expect(others).toEqual([]);
    expect(fault!.problem).toContain('29 February 2020 is left out');
    const { columns } = read(typicalYear(), { options: { year: 2020, fill: 'same-hour-yesterday' } });
    expect(columns[0]!.values).toHaveLength(8784);
  });

  test('by clocks that change has no meaning', () => {
    const civil = typicalYear({ zone: { kind: 'civil', name: 'Europe/Brussels' } });
    expect(faultsOf(civil, { options: { year: 2005 } }).map(({ code, where }) => [code, where])).toEqual([
      ['profile.contradiction', 'zone'],
    ]);
  });

  test('has no ends: an hour that lacks after New Year lies between its neighbours in January and December', () => {
    const rows = Array.from({ length: 8760 }, (_, row) => row);
    const options = { year: 2005, fill: 'linear:1h' };
    const whole = typicalYear().columns[0]!.values;
    const { columns } = read(withRows(typicalYear(), rows.slice(1)), { options });
    expect(columns[0]!.values[0]).toBe((whole[8759]! + whole[1]!) / 2);
    const { columns: last } = read(withRows(typicalYear(), rows.slice(0, -1)), { options });
    expect(last[0]!.values[8759]).toBe((whole[8758]! + whole[0]!) / 2);
  });

  test('a month that stands twice is told, whatever its years', () => {
    const rows = Array.from({ length: 8760 }, (_, row) => row);
    const twice = withRows(typicalYear(), [...rows.slice(0, 744), ...rows.slice(0, 744), ...rows.slice(744)]);
    const faults = faultsOf(twice, { options: { year: 2005 } });
    expect(faults[0]).toMatchObject({ code: 'profile.duplicate', line: 746 });
  });
});
