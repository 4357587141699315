/** Slices on their way through the site, within an hour. */

import type { Drawn, Slice } from './storage-queue.ts';
import { sumAt, type WholeFlows } from './whole-flows.ts';
import { apportion, shareOf } from './whole-watt-hours.ts';

/** The way through a storage. */
export interface Passage {
  /** Index of the storage. */
  readonly storage: number;
  readonly chargedHour: number;
  /** 0 in the year that is recorded, -1 in the same one before it. */
  readonly chargedCycle: number;
  /** Position among the charge records of the storage in that hour. */
  readonly chargedRecord: number;
}

/** A slice on its way through the site. */
export interface Piece {
  readonly slice: Slice;
  readonly passage?: Passage;
}

/** What the plants deliver in an hour, until it is taken. */
export class Arrivals {
  left: number;
  readonly #available: number[];
  readonly #offsets: number[];
  readonly #hour: number;
  readonly #cycle: number;

  constructor({ delivered }: WholeFlows, hour: number, cycle: number) {
    this.left = sumAt(delivered, hour);
    this.#available = delivered.map((wattHours) => wattHours[hour]!);
    this.#offsets = delivered.map(() => 0);
    this.#hour = hour;
    this.#cycle = cycle;
  }

  /** From every plant in proportion to what is left of it. */
  take(wattHours: number): Piece[] {
    if (wattHours <= 0) return [];
    this.left -= wattHours;
    const pieces: Piece[] = [];
    const parts = apportion(wattHours, this.#available);
    for (let plant = 0; plant < parts.length; plant++) {
      const part = parts[plant]!;
      if (part === 0) continue;
      const offset = this.#offsets[plant]!;
      pieces.push({
        slice: { plant, hour: this.#hour, cycle: this.#cycle, offset, certified: part, wattHours: part },
      });
      this.#available[plant]! -= part;
      this.#offsets[plant] = offset + part;
    }
    return pieces;
  }
}

export function passed({ slice, discharged, ...charged }: Drawn, storage: number): Piece {
  return { slice: { ...slice, wattHours: discharged }, passage: { storage, ...charged } };
}

/** Takes pieces from the front, cutting the last. */
export function takeFrom(pieces: Piece[], wattHours: number): Piece[] {
  const taken: Piece[] = [];
  let left = wattHours;
  while (left > 0 && pieces.length > 0) {
    const piece = pieces.shift()!;
    const { slice } = piece;
    const part = Math.min(left, slice.wattHours);
    left -= part;
    if (part === slice.wattHours) {
      taken.push(piece);
      continue;
    }
    const certified = shareOf(slice.certified, part, slice.wattHours);
    taken.push({ ...piece, slice: { ...slice, certified, wattHours: part } });
    const rest = {
      ...slice,
      offset: slice.offset + certified,
      certified: slice.certified - certified,
      wattHours: slice.wattHours - part,
    };
    pieces.unshift({ ...piece, slice: rest });
  }
  return taken;
}
