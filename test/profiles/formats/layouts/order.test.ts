/** Rows that stand in another order than that of time, and stamps that stray from their steps. */
import { expect, test } from 'vitest';
import { ProfileError } from '../../../../src/errors.ts';
import { parseProfile } from '../../../../src/profiles/read.ts';
import { HOURS, refusalsOf, rows, seen, table } from './reading.ts';

const head = 'Time (UTC),Load [MW]';
const hourly = rows((c, at) => `${c.yearFirst} ${c.hour}:00,${at}`);
const codesOf = (text: string) => seen(text).warnings.map(({ code }) => code);

/** A year of hours by the clock of New York, whose clocks change: the value is the hour of the year in UTC. */
function newYork(): string[] {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/New_York',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return Array.from({ length: 8760 }, (_, hour) => `${format.format(Date.UTC(2021, 0, 1, hour))},${hour}`);
}

test.each([
  ['the latest first', (lines: readonly string[]) => lines.toReversed()],
  ['days from the last to the first', (lines: readonly string[]) => [...lines.slice(24), ...lines.slice(0, 24)]],
])('%s are read in the order of time, and an inspection says so', (_, order) => {
  const inspection = seen(table(head, order(hourly)), { label: 'start' });
  expect(inspection).toMatchObject({ firstHour: '2021-01-13T00:00Z', rows: HOURS, faults: [] });
  expect(inspection.columns[0]).toMatchObject({ hours: HOURS, hourOfDayMeans: expect.arrayContaining([12, 35]) });
  expect(inspection.warnings.map(({ code }) => code)).toContain('rows-sorted');
});

test('the hour that clocks repeat keeps its order where a year stands from its end to its beginning', () => {
  const options = { zone: 'America/New_York', label: 'start', year: 2021 } as const;
  const text = table('Time,Load [MW]', newYork().toReversed());
  const { columns } = parseProfile(Buffer.from(text), 'a.csv', { columns: [{ unit: 'relative' }], options });
  expect(columns[0]!.values).toEqual(Float64Array.from({ length: 8760 }, (_, hour) => hour));
});

test('rows in no order, as where one was put elsewhere by hand, are not sorted', () => {
  const moved = [...hourly.slice(0, 30), ...hourly.slice(31, 40), hourly[30]!, ...hourly.slice(40)];
  expect(codesOf(table(head, moved))).toContain('out-of-order');
  expect(codesOf(table(head, moved))).not.toContain('rows-sorted');
  const request = { columns: [{ unit: 'relative' as const }], options: { label: 'start' as const } };
  const read = () => parseProfile(Buffer.from(table(head, moved)), 'a.csv', request);
  expect(read).toThrow(ProfileError);
});

test('seconds that drift are taken for the nearest step, and said; further astray than a quarter of it they are faults', () => {
  const drifting = (seconds: number) =>
    table(
      head,
      rows(
        (c, at) => `${c.yearFirst} ${c.hour}:${c.minute}:${`${(at * seconds) % 60}`.padStart(2, '0')},${at}`,
        HOURS,
        15,
      ),
    );
  const inspection = seen(drifting(7), { label: 'start' });
  expect(inspection).toMatchObject({ stepMinutes: 15, faults: [], firstHour: '2021-01-13T00:00Z' });
  expect(inspection.columns[0]).toMatchObject({ hours: 12, missingHours: 0 });
  expect(inspection.warnings).toContainEqual({
    code: 'stamps-drift',
    message: 'stamps are up to 59 s from steps of 15 minutes: each is taken for the nearest',
  });
  const half = table(
    head,
    rows((c, at) => `${c.yearFirst} ${c.hour}:${c.minute}:${at % 2 === 1 ? '30' : '00'},${at}`, HOURS, 1),
  );
  const faulty = () =>
    parseProfile(Buffer.from(half), 'a.csv', { columns: [{ unit: 'relative' }], options: { label: 'start' } });
  expect(refusalsOf(faulty)).toContainEqual(expect.stringContaining('stands twice'));
});
