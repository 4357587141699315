/** What the heads of foreign tables have in common: names of columns, key-and-value lines, and the ends of the table. */
import { type FaultList, refuse, shown } from '../faults.ts';
import type { RecordedSite, RecordedWarning } from '../recording/recording.ts';
import { numberOfCell } from './plain-number.ts';
import type { Table, TableColumn } from './table.ts';

/** Columns by name, from the cells of a header; empty cells are padding. Names that stand twice are faults. */
export function namedColumns(cells: readonly string[], line: number, faults: FaultList): TableColumn[] {
  const firstOf = new Map<string, number>();
  const columns: TableColumn[] = [];
  cells.forEach((name, cell) => {
    if (name === '') return;
    const first = firstOf.get(name);
    if (first === undefined) {
      firstOf.set(name, cell);
      columns.push({ name, cell });
    } else {
      faults.add('profile.bad-header', { where: name, line, column: cell + 1 }, () => ({
        problem: `${shown(name)} is also the name of column ${first + 1}`,
        expected: 'names that differ',
      }));
    }
  });
  return columns;
}

/** A place on earth; undefined where the file gives none or one that does not exist. */
export function siteOf(latitude: string, longitude: string, elevation: string): RecordedSite | undefined {
  const [latitudeDeg, longitudeDeg, elevationM] = [latitude, longitude, elevation].map((text) =>
    numberOfCell(text.trim()),
  );
  const exists = Math.abs(latitudeDeg!) <= 90 && Math.abs(longitudeDeg!) <= 180;
  if (!exists) return undefined;
  const site = { latitudeDeg: latitudeDeg!, longitudeDeg: longitudeDeg! };
  return Number.isNaN(elevationM!) ? site : { ...site, elevationM: elevationM! };
}

/** @throws ProfileError (profile.wrong-length) for a table without rows: nothing else can be judged. */
export function refuseEmptyTable(table: Table, headerLine: number, faults: FaultList): void {
  if (table.clockMinutes.length > 0) return;
  faults.throwIfAny();
  refuse(
    faults.file,
    'profile.wrong-length',
    { where: 'file', line: headerLine },
    'no rows after the header',
    'one row for each hour',
  );
}

/** A text that ends inside a row may have been cut off inside a number, which nothing else would show. */
export function openEndWarnings(text: string, table: Table): RecordedWarning[] {
  if (text.endsWith('\n') || table.endLine !== undefined) return [];
  const message = 'the last row has no line end: if the file was cut off, its last number may be wrong';
  return [{ code: 'no-line-end', message, line: table.lines.at(-1)! }];
}
