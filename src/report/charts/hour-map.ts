/** A year at a glance: one cell an hour, days from left to right, hours of the day (UTC) from top to bottom. */

import { tolerance } from '../../units.ts';
import { type Html, html } from '../html.ts';
import { mix } from './colours.ts';
import { indexedPng } from './png.ts';

export interface HourMap {
  readonly title: Html;
  /** Each hour's share, 0…1; NaN where there is none to tell. */
  readonly shares: Float64Array;
  /** Colour of a share of 1, from nearly white at 0; `matching` sets full hours apart from all others. */
  readonly scale: string | 'matching';
  readonly label: string;
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
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function hourMap({ title, shares, scale, label }: HourMap): Html {
  const palette = [...Array.from({ length: STEPS + 1 }, (_, step) => colourOf(scale, step / STEPS)), NO_VALUE];
  const days = Math.ceil(shares.length / HOURS);
  const png = indexedPng(days, HOURS, pixelsOf(shares, days), palette);
  const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const isYear = days === 365 || days === 366;
  const below = isYear
    ? html`<div class="${days === 366 ? 'months leap' : 'months'}" aria-hidden="true">${months.map((month) => html`<span>${month}</span>`)}</div>`
    : html`<div class="ends" aria-hidden="true"><span>day 1</span><span>day ${days}</span></div>`;
  return html`<figure class="map"><figcaption>${title}</figcaption>
<div class="cells"><div class="clock" aria-hidden="true"><span>0 h</span><span>6 h</span><span>12 h</span><span>18 h</span><span>24 h</span></div>
<img src="${source}" alt="${label}"></div>
${below}
<div class="ramp" aria-hidden="true"><span>0 %</span>${ramp(scale)}<span>100 %</span></div>
</figure>
`;
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

function ramp(scale: HourMap['scale']): Html {
  const steps = 9;
  return html`<svg width="117" height="12" viewBox="0 0 117 12" aria-hidden="true">${Array.from(
    { length: steps },
    (_, step) => html`<rect x="${step * 13}" width="13.5" height="12" fill="${colourOf(scale, step / (steps - 1))}"/>`,
  )}</svg>`;
}
