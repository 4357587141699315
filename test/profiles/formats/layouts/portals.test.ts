/** Exports of inverter portals, control rooms, markets and weather services of the region, as they spell time and heads. */
import { expect, test } from 'vitest';
import { type Clock, faultsOf, rows, seen, table } from './reading.ts';

const at = (spell: (clock: Clock, at: number) => string) => rows(spell);
const noon = ({ hour }: Clock) => (Number(hour) < 12 ? 'a. m.' : 'p. m.');
const ofTwelve = ({ hour }: Clock) => ((Number(hour) + 11) % 12) + 1;

test.each([
  [
    'units below names, with the mask of dates where the first would stand (Fronius)',
    ['Date and time;Energy | Symo 10', '[dd.MM.yyyy HH:mm];[Wh]', at((c, n) => `${c.day}.01.2021 ${c.hour}:00;${n}`)],
    { columns: [{ name: 'Energy | Symo 10', unit: 'Wh', max: 47 }], firstHour: '2021-01-13T00:00' },
  ],
  [
    'an offset behind a space (Enphase)',
    ['Date/Time,Energy Produced (Wh)', at((c, n) => `${c.yearFirst} ${c.hour}:00:00 +0100,${n}`)],
    { zone: 'UTC', firstHour: '2021-01-12T23:00Z', columns: [{ unit: 'Wh' }] },
  ],
  [
    'words behind the unit (SMARD)',
    [
      'Datum von;Datum bis;Wind [MWh] Berechnete Auflösungen',
      at((c, n) => `${c.day}.01.2021 ${c.hour}:00;${c.day}.01.2021 ${c.hour}:59;${n},5`),
    ],
    { label: 'start', columns: [{ name: 'Wind', unit: 'MWh', max: 47.5 }] },
  ],
  [
    'names in a line above units that are alike (Energy-Charts)',
    [
      '"Datum (UTC)","Last","Wind"',
      ',"Leistung (MW)","Leistung (MW)"',
      at((c, n) => `${c.yearFirst}T${c.hour}:00Z,${n},7`),
    ],
    {
      columns: [
        { name: 'Last Leistung', max: 47 },
        { name: 'Wind Leistung', max: 7 },
      ],
    },
  ],
  [
    'heights in brackets, units in a line above (meteoblue)',
    [
      'lat,33.37,33.37',
      'unit,°C,km/h',
      'timestamp,Town T [2 m],Town Wind [80 m]',
      at((c, n) => `${c.yearFirst.replaceAll('-', '')}T${c.hour}00,${n},7`),
    ],
    {
      columns: [
        { quantity: 'temperature', unit: '°C' },
        { quantity: 'windSpeed', unit: 'km/h', max: 7 },
      ],
    },
  ],
  [
    'the middle of an interval (Solargis)',
    [
      '#Time reference: UTC+1, time step: 60 min, time - center of interval',
      'Date;Time;GHI',
      at((c, n) => `${c.day}.01.2021;${c.hour}:30;${n}`),
    ],
    { zone: 'UTC+01:00', label: 'middle', firstHour: '2021-01-12T23:00Z' },
  ],
  [
    'AAAAMMJJHH (Météo-France)',
    ['POSTE;AAAAMMJJHH;T', at((c, n) => `N;${c.yearFirst.replaceAll('-', '')}${c.hour};${n}.5`)],
    { firstHour: '2021-01-13T00:00', columns: [{ name: 'T', max: 47.5 }] },
  ],
  [
    'hours 1h to 24h (ONEE)',
    ['Jour;Heure;Charge (MW)', at((c, n) => `${c.dayFirst};${Number(c.hour) + 1}h;${5000 + n}`)],
    { label: 'end', firstHour: '2021-01-13T00:00', lastHour: '2021-01-14T23:00', columns: [{ max: 5047 }] },
  ],
  [
    'a. m. and p. m. (spreadsheets in Spanish)',
    ['Date;Demanda (MW)', at((c, n) => `${c.dayFirst} ${ofTwelve(c)}:00 ${noon(c)};${n}`)],
    { firstHour: '2021-01-13T00:00', lastHour: '2021-01-14T23:00', gaps: [] },
  ],
  [
    'a disclaimer right below the rows (eCO2mix)',
    [
      'Nature\tDate\tHeures\tConsommation',
      at((c, n) => `D\t${c.yearFirst}\t${c.hour}:00\t${n}`),
      "RTE ne pourra être tenu responsable de l'usage.\t\t\t",
    ],
    { rows: 48, columns: [{ max: 47 }] },
  ],
  [
    'a star at the end, parts of the date named (OMIE)',
    ['year;month;day;hour;pt;es;', at((c, n) => `2021;01;${c.day};${Number(c.hour) + 1};${n}.5;7;`), '*'],
    {
      rows: 48,
      firstHour: '2021-01-13T00:00',
      columns: [
        { name: 'pt', max: 47.5 },
        { name: 'es', max: 7 },
      ],
    },
  ],
] as const)('%s', (_, lines, expected) => {
  expect(seen(table(...lines))).toMatchObject({ faults: [], gaps: [], ...expected });
});

test.each([
  [['MARGINALPDBC;', '2021;01;13;1;45.20;45.20;', '2021;01;13;2;44.10;44.10;'], 'year;month;day;hour;value_1;value_2'],
  [
    ['Hour,2021-01-13,2021-01-14,2021-01-15', ...Array.from({ length: 24 }, (_, n) => `${n},1,2,3`)],
    'one row per hour',
  ],
  [
    [`Date;${Array.from({ length: 24 }, (_, n) => `${n + 1}h`).join(';')}`, `13/01/2021${';5'.repeat(24)}`],
    'one row per hour',
  ],
  [['<html><table><tr><td>Date</td></tr></table></html>'], 'saved as CSV or XLSX'],
])('%j is refused with the way through', (lines, way) => {
  expect(faultsOf(table(lines))).toEqual([expect.stringContaining(way)]);
});
