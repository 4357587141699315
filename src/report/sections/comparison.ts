import type { BaselineResult } from '../../results/document/result-document.ts';
import {
  baselineNames,
  comparedObjective,
  comparedPhases,
  comparisonSentences,
  shareOf,
  spanInWords,
} from '../comparisons.ts';
import type { Block, Row, Section } from '../content/content.ts';
import { change, moneyScaleOf, number, type Said, say, scored } from '../content/words.ts';
import { lowestCfeScore } from '../phase-quantities.ts';
import type { ReportData } from '../report-data.ts';
import { regretTables } from './regret.ts';

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
  plannedTogether: 'all phases in sight',
} as const;

interface Compared {
  readonly name: Said;
  readonly change: Said;
  readonly status: keyof typeof statusWords;
  readonly objective: number | undefined;
  readonly levelised: readonly (number | undefined)[];
  readonly lowestCfeScore: number | undefined;
}

/** The plan beside its twins: the same campus and weather with one thing changed. */
export function comparison({ document }: ReportData): Section | undefined {
  const { baselines } = document;
  if (baselines.length === 0) return undefined;
  const { currency } = document.scenario;
  const names = comparedPhases(document);
  const compared = casesOf(document, names);
  const levelised: Block = {
    kind: 'table',
    caption: say('Levelised cost by phase, {currency}/MWh', { currency }),
    subject: say('Case'),
    columns: names.map((name) => ({ title: name })),
    rows: compared.map(({ name, levelised: costs }) => ({
      name,
      cells: names.map((_, at) => (costs[at] === undefined ? undefined : number(costs[at], 2))),
    })),
  };
  return {
    id: 'twins',
    title: say('What matching costs, what flexibility and storage are worth'),
    blocks: [
      { kind: 'list', items: comparisonSentences(document) },
      twinTable(document, compared),
      ...(names.length === 0 ? [] : [levelised]),
      ...regretTables(document),
    ],
  };
}

/** Over all phases whatever the others were planned for, so that it has tables of its own. */
const isTwin = ({ kind }: BaselineResult): boolean => kind !== 'plannedTogether';

function casesOf(document: ReportData['document'], names: readonly string[]): Compared[] {
  const phases = document.phases.filter(({ name }) => names.includes(name));
  return [
    {
      name: say('This plan'),
      change: '',
      status: document.status,
      objective: comparedObjective(document),
      levelised: phases.map(({ levelisedCostPerMWh }) => levelisedCostPerMWh),
      lowestCfeScore: phases.length === 0 ? undefined : Math.min(...phases.map(lowestCfeScore)),
    },
    ...document.baselines.filter(isTwin).map(
      (baseline): Compared => ({
        name: say(baselineNames[baseline.kind]),
        change: say(changes[baseline.kind]),
        status: baseline.status,
        objective: baseline.objective,
        levelised: baseline.phases.map(({ levelisedCostPerMWh }) => levelisedCostPerMWh),
        lowestCfeScore:
          baseline.phases.length === 0 ? undefined : Math.min(...baseline.phases.map((phase) => phase.lowestCfeScore)),
      }),
    ),
  ];
}

function twinTable(document: ReportData['document'], compared: readonly Compared[]): Block {
  const whole = moneyScaleOf(
    document.scenario.currency,
    compared.flatMap(({ objective }) => objective ?? []),
  );
  const ours = comparedObjective(document);
  return {
    kind: 'table',
    caption: say('The plan beside its twins'),
    subject: say('Case'),
    columns: [
      { title: say('What differs'), holds: 'text' },
      { title: say('Answer'), holds: 'text' },
      { title: say('Cost {span}, discounted', { span: spanInWords(document) }), unit: whole.unit },
      { title: say('Against this plan') },
      { title: say('Lowest CFE score') },
    ],
    rows: compared.map(
      ({ name, change: changed, status, objective, lowestCfeScore: lowest }): Row => ({
        name,
        cells: [
          changed,
          say(statusWords[status]),
          objective === undefined ? undefined : whole.of(objective),
          differenceOf(objective, ours, document.certificate?.gapFloor ?? 0),
          lowest === undefined ? undefined : scored(lowest),
        ],
      }),
    ),
    note: say(
      'Each twin is planned and proven as the plan itself is. The CFE score counts hour by hour in every case, also where the promise is kept by volume.',
    ),
  };
}

function differenceOf(objective: number | undefined, ours: number | undefined, floor: number): Said | undefined {
  if (objective === undefined || ours === undefined || objective === ours) return undefined;
  const part = shareOf(objective - ours, ours, floor);
  return part === undefined ? undefined : change(part);
}
