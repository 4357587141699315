import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Label, Zone } from '../../../src/profiles/recording/recording.ts';
import { draws } from '../../fixtures/draws.ts';
import {
  FIRST_LINE,
  faultsOf,
  firstMinute,
  type KnownSeries,
  minutesOfYear,
  read,
  recordingOf,
  withRows,
} from './recordings.ts';

const zones: readonly Zone[] = [
  ...[0, 60, -420, 840].map((minutes): Zone => ({ kind: 'offset', minutes })),
  ...['Europe/Brussels', 'America/New_York', 'Australia/Sydney', 'Africa/Casablanca', 'Asia/Tokyo'].map(
    (name): Zone => ({ kind: 'civil', name }),
  ),
];
const labels: readonly Label[] = [{ kind: 'start' }, { kind: 'middle' }, { kind: 'end' }];

/** Shares with twelve bits, so that sums of up to sixty are exact whatever their order. */
const share = (row: number, salt: number) => ((row * 2654435761 + salt * 40503) % 4096) / 4096;

/** A whole year of UTC as some file would hold it, with some days of its neighbours where `days` says so. */
const series = fc
  .record({
    year: fc.integer({ min: 2010, max: 2024 }),
    zone: fc.constantFrom(...zones),
    label: fc.constantFrom(...labels),
    stepMinutes: fc.constantFrom(60, 60, 60, 60, 60, 60, 60, 30, 15, 10),
    days: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
    salt: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ year, days: [before, after], salt, ...rest }) => {
    const begin = firstMinute(year) - before * 1440;
    const rows = (minutesOfYear(year) + (before + after) * 1440) / rest.stepMinutes;
    const values = Float64Array.from({ length: rows }, (_, row) => share(row, salt));
    return { year, before, known: { ...rest, begin, values } satisfies KnownSeries };
  });

test('whatever clock, label and step a file has, the hours of UTC come back exactly', () => {
  const seen = new Set<string>();
  const property = fc.property(series, ({ year, before, known }) => {
    const { columns, year: found, provenance } = read(recordingOf(known));
    expect(found).toBe(year);
    const steps = 60 / known.stepMinutes;
    const first = before * 24 * steps;
    const hours = minutesOfYear(year) / 60;
    const expected = Float64Array.from({ length: hours }, (_, hour) => {
      const rows = known.values.subarray(first + hour * steps, first + (hour + 1) * steps);
      return rows.reduce((sum, value) => sum + value, 0) / steps;
    });
    expect(columns[0]!.values).toEqual(expected);
    expect(provenance.columns[0]!.filled).toEqual([]);
    seen.add(`${JSON.stringify(known.zone)} ${known.label.kind}`);
  });
  fc.assert(property, draws(30, 2));
  expect(seen.size).toBeGreaterThan(15);
});

/** Rows that one hour of clocks or one step may be away from where a planted fault is told. */
const near = (stepMinutes: number) => 120 / stepMinutes + 1;

test('a row that is dropped anywhere is noticed, at its line', () => {
  fc.assert(
    fc.property(series, fc.nat(), ({ year, before, known }, at) => {
      const recording = recordingOf(known);
      const rowsOfYear = minutesOfYear(year) / known.stepMinutes;
      const dropped = (before * 1440) / known.stepMinutes + (at % rowsOfYear);
      const rows = Array.from(known.values.keys()).filter((row) => row !== dropped);
      const faults = faultsOf(withRows(recording, rows), { options: { year } });
      expect(faults.map(({ code }) => code)).toContain('profile.gap');
      const distances = faults.map(({ line }) => Math.abs(line! - (FIRST_LINE + dropped)));
      expect(Math.min(...distances)).toBeLessThanOrEqual(near(known.stepMinutes));
    }),
    draws(10, 3),
  );
});

test('a row that stands twice is noticed, at its line', () => {
  fc.assert(
    fc.property(series, fc.nat(), ({ year, known }, at) => {
      const doubled = at % known.values.length;
      const rows = Array.from(known.values.keys()).flatMap((row) => (row === doubled ? [row, row] : [row]));
      const faults = faultsOf(withRows(recordingOf(known), rows), { options: { year } });
      expect(faults.some(({ code }) => code === 'profile.duplicate' || code === 'profile.disorder')).toBe(true);
      const distances = faults.map(({ line }) => Math.abs(line! - (FIRST_LINE + doubled)));
      expect(Math.min(...distances)).toBeLessThanOrEqual(near(known.stepMinutes));
    }),
    draws(10, 4),
  );
});

test('two rows that change places are noticed, at their line', () => {
  fc.assert(
    fc.property(series, fc.nat(), ({ year, known }, at) => {
      const first = at % (known.values.length - 1);
      const rows = Array.from(known.values.keys());
      [rows[first], rows[first + 1]] = [rows[first + 1]!, rows[first]!];
      const recording = recordingOf(known);
      const changed = withRows(recording, rows);
      // Two copies of one reading of a clock put back are the same in either order.
      fc.pre(recording.clockMinutes[first] !== recording.clockMinutes[first + 1]);
      const faults = faultsOf(changed, { options: { year } });
      expect(faults.map(({ code }) => code)).toContain('profile.disorder');
      const distances = faults.map(({ line }) => Math.abs(line! - (FIRST_LINE + first)));
      expect(Math.min(...distances)).toBeLessThanOrEqual(near(known.stepMinutes));
    }),
    draws(10, 5),
  );
});
