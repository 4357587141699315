/** How much memory a table may take, told before any of it is. */
import { type FaultList, refuse } from '../faults.ts';
import { countLines } from './rows.ts';

interface Shape {
  readonly firstLine: number;
  readonly width: number;
  readonly columns: readonly unknown[];
}

/** The widest exports, of wind farms and of all of Europe, have about three hundred. */
export const MOST_COLUMNS = 1000;
/** A year of ten minutes of a wind farm in three hundred columns, or twenty years of hours in a hundred: 160 MB. */
const MOST_NUMBERS = 20_000_000;

/**
 * Room for the rows of a text. A whole row has a character for each cell; rows of other widths may not make the arrays
 * larger than the text.
 *
 * @throws ProfileError for more columns or numbers than any profile has
 */
export function roomFor(text: string, { firstLine, width, columns }: Shape, faults: FaultList): number {
  const place = { where: 'header', line: Math.max(firstLine - 1, 1) };
  const { file } = faults;
  if (columns.length > MOST_COLUMNS) {
    refuse(file, 'profile.bad-header', place, `${columns.length} columns`, `at most ${MOST_COLUMNS} columns`);
  }
  const rows = Math.min(countLines(text, firstLine), Math.ceil((text.length + width) / width));
  if (rows * columns.length > MOST_NUMBERS) {
    const problem = `${rows} rows of ${columns.length} columns, more than ${MOST_NUMBERS} numbers`;
    refuse(file, 'profile.unreadable', place, problem, 'years of hours; keep the columns in use');
  }
  return rows;
}
