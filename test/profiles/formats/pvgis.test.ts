import { describe, expect, test } from 'vitest';
import { pvgisHourlyFormat } from '../../../src/profiles/formats/pvgis/hourly.ts';
import { pvgisTmyFormat } from '../../../src/profiles/formats/pvgis/tmy.ts';
import { column, reading, recognises, recorded, refusal, stampsOf, valuesOf } from './reading.ts';

const hourly = [
  'Latitude (decimal degrees):\t33.370',
  'Longitude (decimal degrees):\t-7.580',
  'Elevation (m):\t204',
  'Radiation database:\tPVGIS-SARAH3',
  '',
  '',
  'Slope: 31 deg. (optimum)',
  'Azimuth: -5 deg. ',
  'Nominal power of the PV system (c-Si) (kWp):\t2.5',
  'System losses (%):\t14.0',
  'time,P,G(i),H_sun,T2m,WS10m,Int',
  '20200101:0010,0.0,-0.0,0.0,9.31,2.07,0.0',
  '20200101:0110,510.5,245.5,11.2,9.55,2.21,1.0',
  '20200101:0210,1021.0,491.0,21.4,9.90,2.41,1.0',
  '',
  'P: PV system power (W)',
  'G(i): Global irradiance on the inclined plane (plane of the array) (W/m2)',
  'Int: 1 means solar radiation values are reconstructed',
  '',
  '',
  '',
  'PVGIS (c) European Union, 2001-2024',
];
const text = (lines: readonly string[]) => lines.join('\n');
const changed = (change: (lines: string[]) => void, lines = hourly) => {
  const copy = [...lines];
  change(copy);
  return text(copy);
};

describe('hourly series of PVGIS', () => {
  const recording = recorded(pvgisHourlyFormat, text(hourly));

  test('are UTC samples at the minute of the satellite, which stand for their hour', () => {
    expect(recording).toMatchObject({
      zone: { kind: 'offset', minutes: 0 },
      label: { kind: 'sample', minutesIntoHour: 10 },
      stepMinutes: 60,
      isTypicalYear: false,
      synthetic: false,
    });
    expect(stampsOf(recording)).toEqual(['2020-01-01T00:10', '2020-01-01T01:10', '2020-01-01T02:10']);
    expect([...(recording.lines as Float64Array)]).toEqual([12, 13, 14]);
    expect(recording.why).toBe('line 11 is the header "time,P,G(i),H_sun,T2m,WS10m,Int" of hourly PVGIS series');
    const era5 = text(hourly).replaceAll(/:(0\d)10,/g, ':$130,');
    expect(recorded(pvgisHourlyFormat, era5).label).toEqual({ kind: 'sample', minutesIntoHour: 30 });
  });

  test('give power in W for the nominal power of the head', () => {
    expect(column(recording, 'P')).toMatchObject({ quantity: 'power', unit: 'W', capacityKW: 2.5 });
    expect(valuesOf(recording, 'P')).toEqual([0, 510.5, 1021]);
    expect(column(recording, 'G(i)')).toMatchObject({ quantity: 'irradiance', irradiance: 'plane', unit: 'W/m²' });
    expect(Object.is(valuesOf(recording, 'G(i)')[0], 0)).toBe(true);
    expect(column(recording, 'WS10m')).toMatchObject({ quantity: 'windSpeed', unit: 'm/s', heightM: 10 });
    expect(column(recording, 'T2m')).toMatchObject({ quantity: 'temperature', unit: '°C', heightM: 2 });
  });

  test('turn azimuths from south, west positive, to clockwise from north', () => {
    expect(recording.site).toEqual({ latitudeDeg: 33.37, longitudeDeg: -7.58, elevationM: 204 });
    expect(recording.plane).toEqual({ tiltDeg: 31, azimuthDeg: 175 });
    const facing = (azimuth: string) =>
      recorded(pvgisHourlyFormat, text(hourly).replace('-5 deg. ', `${azimuth} deg.`)).plane?.azimuthDeg;
    expect([facing('0'), facing('90'), facing('-90'), facing('180'), facing('-180')]).toEqual([180, 270, 90, 0, 0]);
    expect(
      recorded(pvgisHourlyFormat, text(hourly).replace('31 deg. (optimum)', 'two-axis tracking')).plane,
    ).toBeUndefined();
  });

  test('count the rows that were reconstructed, and say that losses are in', () => {
    expect(recording.warnings).toEqual([
      {
        code: 'reconstructed-values',
        message: 'the irradiance of 2 of 3 rows was reconstructed by PVGIS, not observed (Int = 1)',
        line: 13,
      },
      { code: 'losses-included', message: 'P already includes system losses of 14.0 %', line: 10 },
    ]);
  });

  test('read the same after a spreadsheet has quoted or padded the head, or taken each line for one cell', () => {
    const quoted = changed((lines) =>
      lines.splice(0, 11, ...lines.slice(0, 11).map((l) => (l.includes('\t') ? `"${l}"` : l))),
    );
    const padded = text(hourly.map((line, at) => (at < 10 || at > 13 ? `${line},,,,,,` : line)));
    const oneCell = text(hourly.map((line) => (line.includes(',') ? `"${line}"` : line)));
    const semicolons = text(
      hourly.map((line) => line.replaceAll(',', ';').replaceAll('.', ',').replaceAll('deg,', 'deg.')),
    );
    for (const again of [quoted, padded, oneCell, semicolons]) {
      const { columns, site, plane, clockMinutes } = recorded(pvgisHourlyFormat, again);
      expect({ columns, site, plane, clockMinutes }).toEqual({
        columns: recording.columns,
        site: recording.site,
        plane: recording.plane,
        clockMinutes: recording.clockMinutes,
      });
    }
  });

  test('read without power, with three parts of irradiance, and without any head', () => {
    const lines = [
      'time(UTC),Gb(i),Gd(i),Gr(i),H_sun,T2m,WS10m,Int',
      '20160101:0010,1.5,0.5,0.25,0.0,3.44,1.43,0.0',
      '',
    ];
    const parts = recorded(pvgisHourlyFormat, text(lines));
    expect(parts.columns.slice(0, 3).map(({ irradiance }) => irradiance)).toEqual([
      'beamPlane',
      'diffusePlane',
      'reflectedPlane',
    ]);
    expect([parts.site, parts.plane]).toEqual([undefined, undefined]);
  });

  test('leave a 29 February that someone took out to the calendar', () => {
    const days = ['20160228:2310', '20160301:0010'].map((stamp) => `${stamp},0,0,0,0,0,0`);
    const { recording: year, faults } = reading(
      pvgisHourlyFormat,
      changed((lines) => lines.splice(11, 3, ...days)),
    );
    expect(faults).toEqual([]);
    expect(stampsOf(year)).toEqual(['2016-02-28T23:10', '2016-03-01T00:10']);
  });

  test('name each fault with its line', () => {
    const broken = changed((lines) => {
      lines[8] = 'Nominal power of the PV system (c-Si) (kWp):\t0';
      lines[11] = '20200101:0030,0,0,0,0,0,0';
      lines[13] = '20200230:0030,0,0,0,x,0,0';
    });
    expect(reading(pvgisHourlyFormat, broken).faults).toEqual([
      { code: 'profile.bad-stamp', where: 'time', line: 14, column: 1, problem: '"20200230:0030" is no YYYYMMDD:HHMM' },
      { code: 'profile.bad-number', where: 'T2m', line: 14, column: 5, problem: '"x" is not a number' },
      {
        code: 'profile.bad-header',
        where: 'Nominal power of the PV system',
        line: 9,
        column: undefined,
        problem: '0 kWp',
      },
      {
        code: 'profile.bad-stamp',
        where: 'time',
        line: 13,
        column: 1,
        problem: 'minute 10 where the rows before have minute 30',
      },
    ]);
  });

  test('are refused without rows, and doubted where the last row has no end', () => {
    expect(refusal(pvgisHourlyFormat, text(hourly.slice(0, 11)))).toMatchObject([
      { code: 'profile.wrong-length', line: 11 },
    ]);
    const cut = recorded(pvgisHourlyFormat, text(hourly.slice(0, 14)));
    expect(cut.warnings.at(-1)).toMatchObject({ code: 'no-line-end', line: 14 });
  });
});

const typical = [
  'Latitude (decimal degrees): 33.370',
  'Longitude (decimal degrees): -7.580',
  'Elevation (m): 204.0',
  'Irradiance Time Offset (h): 0.25',
  'month,year',
  '1,2018',
  '2,2007',
  'time(UTC),T2m,RH,G(h),Gb(n),Gd(h),IR(h),WS10m,WD10m,SP',
  '20180131:2300,9.04,94.38,0.0,-0.0,0.0,283.58,0.75,257.0,99870.0',
  '20070201:0000,9.10,94.00,0.0,1.0,2.0,283.00,0.80,250.0,99860.0',
  '',
  'T2m: 2-m air temperature (degree Celsius)',
  '',
  'PVGIS (c) European Union, 2001-2025',
];

describe('typical years of PVGIS', () => {
  test('keep the years of their months and say when the irradiance was seen', () => {
    const recording = recorded(pvgisTmyFormat, text(typical));
    expect(recording).toMatchObject({
      zone: { kind: 'offset', minutes: 0 },
      label: { kind: 'sample', minutesIntoHour: 15 },
      stepMinutes: 60,
      isTypicalYear: true,
      site: { latitudeDeg: 33.37, longitudeDeg: -7.58, elevationM: 204 },
      warnings: [],
    });
    expect(stampsOf(recording)).toEqual(['2018-01-31T23:00', '2007-02-01T00:00']);
    expect(Object.is(valuesOf(recording, 'Gb(n)')[0], 0)).toBe(true);
    expect(recording.columns.map(({ name, irradiance }) => [name, irradiance]).filter(([, kind]) => kind)).toEqual([
      ['G(h)', 'global'],
      ['Gb(n)', 'beamNormal'],
      ['Gd(h)', 'diffuse'],
    ]);
    expect(column(recording, 'IR(h)').quantity).toBe('other');
  });

  test('of older versions do not state the offset, which is a warning; a wrong one is a fault', () => {
    const older = recorded(pvgisTmyFormat, text(typical.filter((line) => !line.startsWith('Irradiance'))));
    expect(older.label).toEqual({ kind: 'sample', minutesIntoHour: 0 });
    expect(older.warnings).toMatchObject([{ code: 'irradiance-offset-unstated', line: 7 }]);
    const wrong = reading(pvgisTmyFormat, text(typical).replace('0.25', '10.5'));
    expect(wrong.faults).toMatchObject([{ code: 'profile.bad-header', line: 4, problem: '10.5' }]);
  });
});

test('hourly series and typical years are told apart by their columns', () => {
  const files = [text(hourly), text(typical), 'time,local_time,electricity\n', 'time,temperature_2m (°C)\n'];
  expect(files.map((file) => recognises(pvgisHourlyFormat, file))).toEqual([true, false, false, false]);
  expect(files.map((file) => recognises(pvgisTmyFormat, file))).toEqual([false, true, false, false]);
});
