/** Numbers → colours that keep apart for every kind of colour vision, by lightness: cividis (Nuñez and others, 2018). */

import { channels, mix } from '../../../src/report/charts/colours.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

const cividis = ['#00224e', '#2a3f6d', '#575c6d', '#7d7c78', '#a69d75', '#d3c164', '#fee838'];

/** All is well, and nothing else looks like it: much darker than what is missing a little. */
const MATCHED = channels('#0b5d4a');
const missing = ['#ffe9a8', '#f5a623', '#d1480f', '#8c0d25'];

/** Of a fraction; beyond 0…1 the end of it. */
export function rampColour(fraction: number, ramp: readonly string[] = cividis): Rgb {
  const place = Math.min(1, Math.max(0, fraction)) * (ramp.length - 1);
  const at = Math.min(ramp.length - 2, Math.floor(place));
  return channels(mix(ramp[at]!, ramp[at + 1]!, place - at));
}

/** @param share of the load that is matched @param nearly all of it counts as all */
export function matchedColour(share: number, nearly: number): Rgb {
  return share >= nearly ? MATCHED : rampColour(1 - share, missing);
}
