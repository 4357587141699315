/** Tables by year, wherever a field takes one. */

import { conflict, type Fault, type Path } from '../faults/fault.ts';
import type { ByYear } from '../scenario.ts';

/** Fields of one group; those that hold a table by year are looked at. */
type Fields = Readonly<Record<string, unknown>>;

/** Years of a table rise. */
export function tableFaults(fields: Fields, path: Path): Fault[] {
  return Object.entries(fields).flatMap(([field, table]) => {
    if (!isTable(table)) return [];
    return table.flatMap(({ year }, at) => {
      const before = table[at - 1]?.year;
      if (before === undefined || year > before) return [];
      return conflict([...path, field, at, 'year'], `${year} does not come after ${before}`, 'Years of a table rise.');
    });
  });
}

export function isTable(value: unknown): value is Exclude<ByYear, number> {
  return Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null && 'year' in row);
}
