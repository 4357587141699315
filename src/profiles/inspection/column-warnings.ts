/** What an analyst would stop at in the values of one column, in plain words. */

import type { RecordedColumn, RecordedQuantity, RecordedWarning, Recording } from '../recording.ts';
import { figureText } from './figure-text.ts';
import type { InspectedColumn } from './inspection.ts';

/** Quantities that cannot be below zero, and what a smaller number most often is. */
const belowZero: Readonly<Partial<Record<RecordedQuantity, string>>> = {
  capacityFactor: 'what a plant draws at night, or a mark for missing values',
  power: 'what a plant draws at night, or a mark for missing values',
  energy: 'what a plant draws at night, or a mark for missing values',
  irradiance: 'the offset of a sensor at night, or a mark for missing values',
  windSpeed: 'a mark for missing values',
};
/** Numbers that programs write where they have none. */
const marks = [-99, -999, -9999, -99999];
const LARGEST_PERCENTAGE = 110;
/** Below, a number is more likely a capacity factor slightly wrong than a percentage. */
const SMALLEST_PERCENTAGE = 2;
const HOTTEST_C = 70;
/** So that 1.0004 does not look like 1. */
const SHARE_DIGITS = 6;
/** A month of one number is no weather; an hour or a day of it may be. */
const CONSTANT_ROWS = 720;
const neverConstant: readonly RecordedQuantity[] = [
  ...(['capacityFactor', 'power', 'energy', 'irradiance', 'windSpeed', 'temperature'] as const),
];

export function columnWarnings(
  column: RecordedColumn,
  figures: InspectedColumn,
  recording: Recording,
): RecordedWarning[] {
  const { min, max, name } = figures;
  if (min === null || max === null) return [{ code: 'no-values', message: `${name}: not one value` }];
  const lineOf = (value: number) => recording.lines[column.values.indexOf(value)];
  const at = (code: string, value: number, message: string): RecordedWarning => {
    const line = lineOf(value);
    return { code, message: `${name}: ${message}`, ...(line === undefined ? {} : { line }) };
  };
  return [
    ...shareWarnings(column, max, at),
    ...(min < 0 ? negativeWarnings(column, min, at) : []),
    ...(min === max && column.values.length >= CONSTANT_ROWS && neverConstant.includes(column.quantity)
      ? [at('constant', min, `${figureText(min)} in every row`)]
      : []),
    ...(column.quantity === 'temperature' && column.unit === '°C' && max > HOTTEST_C
      ? [at('too-hot', max, `maximum ${figureText(max)} °C: kelvin, or tenths of a degree?`)]
      : []),
  ];
}

type At = (code: string, value: number, message: string) => RecordedWarning;

/** Capacity factors and powers against what a plant can give. */
function shareWarnings({ quantity, unit, capacityKW, values }: RecordedColumn, max: number, at: At) {
  if (quantity === 'capacityFactor') {
    const whole = unit === '%' ? 100 : 1;
    if (max <= whole) return [];
    const rows = values.reduce((count, value) => count + (value > whole ? 1 : 0), 0);
    const inRows = `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;
    if (unit !== '%' && max >= SMALLEST_PERCENTAGE && max <= LARGEST_PERCENTAGE) {
      return [at('per-cent', max, `maximum ${figureText(max)}: per cent, not capacity factors?`)];
    }
    return [
      at(
        'capacity-factor-above-one',
        max,
        `maximum ${figureText(max / whole, SHARE_DIGITS)}: a capacity factor above 1, in ${inRows}`,
      ),
    ];
  }
  const kilowatts = quantity === 'power' && unit !== undefined ? kilowattsOf.get(unit) : undefined;
  if (capacityKW === undefined || kilowatts === undefined || max * kilowatts <= capacityKW) return [];
  const share = figureText((max * kilowatts) / capacityKW);
  return [
    at(
      'above-nameplate',
      max,
      `maximum ${figureText(max)} ${unit}: ${share} times the nameplate of ${figureText(capacityKW)} kW`,
    ),
  ];
}

const kilowattsOf: ReadonlyMap<string, number> = new Map([
  ['W', 1e-3],
  ['kW', 1],
  ['MW', 1e3],
  ['GW', 1e6],
]);

function negativeWarnings({ quantity, values }: RecordedColumn, min: number, at: At): RecordedWarning[] {
  if (marks.includes(min)) return [at('missing-mark', min, `${min} looks like a mark for missing values`)];
  const reason = belowZero[quantity];
  if (reason === undefined) return [];
  const rows = values.reduce((count, value) => count + (value < 0 ? 1 : 0), 0);
  const areBelow = rows === 1 ? '1 row is below 0' : `${rows.toLocaleString('en-US')} rows are below 0`;
  return [at('below-zero', min, `${areBelow}, the least ${figureText(min)}: ${reason}`)];
}
