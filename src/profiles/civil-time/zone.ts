/** Zones as people write them, and the table of each. */
import type { Zone } from '../recording/recording.ts';
import { moroccanTable } from './casablanca.ts';
import { fixedOffset, type OffsetTable } from './offset-table.ts';
import { runtimeTable } from './runtime-table.ts';

/** For messages. */
export const zoneForms = 'UTC, an offset such as +01:00, or a zone such as Africa/Casablanca or Europe/Brussels';

const LARGEST_OFFSET_MINUTES = 14 * 60;
const offsetForm = /^(?:UTC|GMT)? ?([+\-−])(\d{1,2})(?::?([0-5]\d))?$/i;
/** Before, no zone of the world kept whole minutes from Greenwich everywhere. */
const FIRST_YEAR = 1972;

/** A zone as written in an option; undefined where it cannot be understood. */
export function zoneOf(text: string): Zone | undefined {
  if (/^(UTC|GMT|Z)$/i.test(text)) return { kind: 'offset', minutes: 0 };
  const [, sign, hours, minutes = '0'] = offsetForm.exec(text) ?? [];
  if (sign !== undefined) {
    const size = Number(hours) * 60 + Number(minutes);
    return size > LARGEST_OFFSET_MINUTES ? undefined : { kind: 'offset', minutes: sign === '+' ? size : -size + 0 };
  }
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(text)) return undefined;
  return tableOf({ kind: 'civil', name: text }, 2000, 2000) === undefined ? undefined : { kind: 'civil', name: text };
}

const tables = new Map<string, OffsetTable>();

/**
 * Offsets of a zone over whole years; found once for each zone and span. Morocco's come from our own table, all others
 * from the runtime.
 *
 * @returns undefined for a zone that nobody knows, or a year before 1972
 */
export function tableOf(
  zone: Exclude<Zone, { kind: 'unstated' }>,
  firstYear: number,
  lastYear: number,
): OffsetTable | undefined {
  if (zone.kind === 'offset') return fixedOffset(zone.minutes);
  if (firstYear < FIRST_YEAR) return undefined;
  const key = `${zone.name} ${firstYear} ${lastYear}`;
  const known = tables.get(key);
  if (known !== undefined) return known;
  const table = moroccanTable(zone.name) ?? runtimeTable(zone.name, firstYear, lastYear);
  if (table !== undefined) tables.set(key, table);
  return table;
}
