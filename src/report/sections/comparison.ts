import {
  baselineNames,
  comparedObjective,
  comparedPhases,
  comparisonSentences,
  shareOf,
  spanInWords,
} from '../comparisons.ts';
import { moneyScale, optionalFigure, percent, score } from '../figures.ts';
import { type Html, html } from '../html.ts';
import { lowestCfeScore } from '../phase-quantities.ts';
import type { ReportData } from '../report-data.ts';
import { type Row, table } from '../table.ts';

const statusWords = {
  optimal: 'optimal',
  infeasible: 'not possible',
  unbounded: 'cost falls without end',
  limit: 'not known: limit reached',
} as const;

const changes = {
  annualMatching: 'the same promise by volume over the year',
  inflexibleLoad: 'all work served in the hour it arrives',
  withoutStorage: 'nothing stored',
  proportionalOverhead: 'all overhead falls with the machines',
  withoutSecurity: 'no reserve in store, all output counted',
} as const;

interface Compared {
  readonly name: string;
  readonly change: string;
  readonly status: keyof typeof statusWords;
  readonly objective: number | undefined;
  readonly levelised: readonly (number | undefined)[];
  readonly lowestCfeScore: number | undefined;
}

/** The plan beside its twins: the same campus and weather with one thing changed. */
export function comparison({ document }: ReportData): Html | undefined {
  const { baselines, status } = document;
  if (baselines.length === 0) return undefined;
  const { currency } = document.scenario;
  const ours = comparedObjective(document);
  const names = comparedPhases(document);
  const phases = document.phases.filter(({ name }) => names.includes(name));
  const compared: Compared[] = [
    {
      name: 'This plan',
      change: '',
      status,
      objective: ours,
      levelised: phases.map(({ levelisedCostPerMWh }) => levelisedCostPerMWh),
      lowestCfeScore: phases.length === 0 ? undefined : Math.min(...phases.map(lowestCfeScore)),
    },
    ...baselines.map(
      (baseline): Compared => ({
        name: baselineNames[baseline.kind],
        change: changes[baseline.kind],
        status: baseline.status,
        objective: baseline.objective,
        levelised: baseline.phases.map(({ levelisedCostPerMWh }) => levelisedCostPerMWh),
        lowestCfeScore:
          baseline.phases.length === 0 ? undefined : Math.min(...baseline.phases.map((phase) => phase.lowestCfeScore)),
      }),
    ),
  ];
  const whole = moneyScale(
    currency,
    compared.flatMap(({ objective }) => objective ?? []),
  );
  return html`<section>
<h2>What matching costs, what flexibility and storage are worth</h2>
<ul>${comparisonSentences(document).map((sentence) => html`<li>${sentence}</li>\n`)}</ul>
${table({
  caption: 'The plan beside its twins',
  subject: 'Case',
  columns: [
    { title: 'What differs', isText: true },
    { title: 'Answer', isText: true },
    { title: `Cost ${spanInWords(document)}, discounted`, unit: whole.unit },
    { title: 'Against this plan' },
    { title: 'Lowest CFE score' },
  ],
  rows: compared.map(
    ({ name, change, status, objective, lowestCfeScore }): Row => ({
      name,
      cells: [
        change,
        statusWords[status],
        objective === undefined ? '–' : whole.text(objective),
        differenceOf(objective, ours, document.certificate?.gapFloor ?? 0),
        lowestCfeScore === undefined ? '–' : score(lowestCfeScore),
      ],
    }),
  ),
  note: 'Each twin is planned and proven as the plan itself is. The CFE score counts hour by hour in every case, also where the promise is kept by volume.',
})}${
  names.length === 0
    ? undefined
    : table({
        caption: `Levelised cost by phase, ${currency}/MWh`,
        subject: 'Case',
        columns: names.map((name) => ({ title: name })),
        rows: compared.map(({ name, levelised }) => ({
          name,
          cells: names.map((_, at) => optionalFigure(levelised[at], 2)),
        })),
      })
}</section>
`;
}

function differenceOf(objective: number | undefined, ours: number | undefined, floor: number): string {
  if (objective === undefined || ours === undefined || objective === ours) return '–';
  const share = shareOf(objective - ours, ours, floor);
  if (share === undefined) return '–';
  return share > 0 ? `+${percent(share)}` : percent(share);
}
