/**
 * Open-Meteo: one row of metadata, then sections (minutes, hours, days), each with its header `time,name (unit),…`.
 * Stamps are on a clock whose distance from UTC, `utc_offset_seconds`, is constant for the file, whatever the time zone's
 * law says; `timeformat=unixtime` gives seconds of UTC instead. Wind is in km/h unless another unit was asked for.
 */
import { type FaultList, refuse } from '../../faults.ts';
import { isKnownYear } from '../../hours/stamp.ts';
import type { Label, RecordedColumn, RecordedWarning, Recording } from '../../recording/recording.ts';
import { namedColumns, recordingOf } from '../../table/head.ts';
import { numberOfCell } from '../../table/plain-number.ts';
import { firstLines } from '../../table/rows.ts';
import { minutesOfStamp, stepOf } from '../../table/stamps.ts';
import { readTable, type StampRule } from '../../table/table.ts';
import type { ForeignFormat } from '../format.ts';
import {
  metadataHeader,
  type OpenMeteoColumn,
  type OpenMeteoSection,
  openMeteoColumn,
  openMeteoSections,
  readOpenMeteoHead,
} from './head.ts';

/** The one section of hours or minutes. @throws ProfileError where there is none, or a choice that nobody made. */
function hourlySection(sections: readonly OpenMeteoSection[], file: string): OpenMeteoSection {
  const [section, another] = sections.filter(({ rows }) => rows === 'hourly');
  if (section === undefined) {
    const expected = 'hourly= in the request; daily values and the current weather are no profile';
    return refuse(file, 'profile.bad-header', { where: 'header', line: 4 }, 'no section with hours', expected);
  }
  if (another === undefined) return section;
  const problem = `a section at line ${section.headerLine} and another of hours or minutes`;
  const expected = 'one of hourly= and minutely_15= in the request, not both';
  return refuse(file, 'profile.bad-header', { where: 'header', line: another.headerLine }, problem, expected);
}

function minutesOfUnixTime(cell: string): number {
  const minutes = numberOfCell(cell) / 60;
  return Number.isInteger(minutes) && isKnownYear(new Date(minutes * 60_000).getUTCFullYear()) ? minutes : Number.NaN;
}

function stampRule({ stamps }: OpenMeteoSection): StampRule {
  const isUnix = stamps === 'unix';
  return {
    name: 'time',
    column: 1,
    form: isUnix ? 'number of seconds since 1970, a whole minute' : 'YYYY-MM-DDTHH:MM',
    minutes: (row) => (isUnix ? minutesOfUnixTime(row.cell(0)) : minutesOfStamp(row.cell(0), 'year-first')),
    text: ([cell = '']) => cell,
  };
}

/**
 * Radiation is the mean of the interval that ends at its stamp, all else a sample at the stamp. Where a file has both, the
 * means say so themselves, and a series is the same whatever was asked for beside it.
 */
function labelOf(columns: readonly OpenMeteoColumn[]): { label: Label; warnings: RecordedWarning[] } {
  const means = columns.filter(({ isPrecedingMean }) => isPrecedingMean);
  const hasSamples = columns.some(({ isPrecedingMean, quantity }) => !isPrecedingMean && quantity !== 'other');
  if (means.length === 0) return { label: { kind: 'sample', minutesIntoHour: 0 }, warnings: [] };
  if (!hasSamples) return { label: { kind: 'end' }, warnings: [] };
  const names = means.map(({ name }) => name).join(', ');
  const [be, stand] = means.length === 1 ? ['is a mean', 'stands'] : ['are means', 'stand'];
  const message = `${names} ${be} of the time before each stamp and ${stand} for that time, all else is a sample at the stamp; the last hour of the file has no such mean: request one more day, or pass wrap`;
  return { label: { kind: 'sample', minutesIntoHour: 0 }, warnings: [{ code: 'means-among-samples', message }] };
}

function skippedWarnings(sections: readonly OpenMeteoSection[]): RecordedWarning[] {
  return sections
    .filter(({ rows }) => rows === 'other')
    .map(({ headerLine }) => ({
      code: 'section-skipped',
      message: `the section from line ${headerLine} on holds no hours and was not read`,
      line: headerLine,
    }));
}

export const openMeteoFormat: ForeignFormat = {
  name: 'open-meteo',
  beginning:
    '"latitude,longitude,elevation,utc_offset_seconds,…", its values, an empty line, "time,temperature_2m (°C),…"',
  recognises: ({ lines: [first = ''] }) => metadataHeader.test(first),
  record({ text }, faults: FaultList, { missing = [] }): Recording {
    const { offsetMinutes, site } = readOpenMeteoHead(firstLines(text, 3), faults);
    const sections = openMeteoSections(text);
    const section = hourlySection(sections, faults.file);
    const { headerLine, cells } = section;
    const heads = cells.map(openMeteoColumn);
    const columns = namedColumns(cells, headerLine, faults).slice(1);
    const stamp = stampRule(section);
    const table = readTable(
      text,
      {
        firstLine: headerLine + 1,
        width: cells.length,
        columns,
        numbers: { decimal: 'point', missing: ['NaN', 'nan', '', ...missing] },
        stamp,
        footer: 'unread',
      },
      faults,
    );
    const { label, warnings } = labelOf(columns.map(({ cell }) => heads[cell]!));
    return recordingOf(table, {
      why: `line 1 is the metadata of Open-Meteo; the hours are below line ${headerLine}`,
      zone: { kind: 'offset', minutes: section.stamps === 'unix' ? 0 : offsetMinutes },
      label,
      stepMinutes: stepOf(table.clockMinutes) ?? 60,
      columns: columns.map(({ cell }, index): RecordedColumn => {
        const { isPrecedingMean, ...column } = heads[cell]!;
        const own = isPrecedingMean && label.kind !== 'end' ? { label: { kind: 'end' as const } } : {};
        return { ...column, ...own, values: table.values[index]! };
      }),
      site,
      warnings: [...warnings, ...skippedWarnings(sections)],
    });
  },
};
