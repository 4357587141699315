/** The table below the head of any PVGIS file: compact stamps of UTC, then numbers, an empty line and a legend. */
import type { FaultList } from '../../faults.ts';
import { namedColumns, refuseEmptyTable } from '../../table/head.ts';
import type { Marks } from '../../table/numbers.ts';
import type { Row } from '../../table/row.ts';
import { minutesOfCompactStamp } from '../../table/stamps.ts';
import { readTable, type Table, type TableColumn } from '../../table/table.ts';
import type { PvgisHead } from './head.ts';

/** The columns after the stamp, and their values in the same order. */
export interface PvgisTable {
  readonly columns: readonly TableColumn[];
  readonly table: Table;
}

/** @throws ProfileError (profile.wrong-length) where no row follows the head. */
export function readPvgisTable(text: string, head: PvgisHead, missing: Marks, faults: FaultList): PvgisTable {
  const { cells, headerLine, delimiter, decimal } = head;
  const columns = namedColumns(cells, headerLine, faults).slice(1);
  const stamp = {
    name: cells[0]!,
    column: 1,
    form: 'YYYYMMDD:HHMM',
    minutes: (row: Row) => minutesOfCompactStamp(row.cell(0)),
    text: (row: readonly string[]) => row[0]!,
  };
  const numbers = { decimal, missing: ['', 'NaN', 'nan', ...missing] };
  const width = cells.findLastIndex((name) => name !== '') + 1;
  const firstLine = headerLine + 1;
  const rules = { firstLine, delimiter, width, mayBePadded: true, columns, numbers, stamp, footer: 'text' } as const;
  const table = readTable(text, rules, faults);
  refuseEmptyTable(table, headerLine, faults);
  return { columns, table };
}
