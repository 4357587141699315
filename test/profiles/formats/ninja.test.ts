import { expect, test } from 'vitest';
import { ninjaCountryFormat } from '../../../src/profiles/formats/ninja/country.ts';
import { ninjaPointFormat } from '../../../src/profiles/formats/ninja/point.ts';
import { clockOf, faultsOf, headsOf, openingOf, record, valuesOf } from './recognised.ts';

const title = '# Renewables.ninja Solar photovoltaic power (PV) (Point API) - 34.5, -4.5 - Version: 1.1';
const units = '# Units: time in UTC, local_time in Africa/Casablanca, electricity in kW, temperature in ºC';
const pvJson =
  '{"units": {"time": "UTC", "electricity": "kW", "irradiance_direct": "unknown", "irradiance_diffuse": "unknown", ' +
  '"temperature": "\\u00baC"}, "params": {"lat": "34.5", "lon": "-4.5", "capacity": "2.5", "tracking": "0", ' +
  '"tilt": "35", "azim": "180"}}';
const quoted = (text: string) => `"# ${text.replaceAll('"', '""')}"`;
const pvHeader = 'time,local_time,electricity,irradiance_direct,irradiance_diffuse,temperature';
const pvRows = [
  '2019-06-09 00:00,2019-06-09 00:00,0,0,0,18.5',
  '2019-06-09 01:00,2019-06-09 01:00,0.5,0.1,0.05,18.25',
  '2019-06-09 02:00,2019-06-09 03:00,1.25,0.6,0.1,-1',
];
const pv = [title, units, quoted(pvJson), pvHeader, ...pvRows, ''].join('\n');

test('a point file of PV is in kW for its capacity, on the plane of its modules, in UTC', () => {
  const recording = record(ninjaPointFormat, pv);
  expect(recording).toMatchObject({
    zone: { kind: 'offset', minutes: 0 },
    label: { kind: 'start' },
    stepMinutes: 60,
    isTypicalYear: false,
    synthetic: false,
    site: { latitudeDeg: 34.5, longitudeDeg: -4.5 },
    plane: { tiltDeg: 35, azimuthDeg: 180 },
    warnings: [],
  });
  expect(headsOf(recording)).toEqual([
    { name: 'electricity', quantity: 'power', unit: 'kW', capacityKW: 2.5 },
    { name: 'irradiance_direct', quantity: 'irradiance', unit: 'kW/m²', irradiance: 'beamPlane' },
    { name: 'irradiance_diffuse', quantity: 'irradiance', unit: 'kW/m²', irradiance: 'diffusePlane' },
    { name: 'temperature', quantity: 'temperature', unit: '°C' },
  ]);
  expect(valuesOf(recording, 'electricity')).toEqual([0, 0.5, 1.25]);
  expect(Array.from(recording.lines)).toEqual([5, 6, 7]);
});

test('the local time of a point file, which skips 02:00 here, plays no part', () => {
  expect(clockOf(record(ninjaPointFormat, pv))).toEqual(['2019-06-09 00:00', '2019-06-09 01:00', '2019-06-09 02:00']);
});

test('the third comment may be bare or quoted, and spreadsheets may pad all comments with commas', () => {
  const bare = pv.replace(quoted(pvJson), `# ${pvJson}`);
  const padded = [`"${title}",,,,,`, `"${units}",,,,,`, `${quoted(pvJson)},,,,,`, pvHeader, ...pvRows, ''].join('\n');
  for (const text of [bare, padded]) {
    expect(headsOf(record(ninjaPointFormat, text))[0]).toMatchObject({ capacityKW: 2.5 });
  }
});

test('a point file of wind has its speeds at the height of the turbine', () => {
  const json = '{"units": {"electricity": "kW"}, "params": {"capacity": "3000", "height": "120"}}';
  const text = [title, units, `# ${json}`, 'time,electricity,wind_speed', '2019-01-01 00:00,2100,9.5', ''].join('\n');
  expect(headsOf(record(ninjaPointFormat, text))).toEqual([
    { name: 'electricity', quantity: 'power', unit: 'kW', capacityKW: 3000 },
    { name: 'wind_speed', quantity: 'windSpeed', unit: 'm/s', heightM: 120 },
  ]);
});

test('without the JSON comment nobody knows the capacity, and modules that track have no plane', () => {
  const without = record(ninjaPointFormat, pv.replace(`${quoted(pvJson)}\n`, ''));
  expect(headsOf(without)[0]).toEqual({ name: 'electricity', quantity: 'power', unit: 'kW' });
  expect(record(ninjaPointFormat, pv.replace('""tracking"": ""0""', '""tracking"": ""1""'))).not.toHaveProperty(
    'plane',
  );
});

test.each([
  ['""kW""', '""MW""', 'profile.wrong-unit 3 electricity: the comment says "MW" → kW'],
  ['""2.5""', '""0""', 'profile.bad-header 3 capacity: capacity "0" → a capacity above 0 kW'],
  ['""UTC""', '""Africa/Casablanca""', 'profile.bad-header 3 time: time in "Africa/Casablanca" → time in UTC'],
  ['""params"": {', '""params"": ', 'profile.bad-header 3 comment:'],
  ['2019-06-09 02:00,', '2019-06-09 02:60,', 'profile.bad-stamp 7:1 time: "2019-06-09 02:60"'],
  [',1.25,', ',=1+1,', 'profile.bad-number 7:3 electricity: "=1+1"'],
  [',1.25,0.6', ',1.25', 'profile.bad-row 7 row: 5 cells, but the header has 6'],
])('a point file with %s made into %s is refused', (from, to, fault) => {
  expect(pv).toContain(from);
  const faults = faultsOf(ninjaPointFormat, pv.replace(from, to));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});

const country = [
  '# Renewables.ninja Wind (country) - Version: 1.3',
  '# Units: time in UTC, other columns are capacity factors',
  'time,national,onshore,offshore',
  '1980-01-01 00:00:00,0.25,0.2,0.5',
  '1980-01-01 01:00:00,0.3,0.25,',
  '1980-01-01 02:00:00,0.35,0.25,1.25',
  '',
].join('\n');

test('a country file is capacity factors in UTC, an empty cell is missing, and one above 1 is told', () => {
  const recording = record(ninjaCountryFormat, country);
  expect(recording).toMatchObject({ zone: { kind: 'offset', minutes: 0 }, label: { kind: 'start' }, stepMinutes: 60 });
  expect(headsOf(recording)).toEqual(
    ['national', 'onshore', 'offshore'].map((name) => ({ name, quantity: 'capacityFactor', unit: '1' })),
  );
  expect(valuesOf(recording, 'offshore')).toEqual([0.5, Number.NaN, 1.25]);
  expect(recording.warnings).toEqual([
    {
      code: 'capacity-factor-above-one',
      message: expect.stringContaining('offshore: maximum 1.25: a capacity factor above 1; in 1 of 3 rows'),
      line: 6,
    },
  ]);
});

test('each of the two formats leaves the other alone, and country files of weather are none of fleets', () => {
  expect(ninjaPointFormat.recognises(openingOf(country))).toBe(false);
  expect(ninjaCountryFormat.recognises(openingOf(pv))).toBe(false);
  const weather = country.replace('national,onshore,offshore', 'precipitation,temperature,irradiance');
  expect(ninjaCountryFormat.recognises(openingOf(weather))).toBe(false);
  expect(ninjaCountryFormat.recognises(openingOf('time,MA,ES\n2019-01-01 00:00:00,0,0\n'))).toBe(false);
  expect(ninjaCountryFormat.recognises(openingOf(country.split('\n').slice(2).join('\n')))).toBe(true);
});
