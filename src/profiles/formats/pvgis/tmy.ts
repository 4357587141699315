/**
 * Typical meteorological year of PVGIS: twelve months from different years, which its stamps say. They stand at the full
 * hour, UTC; the irradiance was seen `Irradiance Time Offset (h)` later, which files before version 5.3 do not state.
 */
import type { FaultList } from '../../faults.ts';
import type { RecordedWarning, Recording } from '../../recording/recording.ts';
import { recordingOf } from '../../table/head.ts';
import { numberOfCell } from '../../table/plain-number.ts';
import type { ForeignFormat } from '../format.ts';
import { type PvgisHead, pvgisHeaderIn, pvgisMeaning, readPvgisHead, readPvgisTable } from './head.ts';

function offsetOf({ values, headerLine }: PvgisHead, faults: FaultList, warnings: RecordedWarning[]): number {
  const stated = values.get('Irradiance Time Offset (h)');
  if (stated === undefined) {
    const message = 'the file does not say at which minute the irradiance was seen; the full hour is taken';
    warnings.push({ code: 'irradiance-offset-unstated', message, line: headerLine });
    return 0;
  }
  const hours = numberOfCell(stated.value);
  if (Math.abs(hours) < 1) return hours * 60;
  faults.add('profile.bad-header', { where: 'Irradiance Time Offset (h)', line: stated.line }, () => ({
    problem: stated.value,
    expected: 'a number of hours between −1 and 1',
  }));
  return 0;
}

export const pvgisTmyFormat: ForeignFormat = {
  name: 'pvgis-tmy',
  beginning:
    'lines such as "Latitude (decimal degrees): 45.000" and "month,year", then "time(UTC),T2m,RH,G(h),Gb(n),…"',
  recognises: ({ lines }) => {
    const cells = pvgisHeaderIn(lines)?.cells ?? [];
    return cells.includes('G(h)') && cells.includes('Gb(n)');
  },
  record({ text }, faults, { missing = [] }): Recording {
    const head = readPvgisHead(text, faults);
    const { cells, headerLine, delimiter, site } = head;
    const { columns, table } = readPvgisTable(text, head, missing, faults);
    const warnings: RecordedWarning[] = [];
    return recordingOf(table, {
      why: `line ${headerLine} is the header "${cells.join(delimiter)}" of a typical year of PVGIS`,
      zone: { kind: 'offset', minutes: 0 },
      label: { kind: 'sample', minutesIntoHour: offsetOf(head, faults, warnings) },
      stepMinutes: 60,
      isTypicalYear: true,
      columns: columns.map(({ name }, index) => ({ name, ...pvgisMeaning(name), values: table.values[index]! })),
      site,
      warnings: warnings,
    });
  },
};
