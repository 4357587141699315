/** Legends as text beside the picture: they wrap, keep their size on small screens and are read aloud. */

import { type Html, html } from '../html.ts';

export interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  /** Drawn as a line, not as an area. */
  readonly line?: 'solid' | 'dashed';
}

export function legend(entries: readonly LegendEntry[]): Html {
  return html`<ul class="legend">${entries.map(({ name, colour, line }) => html`<li>${swatch(colour, line)}${name}</li>`)}</ul>`;
}

function swatch(colour: string, line?: 'solid' | 'dashed'): Html {
  const shape =
    line === undefined
      ? html`<rect width="14" height="14" fill="${colour}"/>`
      : html`<path d="M0 7H18" stroke="${colour}" stroke-width="3" stroke-dasharray="${line === 'dashed' ? '5 3' : 'none'}"/>`;
  return html`<svg class="swatch" width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">${shape}</svg>`;
}
