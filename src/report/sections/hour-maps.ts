import type { Scenario } from '../../scenario/scenario.ts';
import { tolerance } from '../../units.ts';
import { familyColour } from '../charts/colours.ts';
import type { Block } from '../content/content.ts';
import { number, type Said, say, scored, share } from '../content/words.ts';
import { type Family, familyNames } from '../family.ts';
import { cfeScoreOf, matchedShares, supplyShares, unmatchedHoursOf } from '../hours/shares.ts';
import type { SiteHours } from '../hours/site-hours.ts';
import { hoursOf } from '../verdict.ts';

/** Is every hour matched, and by what? */
export function hourMaps(scenario: Scenario, site: SiteHours): Block {
  const count = site.flows.loadMW.length;
  const missing = unmatchedHoursOf(site);
  const words =
    missing === 0
      ? say('all {count} hours matched', { count: number(count) })
      : say('{hours} of {count} not fully matched', { hours: hoursOf(missing), count: number(count) });
  const score = scored(cfeScoreOf(site));
  const place = { phase: site.phase.name, year: site.flows.name };
  return {
    kind: 'group',
    blocks: [
      {
        kind: 'map',
        title: say('Matched share of the load: {words}', { words }),
        detail: [
          say('Score {score}.', { score }),
          missing === 0
            ? ''
            : say(
                'The darker an hour, the less of it is matched. An hour counts from {share} of the year’s mean load on.',
                { share: share(tolerance.unmatchedShare, 2) },
              ),
        ],
        label: say('Matched share of the load in every hour of {phase}, weather year {year}: {words}, score {score}.', {
          ...place,
          words,
          score,
        }),
        shares: matchedShares(site),
        scale: 'matching',
      },
      ...supplyShares(scenario, site).map(({ family, shares, ofYear }): Block => {
        const name = say(familyNames[family]);
        const told = ofYearInWords(family, ofYear);
        return {
          kind: 'map',
          title: say('{family}: share of the supply of the hour', { family: name }),
          detail: told,
          label: say('{family}: share of the supply of every hour of {phase}, weather year {year}. {told}', {
            ...place,
            family: name,
            told,
          }),
          shares,
          scale: familyColour(family),
        };
      }),
    ],
  };
}

function ofYearInWords(family: Family, ofYear: number): Said {
  return family === 'storage'
    ? say('In the year it gives back {share} of the load.', { share: share(ofYear) })
    : say('{share} of the generation that reaches the site in the year.', { share: share(ofYear) });
}
