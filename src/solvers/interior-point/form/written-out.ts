/**
 * The numbers of a block whose hours repeat stand once, in the memory of its code. What is rare works column by column: for
 * that they are written out, in a workspace of the thread.
 */

import { pairedAt, type RepeatingEquations, regionOf } from '../linalg/kernel/kernels.ts';
import type { Coefficient } from '../linalg/template.ts';
import { floatWorkspace } from '../linalg/workspace.ts';
import type { StandardForm } from './standard-form.ts';

type Numbers = Pick<StandardForm, 'value' | 'rhs'>;

/** What a form has beside the numbers that code knows. */
export type FormByCode = Omit<StandardForm, keyof Numbers>;

export function withoutNumbers({ value: _value, rhs: _rhs, ...form }: StandardForm): FormByCode {
  return form;
}

/** By form: who keeps something of one finds it again. */
const known = new WeakMap<FormByCode, StandardForm>();
/** Whose numbers stand in the workspace. */
let latest: WeakRef<FormByCode> | undefined;

/** @returns with its numbers as they were, to the bit but for the sign of zeros; good until those of another form are asked for */
export function writtenOut(form: FormByCode, equations: RepeatingEquations): StandardForm {
  const numbers: Numbers = {
    value: floatWorkspace('values', form.row.length),
    rhs: floatWorkspace('right-hand sides', form.rowCount),
  };
  const whole = Object.assign(known.get(form) ?? { ...form, ...numbers }, numbers);
  known.set(form, whole);
  if (latest?.deref() !== form) write(form, equations, numbers);
  latest = new WeakRef(form);
  return whole;
}

/** Columns stand hour by hour, bounded ones first. */
function write(
  { start, row, columnCount, boundedCount }: FormByCode,
  equations: RepeatingEquations,
  { value, rhs }: Numbers,
): void {
  const { hours, rows, kinds, rhs: ofRows } = equations.kernels.template;
  const [bounded, open] = [boundedCount / hours, (columnCount - boundedCount) / hours];
  const [rhsOf, ...valuesOf] = [
    ofRows,
    ...kinds.map(({ entries, across }) => [...entries, ...across].map(({ coefficient }) => coefficient)),
  ].map((coefficients) => hourNumbers(equations, coefficients));
  // In two hours, and behind these in the rows across.
  const places = kinds.map(({ entries, across }) => [
    ...entries.map(({ row: at, isNext }) => at + (isNext ? rows : 0)),
    ...across.map(({ row: at }) => 2 * rows + at),
  ]);
  rhs.set(regionOf(equations, 'across rhs'), hours * rows);
  for (let h = 0; h < hours; h++) {
    rhs.set(rhsOf!(h), h * rows);
    for (let k = 0; k < kinds.length; k++) {
      const j = k < bounded ? h * bounded + k : boundedCount + h * open + k - bounded;
      const [numbers, ofKind] = [valuesOf[k]!(h), places[k]!];
      for (let e = 0; e < numbers.length; e++) {
        const at = start[j]! + e;
        const isHere = (place: number) =>
          row[at] === (place < 2 * rows ? (h * rows + place) % (hours * rows) : (hours - 2) * rows + place);
        // Within a column, entries may stand in any order: the last hour meets the first.
        value[at] = numbers[isHere(ofKind[e]!) ? e : ofKind.findIndex(isHere)]!;
      }
    }
  }
}

/** Of an hour, in the same array each time: what no hour changes is set once. */
function hourNumbers(equations: RepeatingEquations, coefficients: readonly Coefficient[]): (h: number) => Float64Array {
  const { segmentHours, template } = equations.kernels;
  const [parameters, ofHours] = [regionOf(equations, 'parameters'), regionOf(equations, 'hourly')];
  const numbers = Float64Array.from(coefficients, (coefficient) => {
    if (coefficient.kind === 'fixed') return coefficient.value;
    return coefficient.kind === 'parameter' ? parameters[coefficient.at]! : 0;
  });
  const hourly = coefficients.flatMap(({ kind, ...own }, e) =>
    kind === 'hourly' && 'at' in own ? [{ e, at: own.at }] : [],
  );
  return (h) => {
    for (const { e, at } of hourly) numbers[e] = ofHours[pairedAt(segmentHours, template.hourlyCount, h, at)]!;
    return numbers;
  };
}
