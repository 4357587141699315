import { expect, test } from 'vitest';
import { columnHead } from '../../../../src/profiles/formats/utility/units.ts';
import { utilityFormat } from '../../../../src/profiles/formats/utility/utility.ts';
import { clockOf, faultsOf, headsOf, record, valuesOf } from '../recognised.ts';

const lines = (...rows: readonly string[]) => [...rows, ''].join('\n');

test('a French export with semicolons and decimal commas is read, and says neither zone nor label', () => {
  const text = lines('Horodatage;Puissance (kW);Vent [m/s]', '31/01/2015 00:00;0,42;7', '31/01/2015 01:00;1,5;7,25');
  const recording = record(utilityFormat, text);
  expect(recording).toMatchObject({
    zone: { kind: 'unstated' },
    label: { kind: 'unstated' },
    stepMinutes: 60,
    isTypicalYear: false,
    synthetic: false,
    warnings: [],
  });
  expect(headsOf(recording)).toEqual([
    { name: 'Puissance', quantity: 'power', unit: 'kW' },
    { name: 'Vent', quantity: 'windSpeed', unit: 'm/s' },
  ]);
  expect(clockOf(recording)).toEqual(['2015-01-31 00:00', '2015-01-31 01:00']);
  expect(valuesOf(recording, 'Puissance')).toEqual([0.42, 1.5]);
  expect(Array.from(recording.lines)).toEqual([2, 3]);
});

test('tabs and commas part cells too', () => {
  for (const delimiter of ['\t', ',']) {
    const text = lines('time;load', '2015-01-31 00:00;0.42', '2015-01-31 00:30;1.5').replaceAll(';', delimiter);
    expect(valuesOf(record(utilityFormat, text), 'load')).toEqual([0.42, 1.5]);
  }
});

test('thousands may be parted by the other sign, by spaces or by apostrophes', () => {
  const read = (...cells: readonly string[]) =>
    valuesOf(record(utilityFormat, lines('t;v', ...cells.map((cell, hour) => `2020-01-01 0${hour}:00;${cell}`))), 'v');
  expect(read('1,092.97', '500', '1,234')).toEqual([1092.97, 500, 1234]);
  expect(read('1.092,97', '500', '1.234')).toEqual([1092.97, 500, 1234]);
  expect(read('1 092,5', '12 345', '1')).toEqual([1092.5, 12345, 1]);
  expect(read("1'092.5", "12'345", '1')).toEqual([1092.5, 12345, 1]);
  expect(read('1,234,567', '2')).toEqual([1_234_567, 2]);
  expect(read('0,123', '1,092')).toEqual([0.123, 1.092]);
});

test('three digits behind the only sign leave its meaning open, and the question names its answers', () => {
  const text = lines('t;v', '2020-01-01 00:00;1,092', '2020-01-01 01:00;2,500');
  const [fault] = faultsOf(utilityFormat, text);
  expect(fault).toContain('profile.bad-number 2:2 file: "1,092" may be');
  expect(fault).toContain('--decimal point|comma');
  expect(valuesOf(record(utilityFormat, text, { decimal: 'comma' }), 'v')).toEqual([1.092, 2.5]);
  expect(valuesOf(record(utilityFormat, text, { decimal: 'point' }), 'v')).toEqual([1092, 2500]);
});

test('a number in the other notation is a fault with its line and column', () => {
  const text = lines('t;a;b', '2020-01-01 00:00;0,5;0,25', '2020-01-01 01:00;1;0.75');
  expect(faultsOf(utilityFormat, text)).toEqual([expect.stringContaining('profile.bad-number 3:3 b: "0.75"')]);
});

test('without a header columns are called by their number', () => {
  const text = lines(
    '01/01/2019 0:00;31;24:00:00;146',
    '13/01/2019 1:00;1;1:00;1,092.97',
    '13/01/2019 2:00;1;2:00;954',
  );
  const recording = record(utilityFormat, text);
  expect(recording.columns.map(({ name, unit }) => [name, unit])).toEqual([
    ['column-2', undefined],
    ['column-4', undefined],
  ]);
  expect(valuesOf(recording, 'column-4')).toEqual([146, 1092.97, 954]);
  // Hours 1:00 to 24:00 beside stamps from 0:00 on count hours by their ends.
  expect(recording.label).toEqual({ kind: 'end' });
  expect(Array.from(recording.lines)).toEqual([1, 2, 3]);
});

test('a header may be a comment, its names may hold commas, and comments name the zone', () => {
  const text = lines(
    '# This file was exported by Greenbyte at 2022-01-27 10:33:05.',
    '#',
    '# Time zone: UTC',
    '# Data that is missing, or is erroneous, has been marked with the value "NaN"',
    '# Date and time,Wind speed (m/s),"Wind speed, Standard deviation (m/s)",Power (kW),Nacelle position (°)',
    '2016-01-03 00:00:00,NaN,NaN,NaN,NaN',
    '2016-01-03 00:10:00,7.5,0.5,820.5,181',
    '2016-01-03 00:20:00,8,0.75,-2.5,182',
  );
  const recording = record(utilityFormat, text);
  expect(recording).toMatchObject({
    zone: { kind: 'offset', minutes: 0 },
    label: { kind: 'unstated' },
    stepMinutes: 10,
  });
  expect(headsOf(recording)).toEqual([
    { name: 'Wind speed', quantity: 'windSpeed', unit: 'm/s' },
    { name: 'Wind speed, Standard deviation', quantity: 'other', unit: 'm/s' },
    { name: 'Power', quantity: 'power', unit: 'kW' },
    { name: 'Nacelle position', quantity: 'windDirection', unit: '°' },
  ]);
  expect(valuesOf(recording, 'Power')).toEqual([Number.NaN, 820.5, -2.5]);
});

const enedis = lines(
  'Identifiant PRM;Date de début;Date de fin;Grandeur physique;Unité;Horodate;Valeur;Nature;Pas;Indice de vraisemblance',
  '09111111111111;13/03/2023;14/03/2023;PA;W;2023-03-13 00:30:00;692;B;PT30M;0',
  '09111111111111;13/03/2023;14/03/2023;PA;W;2023-03-13 01:00:00;700;B;PT30M;0',
);

test('the unit of values may stand in a column of its own, and columns of words are named as not read', () => {
  const recording = record(utilityFormat, enedis);
  expect(recording.stepMinutes).toBe(30);
  expect(clockOf(recording)[0]).toBe('2023-03-13 00:30');
  expect(headsOf(recording)[1]).toEqual({ name: 'Valeur', quantity: 'power', unit: 'W' });
  expect(recording.warnings).toEqual([
    {
      code: 'columns-skipped',
      message:
        'columns without numbers were not read: Date de début, Date de fin, Grandeur physique, Unité, Nature, Pas',
    },
  ]);
  expect(faultsOf(utilityFormat, enedis.replace(';W;2023-03-13 01', ';VAR;2023-03-13 01'))).toEqual([
    expect.stringContaining('profile.wrong-unit 3:5 Unité: "VAR" after "W"'),
  ]);
});

test('ND is missing in exports of éCO2mix, whose date and hour stand apart', () => {
  const text = lines(
    'Périmètre;Nature;Date;Heures;Consommation',
    'Grand Est;Def;31/01/2014;12:00;5500.5',
    'Grand Est;Def;31/01/2014;12:30;ND',
  );
  expect(valuesOf(record(utilityFormat, text), 'Consommation')).toEqual([5500.5, Number.NaN]);
});

test('a row of units below the names is understood', () => {
  const text = lines('time;P;v', ';kW;m/s', '2020-01-01 00:00;5;6', '2020-01-01 01:00;5;6');
  expect(headsOf(record(utilityFormat, text))).toEqual([
    { name: 'P', quantity: 'power', unit: 'kW' },
    { name: 'v', quantity: 'windSpeed', unit: 'm/s' },
  ]);
});

test('lines that ended with CR CR LF, and so still end with CR, are read', () => {
  const text = 't;v\r\n2020-01-01 00:00;4\r\n2020-01-01 01:00;5\r\n';
  expect(valuesOf(record(utilityFormat, text), 'v')).toEqual([4, 5]);
});

test('a comment that happens to hold commas is no header', () => {
  const text = lines('# made by hand, checked, sent', '2020-01-01 00:00,4.5', '2020-01-01 01:00,5');
  expect(valuesOf(record(utilityFormat, text), 'column-2')).toEqual([4.5, 5]);
});

test('between commas a point is the decimal sign', () => {
  const text = lines('t,v', '2020-01-01 00:00,1.092', '2020-01-01 01:00,2.500');
  expect(valuesOf(record(utilityFormat, text), 'v')).toEqual([1.092, 2.5]);
});

test('-999 is taken for missing and told, and empty cells behind the table are padding', () => {
  const recording = record(utilityFormat, lines('t;v;;', '2020-01-01 00:00;-999;;', '2020-01-01 01:00;5;;'));
  expect(valuesOf(recording, 'v')).toEqual([Number.NaN, 5]);
  expect(recording.warnings[0]).toMatchObject({ code: 'missing-codes' });
});

test('capacity factors in % and heights of wind speeds are read from the header', () => {
  const text = lines('t;Capacity factor (%);Wind speed 80 m (km/h)', '2020-01-01 00:00;50;6', '2020-01-01 01:00;50;6');
  expect(headsOf(record(utilityFormat, text))).toEqual([
    { name: 'Capacity factor', quantity: 'capacityFactor', unit: '%' },
    { name: 'Wind speed 80 m', quantity: 'windSpeed', unit: 'km/h', heightM: 80 },
  ]);
});

const plain = lines('time;P [kW];note', '2020-01-01 00:00;5;ok', '2020-01-01 01:00;6;ok', '2020-01-01 02:00;7;ok');

test.each([
  [';6;', ';=1+1;', 'profile.bad-number 3:2 P: "=1+1"'],
  [';6;ok', ';6;=1+1', 'profile.bad-number 3:3 note: "=1+1" is a formula'],
  [';5;', ';=1+1;', 'profile.bad-number 2:2 P: "=1+1"'],
  [';6;', ';six;', 'profile.bad-number 3:2 P: "six"'],
  ['01:00;', '25:00;', 'profile.bad-stamp 3:1 time: "2020-01-01 25:00"'],
  ['2020-01-01 01:00', '=1+1', 'profile.bad-stamp 3:1 time: "=1+1"'],
  [';6;ok', ';6', 'profile.bad-row 3 row: 2 cells, but the header has 3'],
  ['2020-01-01 01:00;6;ok\n', '2020-01-01 01:00;6;ok\n\ntime;E [kWh];note\n', 'profile.bad-row 5 row:'],
])('a table with %j made into %j is refused', (from, to, fault) => {
  expect(plain).toContain(from);
  const faults = faultsOf(utilityFormat, plain.replace(from, to));
  expect(faults.length).toBeGreaterThan(0);
  expect(faults[0]).toContain(fault);
});

test('a first row that cannot be read is not lost as a header', () => {
  const text = plain.replace('time;P [kW];note\n', '').replace('2020-01-01 00:00', '=1+1');
  expect(faultsOf(utilityFormat, text)[0]).toContain('profile.bad-header 1:1 header: "=1+1" is no name');
});

test('decimal commas between commas are a fault of every row below a header, and a question without one', () => {
  const text = lines('t,v', '2020-01-01 00:00,0,42', '2020-01-01 01:00,0,43');
  expect(faultsOf(utilityFormat, text)[0]).toContain('profile.bad-row 2 row: 3 cells, but the header has 2');
  const bare = text.replace('t,v\n', '');
  expect(faultsOf(utilityFormat, bare)[0]).toContain('--decimal point|comma');
  expect(valuesOf(record(utilityFormat, bare, { decimal: 'point' }), 'column-3')).toEqual([42, 43]);
});

test('a column that is called by nothing but its unit is in that unit; a single letter may be a name', () => {
  const named = ['MW', 'kWh', '°C', 'K', 'A'].map((header) => columnHead(header));
  expect(named.map(({ unit, quantity }) => [unit, quantity])).toEqual([
    ['MW', 'power'],
    ['kWh', 'energy'],
    ['°C', 'temperature'],
    [undefined, 'other'],
    [undefined, 'other'],
  ]);
});
