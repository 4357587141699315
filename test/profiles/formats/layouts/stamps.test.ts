/** The ways in which files spell the time of a row. */
import { expect, test } from 'vitest';
import { parseProfile } from '../../../../src/profiles/read.ts';
import { HOURS, rows, seen, table } from './reading.ts';

const value = (at: number) => 100 + at;
const whole = { rows: HOURS, firstHour: '2021-01-13T00:00', lastHour: '2021-01-14T23:00', faults: [] };
const load = { hours: HOURS, missingHours: 0, min: 100, max: 147 };

test.each([
  [
    'year, month, day and hour in columns',
    table(
      'Year,Month,Day,Hour,Load [MW]',
      rows((c, at) => `${c.year},${Number(c.month)},${c.day},${Number(c.hour)},${value(at)}`),
    ),
  ],
  [
    'the same with minutes, beside the number of the row',
    table(
      ',Year,Month,Day,Hour,Minute,Load [MW]',
      rows((c, at) => `${at},${c.year},${c.month},${c.day},${c.hour},0,${value(at)}`),
    ),
  ],
  [
    'months in letters',
    table(
      'Time,Load [MW]',
      rows((c, at) => `${c.day}-Jan-${c.year} ${c.hour}:00,${value(at)}`),
    ),
  ],
  [
    'months in capitals that hold a T',
    table(
      'Time;Load [MW]',
      rows((c, at) => `${c.day} JAN 21 ${c.hour}:00;${value(at)}`),
    ),
  ],
  [
    'h for a colon',
    table(
      'Horodate;Load [MW]',
      rows((c, at) => `${c.dayFirst} ${c.hour}h00;${value(at)}`),
    ),
  ],
  [
    'digits alone',
    table(
      'MESS_DATUM;Load [MW];eor',
      rows((c, at) => `${c.year}${c.month}${c.day}${c.hour};   ${value(at)};eor`),
    ),
  ],
  [
    'a day in digits and hours',
    table(
      '# STN,YYYYMMDD,   HH,   Load [MW]',
      '',
      rows((c, at) => `  260,${c.year}${c.month}${c.day},   ${Number(c.hour)},   ${value(at)}`),
    ),
  ],
  [
    'hours from … to',
    table(
      'Date;Hours;Load [MW]',
      rows((c, at) => `${c.dayFirst};${c.hour} - ${`${(Number(c.hour) + 1) % 24}`.padStart(2, '0')};${value(at)}`),
    ),
  ],
  [
    'a mask in the header',
    table(
      'Date (DD/MM/YYYY),Time (HH:MM),Load [MW]',
      rows((c, at) => `${c.dayFirst},${c.hour}:00,${value(at)}`),
    ),
  ],
  [
    'letters of a zone that several clocks go by',
    table(
      'Time,Load [MW]',
      rows((c, at) => `${c.yearFirst} ${c.hour}:00 CET,${value(at)}`),
    ),
  ],
])('%s', (_, text) => {
  const inspection = seen(text);
  expect(inspection).toMatchObject({ ...whole, zone: 'unstated' });
  expect(inspection.columns.find(({ name }) => name === 'Load')).toMatchObject(load);
  // Nothing but clock and label is open.
  expect(inspection.questions.map(({ code }) => code).filter((code) => code === 'dates' || code === 'decimal')).toEqual(
    [],
  );
});

test('a mask tells days from months where no part is above 12', () => {
  const early = (mask: string) =>
    table(
      `Date (${mask}),Time,Load [MW]`,
      ...Array.from({ length: 24 }, (_, hour) => `03/02/2021,${`${hour}`.padStart(2, '0')}:00,${hour}`),
    );
  expect(seen(early('DD/MM/YYYY')).firstHour).toBe('2021-02-03T00:00');
  expect(seen(early('MM/DD/YYYY')).firstHour).toBe('2021-03-02T00:00');
  expect(seen(early('DD/MM/YYYY'), { dates: 'day-first' }).firstHour).toBe('2021-02-03T00:00');
  expect(seen(early('DD/MM/YYYY'), { dates: 'month-first' }).faults).toMatchObject([
    { code: 'profile.contradiction', where: 'dates', line: 1 },
  ]);
});

test.each([
  [
    'UTC behind the stamps',
    table(
      'Time,Load [MW]',
      rows((c, at) => `${c.yearFirst} ${c.hour}:00 UTC,${value(at)}`),
    ),
    'unstated',
  ],
  [
    'start and end in words that run together',
    table(
      'PeriodEnd,PeriodStart,Load [MW]',
      rows((c, at) => `${c.yearFirst}T${c.hour}:59:00Z,${c.yearFirst}T${c.hour}:00:00Z,${value(at)}`),
    ),
    'start',
  ],
  [
    'start and end in capitals',
    table(
      'INTERVALSTARTTIME_GMT,INTERVALENDTIME_GMT,OPR_DT,Load [MW]',
      rows(
        (c, at) =>
          `${c.yearFirst}T${c.hour}:00:00-00:00,${c.yearFirst}T${c.hour}:59:00-00:00,${c.yearFirst},${value(at)}`,
      ),
    ),
    'start',
  ],
  [
    'start and end that both name UTC',
    table(
      'interval_start_utc,interval_end_utc,Load [MW]',
      rows((c, at) => `${c.yearFirst} ${c.hour}:00:00,${c.yearFirst} ${c.hour}:59:00,${value(at)}`),
    ),
    'start',
  ],
])('%s', (_, text, label) => {
  expect(seen(text)).toMatchObject({
    ...whole,
    firstHour: '2021-01-13T00:00Z',
    lastHour: '2021-01-14T23:00Z',
    zone: 'UTC',
    label,
  });
});

test('half-hours of the British market count from midnight in London, on days of 46 and 50 too', () => {
  const day = (date: string, periods: number) =>
    Array.from({ length: periods }, (_, at) => `${date},${at + 1},${at + 1}`);
  const days = (...lines: string[][]) => seen(table('SETTLEMENT_DATE,SETTLEMENT_PERIOD,Load [MW]', ...lines));
  expect(days(day('2021-01-13', 48))).toMatchObject({
    zone: 'Europe/London',
    label: 'start',
    stepMinutes: 30,
    firstHour: '2021-01-13T00:00Z',
    lastHour: '2021-01-13T23:00Z',
  });
  const spring = days(day('27-Mar-2021', 48), day('28-Mar-2021', 46), day('29-Mar-2021', 48));
  expect(spring).toMatchObject({ firstHour: '2021-03-27T00:00Z', lastHour: '2021-03-29T22:00Z', faults: [] });
  expect(spring.columns[0]).toMatchObject({ hours: 71, missingHours: 0, duplicateHours: 0 });
  const autumn = days(day('2021-10-30', 48), day('2021-10-31', 50), day('2021-11-01', 48));
  expect(autumn).toMatchObject({ firstHour: '2021-10-29T23:00Z', lastHour: '2021-11-01T23:00Z', faults: [] });
  expect(autumn.columns[0]).toMatchObject({ hours: 73, missingHours: 0, duplicateHours: 0 });
  expect(days(day('2021-03-28', 51)).faults).toHaveLength(1);
});

/** Rows of New York whose hour n of each day is the one that begins at clock n − 1, or the reading at its end. */
function newYork(first: number, hours: number, isNumbered: boolean): string {
  const offsetAt = (instant: number) =>
    instant >= Date.UTC(2021, 2, 14, 7) && instant < Date.UTC(2021, 10, 7, 6) ? -4 : -5;
  return table(
    'Datetime Hour Ending,Load [MW]',
    Array.from({ length: hours }, (_, at) => {
      const start = first + at * 3_600_000;
      const end = isNumbered
        ? start + offsetAt(start) * 3_600_000 + 3_600_000
        : start + 3_600_000 + offsetAt(start + 3_600_000) * 3_600_000;
      const stamp = new Date(end).toISOString();
      return `${stamp.slice(0, 10)} ${stamp.slice(11, 16)},${1000 + at}`;
    }),
  );
}

test.each([
  ['spring', Date.UTC(2021, 2, 13, 5), 47],
  ['autumn', Date.UTC(2021, 10, 6, 4), 49],
  ['no change', Date.UTC(2021, 5, 6, 4), 48],
])('hour ending n is the hour that begins at n − 1, and a clock read at the end is one: %s', (_, first, hours) => {
  for (const isNumbered of [true, false]) {
    const inspection = seen(newYork(first, hours, isNumbered), { zone: 'America/New_York' });
    expect(inspection).toMatchObject({
      label: 'end',
      faults: [],
      firstHour: `${new Date(first).toISOString().slice(0, 16)}Z`,
    });
    expect(inspection.columns[0]).toMatchObject({ hours, missingHours: 0, duplicateHours: 0 });
    const { columns } = parseProfile(Buffer.from(newYork(Date.UTC(2021, 0, 1), 8760, isNumbered)), 'a.csv', {
      columns: [{ unit: 'relative' }],
      options: { zone: 'America/New_York' },
    });
    // The hour after the first change of the year, and one of summer.
    expect([1682, 4000].map((hour) => columns[0]!.values[hour])).toEqual([2682, 5000]);
  }
});
