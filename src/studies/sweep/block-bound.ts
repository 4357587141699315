/** What duals prove of the hours of a part, whatever the sizes: pieces of the answer stay as long as what they were made of. */

import type { LinearProgram } from '../../lp/linear-program.ts';
import { type Bounds, boundsOf, closeByRow, closeByRows, type FarEnds } from '../../verify/bound-propagation.ts';
import type { Cut } from '../../verify/cut.ts';
import { believable, leastOfColumns, type Sum, type Uncertain, worthOfRows } from '../../verify/lagrangian.ts';
import { fittingShifts } from './fitted-duals.ts';
import type { HoursInPieces } from './hours-in-pieces.ts';
import { addRow, copied, costsLess, type Weighed, weighed, weighedBetween } from './weighed-rows.ts';

/** Duals of a block, or as much of two of them as a share says. */
export interface Duals {
  readonly first: Float64Array;
  readonly second?: Float64Array;
  readonly share: number;
}

/** Duals that are believed and fitted, with what they make of rows and columns. */
interface Fitted {
  readonly worth: Sum;
  readonly costs: Uncertain;
}

/** Of one block and one choice of duals. */
export interface BlockCuts {
  /** Holds wherever the linking columns are; proves nothing where some range has to be closed first. */
  readonly everywhere: Cut;
  /** @param ranges of the linking columns of the block */
  within(ranges: Bounds, far: FarEnds): Cut;
}

/** @param linkedCount how many columns of the block stand for linking columns */
export function cutsBy(pieces: HoursInPieces, duals: Duals, linkedCount: number): BlockCuts {
  return cutsFrom(pieces, fittedTo(pieces, duals), linkedCount);
}

/** What the block costs at least by its columns alone. */
export function plainCuts(pieces: HoursInPieces, linkedCount: number): BlockCuts {
  const known = plain.get(pieces.costs) ?? withoutDuals(pieces.costs);
  plain.set(pieces.costs, known);
  return cutsFrom(pieces, known, linkedCount);
}

const plain = new WeakMap<HoursInPieces['costs'], Fitted>();

function withoutDuals({ objective, objectiveConstant }: HoursInPieces['costs']): Fitted {
  const worth = { sum: objectiveConstant, size: Math.abs(objectiveConstant), terms: 1 };
  return { worth, costs: { value: objective, error: new Float64Array(objective.length) } };
}

/** Found before, by what they were found of: where neither duals nor pieces changed, only ranges may have. */
const cuts = new WeakMap<Fitted, WeakMap<Bounds, Cut>>();

function cutsFrom(pieces: HoursInPieces, fitted: Fitted, linkedCount: number): BlockCuts {
  const { worth, costs } = fitted;
  const slope = { value: costs.value.slice(0, linkedCount), error: costs.error.slice(0, linkedCount) };
  const found = cuts.get(fitted) ?? new WeakMap<Bounds, Cut>();
  cuts.set(fitted, found);
  const cutIn = (bounds: Bounds): Cut => {
    const cut = found.get(bounds) ?? { constant: leastOfColumns(worth, costs, bounds, linkedCount), slope };
    found.set(bounds, cut);
    return cut;
  };
  return {
    everywhere: cutIn(givenBounds(pieces.laws)),
    within: (ranges, far) => cutIn(closedBounds(pieces, ranges, far)),
  };
}

const given = new WeakMap<LinearProgram, Bounds>();

function givenBounds(laws: LinearProgram): Bounds {
  const known = given.get(laws) ?? boundsOf(laws, 'open');
  given.set(laws, known);
  return known;
}

interface Closed {
  readonly key: string;
  readonly promises: LinearProgram;
  readonly bounds: Bounds;
}

const latest = new WeakMap<LinearProgram, Closed>();

/** By the laws, then by what was promised: all duals of an answer ask for the same. */
function closedBounds({ laws, promises }: HoursInPieces, ranges: Bounds, far: FarEnds): Bounds {
  const key = `${far} ${ranges.lower.join()} ${ranges.upper.join()}`;
  const known = latest.get(laws);
  if (known?.key === key && known.promises === promises) return known.bounds;
  const { lower, upper } = boundsOf(laws, far);
  lower.set(ranges.lower);
  upper.set(ranges.upper);
  const bounds = { lower, upper };
  closeAgain(laws, bounds);
  for (let row = 0; row < promises.rowCount; row++) closeByRow(promises, row, bounds);
  latest.set(laws, { key, promises, bounds });
  return bounds;
}

/** Rows that closed something, in the order in which they did, by coefficients: what is open changes seldom. */
const orders = new WeakMap<Float64Array, { readonly rows: readonly number[]; readonly open: number }>();

function closeAgain(laws: LinearProgram, bounds: Bounds): void {
  const known = orders.get(laws.coefficient);
  for (const row of known?.rows ?? []) closeByRow(laws, row, bounds);
  if (known?.open === openEnds(bounds)) return;
  const rows = [...(known?.rows ?? []), ...closeByRows(laws, bounds)];
  orders.set(laws.coefficient, { rows, open: openEnds(bounds) });
}

function openEnds({ lower, upper }: Bounds): number {
  let open = 0;
  for (let j = 0; j < lower.length; j++) {
    if (lower[j] === Number.NEGATIVE_INFINITY) open++;
    if (upper[j] === Number.POSITIVE_INFINITY) open++;
  }
  return open;
}

/** By first duals: by them alone, and of them with others, which stand on the memory of those before. */
const fittings = {
  alone: new WeakMap<Float64Array, { pieces: HoursInPieces; fitted: Fitted }>(),
  mixed: new WeakMap<Float64Array, Fitted>(),
} as const;

function fittedTo(pieces: HoursInPieces, duals: Duals): Fitted {
  const { first, second } = duals;
  if (second !== undefined) {
    const mixed = fit(pieces, duals, fittings.mixed.get(first)?.costs);
    fittings.mixed.set(first, mixed);
    return mixed;
  }
  const known = fittings.alone.get(first);
  if (known !== undefined && isOfSame(known.pieces, pieces)) return known.fitted;
  const fitted = fit(pieces, duals, known?.fitted.costs);
  fittings.alone.set(first, { pieces, fitted });
  return fitted;
}

const isOfSame = (a: HoursInPieces, b: HoursInPieces) =>
  a.laws === b.laws && a.costs === b.costs && a.promises === b.promises;

/** @param memory of numbers that are needed no more */
function fit({ laws, costs, promises }: HoursInPieces, { first, second, share }: Duals, memory?: Uncertain): Fitted {
  const { columnCount } = laws;
  const one = believedBy(laws, promises, first, 0);
  const other = second === undefined ? undefined : believedBy(laws, promises, second, 1);
  const dual = other === undefined ? one.dual : mixInto(one.dual, other.dual, share);
  const into =
    memory?.value.length === columnCount
      ? memory
      : { value: new Float64Array(columnCount), error: new Float64Array(columnCount) };
  const rows = other === undefined ? copied(one.rows, into) : weighedBetween(one.rows, other.rows, share, into);
  const [ofLaws, ofPromises] = [dual.subarray(0, laws.rowCount), dual.subarray(laws.rowCount)];
  for (let row = 0; row < promises.rowCount; row++) addRow(rows, promises, row, ofPromises[row]!);
  const { objective, objectiveConstant } = costs;
  const shifts = fittingShifts(laws, (j) => objective[j]! - rows.sum[j]!);
  for (const { first: from, length, shift } of shifts) {
    for (let row = from; row < from + length; row++) {
      ofLaws[row]! += shift;
      addRow(rows, laws, row, shift);
    }
  }
  const start = { sum: objectiveConstant, size: Math.abs(objectiveConstant), terms: 1 };
  const worth = worthOfRows(promises, ofPromises, worthOfRows(laws, ofLaws, start));
  // Of a column in all rows of a shift there are twice as many.
  const more = promises.rowCount + rows.terms + 1;
  return { worth, costs: costsLess(objective, rows, more) };
}

/** Where the first stand. */
function mixInto(first: Float64Array, second: Float64Array, share: number): Float64Array {
  for (let row = 0; row < first.length; row++) first[row] = (1 - share) * first[row]! + share * second[row]!;
  return first;
}

interface Believed {
  readonly dual: Float64Array;
  /** Of the laws alone. */
  readonly rows: Weighed;
}

/** Of the rows of the laws, by duals of the whole block. */
const beliefs = new WeakMap<Float64Array, Believed & { readonly laws: LinearProgram }>();

function believedBy(laws: LinearProgram, promises: LinearProgram, rowDual: Float64Array, at: 0 | 1): Believed {
  const known = beliefs.get(rowDual);
  const own = known?.laws === laws ? known : believedOfLaws(laws, rowDual, known);
  beliefs.set(rowDual, own);
  if (scratch[at].length < rowDual.length) scratch[at] = new Float64Array(rowDual.length);
  const dual = scratch[at].subarray(0, rowDual.length);
  dual.set(own.dual);
  dual.set(believable(promises, rowDual.subarray(laws.rowCount)), laws.rowCount);
  return { dual, rows: own.rows };
}

/** Memory of the duals that are being fitted: fresh memory costs more than what is written to it. */
const scratch: [Float64Array, Float64Array] = [new Float64Array(0), new Float64Array(0)];

function believedOfLaws(laws: LinearProgram, rowDual: Float64Array, known?: Believed & { laws: LinearProgram }) {
  const isOfSame = known?.laws.coefficient === laws.coefficient;
  if (isOfSame && areBelieved(laws, rowDual, known.dual)) return { ...known, laws };
  const dual = believable(laws, rowDual.subarray(0, laws.rowCount));
  return { laws, dual, rows: weighed(laws, dual) };
}

/** Whether these are what is believed of the duals. */
function areBelieved({ rowLower, rowUpper }: LinearProgram, rowDual: Float64Array, believed: Float64Array): boolean {
  for (let row = 0; row < believed.length; row++) {
    const y = rowDual[row]!;
    const limit = y > 0 ? rowLower[row]! : rowUpper[row]!;
    if (believed[row] !== (Number.isFinite(y) && Number.isFinite(limit) ? y : 0)) return false;
  }
  return true;
}
