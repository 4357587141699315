/**
 * ENTSO-E Transparency Platform, layout until 2024: one row for each interval, `01.01.2021 00:00 - 01.01.2021 01:00`,
 * with or without `(CET/CEST)` behind. The hour that the clock skips in March has its own empty row, which is left out;
 * the hour that stands twice in October has two rows with the same text, in order.
 */
import { type FaultList, refuse, shown } from '../../faults.ts';
import type { Recording } from '../../recording/recording.ts';
import { recordingOf } from '../../table/head.ts';
import type { Marks } from '../../table/numbers.ts';
import type { Row } from '../../table/row.ts';
import { minutesOfStamp } from '../../table/stamps.ts';
import type { Table } from '../../table/table.ts';
import type { ForeignFormat } from '../format.ts';
import { isSkippedReading } from './clock.ts';
import {
  checkSkippedHour,
  type EntsoeHead,
  intervalOfOldLayout,
  isEntsoe,
  readEntsoeHead,
  readEntsoeTable,
} from './head.ts';

const form = /^(\d\d\.\d\d\.\d{4} \d\d:\d\d) - (\d\d\.\d\d\.\d{4} \d\d:\d\d)(?: \([A-Z/]+\))?$/;
const steps = [15, 30, 60];

/** Start and length of an interval [min]; NaN where the text is none, or one of another length than the platform has. */
function intervalOf(text: string): { start: number; length: number } {
  const [, from = '', to = ''] = form.exec(text) ?? [];
  const start = minutesOfStamp(from, 'day-first');
  const length = minutesOfStamp(to, 'day-first') - start;
  return steps.includes(length) ? { start, length } : { start: Number.NaN, length: Number.NaN };
}

/** One area a file: rows of several would be taken for hours that stand twice. */
function checkArea(row: Row, line: number, areaCell: number, first: { area?: string }, file: string) {
  if (areaCell >= row.length) return;
  const area = row.cell(areaCell);
  first.area ??= area;
  if (area === first.area) return;
  const problem = `${shown(area)} after ${shown(first.area)}: several areas in one file`;
  const place = { where: 'Area', line, column: areaCell + 1 };
  refuse(file, 'profile.bad-row', place, problem, 'one area; export each on its own');
}

function readRows(text: string, head: EntsoeHead, missing: Marks, faults: FaultList) {
  const areaCell = head.cells.indexOf('Area');
  const first: { area?: string } = {};
  const lengths: number[] = [];
  const stamp = {
    form: 'interval "DD.MM.YYYY HH:MM - DD.MM.YYYY HH:MM" of 15, 30 or 60 minutes',
    minutes(cells: Row, row: number) {
      // No row is left out, so that rows follow the header line by line.
      if (areaCell !== -1) checkArea(cells, row + 2, areaCell, first, faults.file);
      const { start, length } = intervalOf(cells.cell(head.interval));
      lengths[row] = length;
      return start;
    },
  };
  return { table: readEntsoeTable(text, head, stamp, missing, faults), lengths };
}

/** All rows have the step of the first. */
function stepOfIntervals(lengths: readonly number[], lines: Float64Array, column: number, faults: FaultList): number {
  const step = lengths.find((length) => !Number.isNaN(length)) ?? 60;
  lengths.forEach((length, row) => {
    if (Number.isNaN(length) || length === step) return;
    faults.add('profile.bad-stamp', { where: 'MTU', line: lines[row]!, column }, () => ({
      problem: `an interval of ${length} minutes where the rows before have ${step}`,
      expected: 'one length of interval a file; export the time before and after the change on their own',
    }));
  });
  return step;
}

function withoutSkippedHour(table: Table, head: EntsoeHead, faults: FaultList): Table {
  const rows = [...table.lines.keys()];
  const isSkipped = (row: number) => isSkippedReading(table.clockMinutes[row]!);
  checkSkippedHour(rows.filter(isSkipped), head.series, table, faults);
  const kept = rows.filter((row) => !isSkipped(row));
  const pick = (array: Float64Array) => Float64Array.from(kept, (row) => array[row]!);
  const { clockMinutes, lines, values } = table;
  return { ...table, clockMinutes: pick(clockMinutes), lines: pick(lines), values: values.map(pick) };
}

export const entsoeOldFormat: ForeignFormat = {
  name: 'entsoe-old',
  beginning: '"MTU (CET/CEST)" or "Time (CET/CEST)", then rows "01.01.2021 00:00 - 01.01.2021 01:00"',
  recognises: ({ lines }) => isEntsoe(lines, intervalOfOldLayout),
  record({ text }, faults, { missing = [] }): Recording {
    const { head, zone } = readEntsoeHead(text, faults.file);
    const { table: whole, lengths } = readRows(text, head, missing, faults);
    const stepMinutes = stepOfIntervals(lengths, whole.lines, head.interval + 1, faults);
    const table = zone.kind === 'civil' ? withoutSkippedHour(whole, head, faults) : whole;
    return recordingOf(table, {
      why: `line 1 is a header of the ENTSO-E Transparency Platform with "${head.cells[head.interval]}", and its rows are intervals`,
      zone,
      label: { kind: 'start' },
      stepMinutes,
      columns: head.series.map(({ name, unit, quantity }, index) => ({
        name,
        unit,
        quantity,
        values: table.values[index]!,
      })),
    });
  },
};
