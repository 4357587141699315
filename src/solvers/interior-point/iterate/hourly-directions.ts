/** Directions of a block whose hours repeat: right-hand side, solve and prices in one pass forward and one back. */

import { type DirectionKind, directionKinds } from '../linalg/kernel/directions.ts';
import { type RepeatingEquations, regionOf, setParameters } from '../linalg/kernel/kernels.ts';
import { eliminateHours, substituteHours } from '../linalg/kernel/segments.ts';
import type { Block, Side } from './block.ts';
import { directionArrays } from './hourly-arrays.ts';
import { completeBent, eliminateBent } from './hourly-secants.ts';
import { type Purpose, slotOf, type Trial } from './newton-system.ts';
import type { Direction } from './point.ts';
import { insertFall, noProductSlopes, type RatioTest, type StepLengths } from './ratio-test.ts';

interface HourlyCode {
  readonly equations: RepeatingEquations;
  readonly kind: DirectionKind;
}

/** Directions that are rare are left to the code that takes column by column. */
export function hourlyCodeFor({ equations }: Block, kind: Purpose['kind']): HourlyCode | undefined {
  const code = kind === 'secant-predictor' ? 'predictor' : directionKinds.find((name) => name === kind);
  return equations.kind === 'repeating' && code ? { equations, kind: code } : undefined;
}

const runOf = (code: DirectionKind, at: Side, kind: Purpose['kind']) => ({
  code: ` ${code}`,
  arrays: directionArrays(at, kind),
});

/** As `eliminate`. */
export function eliminateHourly({ equations, kind }: HourlyCode, block: Block, at: Side, purpose: Purpose) {
  const { form, points, secants } = block;
  const { y } = points[at];
  regionOf(equations, `point ${at}`, 'y').copyWithin(form.rowCount, 0, y.length / form.stepCount);
  setPurpose(equations, purpose);
  const pull = eliminateHours(equations, runOf(kind, at, purpose.kind));
  if (secants.count[0] === 0) return pull;
  const further = eliminateBent(equations, block, at, purpose);
  return pull.map((sum, l) => sum + further[l]!);
}

function setPurpose(equations: RepeatingEquations, purpose: Purpose): void {
  if (purpose.kind === 'corrector') {
    const { target, believed } = purpose;
    setParameters(equations, { target, believed, 'second order': believed === 0 ? 0 : 1 });
  }
  if (purpose.kind === 'centrality-corrector') {
    const { target, mix, primal, dual } = purpose;
    setParameters(equations, {
      target,
      ...{ 'first primal': mix.primal[0]!, 'second primal': mix.primal[1]! },
      ...{ 'first dual': mix.dual[0]!, 'second dual': mix.dual[1]! },
      ...{ 'primal length': primal, 'dual length': dual },
    });
  }
}

/** As `backSubstitute`. The code tells how steep the steepest bound of an hour may be; the steepest hours are looked into. */
export function substituteHourly(
  { equations, kind }: HourlyCode,
  block: Block,
  at: Side,
  purpose: Purpose,
  dz: Float64Array,
  { base, shares, spared }: Trial,
): RatioTest {
  const { form, points, directions, secants } = block;
  setPurpose(equations, purpose);
  setParameters(equations, { 'least share': shares[0] ?? 1 });
  const sumOf = substituteHours(equations, dz, runOf(kind, at, purpose.kind));
  const { columnCount, upper } = form;
  const most = Math.floor(spared * (columnCount + upper.length));
  const steepest = regionOf(equations, 'steepest');
  const bent = secants.count[0] === 0 ? undefined : completeBent(block, at, purpose);
  const changesOf = (part: keyof Direction, weights: readonly number[] | undefined): Changes => ({
    before: directions.flatMap((direction, k) => {
      const weight = weights?.[k];
      return weight ? { weight, values: direction[part] } : [];
    }),
    added: directions[slotOf[purpose.kind]][part],
  });
  const { x, lowerPrice, upperPrice } = points[at];
  const [bounded, open] = [upper.length / form.stepCount, (columnCount - upper.length) / form.stepCount];
  // What the code says of how steeply these fall is of their tangents.
  for (const j of bent?.column ?? []) {
    const h = j < upper.length ? Math.floor(j / bounded) : Math.floor((j - upper.length) / open);
    steepest.fill(Number.MAX_VALUE, 4 * h, 4 * h + 4);
  }
  const rangesOf = (h: number): readonly [Range, Range] => [
    { from: h * bounded, to: (h + 1) * bounded },
    { from: upper.length + h * open, to: upper.length + (h + 1) * open },
  ];
  const columns = new SteepestHours(shares, most);
  const [dx, dLower, dUpper] = [
    changesOf('dx', base?.primal),
    changesOf('dLowerPrice', base?.dual),
    changesOf('dUpperPrice', base?.dual),
  ];
  const prices = new SteepestHours(shares, most);
  for (let h = 0; h < form.stepCount; h++) {
    if (columns.mayBeSteeper(steepest[4 * h]!, steepest[4 * h + 1]!)) {
      for (const own of rangesOf(h)) columns.add(own, (j) => x[j]!, dx, 1);
      columns.add(rangesOf(h)[0], (j) => upper[j]! - x[j]!, dx, -1);
    }
    if (prices.mayBeSteeper(steepest[4 * h + 2]!, steepest[4 * h + 3]!)) {
      for (const own of rangesOf(h)) prices.add(own, (j) => lowerPrice[j]!, dLower, 1);
      prices.add(rangesOf(h)[0], (j) => upperPrice[j]!, dUpper, 1);
    }
  }
  return {
    primal: columns.lengths(),
    dual: prices.lengths(),
    ...(kind === 'predictor'
      ? {
          byColumns: sumOf('by columns') + (bent?.slopes.byColumns ?? 0),
          byPrices: sumOf('by prices') + (bent?.slopes.byPrices ?? 0),
          byBoth: sumOf('by both') + (bent?.slopes.byBoth ?? 0),
        }
      : noProductSlopes),
  };
}

/** Columns of an hour that stand one after the other. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** How something would change: so much of directions before, and shares of another. */
interface Changes {
  readonly before: readonly { readonly weight: number; readonly values: Float64Array }[];
  readonly added: Float64Array;
}

/** The steepest falls so far, as in `ratioTest`, hour by hour: an hour without a steeper one need not be looked into. */
class SteepestHours {
  private readonly shares: readonly number[];
  private readonly falls: readonly Float64Array[];
  /** By share: what a fall has to exceed to count, and where the share lies between the least one and all. */
  private readonly thresholds: Float64Array;
  private readonly parts: Float64Array;

  constructor(shares: readonly number[], spared: number) {
    const [from, to] = [shares[0] ?? 1, shares.at(-1) ?? 1];
    this.shares = shares;
    this.falls = shares.map(() => new Float64Array(spared + 1));
    this.thresholds = new Float64Array(shares.length).fill(1);
    this.parts = Float64Array.from(shares, (share) => (to > from ? (share - from) / (to - from) : 1));
  }

  /**
   * Whether an hour can have a steeper fall than those so far: where it falls with the least share and with all is known, and
   * with shares between no steeper than in proportion.
   */
  mayBeSteeper(least: number, whole: number): boolean {
    const { thresholds, parts } = this;
    for (let s = 0; s < parts.length; s++) if (least + parts[s]! * (whole - least) > thresholds[s]!) return true;
    return false;
  }

  add({ from, to }: Range, leftAt: (j: number) => number, { before, added }: Changes, sign: 1 | -1): void {
    const { shares, falls, thresholds } = this;
    for (let j = from; j < to; j++) {
      const left = leftAt(j);
      let change = 0;
      for (const { weight, values } of before) change += weight * values[j]!;
      for (let s = 0; s < shares.length; s++) {
        insertFall(falls[s]!, (-sign * (change + shares[s]! * added[j]!)) / left);
      }
    }
    falls.forEach((steepest, s) => {
      thresholds[s] = Math.max(1, steepest.at(-1)!);
    });
  }

  lengths(): StepLengths['primal'] {
    return Array.from(this.thresholds, (fall) => 1 / fall);
  }
}
