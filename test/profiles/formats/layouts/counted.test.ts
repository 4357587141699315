/** Time, and energy, as programs count them: seconds, days, hours of a day, registers; units in cells; heads of loggers. */
import { expect, test } from 'vitest';
import { parseProfile } from '../../../../src/profiles/read.ts';
import { faultsOf, HOURS, refusalsOf, rows, seen, table } from './reading.ts';

const BEGIN = Date.UTC(2021, 0, 13) / 1000;
const start = { label: 'start' } as const;

test.each([
  ['seconds since 1970', 'timestamp,P [kW]', (at: number) => `${BEGIN + 3600 * at},${at}`, 'UTC'],
  ['milliseconds since 1970', 'time,P [kW]', (at: number) => `${(BEGIN + 3600 * at) * 1000},${at}`, 'UTC'],
  [
    'days of a spreadsheet',
    'Date;P [kW]',
    (at: number) => `${(44_209 + at / 24).toFixed(5).replace('.', ',')};${at},5`,
    'unstated',
  ],
  [
    'days of a year and hours',
    'Year,DOY,Hour,P [kW]',
    (at: number) => `2021,${13 + Math.floor(at / 24)},${at % 24},${at}`,
    'unstated',
  ],
])('%s are read', (_, head, row, zone) => {
  const inspection = seen(
    table(
      head,
      Array.from({ length: HOURS }, (__, at) => row(at)),
    ),
    start,
  );
  expect(inspection).toMatchObject({ rows: HOURS, stepMinutes: 60, zone, faults: [] });
  expect(inspection.firstHour).toMatch(/^2021-01-13T00:00/);
  expect(inspection.lastHour).toMatch(/^2021-01-14T23:00/);
  expect(inspection.columns).toMatchObject([{ name: 'P', unit: 'kW', hours: HOURS }]);
});

test('whole numbers under other names are no time: power of 44,209 kW is no day of a spreadsheet', () => {
  const text = table(
    'Time (UTC),P [kW]',
    rows((c, at) => `${c.yearFirst} ${c.hour}:00,${44_209 + at}`),
  );
  expect(seen(text, start).columns).toMatchObject([{ name: 'P', min: 44_209 }]);
});

/** Hours of days of New York, numbered from 1, `days` long each; the value is the hour. */
const numbered = (month: string, first: number, days: readonly number[]) =>
  table(
    'Date,Hour Ending,Load [MW]',
    days.flatMap((length, day) =>
      Array.from(
        { length },
        (_, hour) => `2021-${month}-${`${first + day}`.padStart(2, '0')},${hour + 1},${100 * day + hour}`,
      ),
    ),
  );

test.each([
  ['23', '03', 13, [24, 23, 24], '2021-03-13T05:00Z', '2021-03-16T03:00Z'],
  ['25', '11', 6, [24, 25, 24], '2021-11-06T04:00Z', '2021-11-09T04:00Z'],
])('hours of a day counted to %s where clocks change follow each other', (_, month, first, days, from, to) => {
  const inspection = seen(numbered(month, first, days), { zone: 'America/New_York' });
  const rowCount = days.reduce((sum, length) => sum + length, 0);
  expect(inspection).toMatchObject({ label: 'end', firstHour: from, lastHour: to, gaps: [], faults: [] });
  expect(inspection.columns[0]).toMatchObject({ hours: rowCount, missingHours: 0, duplicateHours: 0 });
});

test('a twenty-fifth hour on any other day stands twice with the first of the next', () => {
  const options = { zone: 'America/New_York' } as const;
  const text = numbered('07', 6, [24, 25, 24]);
  const read = () => parseProfile(Buffer.from(text), 'a.csv', { columns: [{ unit: 'relative' }], options });
  expect(refusalsOf(read)).toContainEqual(expect.stringContaining('2021-07-08 04:00 UTC stands twice'));
});

test('names and units of a Campbell logger stand in its second and third line, and its records are counted', () => {
  const text = table(
    '"TOA5","Station","CR1000","12345","CR1000.Std.31","CPU:prog.CR1","1234","Hourly"',
    '"TIMESTAMP","RECORD","WS_80m_Avg","AirTC_Avg","SlrW_Avg"',
    '"TS","RN","meters/second","Deg C","W/m^2"',
    '"","","Avg","Avg","Avg"',
    rows((c, at) => `"${c.yearFirst} ${c.hour}:00:00",${1000 + at},${at}.5,12.5,${at}`),
  );
  expect(seen(text).faults).toEqual([]);
  expect(seen(text).columns).toMatchObject([
    { name: 'WS_80m_Avg', quantity: 'windSpeed', unit: 'm/s' },
    { name: 'AirTC_Avg', quantity: 'temperature', unit: '°C' },
    { name: 'SlrW_Avg', quantity: 'irradiance', unit: 'W/m²' },
  ]);
});

test('units may stand in the cells, the same in each', () => {
  const with_ = (unit: (at: number) => string) =>
    table(
      'Time (UTC);Load',
      rows((c, at) => `${c.yearFirst} ${c.hour}:00;${at},5${unit(at)}`),
    );
  expect(seen(with_(() => ' MW')).columns).toMatchObject([{ name: 'Load', unit: 'MW', quantity: 'power', max: 47.5 }]);
  expect(seen(with_(() => ' %')).columns).toMatchObject([{ unit: '%', max: 47.5 }]);
  expect(faultsOf(with_((at) => (at === 20 ? ' kW' : ' MW')))).toEqual([
    '"20,5 kW" is no number of MW as others → the same unit in each cell: MW',
  ]);
});

test('bars may part cells', () => {
  const text = table(
    'Time (UTC)|P [kW]',
    rows((c, at) => `${c.yearFirst} ${c.hour}:00|${at}`),
  );
  expect(seen(text).columns).toMatchObject([{ name: 'P', max: 47 }]);
});

const meter = table(
  'Time (UTC),Meter [kWh]',
  rows((c, at) => `${c.yearFirst} ${c.hour}:00,${123_456 + 10 * at}`, 8760),
);
const consumption = (options: object) =>
  parseProfile(Buffer.from(meter), 'a.csv', {
    columns: [{ unit: 'relative' }],
    options: { label: 'start', year: 2021, ...options },
  });

test('what only rises is asked about, and differences are of the step before each stamp', () => {
  expect(seen(meter, start).questions.map(({ code }) => code)).toContain('meter');
  expect(refusalsOf(() => consumption({}))).toContainEqual(expect.stringContaining('--meter differences'));
  expect(seen(meter, { ...start, meter: 'differences' }).columns).toMatchObject([
    { min: 10, max: 10, label: 'end', hours: 8759 },
  ]);
  expect(seen(meter, { ...start, meter: 'values' }).questions.map(({ code }) => code)).not.toContain('meter');
  const falls = table(
    'Time (UTC),Meter [kWh]',
    rows((c, at) => `${c.yearFirst} ${c.hour}:00,${at % 200}`, 400),
  );
  const read = () =>
    parseProfile(Buffer.from(falls), 'a.csv', {
      columns: [{ unit: 'relative' }],
      options: { ...start, meter: 'differences' },
    });
  expect(refusalsOf(read)).toContainEqual(expect.stringContaining('differences, but Meter does not only rise'));
});

test('a unit that changes within a file is warned of, seasons are not', () => {
  const power = (factor: (day: number) => number) =>
    table(
      'Time (UTC),P [kW]',
      rows(
        (c, at) => `${c.yearFirst} ${c.hour}:00,${(factor(Math.floor(at / 24)) * (5 + (at % 24))).toFixed(3)}`,
        4800,
      ),
    );
  const codes = (text: string) => seen(text, start).warnings.map(({ code }) => code);
  expect(codes(power((day) => (day < 100 ? 1 : 1000)))).toContain('scale-changes');
  expect(codes(power((day) => (day < 120 ? 1 : 0.001)))).toContain('scale-changes');
  expect(codes(power((day) => 1 + 9 * Math.sin((day / 200) * Math.PI)))).not.toContain('scale-changes');
});

test.each([',', ';', '\t'])('1.004 beside whole numbers up to 991 is asked about between %j', (sign) => {
  const points = (value: number) => (value > 999 ? `1.${`${value}`.slice(1)}` : `${value}`);
  const text = (row: (at: number) => string) =>
    table(
      `Time (UTC)${sign}P [MWh]`,
      rows((c, at) => `${c.yearFirst} ${c.hour}:00${sign}${row(at)}`),
    );
  expect(seen(text((at) => points(900 + 13 * at))).questions.map(({ code }) => code)).toContain('decimal');
  const decimals = seen(text((at) => `${(at / 7).toFixed(3)}`));
  expect(decimals.questions.map(({ code }) => code)).not.toContain('decimal');
});
