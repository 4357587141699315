/** Sheets of workbooks (XLSX) as CSV: numbers and dates as they are kept, whatever the sheet shows of them. */
import { refuse } from '../../faults.ts';
import { csvLine, MOST_CELLS, type PlainCell, textOfLines } from './csv-line.ts';

export interface NamedSheet {
  readonly name: string;
  readonly rows: readonly (readonly PlainCell[])[];
}

/** Fewer rows than a day has hours are no series. */
const FEWEST_ROWS = 24;

/**
 * Rows are kept as wide as their last cell stands, and as many as the last row says: one cell far out takes the memory of all before it.
 * @throws ProfileError for a part of a workbook whose cells span more than any profile has
 */
export function checkSpan(part: Uint8Array, file: string): void {
  let [rows, columns] = [0, 0];
  const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
  for (const [, place = ''] of xml.matchAll(/\sr\s*=\s*["']([^"']{1,20})/g)) {
    const [, letters = '', row = '0'] = /^\s*([A-Z]{0,3})(\d{0,7})\s*$/i.exec(place) ?? [];
    if (place.includes('&')) refuseWorkbook(file, 'cells whose places are written as entities');
    const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    [rows, columns] = [Math.max(rows, Number(row)), Math.max(columns, column)];
  }
  if (rows * columns > MOST_CELLS) refuseWorkbook(file, `cells that span ${rows} rows of ${columns} columns`);
}

function refuseWorkbook(file: string, problem: string): never {
  const expected = 'one that opens, with nothing far from its table; or its sheet saved as CSV';
  return refuse(file, 'profile.unreadable', { where: 'file' }, `a workbook: ${problem}`, expected);
}

/** Those that hold a series: visible, and with rows enough. @throws ProfileError for what is no workbook */
export async function sheetsOf(bytes: Uint8Array, file: string): Promise<NamedSheet[]> {
  // Loaded where a workbook is: most files are text.
  const { readXlsx } = await import('hucre/xlsx');
  try {
    const { sheets } = await readXlsx(bytes, { sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden });
    const all = sheets.map(({ name, rows }) => ({ name, rows: rows as readonly (readonly PlainCell[])[] }));
    const long = all.filter(({ rows }) => rows.length >= FEWEST_ROWS);
    return long.length > 0 ? long : all;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuseWorkbook(file, reason);
  }
}

/** @throws ProfileError where a text that many cells share makes it larger than what is read */
export function csvOfSheet({ rows }: NamedSheet, file: string): string {
  return textOfLines(
    (function* () {
      for (const row of rows) yield csvLine(row);
    })(),
    file,
  );
}
