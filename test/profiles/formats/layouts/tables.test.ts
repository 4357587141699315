/** Heads, units, marks and layouts of tables; what is laid out otherwise is refused with the way to lay it out. */
import { expect, test } from 'vitest';
import { faultsOf, HOURS, rows, seen, table } from './reading.ts';

test('units may stand above an empty line, and the header above them', () => {
  const text = table(
    'PVSYST V7.4',
    'Project;demo;01/01/23 10h00',
    '',
    'date;GlobInc;T_Amb;E_Grid',
    '    ;W/m²;°C;kW',
    '',
    rows((c, at) => `${c.day}/${c.month}/21 ${c.hour}:00;${at};12.5;${at * 60}`),
  );
  expect(seen(text).columns).toMatchObject([
    { name: 'GlobInc', quantity: 'irradiance', irradiance: 'plane', unit: 'W/m²' },
    { name: 'T_Amb', quantity: 'temperature', unit: '°C' },
    { name: 'E_Grid', quantity: 'power', unit: 'kW', max: 2820 },
  ]);
});

test('two lines of names and values above the table give the unit, and the load curves of Enedis end their half-hours', () => {
  const text = table(
    'Identifiant PRM;Type de donnees;Date de debut;Unite;Pas en minutes',
    '00000000000000;Courbe de charge;13/01/2021;W;',
    'Horodate;Valeur',
    // The half-hour that ends at 03:30 lacks.
    rows((c, at) => `${c.yearFirst}T${c.hour}:${c.minute}:00+01:00;${400 + at}`, 49, 30).filter(
      (_, at) => at !== 0 && at !== 7,
    ),
  );
  const inspection = seen(text);
  expect(inspection).toMatchObject({
    zone: 'UTC',
    label: 'end',
    stepMinutes: 30,
    rows: 47,
    firstHour: '2021-01-12T23:00Z',
    faults: [],
  });
  expect(inspection.columns).toMatchObject([
    { name: 'Valeur', unit: 'W', quantity: 'power', hours: 23, missingHours: 1 },
  ]);
});

test('of two ends of an hour the one in UTC is taken, and half a day of AM and PM decides for points', () => {
  const text = table(
    'Local Time at End of Hour,UTC Time at End of Hour,Demand (MW)',
    rows(
      (c, at) =>
        `${c.monthFirst} ${((Number(c.hour) + 11) % 12) + 1}:00:00 ${Number(c.hour) < 12 ? 'AM' : 'PM'},${c.monthFirst} ${((Number(c.hour) + 11) % 12) + 1}:00:00 ${Number(c.hour) < 12 ? 'AM' : 'PM'},"1,${`${at}`.padStart(3, '0')}"`,
    ),
  );
  const inspection = seen(text);
  expect(inspection).toMatchObject({ zone: 'UTC', label: 'end', firstHour: '2021-01-12T23:00Z' });
  expect(inspection.columns).toMatchObject([{ name: 'Demand', min: 1000, max: 1047 }]);
  expect(inspection.questions.map(({ code }) => code)).toEqual(['capacity']);
});

test('one fault for each word that is no number, with the option that makes it missing', () => {
  const words = ['Bad', 'I/O Timeout', '?', 'Bad', 'nodata', 'Bad'];
  const text = table(
    'Time (UTC),Power [kW]',
    rows((c, at) => `${c.yearFirst} ${c.hour}:00,${words[at - 10] ?? 500 + at}`),
  );
  const faults = faultsOf(text);
  expect(faults).toHaveLength(4);
  expect(faults[0]).toContain('"Bad" is not a number');
  expect(faults[0]).toContain('--missing "Bad"');
  const inspection = seen(text, { missing: ['Bad', 'I/O Timeout', '?', 'nodata'] });
  expect(inspection.faults).toEqual([]);
  expect(inspection.columns[0]).toMatchObject({ hours: HOURS - words.length, missingHours: words.length });
});

test.each([
  [
    'days in rows',
    table(
      `Date,${Array.from({ length: 24 }, (_, at) => `H${at + 1}`).join(',')}`,
      ...rows((c) => `${c.yearFirst},${'1.5,'.repeat(23)}1.5`, 5, 1440),
    ),
    'one row per hour',
  ],
  [
    'days in rows under times',
    table(
      `Date;${Array.from({ length: 24 }, (_, at) => `${at}:00`).join(';')}`,
      ...rows((c) => `${c.dayFirst};${'1.5;'.repeat(23)}1.5`, 5, 1440),
    ),
    'one row per hour',
  ],
  [
    'series among each other',
    table(
      'Time;Kind;Area;Measured',
      rows((c, at) => `${c.yearFirst}T${c.hour}:00Z;Offshore;X;${at}\n${c.yearFirst}T${c.hour}:00Z;Onshore;X;${at}`),
    ),
    'Kind is "Offshore", "Onshore"',
  ],
  [
    'series below each other',
    table(
      'Time (UTC),Station,GHI [W/m2]',
      rows((c, at) => `${c.yearFirst} ${c.hour}:00,164,${at}`),
      rows((c, at) => `${c.yearFirst} ${c.hour}:00,165,${at}`),
    ),
    'Station is "164", "165"',
  ],
  [
    'two columns of stamps',
    table(
      'timestamp,timestamp_local,load',
      rows((c, at) => `${c.yearFirst} ${c.hour}:00,${c.yearFirst} ${c.hour}:00,${at}`),
    ),
    '"timestamp", "timestamp_local"',
  ],
  [
    'months side by side',
    table(rows((c, at) => `${c.dayFirst} ${c.hour}:00;;${at}.5;;${c.day}/02/2021 ${c.hour}:00;;${at}.5`)),
    'put below each other',
  ],
])('%s', (_, text, message) => {
  const faults = faultsOf(text);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(message);
});

test('a station that is the same in all rows, and an hour that clocks repeat, are no second series', () => {
  const text = table(
    'Time (UTC),Station,Load [MW]',
    rows((c, at) => `${c.yearFirst} ${c.hour}:00,A,${at}`),
  );
  expect(faultsOf(text)).toEqual([]);
  const doubled = table(
    'Time,State,Load [MW]',
    rows((c, at) => `${c.yearFirst} ${c.hour}:00,A,${at}${at === 3 ? `\n${c.yearFirst} ${c.hour}:00,B,${at}` : ''}`),
  );
  expect(faultsOf(doubled)).toEqual([]);
});

const header = 'Time (UTC);Power [kW]';
const days = (day: number) => rows((c, at) => `${c.yearFirst} ${c.hour}:00;${500 + at}`).slice(24 * day, 24 * day + 24);
const power = { name: 'Power', unit: 'kW', min: 500, max: 547, hours: 48 };
const codesOf = (text: string) =>
  seen(text)
    .warnings.map(({ code }) => code)
    .filter((code) => code !== 'not-whole-years');

test.each([
  ['a header on each page', [header, days(0), header, days(1)], ['heading-again']],
  [
    'title, header and units on each page',
    ['Site A', 'Time (UTC);Power', ';kW', days(0), 'Site A', 'Time (UTC);Power', ';kW', days(1)],
    ['heading-again'],
  ],
  ['an empty line after each day', [header, days(0), '', days(1), ''], ['empty-lines']],
  [
    'empty cells after each day, and the header again',
    [header, days(0), ';', header, days(1)],
    ['heading-again', 'empty-lines'],
  ],
  ['sums below', [header, days(0), days(1), 'Somme;25128', 'Moyenne :;523,5'], ['below-table']],
  ['words below', [header, days(0), days(1), '', 'Source: control room, 15.01.2021', 'Signed;A. B.'], ['below-table']],
])('%s leaves the rows as they are, and is told', (_, lines, codes) => {
  const inspection = seen(table(...lines));
  expect(inspection).toMatchObject({ rows: 48, faults: [], columns: [power] });
  expect(codesOf(table(...lines))).toEqual(codes);
});

test.each([
  [
    'a row whose stamp is damaged',
    [header, days(0), days(1), '', '202-01-15 00:00;548'],
    '"202-01-15 00:00" is no stamp',
  ],
  ['a word in place of a stamp', [header, days(0), days(1), 'Bad;548'], '"Bad" is no stamp'],
  [
    'another table',
    [header, days(0), '', 'Day;Energy [kWh]', '2021-01-13;12276'],
    '"Day;Energy [kWh]" after an empty line',
  ],
  ['another header', [header, days(0), 'Time (UTC);Load [kW]', days(1)], '"Time (UTC)" is no stamp'],
  ['the same hours of another plant', [header, days(0), '', header, days(0)], undefined],
])('%s is refused', (_, lines, fault) => {
  const inspection = seen(table(...lines));
  if (fault === undefined) expect(inspection.warnings.map(({ code }) => code)).toContain('duplicates');
  else expect(faultsOf(table(...lines))[0]).toContain(fault);
});

test('columns of one name are told apart by where they stand, also where their units alone differ', () => {
  const text = table(
    'Time (UTC),P [kW],P [%],v (m/s)',
    rows((c, at) => `${c.yearFirst} ${c.hour}:00,${at},${at / 2},5.5`),
  );
  expect(seen(text).columns).toMatchObject([
    { name: 'P (column 2)', unit: 'kW', max: 47 },
    { name: 'P (column 3)', unit: '%', max: 23.5 },
    { name: 'v', unit: 'm/s' },
  ]);
  expect(codesOf(text)).toContain('names-again');
});
