/**
 * Point files of renewables.ninja: one PV system or wind turbine at one place. `electricity` is in kW for the `capacity`
 * [kW] of the JSON comment. Raw columns of PV are on the plane of the modules, in kW/m², which the file calls "unknown".
 * Sources: Pfenninger & Staffell 2016, doi:10.1016/j.energy.2016.08.060; the columns as the GSEE model returns them.
 */
import { type FaultList, refuse, shown } from '../../faults.ts';
import type { RecordedColumn, RecordedPlane, Recording } from '../../recording/recording.ts';
import { recordingOf, siteOf } from '../../table/head.ts';
import { numberOfCell } from '../../table/plain-number.ts';
import { firstLines } from '../../table/rows.ts';
import { stepOf } from '../../table/stamps.ts';
import type { ForeignFormat } from '../format.ts';
import { isFromNinja, type NinjaStatement, ninjaHeadIn, readNinjaTable, statementOf } from './head.ts';

type Meaning = Pick<RecordedColumn, 'quantity' | 'unit' | 'irradiance'>;

const meanings = new Map<string, Meaning>([
  ['electricity', { quantity: 'power', unit: 'kW' }],
  ['irradiance_direct', { quantity: 'irradiance', unit: 'kW/m²', irradiance: 'beamPlane' }],
  ['irradiance_diffuse', { quantity: 'irradiance', unit: 'kW/m²', irradiance: 'diffusePlane' }],
  ['temperature', { quantity: 'temperature', unit: '°C' }],
  ['wind_speed', { quantity: 'windSpeed', unit: 'm/s' }],
]);

/** Units that the file may state beside ours; another one means that the columns are not what we take them for. */
const sameUnits = new Map([
  ['kW', ['kW']],
  ['kW/m²', ['unknown', 'kW/m2', 'kW/m²', 'kW / m2']],
  ['°C', ['ºC', '°C', 'C', 'degrees C']],
  ['m/s', ['m/s', 'unknown']],
]);

function meaningOf(name: string, statement: NinjaStatement | undefined, faults: FaultList): Meaning {
  const stated = statement?.units.get(name);
  const known = meanings.get(name);
  if (known === undefined) return { quantity: 'other', unit: stated === 'unknown' ? undefined : stated };
  if (stated !== undefined && !sameUnits.get(known.unit!)?.includes(stated)) {
    faults.add('profile.wrong-unit', { where: name, line: statement!.line }, () => ({
      problem: `the comment says ${shown(stated)}`,
      expected: `${known.unit}, as renewables.ninja writes ${name}`,
    }));
  }
  return known;
}

/** A number of the JSON, which writes them as texts. */
function numberIn(statement: NinjaStatement | undefined, key: string): number | undefined {
  const value = numberOfCell(statement?.params.get(key) ?? '');
  return Number.isNaN(value) ? undefined : value;
}

function capacityOf(statement: NinjaStatement | undefined, faults: FaultList): number | undefined {
  const text = statement?.params.get('capacity');
  if (text === undefined) return undefined;
  const capacityKW = numberOfCell(text);
  if (capacityKW > 0) return capacityKW;
  faults.add('profile.bad-header', { where: 'capacity', line: statement!.line }, () => ({
    problem: `capacity ${shown(text)}`,
    expected: 'a capacity above 0 kW',
  }));
  return undefined;
}

/** Undefined for modules that follow the sun. */
function planeOf(statement: NinjaStatement | undefined): RecordedPlane | undefined {
  const [tracking, tiltDeg, azimuthDeg] = ['tracking', 'tilt', 'azim'].map((key) => numberIn(statement, key));
  return tracking === 0 && tiltDeg !== undefined && azimuthDeg !== undefined ? { tiltDeg, azimuthDeg } : undefined;
}

function checkClock(statement: NinjaStatement | undefined, faults: FaultList): void {
  const clock = statement?.units.get('time');
  if (clock === undefined || clock === 'UTC') return;
  const place = { where: 'time', line: statement!.line };
  faults.add('profile.bad-header', place, () => ({
    problem: `time in ${shown(clock)}`,
    expected: 'time in UTC, as renewables.ninja writes it',
  }));
}

export const ninjaPointFormat: ForeignFormat = {
  name: 'ninja-point',
  beginning: '"# Renewables.ninja … (Point API)", more comments, then the header "time,local_time,electricity,…"',
  recognises({ lines }) {
    const head = ninjaHeadIn(lines);
    return head !== undefined && isFromNinja(head) && head.cells.includes('electricity');
  },
  record({ text }, faults, { missing = [] }): Recording {
    const head = ninjaHeadIn(firstLines(text));
    if (head === undefined) {
      const expected = 'time,local_time,electricity,…';
      return refuse(faults.file, 'profile.bad-header', { where: 'header' }, 'no header', expected);
    }
    const statement = statementOf(head, faults);
    checkClock(statement, faults);
    const { columns, table } = readNinjaTable(text, head, missing, faults);
    const capacityKW = capacityOf(statement, faults);
    const heightM = numberIn(statement, 'height');
    const site = siteOf(statement?.params.get('lat') ?? '', statement?.params.get('lon') ?? '', '');
    const plane = planeOf(statement);
    return recordingOf(table, {
      why: `line 1 names renewables.ninja, and line ${head.headerLine} is the header of its point files`,
      zone: { kind: 'offset', minutes: 0 },
      label: { kind: 'start' },
      stepMinutes: stepOf(table.clockMinutes) ?? 60,
      columns: columns.map(({ name }, index): RecordedColumn => {
        const meaning = meaningOf(name, statement, faults);
        const capacity = name === 'electricity' && capacityKW !== undefined ? { capacityKW } : {};
        const height = meaning.quantity === 'windSpeed' && heightM !== undefined ? { heightM } : {};
        return { name, ...meaning, ...capacity, ...height, values: table.values[index]! };
      }),
      site,
      plane,
    });
  },
};
