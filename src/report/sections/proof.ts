import { figure, shortFigure, tiny } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { type Row, table } from '../table.ts';
import { proofOf } from '../verdict.ts';

/** Why the answer may be trusted, for an auditor: certificate, laws, solver. */
export function proof({ document }: ReportData): Html {
  const { certificate, solver } = document;
  return html`<section>
<h2>Proof</h2>
${
  certificate === undefined
    ? undefined
    : html`<p>${proofOf(document)}</p>
${certificateTable(document, certificate)}${lawTable(certificate)}`
}${table({
  caption: 'Solver',
  subject: 'Item',
  columns: [{ title: 'Value', isText: true }],
  rows: [
    { name: 'Solver', cells: [`${solver.name} ${solver.version}`] },
    { name: 'Method', cells: [solver.method] },
    { name: 'Chosen because', cells: [solver.reason] },
    { name: 'Iterations', cells: [figure(solver.iterations)] },
    { name: 'Time', unit: 's', cells: [shortFigure(solver.wallSeconds)] },
    { name: 'Peak memory', unit: 'MB', cells: [figure(solver.peakMemoryMB)] },
  ],
})}</section>
`;
}

type Certificate = NonNullable<ReportData['document']['certificate']>;

function certificateTable({ scenario: { currency } }: ReportData['document'], certificate: Certificate): Html {
  const { objective, dualBound, relativeGap, gapFloor, requiredGap, maxViolationMWh, verified } = certificate;
  const asked = requiredGap === undefined ? '' : `; at most ${tiny(requiredGap)} was asked for`;
  const whole =
    Math.abs(objective) < gapFloor
      ? `as a share of ${currency} ${figure(gapFloor, 2)}: the plan costs less than 0.001 per MWh of work`
      : 'as a share of the cost';
  return table({
    caption: 'Certificate',
    subject: 'Item',
    columns: [{ title: 'Value' }, { title: 'Meaning', isText: true }],
    rows: [
      {
        name: 'Cost of the plan',
        unit: currency,
        cells: [figure(objective, 2), 'recomputed from capacities and flows'],
      },
      {
        name: 'Lower bound',
        unit: currency,
        cells: [figure(dualBound, 2), 'no plan can cost less: proven from the duals'],
      },
      {
        name: 'Relative gap',
        cells: [tiny(relativeGap), `distance of cost and bound, ${whole}${asked}`],
      },
      { name: 'Largest violation', unit: 'MWh', cells: [tiny(maxViolationMWh), 'of any law, in any hour'] },
      {
        name: 'Verified',
        cells: [verified ? 'yes' : 'NO', verified ? 'every law below is kept' : 'laws are broken: do not use'],
      },
    ],
  });
}

function lawTable({ laws }: Certificate): Html {
  return table({
    caption: 'Laws recomputed from the profiles and the schedule alone',
    subject: 'Law',
    columns: [{ title: 'Checks' }, { title: 'Broken' }],
    rows: laws.map(({ law, checks, broken }): Row => ({ name: law, cells: [figure(checks), figure(broken)] })),
    note: 'A law with 0 checks has nothing to speak of in this scenario.',
  });
}
