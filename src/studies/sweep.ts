/** One answer a value of what is varied; or as few as leave the others in a band that is narrow enough. */

import { tolerance } from '../units.ts';
import { type Band, widthOf } from './sweep/band.ts';

export interface SweepWork {
  /** How many values there are. */
  readonly count: number;
  /** How many are solved side by side. */
  readonly jobs: number;
  /** Solves the value at an index; true where there is a plan that bounds its neighbours. */
  solve(at: number): Promise<boolean>;
}

/** Every value. */
export async function sweepAll({ count, jobs, solve }: SweepWork): Promise<void> {
  await sideBySide(
    Array.from({ length: count }, (_, at) => at),
    jobs,
    solve,
  );
}

/** The gap that plans are solved to where values between them are to lie in a band: no more of its width is theirs than this share. */
const SHARE_OF_BAND = 0.2;

/** @param band as a share of the cost */
export const gapForBand = (band: number): number => Math.max(tolerance.relativeGap, SHARE_OF_BAND * band);

export interface BandedWork extends Pick<SweepWork, 'jobs' | 'solve'> {
  /** Of what is varied, rising. */
  readonly values: readonly number[];
  /** The widest band that is narrow enough, as a share of the cost. */
  readonly band: number;
  /**
   * Bounds values by the neighbours that have a plan, in the order in which they are asked.
   *
   * @param asked indices, each with those of the nearest plans before and behind it
   */
  bound(asked: readonly { readonly at: number; readonly by: readonly number[] }[]): Promise<readonly Band[]>;
}

/**
 * Solves both ends, bounds values between, and goes on where a band is widest until each is narrow enough.
 *
 * @returns the bands of the values that were not solved, by their index
 */
export async function sweepBanded({ values, jobs, solve, bound, band }: BandedWork): Promise<Map<number, Band>> {
  const hasPlan = new Map<number, boolean>();
  const bands = new Map<number, Band>();
  const solveAll = (indices: readonly number[]) =>
    sideBySide(indices, jobs, async (at) => {
      hasPlan.set(at, await solve(at));
      return true;
    });
  await solveAll([...new Set([0, values.length - 1])]);
  while (true) {
    const stretches = stretchesOf(values, hasPlan);
    const open = stretches.flatMap((one) => unbounded(one, bands, band).map((at) => ({ at, by: one.by })));
    if (open.length > 0) {
      const found = await bound(open);
      for (const [index, { at }] of open.entries()) bands.set(at, found[index]!);
      continue;
    }
    const wide = stretches.map((one) => ({ ...one, ...widestOf(one, bands) })).filter(({ width }) => width > band);
    if (wide.length === 0) return bands;
    const next = wide.toSorted((a, b) => b.width - a.width || a.at - b.at).slice(0, jobs);
    await solveAll(next.map(({ at }) => at));
    // Between nearer plans they are narrower.
    for (const { at, indices } of next) for (const one of indices) if (one === at || hasPlan.get(at)) bands.delete(one);
  }
}

/** Open values that follow each other, and the nearest on each side that have a plan. */
interface Stretch {
  readonly by: readonly number[];
  readonly indices: readonly number[];
  /** Of what is varied. */
  readonly values: readonly number[];
}

function stretchesOf(values: readonly number[], hasPlan: ReadonlyMap<number, boolean>): Stretch[] {
  const solved = [...hasPlan].flatMap(([at, has]) => (has ? [at] : []));
  const neighboursOf = (at: number) => {
    const [before, behind] = [solved.filter((index) => index < at), solved.filter((index) => index > at)];
    return [...(before.length > 0 ? [Math.max(...before)] : []), ...(behind.length > 0 ? [Math.min(...behind)] : [])];
  };
  const open = [...values.keys()].filter((at) => !hasPlan.has(at));
  return [...Map.groupBy(open, (at) => neighboursOf(at).join()).values()].map((indices) => ({
    ...{ by: neighboursOf(indices[0]!), indices },
    values: indices.map((at) => values[at]!),
  }));
}

/** Values of a stretch that are bounded next: one tells enough where it is too wide, and where to look; all of them where none is. */
function unbounded(stretch: Stretch, known: ReadonlyMap<number, Band>, enough: number): readonly number[] {
  const { indices } = stretch;
  const middle = indices[(indices.length - 1) >> 1]!;
  if (!known.has(middle)) return [middle];
  const { at, width } = widestOf(stretch, known);
  if (width > enough) return [];
  return known.has(at) ? indices.filter((one) => !known.has(one)) : [at];
}

/** By the widest band that is known: where it says that bands are wider still. */
function widestOf({ indices, values }: Stretch, known: ReadonlyMap<number, Band>) {
  let widest = { at: -1, width: Number.NEGATIVE_INFINITY };
  for (const own of indices) {
    const band = known.get(own);
    if (band === undefined || widthOf(band) <= widest.width) continue;
    const away = values.map((value) => Math.abs(value - (band.widestAt ?? values[indices.indexOf(own)]!)));
    widest = { at: indices[away.indexOf(Math.min(...away))]!, width: widthOf(band) };
  }
  return widest;
}

async function sideBySide(indices: readonly number[], jobs: number, work: (at: number) => Promise<boolean>) {
  const waiting = [...indices];
  const worker = async () => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) await work(at);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, indices.length) }, worker));
}
