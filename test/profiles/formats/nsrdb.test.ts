import { describe, expect, test } from 'vitest';
import { nsrdbFormat } from '../../../src/profiles/formats/nsrdb.ts';
import { column, reading, recognises, recorded, refusal, stampsOf, valuesOf } from './reading.ts';

const names =
  'Source,Location ID,City,State,Country,Latitude,Longitude,Time Zone,Elevation,Local Time Zone,DHI Units,Wind Speed';
const values = 'NSRDB,1,-,-,-,33.37,-7.58,-8,204,-7,w/m2,m/s';
const head = 'Year,Month,Day,Hour,Minute,GHI,DHI,DNI,Clearsky GHI,Dew Point,Temperature,Wind Speed,Fill Flag,,,';
const row = (stamp: string, numbers = '300,90,500,310,4,15.5,3.25,0') => `${stamp},${numbers},,,`;
const file = (...rows: readonly string[]) => `${[names, values, head, ...rows].join('\n')}\n`;

describe('files of the NSRDB', () => {
  const hourly = file(
    row('2017,1,1,0,30'),
    row('2017,1,1,1,30', '-0.0,1.4000000000000001,0,0,0,-1.4000000000000001,3,7'),
  );

  test('are in fixed standard time, which "Time Zone" states and not that of the place', () => {
    expect(recorded(nsrdbFormat, hourly).zone).toEqual({ kind: 'offset', minutes: -480 });
    expect(recorded(nsrdbFormat, hourly.replace(',-8,', ',0,')).zone).toEqual({ kind: 'offset', minutes: 0 });
    expect(recorded(nsrdbFormat, hourly.replace(',-8,', ',5.5,')).zone).toEqual({ kind: 'offset', minutes: 330 });
    expect(recorded(nsrdbFormat, hourly.replace(',-8,', ',-,')).zone).toEqual({ kind: 'unstated' });
    expect(recorded(nsrdbFormat, hourly.split('\n').slice(2).join('\n')).zone).toEqual({ kind: 'unstated' });
  });

  test('take hourly samples in the middle of the hour', () => {
    const recording = recorded(nsrdbFormat, hourly);
    expect(recording).toMatchObject({
      label: { kind: 'sample', minutesIntoHour: 30 },
      stepMinutes: 60,
      isTypicalYear: false,
      site: { latitudeDeg: 33.37, longitudeDeg: -7.58, elevationM: 204 },
    });
    expect(stampsOf(recording)).toEqual(['2017-01-01T00:30', '2017-01-01T01:30']);
    expect(valuesOf(recording, 'Temperature')).toEqual([15.5, -1.4000000000000001]);
    expect(Object.is(valuesOf(recording, 'GHI')[1], 0)).toBe(true);
  });

  test('name irradiances, units and what is not to be taken for them', () => {
    const recording = recorded(nsrdbFormat, hourly);
    const kinds = recording.columns.map(({ name, quantity, irradiance, unit }) => [name, quantity, irradiance, unit]);
    expect(kinds).toEqual([
      ['GHI', 'irradiance', 'global', 'W/m²'],
      ['DHI', 'irradiance', 'diffuse', 'W/m²'],
      ['DNI', 'irradiance', 'beamNormal', 'W/m²'],
      ['Clearsky GHI', 'other', undefined, undefined],
      ['Dew Point', 'other', undefined, undefined],
      ['Temperature', 'temperature', undefined, '°C'],
      ['Wind Speed', 'windSpeed', undefined, 'm/s'],
      ['Fill Flag', 'other', undefined, undefined],
    ]);
    expect(recording.warnings).toEqual([
      {
        code: 'filled-values',
        message: 'the irradiance of 1 of 2 rows was filled in by the NSRDB (Fill Flag above 0)',
        line: 5,
      },
    ]);
    expect(column(recorded(nsrdbFormat, hourly.replace('w/m2', 'kW/m2')), 'DHI').unit).toBe('kW/m2');
  });

  test('of 30 and 5 minutes take their samples as long after the start of each step as the first stamp', () => {
    const fives = [0, 5, 10, 15].map((minute) => row(`2017,1,1,0,${minute}`));
    expect(recorded(nsrdbFormat, file(...fives))).toMatchObject({
      stepMinutes: 5,
      label: { kind: 'sample', minutesIntoHour: 0 },
    });
    expect(recorded(nsrdbFormat, file(row('2017,1,1,0,0'), row('2017,1,1,0,30'), row('2017,1,1,1,0')))).toMatchObject({
      stepMinutes: 30,
      label: { kind: 'sample', minutesIntoHour: 0 },
    });
    expect(recorded(nsrdbFormat, file(row('2017,1,1,0,15'), row('2017,1,1,0,45'), row('2017,1,1,1,15')))).toMatchObject(
      {
        stepMinutes: 30,
        label: { kind: 'sample', minutesIntoHour: 15 },
      },
    );
  });

  test('join months of different years to a typical one', () => {
    const typical = file(row('2008,1,31,22,30'), row('2008,1,31,23,30'), row('2003,2,1,0,30'), row('2003,2,1,1,30'));
    expect(recorded(nsrdbFormat, typical)).toMatchObject({ isTypicalYear: true, stepMinutes: 60 });
    const chronicle = file(row('2008,12,31,22,30'), row('2008,12,31,23,30'), row('2009,1,1,0,30'));
    expect(recorded(nsrdbFormat, chronicle).isTypicalYear).toBe(false);
  });

  test('may be padded in the head or nowhere, and lack the minutes', () => {
    const bare = hourly.replaceAll(',,,', '');
    expect(recorded(nsrdbFormat, bare).columns).toEqual(recorded(nsrdbFormat, hourly).columns);
    const withoutMinutes = hourly.replace(',Minute', '').replaceAll(/^(2017,1,1,\d),30/gm, '$1');
    expect(recorded(nsrdbFormat, withoutMinutes)).toMatchObject({ label: { kind: 'start' }, stepMinutes: 60 });
  });

  test('name each fault with its line', () => {
    const broken = file(
      row('2017,2,29,0,30'),
      row('2017,3,1,0,30', '300,,x,310,4,15.5,3.25,0'),
      '2017,3,1,1,30,1',
      row('2017,3,1,2,45'),
      row('2017,3,1,3,'),
      row('2017,3,1,4,30'),
      row('2017,3,1,5,30'),
    );
    expect(
      reading(nsrdbFormat, broken).faults.map(({ code, where, line, problem }) => [code, where, line, problem]),
    ).toEqual([
      ['profile.bad-stamp', 'Year,Month,Day,Hour,Minute', 4, '"2017,2,29,0,30" is no year, month, day, hour, minute'],
      ['profile.bad-number', 'DNI', 5, '"x" is not a number'],
      ['profile.bad-row', 'row', 6, '6 cells, but the header has 13'],
      ['profile.bad-stamp', 'Year,Month,Day,Hour,Minute', 8, '"2017,3,1,3," is no year, month, day, hour, minute'],
      ['profile.bad-stamp', 'Minute', 7, 'minute 45 is not on the 60-minute steps of the rows before'],
    ]);
    expect(valuesOf(reading(nsrdbFormat, broken).recording, 'DHI')[1]).toBeNaN();
    expect(refusal(nsrdbFormat, file())).toMatchObject([{ code: 'profile.wrong-length', line: 3 }]);
    expect(reading(nsrdbFormat, hourly.replace('DNI', 'GHI')).faults).toMatchObject([
      { code: 'profile.bad-header', line: 3, column: 8, problem: '"GHI" is also the name of column 6' },
    ]);
  });

  test('are known by year, month, day and hour above an irradiance', () => {
    const texts = [hourly, 'YEAR,MO,DY,HR,T2M\n', 'Year,Month,Day,Hour,Load\n', 'time,GHI\n'];
    expect(texts.map((text) => recognises(nsrdbFormat, text))).toEqual([true, false, false, false]);
  });
});
