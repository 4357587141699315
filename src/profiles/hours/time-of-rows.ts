/** Where the rows of a recording stand in UTC, and which calendar year is taken from them. */
import { fixedOffset, type OffsetTable } from '../civil-time/offset-table.ts';
import { tableOf } from '../civil-time/zone.ts';
import { FaultList } from '../faults.ts';
import { addContradiction, addQuestion, type KnownZone, pass } from '../questions/questions.ts';
import type { Recording } from '../recording/recording.ts';
import type { KnownLabel } from './labels.ts';
import { checkStep, type PlacedRows, placeRows } from './placed-rows.ts';
import { isKnownYear, knownYears } from './stamp.ts';
import { placeTypicalRows } from './typical-year.ts';
import { chosenYear, coveredYears, wordsOfYears } from './years-of-rows.ts';

export interface RowsInTime extends PlacedRows {
  readonly year: number;
}

/** First and last calendar year of the readings, on the clock of the file. */
export function yearsTouched({ clockMinutes }: Recording): [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const minutes of clockMinutes) {
    if (minutes < first) first = minutes;
    if (minutes > last) last = minutes;
  }
  if (first > last) return [2000, 2000];
  const yearOf = (minutes: number) => new Date(minutes * 60_000).getUTCFullYear();
  return [yearOf(first), yearOf(last)];
}

/**
 * Rows in UTC with the year that is wanted or the only one there is. Where zone or label are questions, the year is
 * looked for all the same, as if the file were in UTC, so that every question is asked at once.
 */
export function placeInTime(
  recording: Recording,
  zone: KnownZone | undefined,
  label: KnownLabel | undefined,
  wanted: number | undefined,
  { questions, faults }: { questions: FaultList; faults: FaultList },
): RowsInTime | undefined {
  checkStep(recording, faults);
  if (wanted !== undefined && !isKnownYear(wanted)) {
    addQuestion(questions, 'year', `${wanted} is no year that is known`, `a year of ${knownYears}`);
    return undefined;
  }
  const isProvisional = zone === undefined || label === undefined;
  // Faults of rows count only once their clock is known.
  const told = isProvisional ? new FaultList(faults.file) : faults;
  const knownLabel = label ?? { kind: 'start' };
  if (recording.isTypicalYear) return placeTypical(recording, zone, knownLabel, wanted, questions, told);
  const table =
    zone?.kind === 'civil'
      ? tableOf(zone, ...yearsTouched(recording))
      : fixedOffset(zone === undefined ? 0 : zone.minutes);
  if (table === undefined) {
    const problem = `the clocks of ${zone?.kind === 'civil' ? zone.name : 'this zone'} before 1972 are not known`;
    addQuestion(questions, 'zone', problem, pass('zone', '+01:00'));
    return undefined;
  }
  const placed = placedOnce(recording, table, knownLabel, told);
  const year = realYear(placed, recording, wanted, questions, told);
  return year === undefined ? undefined : { ...placed, year };
}

interface Placement {
  readonly table: string;
  readonly label: string;
  readonly placed: PlacedRows;
}

const yearsOf = new WeakMap<Float64Array, ReturnType<typeof coveredYears>>();
const lastPlacements = new WeakMap<Recording, Placement>();

/** A file of many years is asked for each of them; rows without a fault stand where they stood before. */
function placedOnce(recording: Recording, table: OffsetTable, label: KnownLabel, faults: FaultList): PlacedRows {
  const key = { table: JSON.stringify([table.name, table.from.length, table.from[0]]), label: JSON.stringify(label) };
  const last = lastPlacements.get(recording);
  if (last?.table === key.table && last.label === key.label) return last.placed;
  const before = faults.count;
  const placed = placeRows(recording, table, label, faults);
  if (faults.count === before) lastPlacements.set(recording, { ...key, placed });
  return placed;
}

function placeTypical(
  recording: Recording,
  zone: KnownZone | undefined,
  label: KnownLabel,
  year: number | undefined,
  questions: FaultList,
  faults: FaultList,
): RowsInTime | undefined {
  if (zone?.kind === 'civil') {
    const problem = `${zone.name}, whose clocks change on other days every year, for a typical year`;
    addContradiction(questions, 'zone', problem);
    return undefined;
  }
  if (year === undefined) {
    const problem = 'a typical year has months of different years: on which calendar year is it to be laid?';
    addQuestion(questions, 'year', problem, `${pass('year', 2005)}, the calendar year of the files it goes with`);
    return undefined;
  }
  return { ...placeTypicalRows(recording, zone?.minutes ?? 0, label, year, faults), year };
}

function realYear(
  { startMinutes }: PlacedRows,
  { stepMinutes, lines }: Recording,
  wanted: number | undefined,
  questions: FaultList,
  faults: FaultList,
): number | undefined {
  const years = yearsOf.get(startMinutes) ?? coveredYears(startMinutes, stepMinutes);
  yearsOf.set(startMinutes, years);
  if (wanted !== undefined) {
    if (years.some(({ year }) => year === wanted)) return wanted;
    addQuestion(questions, 'year', `the file has no rows of ${wanted}`, `one of its years: ${wordsOfYears(years)}`);
    return undefined;
  }
  const chosen = chosenYear(years);
  if (typeof chosen === 'number') return chosen;
  if (chosen.length > 0) {
    const problem = `the file covers several years: ${wordsOfYears(chosen)}`;
    addQuestion(questions, 'year', problem, pass('year', chosen[0]!.year));
    return undefined;
  }
  if (faults.count > 0) return undefined;
  faults.add('profile.wrong-length', { where: 'time', line: lines[0] ?? 1 }, () => ({
    problem: 'no row has a time that can be read',
    expected: 'one row for each hour of a calendar year',
  }));
  return undefined;
}
