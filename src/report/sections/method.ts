import type { Section } from '../content/content.ts';
import { say } from '../content/words.ts';
import type { ReportData } from '../report-data.ts';

/** What the words mean, and how anybody comes to the same figures. */
export function method({ document }: ReportData): Section {
  return {
    id: 'method',
    title: say('Method, and how to reproduce this'),
    blocks: [
      {
        kind: 'list',
        items: [
          say(
            'Hourly score (CFE): the share of the load that is served without grid energy, hour by hour: 1 − Σ import ÷ Σ load.',
          ),
          say('Matched: an hour whose import is below a ten-thousandth of the year’s mean load.'),
          say('Curtailed: what the weather would have given and nobody took.'),
          say('Shadow price: what one more MWh of need in the hour would cost.'),
          say('Levelised cost: a year’s cost of the phase ÷ its load.'),
          say(
            'Capital recovery factor: r ÷ (1 − (1 + r)⁻ⁿ) of a price over n years at the discount rate r, 1 ÷ n where r is 0.',
          ),
        ],
      },
      {
        kind: 'paragraph',
        text: say(
          'Version {version}, scenario {hash}. hourmatch verify with the directory of the result recomputes every law, cost and bound, and this document byte by byte; hourmatch optimise with its scenario.json solves it again.',
          { version: document.hourmatchVersion, hash: document.scenario.contentHash },
        ),
      },
    ],
  };
}
