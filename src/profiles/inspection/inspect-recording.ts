/** From a recording to what an analyst wants to know of it. */

import type { Issue } from '../../errors.ts';
import { nameOfOffset } from '../civil-time/offset-table.ts';
import { FaultList } from '../faults.ts';
import type { Recording, Zone } from '../recording/recording.ts';
import { figuresOf } from './column-figures.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { doubtsOf } from './doubts.ts';
import type { Inspection, Question } from './inspection.ts';
import { questionsOf } from './questions.ts';
import { hoursOfRows, hourText, type RowHours } from './row-hours.ts';
import { timeWarnings } from './time-warnings.ts';

const MOST_GAPS = 100;

export interface Understood {
  readonly file: string;
  readonly format: string;
  readonly recording: Recording;
  readonly faults?: readonly Issue[];
  /** Asked by the format itself. */
  readonly questions?: readonly Question[];
}

export function inspectRecording({ file, format, recording, faults, questions }: Understood): Inspection {
  const { why, zone, label, stepMinutes, isTypicalYear, synthetic, site, plane } = recording;
  const clockFaults = new FaultList(file);
  const rows = hoursOfRows(recording, clockFaults);
  const coverage = coverageOf(recording, rows);
  const text = (hour: number) => hourText(hour, rows.isUtc, isTypicalYear);
  const ofMeans = meansAmongSamples(recording);
  const columns = recording.columns.map((column) =>
    ofMeans === undefined || column.label === undefined
      ? figuresOf(column, rows, coverage)
      : figuresOf(column, ofMeans.rows, ofMeans.coverage),
  );
  return {
    ...{ format, why },
    zone: zoneText(zone),
    label: label.kind,
    ...(label.kind === 'sample' ? { sampleMinutes: label.minutesIntoHour } : {}),
    stepMinutes,
    rows: recording.clockMinutes.length,
    firstHour: coverage.first === undefined ? undefined : text(coverage.first),
    lastHour: coverage.last === undefined ? undefined : text(coverage.last),
    typicalYear: isTypicalYear,
    synthetic,
    ...(site === undefined ? {} : { site }),
    ...(plane === undefined ? {} : { plane }),
    columns,
    gaps: coverage.gaps
      .slice(0, MOST_GAPS)
      .map(([from, to]) => ({ from: text(from), to: text(to), hours: to - from + 1 })),
    warnings: [...timeWarnings(recording, rows, coverage), ...doubtsOf(recording, rows, columns)],
    questions: [...(questions ?? []), ...questionsOf(recording, coverage)],
    faults: [...(faults ?? []), ...clockFaults.issues()],
  };
}

/** Hours and coverage of the columns with a label of their own; undefined where there are none. */
function meansAmongSamples(recording: Recording): { rows: RowHours; coverage: Coverage } | undefined {
  const label = recording.columns.find((column) => column.label !== undefined)?.label;
  if (label === undefined) return undefined;
  const own = { ...recording, label };
  // What is wrong with the clock is told of the file's own label.
  const rows = hoursOfRows(own, new FaultList(''));
  return { rows, coverage: coverageOf(own, rows) };
}

/** `UTC`, `UTC−08:00`, `Africa/Casablanca`, `unstated`. */
function zoneText(zone: Zone): string {
  if (zone.kind === 'civil') return zone.name;
  if (zone.kind === 'unstated') return 'unstated';
  return nameOfOffset(zone.minutes);
}
