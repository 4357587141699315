import { describe, expect, test } from 'vitest';
import { nasaPowerFormat } from '../../../src/profiles/formats/nasa-power.ts';
import { column, reading, recognises, recorded, refusal, stampsOf, valuesOf } from './reading.ts';

const lines = [
  '-BEGIN HEADER-',
  'NASA/POWER Source Native Resolution Hourly Data ',
  'Dates (month/day/year): 01/01/2021 through 01/01/2021 in UTC',
  'Location: Latitude  33.3700   Longitude -7.5800 ',
  'Elevation from MERRA-2: Average for 0.5 x 0.625 degree lat/lon region = 204.25 meters',
  'The value for missing source data that cannot be computed or is outside of the sources availability range: -999 ',
  'Parameter(s): ',
  'ALLSKY_SFC_SW_DWN     CERES SYN1deg All Sky Surface Shortwave Downward Irradiance (Wh/m^2) ',
  'CLRSKY_SFC_SW_DWN     CERES SYN1deg Clear Sky Surface Shortwave Downward Irradiance (Wh/m^2) ',
  'T2M                   MERRA-2 Temperature at 2 Meters (C) ',
  'WS50M                 MERRA-2 Wind Speed at 50 Meters (m/s) ',
  'PS                    MERRA-2 Surface Pressure (kPa) ',
  '-END HEADER-',
  'YEAR,MO,DY,HR,ALLSKY_SFC_SW_DWN,CLRSKY_SFC_SW_DWN,T2M,WS50M,PS',
  '2021,1,1,0,0.0,0.0,7.38,2.71,99.1',
  '2021,1,1,1,-999,-999.0,7.20,-999.00,99.2',
];
const text = `${lines.join('\n')}\n`;

describe('NASA POWER', () => {
  test('gives means of the hours that begin with their stamps, in UTC where that was asked for', () => {
    const recording = recorded(nasaPowerFormat, text);
    expect(recording).toMatchObject({
      zone: { kind: 'offset', minutes: 0 },
      label: { kind: 'start' },
      stepMinutes: 60,
      site: { latitudeDeg: 33.37, longitudeDeg: -7.58, elevationM: 204.25 },
      warnings: [],
    });
    expect(stampsOf(recording)).toEqual(['2021-01-01T00:00', '2021-01-01T01:00']);
  });

  test('leaves the zone of local solar time open and says which offset it stands for', () => {
    const solar = recorded(nasaPowerFormat, text.replace('in UTC', 'in LST').replace('-7.5800', '-123.0631'));
    expect(solar.zone).toEqual({ kind: 'unstated' });
    expect(solar.warnings).toMatchObject([{ code: 'local-solar-time', line: 3 }]);
    expect(solar.warnings[0]?.message).toContain('at this longitude is UTC−8');
    const silent = recorded(nasaPowerFormat, text.replace(' in UTC', ''));
    expect([silent.zone, silent.warnings]).toEqual([{ kind: 'unstated' }, []]);
  });

  test('marks missing values by the number its head states, however written', () => {
    const recording = recorded(nasaPowerFormat, text);
    expect(valuesOf(recording, 'ALLSKY_SFC_SW_DWN')).toEqual([0, Number.NaN]);
    expect(valuesOf(recording, 'WS50M')).toEqual([2.71, Number.NaN]);
    const other = recorded(nasaPowerFormat, text.replace('range: -999', 'range: -99').replace('99.2', '-99'));
    expect(valuesOf(other, 'PS')).toEqual([99.1, Number.NaN]);
  });

  test('takes units from its head', () => {
    const recording = recorded(nasaPowerFormat, text);
    expect(recording.columns.map(({ name, quantity, unit, heightM }) => [name, quantity, unit, heightM])).toEqual([
      ['ALLSKY_SFC_SW_DWN', 'irradiance', 'Wh/m²', undefined],
      ['CLRSKY_SFC_SW_DWN', 'other', 'Wh/m²', undefined],
      ['T2M', 'temperature', '°C', 2],
      ['WS50M', 'windSpeed', 'm/s', 50],
      ['PS', 'pressure', 'kPa', undefined],
    ]);
    const unitOf = (stated: string) =>
      column(recorded(nasaPowerFormat, text.replace('(Wh/m^2)', stated)), 'ALLSKY_SFC_SW_DWN').unit;
    expect([unitOf('(MJ/hr)'), unitOf('(kW-hr/m^2/day)'), unitOf('(W/m^2)'), unitOf('')]).toEqual([
      'MJ/m²',
      'kWh/m²/day',
      'W/m²',
      undefined,
    ]);
  });

  test('without its head has neither zone nor units', () => {
    const bare = recorded(nasaPowerFormat, lines.slice(13).concat('').join('\n'));
    expect([bare.zone, column(bare, 'T2M').unit, bare.lines[0]]).toEqual([{ kind: 'unstated' }, undefined, 2]);
    expect(valuesOf(bare, 'ALLSKY_SFC_SW_DWN')).toEqual([0, Number.NaN]);
  });

  test('names each fault with its line', () => {
    const broken = text.replace('2021,1,1,0,0.0', '2021,1,1,24.5,n/a').replace('7.20,', '');
    expect(reading(nasaPowerFormat, broken).faults).toMatchObject([
      {
        code: 'profile.bad-stamp',
        where: 'YEAR,MO,DY,HR',
        line: 15,
        problem: '"2021,1,1,24.5" is no year, month, day, hour',
      },
      { code: 'profile.bad-number', where: 'ALLSKY_SFC_SW_DWN', line: 15, column: 5 },
      { code: 'profile.bad-row', line: 16, problem: '8 cells, but the header has 9' },
    ]);
    expect(refusal(nasaPowerFormat, text.replace(',HR,', ','))).toMatchObject([
      { code: 'profile.bad-header', line: 14 },
    ]);
    expect(refusal(nasaPowerFormat, text.replace('YEAR', 'LAT,LON,YEAR'))).toMatchObject([
      { code: 'profile.bad-header' },
    ]);
    expect(refusal(nasaPowerFormat, lines.slice(0, 13).join('\n'))).toMatchObject([
      { problem: 'no header of a table' },
    ]);
  });

  test('is known by its marks or its header', () => {
    const texts = [text, lines.slice(13).join('\n'), '-BEGIN HEADER-\nanother\n', 'Year,Month,Day,Hour,GHI\n'];
    expect(texts.map((other) => recognises(nasaPowerFormat, other))).toEqual([true, true, false, false]);
  });
});
