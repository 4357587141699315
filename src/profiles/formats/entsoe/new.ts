/**
 * ENTSO-E Transparency Platform, layout since 2024: `01/01/2024 00:00:00 - 01/01/2024 00:15:00`, one row for each
 * interval, area, production type and sequence of auctions. Hourly and quarter-hourly rows may stand in one file.
 */
import { type FaultList, refuse, shown } from '../../faults.ts';
import type { RecordedColumn, Recording } from '../../recording/recording.ts';
import { openEndWarnings, refuseEmptyTable } from '../../table/head.ts';
import type { Marks } from '../../table/numbers.ts';
import type { Row } from '../../table/row.ts';
import { countLines, firstLines } from '../../table/rows.ts';
import { readTable } from '../../table/table.ts';
import type { ForeignFormat } from '../format.ts';
import {
  clockOf,
  type EntsoeHead,
  type EntsoeSeries,
  entsoeHeadOf,
  entsoeMissing,
  intervalOfNewLayout,
  isEntsoe,
  refuseNoSeries,
  withoutArea,
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
function readRows(
  text: string,
  head: EntsoeHead,
  series: readonly EntsoeSeries[],
  isUtc: boolean,
  missing: Marks,
  faults: FaultList,
) {
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
  const table = readTable(
    text,
    {
      firstLine: 2,
      delimiter: ',',
      width: head.cells.length,
      header: head.cells,
      columns: series,
      numbers: { decimal: 'point', missing: [...entsoeMissing, ...missing] },
      stamp: {
        name: head.cells[head.interval]!,
        column: head.interval + 1,
        form: 'interval "DD/MM/YYYY HH:MM:SS - DD/MM/YYYY HH:MM:SS" of 15, 30 or 60 minutes on that clock',
        minutes(cells, row) {
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
        text: (cells) => cells[head.interval] ?? '',
      },
      footer: 'none',
    },
    faults,
  );
  refuseEmptyTable(table, 1, faults);
  for (const row of skipped) {
    const full = table.values.findIndex((column) => !Number.isNaN(column[row]!));
    if (full === -1) continue;
    const { name, cell } = series[full]!;
    faults.add('profile.bad-stamp', { where: name, line: table.lines[row]!, column: cell + 1 }, () => ({
      problem: `${table.values[full]![row]} in the hour that the clock skips at the change to summer time`,
      expected: 'no row or an empty one there, as in a file whose stamps are in CET/CEST',
    }));
  }
  const rows = table.lines.length;
  const long: LongTable = {
    startUtc: startUtc.subarray(0, rows),
    clock: clock.subarray(0, rows),
    minutes: minutes.subarray(0, rows),
    group: group.subarray(0, rows),
    lines: table.lines,
    values: table.values,
  };
  return { long, groups, warnings: openEndWarnings(text, table) };
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
    const [header = '', firstRow = ''] = firstLines(text, 2);
    const named = entsoeHeadOf(header);
    if (named === undefined) {
      return refuse(faults.file, 'profile.bad-header', { where: 'header', line: 1 }, shown(header), 'MTU (CET/CEST)');
    }
    const head = withoutArea(named, firstRow);
    refuseNoSeries(head, faults);
    const zone = clockOf(head, firstRow, faults.file);
    // Prices within the day have intervals of their own in another column; prices of the day ahead have those of MTU.
    const series = head.series.filter(({ name }) => !name.startsWith('Intraday'));
    const left = head.series.length - series.length;
    const { long, groups, warnings } = readRows(text, head, series, zone.kind === 'offset', missing, faults);
    const table = pivot(long, groups.texts.length, faults);
    const skipped = { code: 'columns-skipped', message: 'the intraday prices were not read', line: 1 };
    return {
      why: `line 1 is a header of the ENTSO-E Transparency Platform with "${head.cells[head.interval]}", and its rows are intervals with seconds`,
      zone,
      label: { kind: 'start' },
      stepMinutes: table.stepMinutes,
      isTypicalYear: false,
      synthetic: false,
      clockMinutes: table.clockMinutes,
      lines: table.lines,
      columns: columnsOf(groups, series, table.groups),
      warnings: left === 0 ? warnings : [...warnings, skipped],
    };
  },
};
