/** Compares both sides of a law, hour by hour, counts what it compared and remembers what broke. */

import { tolerance } from '../units.ts';
import { type Finding, LISTED_PER_LAW, type Violation } from './verification.ts';

/** Where a series of comparisons stands. */
export interface Scene {
  readonly phase: string;
  readonly weatherYear?: string;
  readonly subject: string;
}

/** Says in words what is wrong with two sides of a law. */
export type Words = (actual: number, other: number) => string;

/** One law applied to one series of numbers. */
export interface Comparison {
  /** actual ≤ limit; `size` is the largest size in play [MWh]. */
  atMost(actual: number, limit: number, hour?: number, size?: number): void;
  equal(left: number, right: number, hour?: number, size?: number): void;
}

/** Thrown by a tally that ends at what is broken first. */
export const ENOUGH = Symbol('enough');

export class Tally {
  readonly #law: string;
  readonly #roomMWh: (phase: string) => number;
  readonly #isEndedByFirst: boolean;
  readonly #violations: Violation[] = [];
  #worst: Violation | undefined;
  #checks = 0;
  #broken = 0;
  #largestMWh = 0;

  /** @param roomMWh what is tolerated in a phase, whatever is compared */
  constructor(law: string, roomMWh: (phase: string) => number, isEndedByFirst = false) {
    this.#law = law;
    this.#roomMWh = roomMWh;
    this.#isEndedByFirst = isEndedByFirst;
  }

  /** `share` of the size in play is tolerated beside the room of the phase. */
  compare(scene: Scene, words: Words, share: number = tolerance.relative): Comparison {
    const room = this.#roomMWh(scene.phase);
    const judge = (excess: number, size: number, actual: number, other: number, hour: number | undefined) => {
      this.#checks++;
      if (excess > this.#largestMWh) this.#largestMWh = excess;
      // Written so that a comparison with something that is no number counts as broken, never as kept.
      if (!(excess <= room + share * size)) this.#record(scene, hour, excess, () => words(actual, other));
    };
    return {
      atMost: (actual, limit, hour, size = Math.max(Math.abs(actual), Math.abs(limit))) =>
        judge(actual - limit, size, actual, limit, hour),
      equal: (left, right, hour, size = Math.max(Math.abs(left), Math.abs(right))) =>
        judge(Math.abs(left - right), size, left, right, hour),
    };
  }

  /** Counts yes-or-no checks that were all found to hold. */
  hold(checks: number): void {
    this.#checks += checks;
  }

  /** Counts a yes-or-no check; what is wrong, if anything, has no amount in MWh unless one is given. */
  statement(
    holds: boolean,
    scene: Scene,
    words: () => string,
    hour?: number,
    amountMWh = Number.POSITIVE_INFINITY,
  ): void {
    this.#checks++;
    if (holds) return;
    if (amountMWh > this.#largestMWh) this.#largestMWh = amountMWh;
    this.#record(scene, hour, amountMWh, words);
  }

  finding(): Finding {
    return {
      law: this.#law,
      checks: this.#checks,
      broken: this.#broken,
      largestMWh: this.#largestMWh,
      violations: this.#worst === undefined ? this.#violations : [...this.#violations, this.#worst],
    };
  }

  /** @param words asked for what is listed alone: where a law is broken at all it often is in every hour */
  #record(scene: Scene, hour: number | undefined, excess: number, words: () => string): void {
    this.#broken++;
    if (this.#isEndedByFirst) throw ENOUGH;
    const amountMWh = Number.isNaN(excess) ? Number.POSITIVE_INFINITY : excess;
    const isListed = this.#violations.length < LISTED_PER_LAW - 1;
    if (!isListed && this.#worst !== undefined && !(amountMWh > this.#worst.amountMWh)) return;
    const own = { law: this.#law, ...scene, ...(hour === undefined ? {} : { hour }), amountMWh, problem: words() };
    if (isListed) this.#violations.push(own);
    else this.#worst = own;
  }
}

/** A number as printed in a sentence: ten significant digits show every violation that counts. */
export function shown(value: number): string {
  return String(Number(value.toPrecision(10)));
}
