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
