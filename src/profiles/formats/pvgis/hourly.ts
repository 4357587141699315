/**
 * Hourly series of PVGIS ("seriescalc"): UTC, `YYYYMMDD:HHMM`. The minute is that of the satellite's slot (:10 with
 * SARAH) or of the reanalysis (:30 with ERA5): the irradiance is a sample at that minute, which stands for its hour.
 * `P` is in W for the nominal power that the head states. `Int` marks rows whose irradiance was reconstructed.
 */
import type { FaultList } from '../../faults.ts';
import type { RecordedColumn, RecordedPlane, RecordedWarning, Recording } from '../../recording/recording.ts';
import { recordingOf } from '../../table/head.ts';
import { numberOfCell } from '../../table/plain-number.ts';
import type { Table, TableColumn } from '../../table/table.ts';
import type { ForeignFormat } from '../format.ts';
import { type PvgisHead, pvgisHeaderIn, pvgisMeaning, readPvgisHead, readPvgisTable } from './head.ts';

/** PVGIS counts azimuths from south, west positive. */
const SOUTH_DEG = 180;

const nominalPower = /^Nominal power of the PV system\b.*\(kWp\)$/;

function planeOf({ values }: PvgisHead): RecordedPlane | undefined {
  // Modules that follow the sun have no such number; the optimum is marked behind it.
  const degrees = (key: string) =>
    Number(/^(-?\d+(?:\.\d+)?) deg\./.exec(values.get(key)?.value ?? '')?.[1] ?? Number.NaN);
  const tiltDeg = degrees('Slope');
  const azimuthDeg = (((degrees('Azimuth') + SOUTH_DEG) % 360) + 360) % 360;
  return Number.isNaN(tiltDeg + azimuthDeg) ? undefined : { tiltDeg, azimuthDeg };
}

function capacityOf({ values }: PvgisHead, faults: FaultList): number | undefined {
  const [, stated] = [...values].find(([key]) => nominalPower.test(key)) ?? [];
  if (stated === undefined) return undefined;
  const capacityKW = numberOfCell(stated.value);
  if (capacityKW > 0) return capacityKW;
  faults.add('profile.bad-header', { where: 'Nominal power of the PV system', line: stated.line }, () => ({
    problem: `${stated.value} kWp`,
    expected: 'a nominal power above 0 kWp',
  }));
  return undefined;
}

/** One sample an hour, always at the same minute: otherwise two ways of reading the sun stand in one file. */
function minuteOf(table: Table, faults: FaultList): number {
  const minuteOfRow = (minutes: number) => ((minutes % 60) + 60) % 60;
  const first = minuteOfRow(table.clockMinutes.find((minutes) => !Number.isNaN(minutes)) ?? 0);
  table.clockMinutes.forEach((minutes, row) => {
    if (Number.isNaN(minutes) || minuteOfRow(minutes) === first) return;
    faults.add('profile.bad-stamp', { where: 'time', line: table.lines[row]!, column: 1 }, () => ({
      problem: `minute ${minuteOfRow(minutes)} where the rows before have minute ${first}`,
      expected: 'the same minute in every hour: one file of PVGIS, not several joined',
    }));
  });
  return first;
}

function warningsOf(head: PvgisHead, columns: readonly TableColumn[], table: Table): RecordedWarning[] {
  const warnings: RecordedWarning[] = [];
  const flags = table.values[columns.findIndex(({ name }) => name === 'Int')];
  const reconstructed = flags?.reduce((count, flag) => count + (flag > 0 ? 1 : 0), 0) ?? 0;
  if (reconstructed > 0) {
    const message = `the irradiance of ${reconstructed} of ${flags!.length} rows was reconstructed by PVGIS, not observed (Int = 1)`;
    warnings.push({
      code: 'reconstructed-values',
      message,
      line: table.lines[flags!.findIndex((flag) => flag > 0)]!,
    });
  }
  const losses = head.values.get('System losses (%)');
  if (losses !== undefined && columns.some(({ name }) => name === 'P')) {
    const message = `P already includes system losses of ${losses.value} %`;
    warnings.push({ code: 'losses-included', message, line: losses.line });
  }
  return warnings;
}

export const pvgisHourlyFormat: ForeignFormat = {
  name: 'pvgis-hourly',
  beginning: 'lines such as "Latitude (decimal degrees):", then the header "time,P,G(i),H_sun,T2m,WS10m,Int"',
  recognises: ({ lines }) => pvgisHeaderIn(lines)?.cells.some((name) => /^(P|G[bdr]?\(i\))$/.test(name)) ?? false,
  record({ text }, faults, { missing = [] }): Recording {
    const head = readPvgisHead(text, faults);
    const { cells, headerLine, delimiter, site } = head;
    const { columns, table } = readPvgisTable(text, head, missing, faults);
    const capacityKW = capacityOf(head, faults);
    const plane = planeOf(head);
    return recordingOf(table, {
      why: `line ${headerLine} is the header "${cells.join(delimiter)}" of hourly PVGIS series`,
      zone: { kind: 'offset', minutes: 0 },
      label: { kind: 'sample', minutesIntoHour: minuteOf(table, faults) },
      stepMinutes: 60,
      columns: columns.map(({ name }, index): RecordedColumn => {
        const capacity = name === 'P' && capacityKW !== undefined ? { capacityKW } : {};
        return { name, ...pvgisMeaning(name), ...capacity, values: table.values[index]! };
      }),
      site,
      plane,
      warnings: warningsOf(head, columns, table),
    });
  },
};
