/** What the heads of foreign tables have in common: names of columns, places, zones. */
import { type FaultList, type Place, shown } from '../faults.ts';
import type { RecordedPlane, RecordedSite, Recording, Zone } from '../recording/recording.ts';
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

/** Hours from UTC as a head states them, such as `-1.0`; a fault where they are none. */
export function zoneOfHours(text: string, place: Place, expected: string, faults: FaultList): Zone {
  const minutes = numberOfCell(text.trim()) * 60;
  if (Math.abs(minutes) <= MOST_HOURS_FROM_UTC * 60 && Number.isInteger(minutes)) return { kind: 'offset', minutes };
  faults.add('profile.bad-header', place, () => ({ problem: `${shown(text)} is no distance from UTC`, expected }));
  return { kind: 'unstated' };
}

const MOST_HOURS_FROM_UTC = 14;

type Facts = Pick<Recording, 'why' | 'zone' | 'label' | 'stepMinutes' | 'columns'> &
  Partial<Pick<Recording, 'isTypicalYear' | 'midnights' | 'warnings'>> & {
    readonly site?: RecordedSite | undefined;
    readonly plane?: RecordedPlane | undefined;
  };

/** What is recorded of a table, of a chronological year unless something else is said. */
export function recordingOf(
  { clockMinutes, lines, warnings }: Pick<Table, 'clockMinutes' | 'lines' | 'warnings'>,
  { site, plane, ...facts }: Facts,
): Recording {
  return {
    isTypicalYear: false,
    synthetic: false,
    clockMinutes,
    lines,
    ...facts,
    ...(site && { site }),
    ...(plane && { plane }),
    warnings: [...(facts.warnings ?? []), ...warnings],
  };
}
