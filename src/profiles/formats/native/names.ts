/** The words of the native format that its reader and its writer must agree on. */

export const firstLine = '# hourmatch profile';
export const timeHeader = 'time [UTC]';

/** A letter, then letters, digits, `_`, `.` or `-`: nothing that CSV, YAML or a shell would read as its own. */
const columnName = /^\p{L}[\p{L}\p{N}\p{M}_.-]*$/u;

/** Composed spelling only (NFC): two names that look alike on paper are then the same name. */
export function isColumnName(text: string): boolean {
  return columnName.test(text) && text.normalize('NFC') === text;
}
