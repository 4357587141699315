/** A year at a glance: one cell an hour, days from left to right, hours of the day (UTC) from top to bottom. */

import { tolerance } from '../../units.ts';
import type { Said } from '../content/words.ts';
import { mix } from './colours.ts';
import { indexedPng } from './png.ts';

export interface HourMap {
  readonly title: Said;
  readonly detail?: Said;
  /** Each hour's share, 0…1; NaN where there is none to tell. */
  readonly shares: Float64Array;
  /** Colour of a share of 1, from nearly white at 0; `matching` sets full hours apart from all others. */
  readonly scale: string | 'matching';
  readonly label: Said;
}

const STEPS = 32;
const HOURS = 24;
const NO_VALUE = '#ffffff';
const PAPER = '#f4f5f6';
/** Full hours are pale, others dark: they differ for every kind of colour vision. */
const MATCHED = '#b9dccb';
const LITTLE_MISSING = '#f59e0b';
const ALL_MISSING = '#450a0a';

function colourOf(scale: HourMap['scale'], share: number): string {
  if (scale !== 'matching') return mix(PAPER, scale, share);
  return share === 1 ? MATCHED : mix(ALL_MISSING, LITTLE_MISSING, share);
}

export const daysOf = ({ shares }: HourMap): number => Math.ceil(shares.length / HOURS);

/** One pixel an hour. */
export function hourMapPng(map: HourMap): Uint8Array {
  const palette = [...Array.from({ length: STEPS + 1 }, (_, step) => colourOf(map.scale, step / STEPS)), NO_VALUE];
  const days = daysOf(map);
  return indexedPng(days, HOURS, pixelsOf(map.shares, days), palette);
}

/** Shares rounded towards the middle: only a full hour has the colour of 1, only an empty one that of 0. */
function pixelsOf(shares: Float64Array, days: number): Uint8Array {
  const pixels = new Uint8Array(days * HOURS).fill(STEPS + 1);
  shares.forEach((share, hour) => {
    const step = Math.min(STEPS - 1, Math.max(1, Math.round(share * STEPS)));
    const exact = share >= 1 - EXACT ? STEPS : share <= EXACT ? 0 : step;
    const index = Number.isNaN(share) ? STEPS + 1 : exact;
    pixels[(hour % HOURS) * days + Math.floor(hour / HOURS)] = index;
  });
  return pixels;
}

/** What does not count as an unmatched hour has no colour of its own either. */
const EXACT = tolerance.unmatchedShare;

/** Colours from no share to all of it. */
export function rampOf(scale: HourMap['scale']): string[] {
  const steps = 9;
  return Array.from({ length: steps }, (_, step) => colourOf(scale, step / (steps - 1)));
}
