import { expect, test } from 'vitest';
import { openMeteoFormat } from '../../../src/profiles/formats/open-meteo/open-meteo.ts';
import { clockOf, faultsOf, headsOf, record, valuesOf } from './recognised.ts';

const metadata = [
  'latitude,longitude,elevation,utc_offset_seconds,timezone,timezone_abbreviation',
  '33.5,-7.5,27.0,3600,Africa/Casablanca,GMT+1',
  '',
];
const hourly = [
  'time,temperature_2m (°C),wind_speed_100m (km/h),wind_direction_100m (°),surface_pressure (hPa)',
  '2026-03-01T00:00,13.5,8.6,270,1013.2',
  '2026-03-01T01:00,NaN,9.2,280,1013',
  '2026-03-01T02:00,-0.5,0,0,1012.75',
];
const solar = [
  'time,shortwave_radiation (W/m²),direct_radiation (W/m²),diffuse_radiation (W/m²),direct_normal_irradiance (W/m²),global_tilted_irradiance (W/m²)',
  '2026-03-01T08:00,120,80,40,300,150.5',
  '2026-03-01T09:00,320,260,60,600,410',
];
const daily = ['time,temperature_2m_max (°C)', '2026-03-01,15.5', '2026-03-02,16'];
const file = (...sections: readonly (readonly string[])[]) =>
  `${[...metadata, ...sections.flatMap((section) => [...section, '']).slice(0, -1)].join('\n')}\n`;

test('wind and temperature are samples at the stamp, on a clock of constant offset, wind in km/h', () => {
  const recording = record(openMeteoFormat, file(hourly));
  expect(recording).toMatchObject({
    zone: { kind: 'offset', minutes: 60 },
    label: { kind: 'sample', minutesIntoHour: 0 },
    stepMinutes: 60,
    site: { latitudeDeg: 33.5, longitudeDeg: -7.5, elevationM: 27 },
    warnings: [],
  });
  expect(headsOf(recording)).toEqual([
    { name: 'temperature_2m', quantity: 'temperature', unit: '°C', heightM: 2 },
    { name: 'wind_speed_100m', quantity: 'windSpeed', unit: 'km/h', heightM: 100 },
    { name: 'wind_direction_100m', quantity: 'windDirection', unit: '°', heightM: 100 },
    { name: 'surface_pressure', quantity: 'pressure', unit: 'hPa' },
  ]);
  expect(clockOf(recording)).toEqual(['2026-03-01 00:00', '2026-03-01 01:00', '2026-03-01 02:00']);
  expect(valuesOf(recording, 'temperature_2m')).toEqual([13.5, Number.NaN, -0.5]);
});

test.each(['m/s', 'mp/h', 'kn'])('wind asked for in %s is in that unit, also under the older names', (unit) => {
  const text = file(hourly).replace('wind_speed_100m (km/h)', `windspeed_10m (${unit})`);
  expect(headsOf(record(openMeteoFormat, text))[1]).toMatchObject({ name: 'windspeed_10m', unit, heightM: 10 });
});

test('radiation is the mean of the hour that ends at the stamp', () => {
  const recording = record(openMeteoFormat, file(solar));
  expect(recording).toMatchObject({ label: { kind: 'end' }, warnings: [] });
  expect(recording.columns.map(({ irradiance }) => irradiance)).toEqual([
    'global',
    undefined,
    'diffuse',
    'beamNormal',
    'plane',
  ]);
  expect(recording.columns.every(({ quantity, unit }) => quantity === 'irradiance' && unit === 'W/m²')).toBe(true);
});

test('radiation beside samples is of the time before its stamp, they are at theirs, and this is told', () => {
  const mixed = [
    'time,shortwave_radiation (W/m²),temperature_2m (°C)',
    '2026-03-01T08:00,120,14',
    '2026-03-01T09:00,1,15',
  ];
  const recording = record(openMeteoFormat, file(mixed));
  expect(recording.label).toEqual({ kind: 'sample', minutesIntoHour: 0 });
  expect(recording.columns.map(({ label }) => label)).toEqual([{ kind: 'end' }, undefined]);
  expect(recording.warnings[0]).toMatchObject({ code: 'means-among-samples' });
  expect(recording.warnings[0]?.message).toContain('shortwave_radiation is a mean of the time before each stamp');
});

test('instantaneous radiation is a sample', () => {
  const text = file(['time,shortwave_radiation_instant (W/m²)', '2026-03-01T08:00,120', '2026-03-01T09:00,150']);
  expect(record(openMeteoFormat, text).label).toEqual({ kind: 'sample', minutesIntoHour: 0 });
});

test('of several sections the hours are read, and the others are named', () => {
  const current = ['time,temperature_2m (°C)', '2026-03-01'];
  const recording = record(openMeteoFormat, file(current, hourly, daily));
  expect(recording.clockMinutes).toHaveLength(3);
  expect(Array.from(recording.lines)).toEqual([8, 9, 10]);
  expect(recording.warnings.map(({ code, line }) => [code, line])).toEqual([
    ['section-skipped', 4],
    ['section-skipped', 12],
  ]);
});

test('unix time is UTC whatever the offset of the file', () => {
  // 1772323200 s is 2026-03-01T00:00Z.
  const unix = ['time,temperature_2m (°C)', '1772323200,13', '1772326800,14', '1772330400,15'];
  const recording = record(openMeteoFormat, file(unix));
  expect(recording.zone).toEqual({ kind: 'offset', minutes: 0 });
  expect(clockOf(recording)).toEqual(['2026-03-01 00:00', '2026-03-01 01:00', '2026-03-01 02:00']);
});

test('quarter hours have their own step', () => {
  const quarters = ['time,temperature_2m (°C)', '2026-03-01T00:00,13', '2026-03-01T00:15,13', '2026-03-01T00:30,13'];
  expect(record(openMeteoFormat, file(quarters)).stepMinutes).toBe(15);
});

test('several locations are refused with how to ask for one', () => {
  const several = [
    'location_id,latitude,longitude,elevation,utc_offset_seconds,timezone,timezone_abbreviation',
    '0,33,-7,1,0,GMT,GMT',
    '1,34,-7,1,0,GMT,GMT',
    '',
    'location_id,time,temperature_2m (°C)',
    '0,2026-03-01T00:00,1',
    '',
  ].join('\n');
  const [fault] = faultsOf(openMeteoFormat, several);
  expect(fault).toContain('profile.bad-header 3 location: several locations in one file → one location');
  expect(fault).toContain('latitude= and longitude=');
  const numbered = several.replace('1,34,-7,1,0,GMT,GMT\n', '');
  expect(faultsOf(openMeteoFormat, numbered)).toEqual([fault]);
  const unnumbered = file(hourly).replace('\n\n', '\n34,-7,1,0,GMT,GMT\n\n');
  expect(faultsOf(openMeteoFormat, unnumbered)).toEqual([fault]);
});

test('hours and quarters in one file are a choice, and days alone are no profile', () => {
  const quarters = ['time,temperature_2m (°C)', '2026-03-01T00:00,13', '2026-03-01T00:15,13'];
  expect(faultsOf(openMeteoFormat, file(quarters, hourly))[0]).toContain('one of hourly= and minutely_15=');
  expect(faultsOf(openMeteoFormat, file(daily))[0]).toContain('no section with hours');
});

test.each([
  [',3600,', ',soon,', 'profile.bad-header 2 utc_offset_seconds'],
  ['2026-03-01T02:00', '2026-02-29T02:00', 'profile.bad-stamp 7:1 time: "2026-02-29T02:00"'],
  [',9.2,', ',"9,2",', 'profile.bad-number 6:3 wind_speed_100m (km/h): "9,2" is written with a decimal comma'],
  [',9.2,', ',=1+1,', 'profile.bad-number 6:3'],
])('a file with %s made into %s is refused', (from, to, fault) => {
  const faults = faultsOf(openMeteoFormat, file(hourly).replace(from, to));
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(fault);
});
