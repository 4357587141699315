import { expect, test } from 'vitest';
import { utilityFormat } from '../../../../src/profiles/formats/utility/utility.ts';
import { clockOf, faultsOf, headsOf, openingOf, record } from '../recognised.ts';

const lines = (...rows: readonly string[]) => [...rows, ''].join('\n');

test('day and month are told apart by the first part above 12, wherever it stands', () => {
  const dayFirst = lines('t;v', '1/2/2019 0:00;1', '1/2/2019 1:00;2', '13/2/2019 2:00;3');
  expect(clockOf(record(utilityFormat, dayFirst))[0]).toBe('2019-02-01 00:00');
  const monthFirst = lines('t,v', '1/2/17 0:00,1', '1/2/17 0:10,2', '1/13/17 0:20,3');
  const recording = record(utilityFormat, monthFirst);
  expect(clockOf(recording)[0]).toBe('2017-01-02 00:00');
  expect(recording.stepMinutes).toBe(10);
});

test('where no part is above 12 the question names its answers', () => {
  const text = lines('t;v', '03/04/2026 00:00;1', '03/04/2026 01:00;2');
  const [fault] = faultsOf(utilityFormat, text);
  expect(fault).toContain('profile.bad-stamp 2:1 t: "03/04/2026 00:00"');
  expect(fault).toContain('--dates day-first|month-first');
  expect(clockOf(record(utilityFormat, text, { dates: 'day-first' }))[0]).toBe('2026-04-03 00:00');
  expect(clockOf(record(utilityFormat, text, { dates: 'month-first' }))[0]).toBe('2026-03-04 00:00');
});

test('an answer that the data contradict, and dates of both orders, are faults of their rows', () => {
  const text = lines('t;v', '03/04/2026 00:00;1', '13/04/2026 01:00;2', '04/13/2026 02:00;2', '04/05/2026 03:00;2');
  expect(faultsOf(utilityFormat, text)).toEqual([expect.stringContaining('profile.bad-stamp 4:1 t')]);
  expect(faultsOf(utilityFormat, text, { dates: 'month-first' })).toEqual([
    expect.stringContaining('profile.bad-stamp 3:1 t'),
  ]);
});

test('midnight as 24:00 is the next day and tells that stamps are ends', () => {
  const text = lines('Date;Heure;P [MW]', '31/12/2019;23:00;5', '31/12/2019;24:00;6', '01/01/2020;1:00;7');
  const recording = record(utilityFormat, text);
  expect(clockOf(recording)).toEqual(['2019-12-31 23:00', '2020-01-01 00:00', '2020-01-01 01:00']);
  expect(recording.label).toEqual({ kind: 'end' });
  expect(headsOf(recording)).toEqual([{ name: 'P', quantity: 'power', unit: 'MW' }]);
  const both = record(utilityFormat, text.replace('01/01/2020;1:00', '01/01/2020;0:00'));
  expect(both.label).toEqual({ kind: 'unstated' });
});

test('a day with 0:00 behind it and a column of hours are one stamp', () => {
  const text = lines('Fecha;Hora;v', '31/01/2019 0:00;1:00;5', '31/01/2019 0:00;2:00;6');
  expect(clockOf(record(utilityFormat, text))).toEqual(['2019-01-31 01:00', '2019-01-31 02:00']);
});

test('hours may be numbers', () => {
  const text = lines('date,hour,load', '2020-01-01,23,5', '2020-01-01,24,6');
  const recording = record(utilityFormat, text);
  expect(clockOf(recording)).toEqual(['2020-01-01 23:00', '2020-01-02 00:00']);
  expect(recording.label).toEqual({ kind: 'end' });
  expect(record(utilityFormat, text.replace(',24,', ',22,').replace(',23,', ',0,')).label).toEqual({
    kind: 'unstated',
  });
});

test('intervals begin at their first stamp; units may stand in a list of columns', () => {
  const text = lines(
    '# Latitude (positive North, ISO 19115): 55.5',
    '# Longitude (positive East, ISO 19115): 12.5',
    '# Altitude (m): 39.00',
    '# Time reference: Universal time (UT)',
    '# Columns:',
    '# 1. Observation period (ISO 8601)',
    '# 2. Clear sky GHI. Clear sky global irradiation on horizontal plane at ground level (Wh/m2)',
    '# 3. GHI. Global irradiation on horizontal plane at ground level (Wh/m2)',
    '# Observation period;Clear sky GHI;GHI;Reliability',
    '2020-06-01T12:00:00.0/2020-06-01T12:15:00.0;14.5;13.5;1.0',
    '2020-06-01T12:15:00.0/2020-06-01T12:30:00.0;14.25;nan;1.0',
  );
  const recording = record(utilityFormat, text);
  expect(recording).toMatchObject({
    zone: { kind: 'offset', minutes: 0 },
    label: { kind: 'start' },
    stepMinutes: 15,
    site: { latitudeDeg: 55.5, longitudeDeg: 12.5, elevationM: 39 },
  });
  expect(headsOf(recording)).toEqual([
    { name: 'Clear sky GHI', quantity: 'other', unit: 'Wh/m²' },
    { name: 'GHI', quantity: 'irradiance', unit: 'Wh/m²', irradiance: 'global' },
    { name: 'Reliability', quantity: 'other', unit: undefined },
  ]);
  const long = text.replace('/2020-06-01T12:15', '/2020-06-01T12:30');
  expect(faultsOf(utilityFormat, long)).toEqual([expect.stringContaining('profile.bad-stamp 10:1 Observation period')]);
});

test('stamps with Z or an offset are brought to UTC', () => {
  const text = lines(
    't,v',
    '2020-10-25T02:30:00+02:00,1',
    '2020-10-25T02:30:00+01:00,2',
    '2020-10-25T03:30:00+01:00,3',
  );
  const recording = record(utilityFormat, text);
  expect(recording.zone).toEqual({ kind: 'offset', minutes: 0 });
  expect(clockOf(recording)).toEqual(['2020-10-25 00:30', '2020-10-25 01:30', '2020-10-25 02:30']);
  expect(faultsOf(utilityFormat, text.replace('03:30:00+01:00', '03:30:00'))).toEqual([
    expect.stringContaining('profile.bad-stamp 4:1 t'),
  ]);
});

test.each([
  ['Time (UTC)', { kind: 'offset', minutes: 0 }, { kind: 'unstated' }],
  ['utc_time', { kind: 'offset', minutes: 0 }, { kind: 'unstated' }],
  ['Time [GMT+1]', { kind: 'offset', minutes: 60 }, { kind: 'unstated' }],
  ['Date (Africa/Casablanca)', { kind: 'civil', name: 'Africa/Casablanca' }, { kind: 'unstated' }],
  ['Period ending (LST)', { kind: 'unstated' }, { kind: 'end' }],
  ['Interval start', { kind: 'unstated' }, { kind: 'start' }],
] as const)('stamps under "%s" tell their zone and label by it', (name, zone, label) => {
  const recording = record(utilityFormat, lines(`${name};v`, '2020-01-01 00:00;1', '2020-01-01 01:00;2'));
  expect(recording).toMatchObject({ zone, label });
});

test('of two columns of stamps the one in UTC is read, or the start before an end, and others are a question', () => {
  const text = (...names: readonly string[]) =>
    lines(`${names.join(';')};v`, '2020-01-01 00:00;2020-01-01 01:00;1', '2020-01-01 01:00;2020-01-01 02:00;2');
  expect(clockOf(record(utilityFormat, text('local', 'time (GMT)')))[0]).toBe('2020-01-01 01:00');
  expect(record(utilityFormat, text('local', 'time (GMT)')).zone).toEqual({ kind: 'offset', minutes: 0 });
  const both = record(utilityFormat, text('Start', 'End'));
  expect(clockOf(both)[0]).toBe('2020-01-01 00:00');
  expect(both.label).toEqual({ kind: 'start' });
  expect(faultsOf(utilityFormat, text('sent', 'received'))[0]).toContain(
    'several columns hold stamps: "sent", "received"',
  );
});

test('dates without a time of day, one row alone, and text are no table of hours', () => {
  expect(faultsOf(utilityFormat, lines('date;v', '2020-01-01;1', '2020-01-02;2'))[0]).toContain('no one time of day');
  expect(faultsOf(utilityFormat, lines('t;v', '2020-01-01 00:00;1'))[0]).toContain('profile.wrong-length');
  expect(utilityFormat.recognises(openingOf('a;b;c\n1;2;3\n'))).toBe(false);
  expect(utilityFormat.recognises(openingOf(''))).toBe(false);
});
