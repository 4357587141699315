import type { Block, Section } from '../content/content.ts';
import { say } from '../content/words.ts';
import { readLaws } from '../equations.ts';
import { recognised } from '../language/recognised.ts';
import type { ReportData } from '../report-data.ts';
import { symbolTable } from './symbols.ts';

/** What the words mean, by which equations every hour was checked, and how anybody comes to the same figures. */
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
          say(
            'Reduced cost: what one more unit would cost beyond what its hours earn at these prices; 0 where it is worth building.',
          ),
          say('Levelised cost: a year’s cost of the phase ÷ its load.'),
          say(
            'Capital recovery factor: r ÷ (1 − (1 + r)⁻ⁿ) of a price over n years at the discount rate r, 1 ÷ n where r is 0.',
          ),
          say('P50, P90: what half and nine tenths of the weather years reach.'),
          say('Vintage: what one phase builds; it wears out by itself.'),
          say('Twin: the same campus and weather with one thing changed, planned and proven alike.'),
        ],
      },
      ...equationTable(document.certificate),
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

/** Of the laws that were checked, under the names of the certificate. */
function equationTable(certificate: ReportData['document']['certificate']): Block[] {
  if (certificate === undefined) return [];
  const equations = new Map(readLaws().map(({ name, equation }) => [name, equation]));
  const rows = certificate.laws.flatMap(({ law, checks }) => {
    const equation = equations.get(law);
    return equation === undefined || checks === 0 ? [] : [{ name: law, cells: [recognised(equation)] }];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: say('Laws that were checked in every hour, with their equations'),
      subject: say('Law'),
      columns: [{ title: say('Equation'), holds: 'text' }],
      rows,
      note: say('hourmatch explain with the name of a law tells it in words.'),
    },
    { kind: 'table', ...symbolTable() },
  ];
}
