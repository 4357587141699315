/** Sheets of workbooks (XLSX) as CSV: numbers and dates as they are kept, whatever the sheet shows of them. */
import { refuse } from '../../faults.ts';
import { csvLine, type PlainCell } from './csv-line.ts';

export interface NamedSheet {
  readonly name: string;
  readonly rows: readonly (readonly PlainCell[])[];
}

/** Fewer rows than a day has hours are no series. */
const FEWEST_ROWS = 24;

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
    return refuse(
      file,
      'profile.unreadable',
      { where: 'file' },
      `a workbook: ${reason}`,
      'one that opens; or its sheet saved as CSV',
    );
  }
}

export function csvOfSheet({ rows }: NamedSheet): string {
  return `${rows.map(csvLine).join('\n')}\n`;
}
