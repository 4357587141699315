/** What an analyst would stop at in the numbers of a file; told by an inspection, by an import and with every result. */

import { FaultList } from '../faults.ts';
import type { RecordedColumn, RecordedWarning, Recording } from '../recording/recording.ts';
import { figuresOf } from './column-figures.ts';
import { columnWarnings } from './column-warnings.ts';
import { coverageOf } from './coverage.ts';
import type { InspectedColumn } from './inspection.ts';
import { nightWarning } from './night-light.ts';
import { hoursOfRows, type RowHours } from './row-hours.ts';
import { sunWarnings } from './sun-warning.ts';

/** Of the recording's columns, whose figures are given, and what its format says itself. */
export function doubtsOf(recording: Recording, rows: RowHours, figures: readonly InspectedColumn[]): RecordedWarning[] {
  const ofSun = sunWarnings(recording, rows, figures);
  // A clock that is wrong by so many hours is told once.
  const ofNight = ofSun.length > 0 ? undefined : nightWarning(recording, rows);
  const doubts = [
    ...recording.columns.flatMap((column) => columnWarnings(column, recording)),
    ...ofSun,
    ...(ofNight === undefined ? [] : [ofNight]),
  ];
  // What the format has said itself is not said again: its words know more.
  const isSaid = ({ code, line }: RecordedWarning) =>
    line !== undefined && recording.warnings.some((other) => other.code === code && other.line === line);
  return [...doubts.filter((doubt) => !isSaid(doubt)), ...recording.warnings];
}

const told = new WeakMap<Recording, Map<string, readonly RecordedWarning[]>>();

/** For columns of a recording whose zone and label are known. Found once, however many years are taken from it. */
export function doubtsAbout(
  recording: Recording,
  { zone, label }: Pick<Recording, 'zone' | 'label'>,
  columns: readonly RecordedColumn[],
): readonly RecordedWarning[] {
  const before = told.get(recording) ?? new Map<string, readonly RecordedWarning[]>();
  told.set(recording, before);
  const key = JSON.stringify([zone, label, columns.map(({ name, unit, quantity }) => [name, unit, quantity])]);
  const found = before.get(key);
  if (found !== undefined) return found;
  const seen = { ...recording, zone, label, columns };
  // Faults of the clock are told by whoever places the rows.
  const rows = hoursOfRows(seen, new FaultList(''));
  const coverage = coverageOf(seen, rows);
  // Only the sun is looked for in figures, and only over a place that is known.
  const figures = seen.site === undefined ? [] : columns.map((column) => figuresOf(column, rows, coverage));
  const doubts = doubtsOf(seen, rows, figures);
  before.set(key, doubts);
  return doubts;
}
