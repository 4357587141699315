/** Rows of the examples: one for each hour of the year. */
import { hoursOfYear } from '../../../src/time.ts';
import { type Clock, clockOf } from './clock.ts';
import { megawatts } from './values.ts';

export const YEAR = 2019;
export const HOURS = hoursOfYear(YEAR);

/** Mark of bytes that are neither value nor fact; hours count from 0. */
export const PLAIN = -1;
/** Of bytes that state a fact, and the place on earth. */
export const FACT = -2;
export const PLACE = -3;

export interface Row {
  readonly stamp: string;
  readonly values: string;
  /** PLAIN for rows outside the year. */
  readonly hour: number;
}

/** One row for each hour of the year, whose stamp is the hour `shift` hours later. */
export function rowsOf(stamp: (clock: Clock) => string, values: (hour: number) => string, shift = 0): Row[] {
  return Array.from({ length: HOURS }, (_, hour) => ({
    stamp: stamp(clockOf(YEAR, hour + shift)),
    values: values(hour),
    hour,
  }));
}

/** The clock of Brussels in 2019: summer time from 31 March to 27 October, 01:00 UTC. */
export function brusselsRows(): Row[] {
  const [spring, autumn] = [Date.UTC(YEAR, 2, 31, 1), Date.UTC(YEAR, 9, 27, 1)].map(
    (instant) => (instant - Date.UTC(YEAR, 0, 1)) / 3_600_000,
  );
  const interval = (from: number, until: number) => {
    const [a, b] = [clockOf(YEAR, from), clockOf(YEAR, until)].map((c) => `${c.day}.${c.month}.${c.year} ${c.hour}:00`);
    return `"${a} - ${b}",`;
  };
  const rows: Row[] = [];
  for (let hour = -1; hour < HOURS; hour++) {
    const reading = hour + (hour >= spring! && hour < autumn! ? 2 : 1);
    if (hour === spring) rows.push({ stamp: `${interval(reading - 1, reading)}"",""`, values: '', hour: PLAIN });
    const values = `"${megawatts(hour + 1)}","${megawatts(hour)}"`;
    rows.push({ stamp: interval(reading, reading + 1), values, hour: hour < 0 ? PLAIN : hour });
  }
  return rows;
}
