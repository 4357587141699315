import type { Block, Section } from '../content/content.ts';
import { number, type Said, say, short, small } from '../content/words.ts';
import { recognisedParts } from '../language/recognised.ts';
import type { ReportData } from '../report-data.ts';
import { proofOf } from '../verdict.ts';

/** Why the answer may be trusted, for an auditor: certificate, laws, solver. */
export function proof({ document }: ReportData): Section {
  const { certificate, solver } = document;
  return {
    id: 'proof',
    title: say('Proof'),
    blocks: [
      ...(certificate === undefined
        ? []
        : [
            { kind: 'paragraph', text: proofOf(document) } as const,
            certificateTable(document, certificate),
            lawTable(certificate),
          ]),
      {
        kind: 'table',
        caption: say('Solver'),
        subject: say('Item'),
        columns: [{ title: say('Value'), holds: 'text' }],
        rows: [
          { name: say('Solver'), cells: [`${solver.name} ${solver.version}`] },
          { name: say('Method'), cells: [solver.method] },
          { name: say('Chosen because'), cells: [recognisedParts(solver.reason)] },
          { name: say('Iterations'), cells: [number(solver.iterations)] },
          { name: say('Time'), unit: 's', cells: [short(solver.wallSeconds)] },
          { name: say('Peak memory'), unit: 'MB', cells: [number(solver.peakMemoryMB)] },
        ],
      },
    ],
  };
}

type Certificate = NonNullable<ReportData['document']['certificate']>;

function certificateTable({ scenario: { currency } }: ReportData['document'], certificate: Certificate): Block {
  const { objective, dualBound, relativeGap, gapFloor, maxViolationMWh, verified } = certificate;
  return {
    kind: 'table',
    caption: say('Certificate'),
    subject: say('Item'),
    columns: [{ title: say('Value') }, { title: say('Meaning'), holds: 'text' }],
    rows: [
      {
        name: say('Cost of the plan'),
        unit: currency,
        cells: [number(objective, 2), say('recomputed from capacities and flows')],
      },
      {
        name: say('Lower bound'),
        unit: currency,
        cells: [number(dualBound, 2), say('no plan can cost less: proven from the duals')],
      },
      {
        name: say('Relative gap'),
        cells: [
          small(relativeGap),
          [
            Math.abs(objective) < gapFloor
              ? say(
                  'distance of cost and bound, as a share of {currency} {floor}: the plan costs less than 0.001 per MWh of work.',
                  { currency, floor: number(gapFloor, 2) },
                )
              : say('distance of cost and bound, as a share of the cost.'),
            askedGap(certificate),
          ],
        ],
      },
      {
        name: say('Largest violation'),
        unit: 'MWh',
        cells: [small(maxViolationMWh), say('of any law, in any hour')],
      },
      {
        name: say('Verified'),
        cells: verified
          ? [say('yes'), say('every law below is kept')]
          : [say('NO'), say('laws are broken: do not use')],
      },
    ],
  };
}

function askedGap({ requiredGap }: Certificate): Said {
  return requiredGap === undefined ? '' : say('At most {gap} was asked for.', { gap: small(requiredGap) });
}

function lawTable({ laws }: Certificate): Block {
  return {
    kind: 'table',
    caption: say('Laws recomputed from the profiles and the schedule alone'),
    subject: say('Law'),
    columns: [{ title: say('Checks') }, { title: say('Broken') }],
    rows: laws.map(({ law, checks, broken }) => ({ name: law, cells: [number(checks), number(broken)] })),
    note: say(
      'A law with 0 checks has nothing to speak of in this scenario. hourmatch explain with the name of a law gives its equation from the source.',
    ),
  };
}
