/** Pictures of a page: a chart as SVG, a map of hours as a picture of few colours with its hours and months beside it. */

import { daysOf, type HourMap, hourMapPng, rampOf } from '../charts/hour-map.ts';
import type { LegendEntry } from '../charts/legend.ts';
import { type Chart, chartSvg } from '../charts/svg-chart.ts';
import { type Html, html, trusted } from '../html.ts';
import { type Language, monthNames } from '../language/language.ts';

export function chartHtml(chart: Chart, entries: readonly LegendEntry[], language: Language): Html {
  const drawn = trusted(chartSvg(chart));
  const size = chart.width > 640 ? ' wide' : chart.width > 420 ? ' middle' : '';
  return html`<div class="scroll"><div class="chart${size}">${drawn}</div></div>${legend(entries, language)}`;
}

function legend(entries: readonly LegendEntry[], { text }: Language): Html | undefined {
  if (entries.length === 0) return undefined;
  return html`<ul class="legend">${entries.map(({ name, colour, line }) => html`<li>${swatch(colour, line)}${text(name)}</li>`)}</ul>`;
}

function swatch(colour: string, line?: 'solid' | 'dashed'): Html {
  const shape =
    line === undefined
      ? html`<rect width="14" height="14" fill="${colour}"/>`
      : html`<path d="M0 7H18" stroke="${colour}" stroke-width="3" stroke-dasharray="${line === 'dashed' ? '5 3' : 'none'}"/>`;
  return html`<svg class="swatch" width="18" height="14" viewBox="0 0 18 14" aria-hidden="true">${shape}</svg>`;
}

export function mapHtml(map: HourMap, { text, code }: Language): Html {
  const days = daysOf(map);
  const source = `data:image/png;base64,${Buffer.from(hourMapPng(map)).toString('base64')}`;
  const isYear = days === 365 || days === 366;
  const below = isYear
    ? html`<div class="${days === 366 ? 'months leap' : 'months'}" aria-hidden="true">${monthNames(code).map((month) => html`<span>${month}</span>`)}</div>`
    : html`<div class="ends" aria-hidden="true"><span>1</span><span>${days}</span></div>`;
  return html`<figure class="map"><figcaption>${text(map.title)}${map.detail && html` <small>${text(map.detail)}</small>`}</figcaption>
<div class="cells"><div class="clock" aria-hidden="true"><span>0 h</span><span>6 h</span><span>12 h</span><span>18 h</span><span>24 h</span></div>
<img src="${source}" alt="${text(map.label)}"></div>
${below}
<div class="ramp" aria-hidden="true"><span>0 %</span>${ramp(map.scale)}<span>100 %</span></div>
</figure>
`;
}

function ramp(scale: HourMap['scale']): Html {
  return html`<svg width="117" height="12" viewBox="0 0 117 12" aria-hidden="true">${rampOf(scale).map(
    (colour, step) => html`<rect x="${step * 13}" width="13.5" height="12" fill="${colour}"/>`,
  )}</svg>`;
}
