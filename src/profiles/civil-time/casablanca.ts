/**
 * The clocks of Morocco, from our own table: the country left UTC+1 for good on 20 September 2026 by a decree of June
 * 2026, which a runtime older than that summer does not know. Where the table ends, its last offset goes on.
 */
import { readFileSync } from 'node:fs';
import { packageFolder } from '../../package-folder.ts';
import type { OffsetTable } from './offset-table.ts';

const place = new URL('data/civil-time/africa-casablanca.json', packageFolder);
const MILLISECONDS_PER_MINUTE = 60_000;
const SECONDS_PER_MINUTE = 60;

interface TableFile {
  readonly zones: readonly string[];
  /** [from, UTC; seconds east of UTC] */
  readonly transitions: readonly (readonly [string, number])[];
}

let read: TableFile | undefined;

function tableFile(): TableFile {
  read ??= JSON.parse(readFileSync(place, 'utf8')) as TableFile;
  return read;
}

/** The table of a zone of Morocco, whatever the case of its letters; undefined for any other zone. */
export function moroccanTable(zone: string): OffsetTable | undefined {
  const { zones, transitions } = tableFile();
  const name = zones.find((known) => known.toLowerCase() === zone.toLowerCase());
  if (name === undefined) return undefined;
  return {
    name,
    from: Float64Array.from(transitions, ([from]) => Date.parse(from) / MILLISECONDS_PER_MINUTE),
    offsetMinutes: Float64Array.from(transitions, ([, seconds]) => seconds / SECONDS_PER_MINUTE),
  };
}
