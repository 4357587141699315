import { hash } from 'node:crypto';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { ColumnValues } from '../../src/ledger/column.ts';
import { ledgerOf } from '../../src/ledger/ledger.ts';
import type { StorageOrder } from '../../src/ledger/storage-queue.ts';
import { type LedgerTable, recordKinds, rowsOf } from '../../src/ledger/table.ts';
import { readParquet } from '../../src/results/hours/schedule-parquet.ts';
import { tableToParquet } from '../../src/results/ledger/table-parquet.ts';
import { tableToCsv, tableToJson } from '../../src/results/ledger/table-text.ts';
import { randomPlace } from '../ledger/random-place.ts';
import { chanceOf } from '../verify/random-plan.ts';

const statement = { placeId: 'first--only', isSynthetic: false, contentHash: '0'.repeat(64) };

function tablesOf(seed: number, order: StorageOrder): LedgerTable[] {
  const ledger = ledgerOf(randomPlace(seed), order, statement);
  return recordKinds.map((kind) => ledger.table(kind));
}

const sha256 = (bytes: Buffer) => hash('sha256', bytes).slice(0, 12);

describe('the records of a schedule drawn by chance', () => {
  // As rules and records stood when the first ledgers were written; other ones are another LEDGER_RULE.
  test.for<readonly [StorageOrder, readonly string[], readonly string[]]>([
    [
      'fifo',
      ['634c0e34bafc', 'ce6314163894', '1438e6697159', '8e4df0ce4f8a', 'a304f4c94449'],
      ['3f18d0c82f2b', 'c31b0cbef1f9', '3ab0cd24f947', '18161befc6e1', '35feaae6dce0'],
    ],
    [
      'lifo',
      ['c9d0acfa26ad', '4a557c0bbf3e', '14bf318c8542', '172ac2722c0d', '73fc4abc25c4'],
      ['d2af6a845e8b', '0e0514d172a9', 'f161ffd23406', '65d53ce18356', '02e95c15aa0a'],
    ],
    [
      'weightedAverage',
      ['ccbb6ca5d7be', '7aefbe90b88e', '089793cf4252', 'dd80b14c0da8', '8903c766e44f'],
      ['24e1171d0cd8', 'c7e2199bcd49', '0efe869930bd', '4471f461a80f', 'cdd8bd3caec2'],
    ],
  ])('and their hashes, %s, are what they always were', ([order, csv, json]) => {
    // Emissions rest on factors that are no part of the records.
    const tables = tablesOf(1, order).filter(({ kind }) => kind !== 'emissions');
    expect(tables.map(({ rows }) => rows)).toEqual([58, 19, order === 'weightedAverage' ? 89 : 85, 30, 8]);
    expect(tables.map((table) => sha256(tableToCsv(table, 'first--only')))).toEqual(csv);
    expect(tables.map((table) => sha256(tableToJson(table, 'first--only')))).toEqual(json);
  });

  test('hold the same cells in CSV, JSON and Parquet, and so do some of their rows', async () => {
    let empty = 0;
    for (let seed = 0; seed < 12; seed++) {
      for (const whole of tablesOf(seed, 'fifo')) {
        for (const table of [whole, rowsOf(whole, (row) => row % 3 === 1)]) {
          const cells = csvCells(table);
          expect(jsonCells(table)).toEqual(cells);
          expect(await parquetCells(table)).toEqual(cells);
          empty += cells.flat().filter((cell) => cell === '').length;
        }
      }
    }
    expect(empty).toBeGreaterThan(1000);
  });
});

test('numbers of Parquet are exact up to 2^53, whatever they are beside', async () => {
  for (const most of [0, 1, 2 ** 31, 2 ** 40, 2 ** 52, 2 ** 53]) {
    const chance = chanceOf(most % 1009);
    for (const rows of [1, 2, 33, 129, 300]) {
      const whole = Float64Array.from({ length: rows }, () => Math.round(most * (chance() < 0.2 ? 1 : chance())));
      const { columns } = await readParquet(tableToParquet(tableWith({ kind: 'whole', whole })));
      expect(Array.from(columns[0]!.cells, Number)).toEqual([...whole]);
    }
  }
});

test('names that a spreadsheet would run are text in CSV', () => {
  const cells = ['=cmd()', '+1', '-1', '@x', '\t=1', 'a, "b"', 7, '<script>'];
  const codes = Int32Array.of(0, 1, 2, 3, 4, 5, -1, 6, 7);
  const csv = tableToCsv(tableWith({ kind: 'coded', cells, codes }), 'first--2005').toString();
  expect(csv.split('\n').slice(4, -1)).toEqual([
    ...["'=cmd()", "'+1", "'-1", "'@x", "'\t=1", '"a, ""b"""', '', '7', '<script>'],
  ]);
});

function tableWith(values: ColumnValues): LedgerTable {
  const rows = values.kind === 'whole' ? values.whole.length : values.codes.length;
  const type = values.kind === 'whole' ? 'wattHours' : 'text';
  const columns = [{ name: 'name', type, meaning: '', ...values } as const];
  return { kind: 'production', rows, columns, chainStart: '', chainEnd: '', hourOf: () => 0, devicesOf: () => [] };
}

/** By column, as they stand in CSV. */
function csvCells(table: LedgerTable): string[][] {
  const csv = tableToCsv(table, 'first--only').toString();
  const [, ...rows] = Papa.parse<string[]>(csv, { comments: '#', skipEmptyLines: true }).data;
  return table.columns.map((_, column) => rows.map((row) => row[column]!));
}

const shown = (cell: unknown) =>
  cell instanceof Date ? cell.toISOString().replace(/:00\.000Z$/, 'Z') : cell === null ? '' : String(cell);

function jsonCells(table: LedgerTable): string[][] {
  const { columns } = JSON.parse(tableToJson(table, 'first--only').toString());
  return columns.map(({ values }: { values: unknown[] }) => values.map(shown));
}

async function parquetCells(table: LedgerTable): Promise<string[][]> {
  const { columns } = await readParquet(tableToParquet(table));
  return columns.map(({ cells }) => Array.from(cells as ArrayLike<unknown>, shown));
}
