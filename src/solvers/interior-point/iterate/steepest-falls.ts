/** The steepest falls of a block whose hours repeat, as in `ratioTest`, hour by hour: most hours need not be looked into. */

import { insertFall, type StepLengths } from './ratio-test.ts';

/** Columns of an hour that stand one after the other. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** How something would change: by all of the directions before, and by shares of another. */
export interface Changes {
  before(j: number): number;
  added(j: number): number;
}

/** Numbers an hour in what code of an hour says of its steepest falls. */
const SAID_OF_AN_HOUR = 4;

export class SteepestFalls {
  private readonly shares: readonly number[];
  private readonly falls: readonly Float64Array[];
  /** By share: what a fall has to exceed to count, and where the share lies between the least one and all. */
  private readonly thresholds: Float64Array;
  private readonly parts: Float64Array;
  private readonly addHour: (h: number, falls: SteepestFalls) => void;

  /**
   * @param ignored so many of the steepest do not count
   * @param addHour adds the falls of an hour
   */
  constructor(shares: readonly number[], ignored: number, addHour: (h: number, falls: SteepestFalls) => void) {
    const [from, to] = [shares[0] ?? 1, shares.at(-1) ?? 1];
    this.shares = shares;
    this.falls = shares.map(() => new Float64Array(ignored + 1));
    this.thresholds = new Float64Array(shares.length).fill(1);
    this.parts = Float64Array.from(shares, (share) => (to > from ? (share - from) / (to - from) : 1));
    this.addHour = addHour;
  }

  /**
   * The hours that are steepest first: whatever is less steep than what they hold needs no look.
   *
   * @param steepest by hour, in four numbers, of which that at `at` is its steepest fall with the least share and the next with all
   */
  lookInto(steepest: Float64Array, at: number): void {
    if (this.shares.length === 0) return;
    const first = [...new Set([...this.steepestHours(steepest, at), ...this.steepestHours(steepest, at + 1)])];
    for (const h of first) this.addHour(h, this);
    const known = new Set(first);
    for (let k = at; k < steepest.length; k += SAID_OF_AN_HOUR) {
      if (!this.mayBeSteeper(steepest[k]!, steepest[k + 1]!)) continue;
      const h = (k - at) / SAID_OF_AN_HOUR;
      if (!known.has(h)) this.addHour(h, this);
    }
  }

  /** As many as falls are kept, where so many fall by more than they have. */
  private steepestHours(steepest: Float64Array, at: number): number[] {
    const most = new Float64Array(this.falls[0]!.length).fill(1);
    const last = most.length - 1;
    for (let k = at; k < steepest.length; k += SAID_OF_AN_HOUR) {
      if (steepest[k]! > most[last]!) insertFall(most, steepest[k]!);
    }
    const least = most[last]!;
    const hours: number[] = [];
    for (let k = at; k < steepest.length && hours.length < most.length; k += SAID_OF_AN_HOUR) {
      if (steepest[k]! >= least) hours.push((k - at) / SAID_OF_AN_HOUR);
    }
    return hours;
  }

  /**
   * Whether an hour can have a steeper fall than those so far: where it falls with the least share and with all is known, and
   * with shares between no steeper than in proportion.
   */
  private mayBeSteeper(least: number, whole: number): boolean {
    const { thresholds, parts } = this;
    for (let s = 0; s < parts.length; s++) if (least + parts[s]! * (whole - least) > thresholds[s]!) return true;
    return false;
  }

  add({ from, to }: Range, leftAt: (j: number) => number, changes: Changes, sign: 1 | -1): void {
    const { shares, falls, thresholds } = this;
    for (let j = from; j < to; j++) {
      const left = leftAt(j);
      const [before, added] = [changes.before(j), changes.added(j)];
      for (let s = 0; s < shares.length; s++) {
        insertFall(falls[s]!, (-sign * (before + shares[s]! * added)) / left);
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
