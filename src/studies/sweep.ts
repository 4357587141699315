/** One answer a value of what is varied; or as few as leave the others in a band that is narrow enough. */

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

export interface BandedWork extends SweepWork {
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
 * Solves both ends, bounds all between, and goes on where a band is widest until each is narrow enough.
 *
 * @returns the bands of the values that were not solved, by their index
 */
export async function sweepBanded({ count, jobs, solve, bound, band }: BandedWork): Promise<Map<number, Band>> {
  const hasPlan = new Map<number, boolean>();
  const bands = new Map<number, { readonly band: Band; readonly by: readonly number[] }>();
  const solveAll = async (indices: readonly number[]) => {
    await sideBySide(indices, jobs, async (at) => {
      hasPlan.set(at, await solve(at));
      bands.delete(at);
      return true;
    });
  };
  await solveAll(count === 1 ? [0] : [0, count - 1]);
  while (true) {
    const open = Array.from({ length: count }, (_, at) => at).filter((at) => !hasPlan.has(at));
    const stale = open
      .map((at) => ({ at, by: neighboursOf(at, hasPlan) }))
      .filter(({ at, by }) => bands.get(at)?.by.join() !== by.join());
    const found = await bound(stale);
    stale.forEach(({ at, by }, index) => {
      bands.set(at, { band: found[index]!, by });
    });
    const next = widestOf(open, bands, band, jobs);
    if (next.length === 0) return new Map([...bands].map(([at, { band: own }]) => [at, own]));
    await solveAll(next);
  }
}

/** The nearest on each side that have a plan. */
function neighboursOf(at: number, hasPlan: ReadonlyMap<number, boolean>): number[] {
  const solved = [...hasPlan].filter(([, has]) => has).map(([index]) => index);
  const before = solved.filter((index) => index < at);
  const behind = solved.filter((index) => index > at);
  return [...(before.length > 0 ? [Math.max(...before)] : []), ...(behind.length > 0 ? [Math.min(...behind)] : [])];
}

/** The widest of each stretch of open values, for its band tells the most; in the middle among those that are as wide. */
function widestOf(
  open: readonly number[],
  bands: ReadonlyMap<number, { readonly band: Band }>,
  enough: number,
  most: number,
): number[] {
  const widthAt = (at: number) => widthOf(bands.get(at)!.band);
  const stretches = open.reduce<number[][]>((before, at) => {
    const last = before.at(-1);
    if (last?.at(-1) === at - 1) last.push(at);
    else before.push([at]);
    return before;
  }, []);
  const candidates = stretches.flatMap((stretch) => {
    const wide = stretch.filter((at) => widthAt(at) > enough);
    const widest = Math.max(...wide.map(widthAt));
    const equal = wide.filter((at) => widthAt(at) === widest);
    return equal.length === 0 ? [] : [equal[Math.floor((equal.length - 1) / 2)]!];
  });
  return candidates.toSorted((a, b) => widthAt(b) - widthAt(a) || a - b).slice(0, most);
}

async function sideBySide(indices: readonly number[], jobs: number, work: (at: number) => Promise<boolean>) {
  const waiting = [...indices];
  const worker = async () => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) await work(at);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, indices.length) }, worker));
}
