/** Cells of tables that are no text → lines of a CSV, each number as it stands and none that could be read in two ways. */

export type PlainCell = string | number | bigint | boolean | Date | null | undefined;

const MILLISECONDS_PER_MINUTE = 60_000;

/** Three digits behind a point could be thousands: such a number gets a fourth. */
function numberText(value: number): string {
  const text = String(value);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

function cellText(cell: PlainCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isNaN(cell) ? '' : numberText(cell);
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : stampText(cell);
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replace(/[\r\n]+/g, ' ').replaceAll('"', '""')}"` : text;
}

/** `2021-01-13 01:00`, with seconds where there are any: spreadsheets count days, whose parts are rounded. */
function stampText(date: Date): string {
  const seconds = Math.round(date.getTime() / 1000) * 1000;
  const text = new Date(seconds).toISOString().replace('T', ' ');
  return seconds % MILLISECONDS_PER_MINUTE === 0 ? text.slice(0, 16) : text.slice(0, 19);
}

/** A row of one text is a line of another program's making. */
export function csvLine(cells: readonly PlainCell[]): string {
  const [only] = cells;
  const isLine =
    typeof only === 'string' && cells.slice(1).every((cell) => cell === null || cell === undefined || cell === '');
  return isLine ? only.replace(/[\r\n]+/g, ' ') : cells.map(cellText).join(',');
}
