import { describe, expect, test } from 'vitest';
import type { ReadingOptions } from '../../../src/profiles/questions/reading-options.ts';
import type { RecordedColumn, Recording } from '../../../src/profiles/recording/recording.ts';
import { faultsOf, firstMinute, type KnownSeries, minutesOfYear, read, recordingOf } from '../hours/recordings.ts';

function series(change: Partial<KnownSeries> = {}, minutes = minutesOfYear(2019)): Recording {
  const stepMinutes = change.stepMinutes ?? 60;
  const values = new Float64Array(minutes / stepMinutes).fill(0.25);
  const known = { zone: { kind: 'offset', minutes: 0 }, label: { kind: 'start' }, begin: firstMinute(2019) } as const;
  return recordingOf({ ...known, stepMinutes, values, ...change });
}

function withColumns(...columns: Partial<RecordedColumn>[]): Recording {
  const recording = series();
  const [first] = recording.columns;
  return { ...recording, columns: columns.map((column) => ({ ...first!, ...column })) };
}

const asked = (recording: Recording, options: ReadingOptions = {}) =>
  faultsOf(recording, { options }).map(({ code, where, problem }) => [code, where, problem]);

describe('what a file leaves open is one list of questions', () => {
  const open = series({
    zone: { kind: 'unstated' },
    label: { kind: 'unstated' },
    column: { name: 'P', quantity: 'power', unit: undefined },
  });

  test('zone, label and unit are asked for at once, each with the option to pass', () => {
    const questions = faultsOf(open);
    expect(questions.map(({ code, where }) => [code, where])).toEqual([
      ['profile.question', 'unit'],
      ['profile.question', 'zone'],
      ['profile.question', 'label'],
    ]);
    expect(questions.map(({ expected }) => expected)).toEqual([
      expect.stringContaining('--unit'),
      expect.stringContaining('--zone'),
      expect.stringContaining('--label'),
    ]);
  });

  test('answers are taken, and the nameplate is the next question', () => {
    const told: ReadingOptions = { zone: 'UTC', label: 'start', unit: 'MW' };
    expect(asked(open, told)).toEqual([
      ['profile.question', 'capacityMW', 'P is power of a plant whose nameplate the file does not state'],
    ]);
    expect(faultsOf(open, { options: told })[0]!.expected).toContain('capacityMW: 100 (--capacity 100)');
    const { columns, provenance } = read(open, { options: { ...told, capacityMW: 2 } });
    expect(columns[0]!.values.every((value) => value === 0.125)).toBe(true);
    expect(provenance).toMatchObject({ zone: 'UTC', label: 'stamps begin their intervals' });
  });

  test('an unknown zone is a question, not UTC', () => {
    expect(asked(series({ zone: { kind: 'unstated' } }), { zone: 'Mars/Olympus' })).toEqual([
      ['profile.question', 'zone', 'Mars/Olympus is no zone that is known'],
    ]);
  });

  test('several columns that fit are a question with their names; a named one that is absent lists them', () => {
    const two = withColumns({ name: 'north' }, { name: 'south' });
    const [question] = faultsOf(two);
    expect(question).toMatchObject({ code: 'profile.question', where: 'column', problem: '2 columns may be meant' });
    expect(question!.expected).toContain('one of: north, south');
    const [absent] = faultsOf(two, { columns: [{ name: 'nord', unit: 'capacityFactor' }] });
    expect(absent).toMatchObject({ code: 'profile.missing-column', expected: 'one of: north, south' });
    const { columns } = read(two, { columns: [{ name: 'south', unit: 'capacityFactor' }] });
    expect(columns.map(({ name }) => name)).toEqual(['south']);
  });

  test('weather asks for the plant that turns it into power', () => {
    expect(asked(withColumns({ name: 'v', quantity: 'windSpeed', unit: 'm/s', heightM: 100 }))).toEqual([
      ['profile.question', 'plant', 'v is windSpeed: which plant turns it into power?'],
    ]);
  });

  test('what no conversion can repair is told for every column at once', () => {
    const values = new Float64Array(8760).fill(1.25);
    const recording = withColumns({ name: 'north', values }, { name: 'south', values }, { name: 'west' });
    const columns = ['north', 'south', 'west'].map((name) => ({ name, unit: 'capacityFactor' as const }));
    expect(faultsOf(recording, { columns }).map(({ code, where, file }) => [code, where, file])).toEqual([
      ['profile.out-of-range', 'north', 'series.csv'],
      ['profile.out-of-range', 'south', 'series.csv'],
    ]);
  });

  test('a column of unknown meaning takes it from the unit that is stated', () => {
    const recording = withColumns({ name: 'x', quantity: 'other', unit: undefined });
    const columns = [{ name: 'x', unit: 'capacityFactor' as const }];
    const { columns: read1 } = read(recording, { columns, options: { unit: '%' } });
    expect(read1[0]!.values[0]).toBe(0.0025);
    const { columns: read2 } = read(recording, { columns, options: { unit: 'MW', capacityMW: 1 } });
    expect(read2[0]!.values[0]).toBe(0.25);
  });
});

describe('answers that contradict the file are refused', () => {
  test.each([
    [{ zone: '+01:00' }, 'zone', '+01:00, but the file is in UTC'],
    [{ label: 'end' }, 'label', 'end, but in this format: stamps begin their intervals'],
    [{ unit: 'MW' }, 'unit', 'MW, but output is in 1'],
  ] as const)('%j', (options, where, problem) => {
    expect(asked(series(), options)).toEqual([['profile.contradiction', where, problem]]);
  });

  test('answers that say what the file says are no contradiction', () => {
    expect(asked(series(), { zone: 'UTC', label: 'start', unit: '1', year: 2019 })).toEqual([]);
  });
});

describe('the calendar year', () => {
  test('a file of several years asks which, and gives each', () => {
    const values = Float64Array.from({ length: 17544 }, (_, hour) => (hour < 8784 ? 0.25 : 0.5));
    const two = series({ begin: firstMinute(2020), values });
    expect(asked(two)).toEqual([['profile.question', 'year', 'the file covers several years: 2020, 2021']]);
    expect(read(two, { options: { year: 2020 } }).columns[0]!.values).toEqual(new Float64Array(8784).fill(0.25));
    expect(read(two, { options: { year: 2021 } }).columns[0]!.values).toEqual(new Float64Array(8760).fill(0.5));
    expect(asked(two, { year: 2019 })).toEqual([['profile.question', 'year', 'the file has no rows of 2019']]);
  });

  test('a year with gaps beside a whole one is asked about too, with its rows', () => {
    const two = series({ begin: firstMinute(2020) }, minutesOfYear(2020) + 300 * 1440);
    expect(asked(two)).toEqual([
      ['profile.question', 'year', 'the file covers several years: 2020, 2021 (7200 of 8760 rows)'],
    ]);
  });

  test('a few days of a neighbour are no question', () => {
    expect(read(series({ begin: firstMinute(2019) - 1440 }, minutesOfYear(2019) + 2880)).year).toBe(2019);
  });

  test('where the zone is a question, hours that stand twice on its clock are no fault yet', () => {
    const local = series({ zone: { kind: 'civil', name: 'Europe/Brussels' }, begin: firstMinute(2019) });
    expect(asked({ ...local, zone: { kind: 'unstated' } }).map(([, where]) => where)).toEqual(['zone']);
    expect(asked({ ...local, zone: { kind: 'unstated' } }, { zone: 'UTC' })[0]![0]).toBe('profile.duplicate');
    expect(asked({ ...local, zone: { kind: 'unstated' } }, { zone: 'Europe/Brussels' })).toEqual([]);
  });

  test('where the zone is a question, the year is asked for at the same time', () => {
    const two = series({ zone: { kind: 'unstated' }, begin: firstMinute(2020) }, minutesOfYear(2020) * 2);
    expect(asked(two).map(([, where]) => where)).toEqual(['zone', 'year']);
  });
});

describe('steps', () => {
  test.each([120, 1440, 45, 7, 0.5])('rows %d minutes apart are refused', (stepMinutes) => {
    const recording = { ...series(), stepMinutes };
    expect(asked(recording)).toEqual([['profile.bad-stamp', 'time', `rows are ${stepMinutes} minutes apart`]]);
  });

  test('energy of each step adds up, power is averaged', () => {
    const options = { capacityMW: 1 };
    const energy = series({ stepMinutes: 15, column: { quantity: 'energy', unit: 'MWh' } });
    expect(() => read(energy, { options })).not.toThrow();
    expect(read(energy, { options }).columns[0]!.values[0]).toBe(1);
    const power = series({ stepMinutes: 15, column: { quantity: 'power', unit: 'MW' } });
    expect(read(power, { options }).columns[0]!.values[0]).toBe(0.25);
  });

  test('hourly means of a clock half an hour off UTC cannot be told apart into its hours', () => {
    const [fault, ...others] = faultsOf(
      series({ zone: { kind: 'offset', minutes: 330 }, begin: firstMinute(2019) + 30 }),
    );
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ code: 'profile.bad-stamp', line: 2 });
    expect(fault!.expected).toContain('half an hour off');
  });

  test('samples stand for the hour they lie in', () => {
    const { columns, provenance } = read(series({ label: { kind: 'sample', minutesIntoHour: 10 } }));
    expect(columns[0]!.values).toHaveLength(8760);
    expect(provenance.label).toBe('samples taken 10 min after the hour, each standing for its hour');
  });
});
