/** The energy in a storage as lots that remember where they came from. */

import { apportion, shareOf } from './whole-watt-hours.ts';

/** Which lot is drawn first; fixed in advance. */
export type StorageOrder = 'fifo' | 'lifo' | 'weightedAverage';

/** A slice of a certificate, at the site. */
export interface Slice {
  /** Index of the plant; -1 where nobody knows: an opening balance. */
  readonly plant: number;
  /** Hour of generation. */
  readonly hour: number;
  /** 0 the year that is recorded, -1 the same one before it. */
  readonly cycle: number;
  /** Where it begins among the watt-hours that the plant was certified for in the hour, and how many of them it is. */
  readonly offset: number;
  readonly certified: number;
  /** What of them is there by now: less than certified once they have been in a storage. */
  readonly wattHours: number;
}

/** What was charged in an hour, slice by slice. */
interface Lot {
  readonly hour: number;
  readonly cycle: number;
  /** What of it is in store by now [Wh]. */
  content: number;
  /** What of each slice is not drawn yet; `wattHours` as charged. */
  readonly slices: { slice: Slice; readonly record: number }[];
  /** Sum of them. */
  charged: number;
}

/** A slice that leaves the store: less comes out than was charged for it. */
export interface Drawn {
  readonly slice: Slice;
  readonly discharged: number;
  readonly chargedHour: number;
  readonly chargedCycle: number;
  /** Position among the charge records of the hour. */
  readonly chargedRecord: number;
}

const UNKNOWN = -1;

export class StorageQueue {
  #lots: Lot[] = [];
  readonly #order: StorageOrder;
  /** Charged and lost to self-discharge to the last watt-hour, so that no discharge can be drawn from it. */
  vanished = 0;

  /** @param opening in store before the first hour [Wh] */
  constructor(order: StorageOrder, opening: number) {
    this.#order = order;
    if (opening === 0) return;
    const slice = { plant: UNKNOWN, hour: UNKNOWN, cycle: UNKNOWN, offset: 0, certified: opening, wattHours: opening };
    const slices = [{ slice, record: 0 }];
    this.#lots.push({ hour: UNKNOWN, cycle: UNKNOWN, content: opening, slices, charged: opening });
  }

  /** Of what may be drawn yet. */
  get lots(): readonly Readonly<Pick<Lot, 'hour' | 'cycle' | 'content' | 'charged'>>[] {
    return this.#lots;
  }

  /** Everything in store loses its share; shares run on from lot to lot, so that they add up. */
  lose(wattHours: number): void {
    if (wattHours === 0) return;
    let content = 0;
    for (const lot of this.#lots) content += lot.content;
    let [upTo, lost] = [0, 0];
    for (const lot of this.#lots) {
      upTo += lot.content;
      const lostUpTo = shareOf(wattHours, upTo, content);
      lot.content -= lostUpTo - lost;
      lost = lostUpTo;
    }
    this.#forget(({ content: left }) => left === 0);
  }

  /** @param lost of what is charged, before it is in store */
  charge(hour: number, cycle: number, slices: readonly Slice[], lost: number): void {
    let charged = 0;
    for (const { wattHours } of slices) charged += wattHours;
    if (charged === 0) return;
    this.#lots.push({
      hour,
      cycle,
      content: charged - lost,
      slices: slices.map((slice, record) => ({ slice, record })),
      charged,
    });
    this.#forget(({ content }) => content === 0);
  }

  /**
   * Takes a discharge and what is lost in it.
   *
   * @returns the slices behind it, oldest or youngest first, or all of them; together `discharged`
   */
  draw(discharged: number, lost: number): Drawn[] {
    if (discharged + lost === 0) return [];
    const takes = this.#takes(discharged + lost);
    const given = apportion(
      discharged,
      takes.map(({ taken }) => taken),
    );
    const drawn = takes.flatMap(({ lot, taken }, at) => drawFrom(lot, taken, given[at]!));
    this.#forget(({ content }) => content === 0);
    return drawn;
  }

  /** From which lots a content is taken. */
  #takes(content: number): { lot: Lot; taken: number }[] {
    if (this.#order === 'weightedAverage') {
      const taken = apportion(
        content,
        this.#lots.map((lot) => lot.content),
      );
      return this.#lots.flatMap((lot, at) => (taken[at] === 0 ? [] : [{ lot, taken: taken[at]! }]));
    }
    const takes = [];
    const step = this.#order === 'fifo' ? 1 : -1;
    let left = content;
    for (let at = step === 1 ? 0 : this.#lots.length - 1; left > 0; at += step) {
      const lot = this.#lots[at];
      if (lot === undefined) throw new RangeError(`${left} Wh more are drawn from a storage than it holds.`);
      const taken = Math.min(left, lot.content);
      takes.push({ lot, taken });
      left -= taken;
    }
    return takes;
  }

  #forget(isGone: (lot: Lot) => boolean): void {
    if (!this.#lots.some(isGone)) return;
    this.#lots = this.#lots.filter((lot) => {
      if (!isGone(lot)) return true;
      this.vanished += lot.charged;
      return false;
    });
  }
}

/** What was charged leaves in proportion to what is left of it; the last part takes the rest. */
function drawFrom(lot: Lot, taken: number, discharged: number): Drawn[] {
  const charged = taken === lot.content ? lot.charged : shareOf(lot.charged, taken, lot.content);
  const parts = apportion(
    charged,
    lot.slices.map(({ slice }) => slice.wattHours),
  );
  const given = apportion(discharged, parts);
  lot.content -= taken;
  lot.charged -= charged;
  return lot.slices.flatMap((left, at) => {
    const part = parts[at]!;
    if (part === 0) return [];
    const { slice } = left;
    const certified = part === slice.wattHours ? slice.certified : shareOf(slice.certified, part, slice.wattHours);
    left.slice = {
      ...slice,
      offset: slice.offset + certified,
      certified: slice.certified - certified,
      wattHours: slice.wattHours - part,
    };
    return [
      {
        slice: { ...slice, certified, wattHours: part },
        discharged: given[at]!,
        chargedHour: lot.hour,
        chargedCycle: lot.cycle,
        chargedRecord: left.record,
      },
    ];
  });
}
