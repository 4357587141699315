import type { Scenario } from '../../scenario/scenario.ts';
import { tolerance } from '../../units.ts';
import { familyColour } from '../charts/colours.ts';
import { hourMap } from '../charts/hour-map.ts';
import { type Family, familyNames } from '../family.ts';
import { counted, figure, percent, score } from '../figures.ts';
import { cfeScoreOf, matchedShares, supplyShares, unmatchedHoursOf } from '../hours/shares.ts';
import type { SiteHours } from '../hours/site-hours.ts';
import { type Html, html } from '../html.ts';

/** Is every hour matched, and by what? */
export function hourMaps(scenario: Scenario, site: SiteHours): Html {
  const count = site.flows.loadMW.length;
  const missing = unmatchedHoursOf(site);
  const words =
    missing === 0
      ? `all ${figure(count)} hours matched`
      : `${counted(missing, 'hour')} of ${figure(count)} not fully matched`;
  const cfe = score(cfeScoreOf(site));
  const of = `${site.phase.name}, weather year ${site.flows.name}`;
  return html`<div class="maps">
${hourMap({
  title: html`Matched share of the load: ${words} <small>Score ${cfe}.${missing === 0 ? '' : ` The darker an hour, the less of it is matched. An hour counts from ${percent(tolerance.unmatchedShare, 2)} of the year’s mean load on.`}</small>`,
  label: `Matched share of the load in every hour of ${of}: ${words}, score ${cfe}.`,
  shares: matchedShares(site),
  scale: 'matching',
})}${supplyShares(scenario, site).map(({ family, shares, ofYear }) =>
  hourMap({
    title: html`${familyNames[family]}: share of the supply of the hour <small>${ofYearInWords(family, ofYear)}.</small>`,
    label: `Share of ${familyNames[family].toLowerCase()} in the supply of every hour of ${of}; ${ofYearInWords(family, ofYear)}.`,
    shares,
    scale: familyColour(family),
  }),
)}</div>
`;
}

function ofYearInWords(family: Family, ofYear: number): string {
  return family === 'storage'
    ? `In the year it gives back ${percent(ofYear)} of the load`
    : `${percent(ofYear)} of the generation that reaches the site in the year`;
}
