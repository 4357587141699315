/**
 * ENTSO-E Transparency Platform, layout until 2024: one row for each interval, `01.01.2021 00:00 - 01.01.2021 01:00`,
 * with or without `(CET/CEST)` behind. The hour that the clock skips in March has its own empty row, which is left out;
 * the hour that stands twice in October has two rows with the same text, in order.
 */
import { type FaultList, refuse, shown } from '../../faults.ts';
import type { Recording } from '../../recording/recording.ts';
import { openEndWarnings, refuseEmptyTable } from '../../table/head.ts';
import type { Marks } from '../../table/numbers.ts';
import type { Row } from '../../table/row.ts';
import { firstLines } from '../../table/rows.ts';
import { minutesOfStamp } from '../../table/stamps.ts';
import { readTable, type Table } from '../../table/table.ts';
import type { ForeignFormat } from '../format.ts';
import { isSkippedReading } from './clock.ts';
import {
  clockOf,
  type EntsoeHead,
  entsoeHeadOf,
  entsoeMissing,
  intervalOfOldLayout,
  isEntsoe,
  refuseNoSeries,
  withoutArea,
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
  refuse(
    file,
    'profile.bad-row',
    { where: 'Area', line, column: areaCell + 1 },
    problem,
    'one area; export each on its own',
  );
}

function readRows(text: string, head: EntsoeHead, missing: Marks, faults: FaultList) {
  const { cells: header, interval, series } = head;
  const areaCell = header.indexOf('Area');
  const first: { area?: string } = {};
  const lengths: number[] = [];
  const table = readTable(
    text,
    {
      firstLine: 2,
      delimiter: ',',
      width: header.length,
      header,
      columns: series,
      numbers: { decimal: 'point', missing: [...entsoeMissing, ...missing] },
      stamp: {
        name: header[interval]!,
        column: interval + 1,
        form: 'interval "DD.MM.YYYY HH:MM - DD.MM.YYYY HH:MM" of 15, 30 or 60 minutes',
        minutes(cells, row) {
          // No row is left out, so that rows follow the header line by line.
          if (areaCell !== -1) checkArea(cells, row + 2, areaCell, first, faults.file);
          const { start, length } = intervalOf(cells.cell(interval));
          lengths[row] = length;
          return start;
        },
        text: (cells) => cells[interval] ?? '',
      },
      footer: 'none',
    },
    faults,
  );
  return { table, lengths };
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

/** Without the rows of the skipped hour, which must be empty: a value there belongs to an hour that nobody can name. */
function withoutSkippedHour(table: Table, head: EntsoeHead, faults: FaultList): Table {
  const { clockMinutes, lines, values } = table;
  const kept: number[] = [];
  clockMinutes.forEach((minutes, row) => {
    if (!isSkippedReading(minutes)) {
      kept.push(row);
      return;
    }
    const full = values.findIndex((column) => !Number.isNaN(column[row]!));
    if (full === -1) return;
    const { name, cell } = head.series[full]!;
    faults.add('profile.bad-stamp', { where: name, line: lines[row]!, column: cell + 1 }, () => ({
      problem: `${values[full]![row]} in the hour that the clock skips at the change to summer time`,
      expected: 'an empty row there, as in a file whose stamps are in CET/CEST',
    }));
  });
  const pick = (array: Float64Array) => Float64Array.from(kept, (row) => array[row]!);
  return { ...table, clockMinutes: pick(clockMinutes), lines: pick(lines), values: values.map(pick) };
}

export const entsoeOldFormat: ForeignFormat = {
  name: 'entsoe-old',
  beginning: '"MTU (CET/CEST)" or "Time (CET/CEST)", then rows "01.01.2021 00:00 - 01.01.2021 01:00"',
  recognises: ({ lines }) => isEntsoe(lines, intervalOfOldLayout),
  record({ text }, faults, { missing = [] }): Recording {
    const [header = '', firstRow = ''] = firstLines(text, 2);
    const named = entsoeHeadOf(header);
    if (named === undefined) {
      return refuse(faults.file, 'profile.bad-header', { where: 'header', line: 1 }, shown(header), 'MTU (CET/CEST)');
    }
    const head = withoutArea(named, firstRow);
    refuseNoSeries(head, faults);
    const zone = clockOf(head, firstRow, faults.file);
    const { table: whole, lengths } = readRows(text, head, missing, faults);
    refuseEmptyTable(whole, 1, faults);
    const stepMinutes = stepOfIntervals(lengths, whole.lines, head.interval + 1, faults);
    const table = zone.kind === 'civil' ? withoutSkippedHour(whole, head, faults) : whole;
    return {
      why: `line 1 is a header of the ENTSO-E Transparency Platform with "${head.cells[head.interval]}", and its rows are intervals`,
      zone,
      label: { kind: 'start' },
      stepMinutes,
      isTypicalYear: false,
      synthetic: false,
      clockMinutes: table.clockMinutes,
      lines: table.lines,
      columns: head.series.map(({ name, unit, quantity }, index) => ({
        name,
        unit,
        quantity,
        values: table.values[index]!,
      })),
      warnings: openEndWarnings(text, whole),
    };
  },
};
