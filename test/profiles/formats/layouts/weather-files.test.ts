/** PVWatts, TMY3, EnergyPlus, and prices of ENTSO-E whose area stands behind the header. */
import { expect, test } from 'vitest';
import { openings } from '../openings.ts';
import { seen, table } from './reading.ts';

const clock = (at: number) => new Date(Date.UTC(2021, 0, 1, at));
const headOf = (name: string) => openings[name]!.trimEnd().split('\n').slice(0, -2);
const hours = Array.from({ length: 48 }, (_, at) => at);

test('PVWatts: a typical year in the standard time of the place, powers for the size in the head', () => {
  const rows = hours.map(
    (at) => `"1","${clock(at).getUTCDate()}","${at % 24}","0","12","${at % 24 === 12 ? 2304 : 0}"`,
  );
  const inspection = seen(table(headOf('pvwatts'), rows, '"Totals","","","0","","4608"'));
  expect(inspection).toMatchObject({
    format: 'pvwatts',
    zone: 'unstated',
    label: 'start',
    typicalYear: true,
    rows: 48,
    firstHour: '01-01T00:00',
    faults: [],
  });
  expect(inspection).toMatchObject({
    site: { latitudeDeg: 33.37, longitudeDeg: -7.58 },
    plane: { tiltDeg: 20, azimuthDeg: 180 },
  });
  const output = inspection.columns.at(-1)!;
  expect(output).toMatchObject({ quantity: 'power', unit: 'W', capacityKW: 4, max: 2304 });
  expect(output.hourOfDayMeans[12]).toBe(2304);
  expect(inspection.warnings.map(({ code }) => code)).toContain('local-standard-time');
});

test('TMY3: stamps end their hours on the standard time of the station, months come from different years', () => {
  const row = (month: number, year: number) => (at: number) =>
    `0${month}/01/${year},${`${at + 1}`.padStart(2, '0')}:00,0,1,${10 + month},${at === 5 ? -9900 : 4.5}`;
  const text = table(headOf('tmy3'), hours.slice(0, 24).map(row(1, 1999)), hours.slice(0, 24).map(row(2, 1987)));
  const inspection = seen(text);
  expect(inspection).toMatchObject({
    format: 'tmy3',
    zone: 'UTC−01:00',
    label: 'end',
    typicalYear: true,
    firstHour: '01-01T01:00Z',
    faults: [],
  });
  expect(inspection.columns.map(({ name, unit }) => [name, unit])).toEqual([
    ['GHI', 'W/m²'],
    ['Dry-bulb', '°C'],
    ['Wspd', 'm/s'],
  ]);
  expect(inspection.columns[1]!.monthlyMeans.slice(0, 2)).toEqual([11, 12]);
  expect(inspection.columns[2]).toMatchObject({ hours: 46, min: 4.5 });
});

test('EnergyPlus: fields by their number, marks of each field, hours 1…24 in the time of the place', () => {
  const row = (at: number) =>
    `2005,1,${clock(at).getUTCDate()},${(at % 24) + 1},60,?9?9?9,${at === 3 ? 99.9 : 12.5},8.0,70,101325,0,0,300,${at % 24 === 12 ? 720 : 0},0,9999,0,0,0,0,270,4.5,5,5,9999,99999,9,999999999,20,0.1,0,88,0.2,0,0`;
  const inspection = seen(table(headOf('epw'), hours.map(row)));
  expect(inspection).toMatchObject({
    format: 'epw',
    zone: 'UTC+01:00',
    label: 'end',
    typicalYear: false,
    rows: 48,
    firstHour: '2004-12-31T23:00Z',
    lastHour: '2005-01-02T22:00Z',
    faults: [],
  });
  const of = (name: string) => inspection.columns.find((column) => column.name === name);
  expect(of('Dry Bulb Temperature')).toMatchObject({ unit: '°C', hours: 47, max: 12.5 });
  expect(of('Global Horizontal Radiation')).toMatchObject({ irradiance: 'global', unit: 'Wh/m²', max: 720 });
  expect(of('Diffuse Horizontal Radiation')).toMatchObject({ hours: 0 });
  expect(of('Wind Speed')).toMatchObject({ unit: 'm/s', heightM: 10, mean: 4.5 });
  const halves = table(headOf('epw'), hours.map(row)).replace('DATA PERIODS,1,1', 'DATA PERIODS,1,2');
  expect(seen(halves).faults).toMatchObject([{ expected: 'one row for each hour' }]);
});

test('an area at the end of a header of ENTSO-E that no row has a cell for', () => {
  const interval = (at: number) =>
    [at, at + 1]
      .map((hour) => `${clock(hour).toISOString().slice(8, 10)}.01.2021 ${clock(hour).toISOString().slice(11, 16)}`)
      .join(' - ');
  const text = table(
    '"MTU (CET/CEST)","Day-ahead Price [EUR/MWh]","Currency","BZN|XX"',
    hours.map((at) => `"${interval(at)}","${100 + at}.0","EUR"`),
  );
  const inspection = seen(text);
  expect(inspection).toMatchObject({ format: 'entsoe-old', firstHour: '2020-12-31T23:00Z', faults: [] });
  expect(inspection.columns).toMatchObject([{ name: 'Day-ahead Price', unit: 'EUR/MWh', hours: 48, min: 100 }]);
});
