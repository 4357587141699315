/**
 * ENTSO-E Transparency Platform, layout since 2024: `01/01/2024 00:00:00 - 01/01/2024 00:15:00`, one row for each
 * interval, area, production type and sequence of auctions. Hourly and quarter-hourly rows may stand in one file.
 */
import { type FaultList, refuse } from '../../faults.ts';
import type { RecordedColumn, Recording } from '../../recording/recording.ts';
import { recordingOf } from '../../table/head.ts';
import type { Marks } from '../../table/numbers.ts';
import type { Row } from '../../table/row.ts';
import { countLines } from '../../table/rows.ts';
import type { ForeignFormat } from '../format.ts';
import {
  checkSkippedHour,
  type EntsoeHead,
  type EntsoeSeries,
  intervalOfNewLayout,
  isEntsoe,
  readEntsoeHead,
  readEntsoeTable,
} from './head.ts';
import { entsoeInterval } from './interval.ts';
import { type LongTable, pivot } from './pivot.ts';

/** Areas × production types × sequences; the platform gives about twenty types of one area. */
const MOST_GROUPS = 256;

const groupNames = ['Production Type', 'Area', 'Sequence'] as const;

/** Which series a row belongs to, by the texts of its cells. */
class Groups {
  readonly #cells: readonly number[];
  readonly #file: string;
  readonly #indices = new Map<string, number>();
  readonly texts: string[][] = [];

  constructor(head: EntsoeHead, file: string) {
    this.#cells = groupNames.map((name) => head.cells.indexOf(name));
    this.#file = file;
  }

  indexOf(row: Row, line: number): number {
    const texts = this.#cells.map((cell) => row.cell(cell));
    const key = JSON.stringify(texts);
    const found = this.#indices.get(key);
    if (found !== undefined) return found;
    if (this.texts.length === MOST_GROUPS) {
      const expected = `at most ${MOST_GROUPS} series in a file`;
      refuse(this.#file, 'profile.bad-row', { where: 'Area', line }, `one series more than ${MOST_GROUPS}`, expected);
    }
    this.#indices.set(key, this.texts.length);
    return this.texts.push(texts) - 1;
  }

  /** Texts that tell this group from the others; the type always, area and sequence where there are several. */
  nameOf(index: number): string[] {
    return this.texts[index]!.flatMap((text, part) => {
      const isAlwaysShown = groupNames[part] === 'Production Type';
      const differs = this.texts.some((other) => other[part] !== text);
      if (text === '' || !(isAlwaysShown || differs)) return [];
      return [groupNames[part] === 'Sequence' && /^\d+$/.test(text) ? `Sequence ${text}` : text];
    });
  }
}

/** Rows of the skipped hour are left out once they are found to be empty. */
function readRows(text: string, head: EntsoeHead, isUtc: boolean, missing: Marks, faults: FaultList) {
  const groups = new Groups(head, faults.file);
  const seen = new Map<string, number>();
  const occurrence = (key: string) => {
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before;
  };
  const most = countLines(text, 2);
  const [clock, startUtc] = [new Float64Array(most), new Float64Array(most)];
  const [minutes, group] = [new Uint8Array(most), new Uint16Array(most)];
  const skipped: number[] = [];
  const stamp = {
    form: 'interval "DD/MM/YYYY HH:MM:SS - DD/MM/YYYY HH:MM:SS" of 15, 30 or 60 minutes on that clock',
    minutes(cells: Row, row: number) {
      const written = cells.cell(head.interval);
      // No row is left out, so that rows follow the header line by line.
      const index = groups.indexOf(cells, row + 2);
      const interval = entsoeInterval(written, isUtc, () => occurrence(`${index} ${written}`));
      if (interval === undefined) return Number.NaN;
      group[row] = index;
      clock[row] = interval.clock;
      startUtc[row] = interval.startUtc;
      if (interval.isSkipped) skipped.push(row);
      else minutes[row] = interval.length;
      return interval.clock;
    },
  };
  const table = readEntsoeTable(text, head, stamp, missing, faults);
  checkSkippedHour(skipped, head.series, table, faults);
  const { lines, values, warnings } = table;
  const rows = lines.length;
  const long: LongTable = {
    startUtc: startUtc.subarray(0, rows),
    clock: clock.subarray(0, rows),
    minutes: minutes.subarray(0, rows),
    group: group.subarray(0, rows),
    lines,
    values,
  };
  return { long, groups, warnings };
}

function columnsOf(groups: Groups, series: readonly EntsoeSeries[], values: readonly (readonly Float64Array[])[]) {
  return values.flatMap((columns, group) =>
    columns.map((column, index): RecordedColumn => {
      const { name, unit, quantity } = series[index]!;
      const parts = groups.nameOf(group);
      const isNamed = series.length === 1 && groups.texts[group]![0] !== '';
      return { name: (isNamed ? parts : [...parts, name]).join(', '), quantity, unit, values: column };
    }),
  );
}

export const entsoeNewFormat: ForeignFormat = {
  name: 'entsoe-new',
  beginning: '"MTU (CET/CEST)","Area",…, then rows "01/01/2024 00:00:00 - 01/01/2024 01:00:00"',
  recognises: ({ lines }) => isEntsoe(lines, intervalOfNewLayout),
  record({ text }, faults, { missing = [] }): Recording {
    const { head: whole, zone } = readEntsoeHead(text, faults.file);
    // Prices within the day have intervals of their own in another column; prices of the day ahead have those of MTU.
    const series = whole.series.filter(({ name }) => !name.startsWith('Intraday'));
    const left = whole.series.length - series.length;
    const head = { ...whole, series };
    const { long, groups, warnings } = readRows(text, head, zone.kind === 'offset', missing, faults);
    const table = pivot(long, groups.texts.length, faults);
    const skipped = { code: 'columns-skipped', message: 'the intraday prices were not read', line: 1 };
    return recordingOf(
      { ...table, warnings },
      {
        why: `line 1 is a header of the ENTSO-E Transparency Platform with "${head.cells[head.interval]}", and its rows are intervals with seconds`,
        zone,
        label: { kind: 'start' },
        stepMinutes: table.stepMinutes,
        columns: columnsOf(groups, series, table.groups),
        warnings: left === 0 ? [] : [skipped],
      },
    );
  },
};
