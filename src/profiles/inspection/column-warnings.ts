/** What an analyst would stop at in the values of one column, in plain words. */

import { suspectedCodes, wordsOfCode } from '../questions/missing-codes.ts';
import type { RecordedColumn, RecordedQuantity, RecordedWarning, Recording } from '../recording/recording.ts';
import { figureText } from './figure-text.ts';
import { scaleChange } from './scale-change.ts';

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
/** No air on earth was ever colder. */
const COLDEST_C = -90;
/** So that 1.0004 does not look like 1. */
const SHARE_DIGITS = 6;
/** A month of one number is no weather; an hour or a day of it may be. */
const CONSTANT_ROWS = 720;
const neverConstant: readonly RecordedQuantity[] = [
  ...(['capacityFactor', 'power', 'energy', 'irradiance', 'windSpeed', 'temperature'] as const),
];

/** Doubts about the values as the file writes them, one row at a time. */
export function columnWarnings(column: RecordedColumn, { lines }: Recording): RecordedWarning[] {
  const { name, values, quantity, unit } = column;
  const codes = suspectedCodes(values);
  const [min, max] = rangeWithout(values, new Set(codes.map(({ value }) => value)));
  if (codes.length === 0 && min > max) {
    return [{ code: 'no-values', message: `${name}: not one value`, column: name }];
  }
  const inRow = (code: string, row: number, message: string): RecordedWarning => {
    const line = lines[row];
    return { code, message: `${name}: ${message}`, column: name, ...(line === undefined ? {} : { line }) };
  };
  const marked = codes.map((code) =>
    inRow(
      'missing-mark',
      code.firstRow,
      `${wordsOfCode(code)}, far from all others, looks like a mark for missing values`,
    ),
  );
  if (min > max) return marked;
  const at: At = (code, value, message) => inRow(code, values.indexOf(value), message);
  const change = scaleChange(column);
  return [
    ...marked,
    ...(change === undefined ? [] : [inRow('scale-changes', change.row, change.message)]),
    ...shareWarnings(column, max, at),
    ...(min < 0 ? negativeWarnings(column, min, at) : []),
    ...(min === max && values.length >= CONSTANT_ROWS && neverConstant.includes(quantity)
      ? [at('constant', min, `${figureText(min)} in every row`)]
      : []),
    ...(quantity === 'temperature' && unit === '°C' && max > HOTTEST_C
      ? [at('too-hot', max, `maximum ${figureText(max)} °C: kelvin, or tenths of a degree?`)]
      : []),
    ...(quantity === 'temperature' && unit === '°C' && min < COLDEST_C && !marks.includes(min)
      ? [at('too-cold', min, `minimum ${figureText(min)} °C: a mark for missing values?`)]
      : []),
  ];
}

/** Least and largest value, from infinity down where there is none. */
function rangeWithout(values: Float64Array, codes: ReadonlySet<number>): [min: number, max: number] {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (codes.size > 0 && codes.has(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
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
