/** The table below the comments of a renewables.ninja file: `time` in UTC; `local_time` repeats and skips hours. */
import type { FaultList } from '../../faults.ts';
import { namedColumns, refuseEmptyTable } from '../../table/head.ts';
import type { Marks } from '../../table/numbers.ts';
import { minutesOfStamp } from '../../table/stamps.ts';
import { readTable, type Table, type TableColumn } from '../../table/table.ts';
import type { NinjaHead } from './head.ts';

export interface NinjaTable {
  readonly columns: readonly TableColumn[];
  readonly table: Table;
}

export function readNinjaTable(text: string, head: NinjaHead, missing: Marks, faults: FaultList): NinjaTable {
  const { cells, headerLine } = head;
  const columns = namedColumns(cells, headerLine, faults).filter(
    ({ name }) => name !== 'time' && name !== 'local_time',
  );
  const table = readTable(
    text,
    {
      firstLine: headerLine + 1,
      delimiter: ',',
      width: cells.length,
      header: cells,
      columns,
      numbers: { decimal: 'point', missing: ['', 'NaN', 'nan', ...missing] },
      stamp: {
        name: 'time',
        column: 1,
        form: 'YYYY-MM-DD HH:MM in UTC',
        minutes: (row) => minutesOfStamp(row.cell(0), 'year-first'),
        text: ([stamp = '']) => stamp,
      },
      footer: 'none',
    },
    faults,
  );
  refuseEmptyTable(table, headerLine, faults);
  return { columns, table };
}
