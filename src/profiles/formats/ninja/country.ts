/**
 * Country files of renewables.ninja: hourly capacity factors of whole fleets over many years, UTC, after a few comment
 * lines (none in older files): `time,national,onshore,offshore`.
 */
import { refuse } from '../../faults.ts';
import type { RecordedColumn, Recording } from '../../recording/recording.ts';
import { recordingOf } from '../../table/head.ts';
import { firstLines } from '../../table/rows.ts';
import { stepOf } from '../../table/stamps.ts';
import type { ForeignFormat } from '../format.ts';
import { aboveOneWarnings } from '../opsd-warnings.ts';
import { isFromNinja, type NinjaHead, ninjaHeadIn, readNinjaTable } from './head.ts';

/** `national`, `onshore`, `offshore`, or codes of countries and regions: `MA`, `DE11`, `MAR`. */
const fleetName = /^(national|onshore|offshore|[A-Z]{2}[A-Z0-9]{0,3})$/;

/** Files of weather have the same comments; their columns are quantities, not fleets. */
function isFleet({ cells }: NinjaHead): boolean {
  return cells.length > 1 && cells.slice(1).every((name) => fleetName.test(name));
}

export const ninjaCountryFormat: ForeignFormat = {
  name: 'ninja-country',
  beginning: 'comments of renewables.ninja, then the header "time,national,…" or "time,…" with codes of countries',
  recognises({ lines }) {
    const head = ninjaHeadIn(lines);
    return head !== undefined && isFleet(head) && (isFromNinja(head) || head.cells.includes('national'));
  },
  record({ text }, faults, { missing = [] }): Recording {
    const head = ninjaHeadIn(firstLines(text));
    if (head === undefined) {
      return refuse(faults.file, 'profile.bad-header', { where: 'header' }, 'no header', 'time,national,…');
    }
    const { columns: named, table } = readNinjaTable(text, head, missing, faults);
    const columns = named.map(
      ({ name }, index): RecordedColumn => ({
        name,
        quantity: 'capacityFactor',
        unit: '1',
        values: table.values[index]!,
      }),
    );
    return recordingOf(table, {
      why: `line ${head.headerLine} is the header "${head.cells.slice(0, 4).join(',')}" of country files of renewables.ninja`,
      zone: { kind: 'offset', minutes: 0 },
      label: { kind: 'start' },
      stepMinutes: stepOf(table.clockMinutes) ?? 60,
      columns,
      warnings: aboveOneWarnings(columns, table.lines),
    });
  },
};
