/** How far each size may be from the cheapest plan, in words and tables. */

import type { Alternatives } from '../../studies/alternatives/document.ts';
import { capacity, money, optionalFigure, plainPercent } from '../figures.ts';
import type { Sheet, SheetPart } from './sheet.ts';

type Size = Alternatives['sizes'][number];

export function alternativesSheet(document: Alternatives): Sheet {
  const { scenario, synthetic, status, objective, sizes, plans, asked } = document;
  const title = `${scenario.name}: what else is nearly as good`;
  if (objective === undefined) {
    const headline = `There is no cheapest plan to begin with: ${status}. Where it is infeasible, hourmatch repair tells why.`;
    return { title, headline, tone: 'bad', synthetic, parts: [] };
  }
  const largest = Math.max(...asked.slack);
  const names = (verdict: Size['verdict']) => sizes.filter((one) => one.verdict === verdict).map(nameOf);
  const [must, choice, open] = [names('mustHave'), names('choice'), names('open')];
  const most = plainPercent(largest);
  return {
    title,
    headline: `At ${most} more than the least cost of ${money(scenario.currency, objective)}, ${must.length === 0 ? 'no size is in every plan' : `in every plan there is ${must.join(', ')}`}.`,
    tone: 'mixed',
    synthetic,
    parts: [
      ...asked.slack.map((slack, at) => rangePart(sizes, slack, at)),
      {
        title: `Must-haves and choices at ${most}`,
        sentences: [
          ...must.map((name) => `Must-have: ${name}, ${leastOf(sizes, name)}.`),
          ...(choice.length === 0 ? [] : [`Choices, with nothing of them in some plan: ${choice.join(', ')}.`]),
          ...(open.length === 0 ? [] : [`Not found out: ${open.join(', ')}.`]),
        ],
      },
      planPart(sizes, plans, scenario.currency),
    ],
  };
}

const words: Readonly<Record<Size['quantity'], string>> = {
  capacityMW: '',
  powerCapacityMW: ' power',
  energyCapacityMWh: ' energy',
};
const unitOf = ({ quantity }: Size) => (quantity === 'energyCapacityMWh' ? 'MWh' : 'MW');
const nameOf = ({ phase, name, quantity }: Size) => `${phase}: ${name}${words[quantity]}`;

function leastOf(sizes: readonly Size[], name: string): string {
  const size = sizes.find((one) => nameOf(one) === name)!;
  return `at least ${capacity(size.ranges.at(-1)!.noLessThan ?? 0)} ${unitOf(size)}`;
}

/** `noLessThan` and `noMoreThan` are proven, and so are the ends that are told. */
function rangePart(sizes: readonly Size[], slack: number, at: number): SheetPart {
  const end = (value: number | undefined) => (value === undefined ? optionalFigure(value) : capacity(value));
  return {
    title: `At ${plainPercent(slack)} more than the least cost`,
    table: {
      subject: 'Size',
      columns: ['cheapest', 'least', 'proven least', 'greatest', 'proven most'],
      rows: sizes.map((size) => {
        const { least, noLessThan, greatest, noMoreThan } = size.ranges[at]!;
        return {
          name: nameOf(size),
          unit: unitOf(size),
          cells: [capacity(size.cheapest), ...[least, noLessThan, greatest, noMoreThan].map(end)],
        };
      }),
    },
  };
}

function planPart(sizes: readonly Size[], plans: Alternatives['plans'], currency: string): SheetPart {
  return {
    title: 'Whole plans that differ most',
    sentences: plans.map(({ what, objective }, at) => `Plan ${at + 1}: ${what}, ${money(currency, objective)}.`),
    table: {
      subject: 'Size',
      columns: ['cheapest', ...plans.map((_, at) => `plan ${at + 1}`)],
      rows: sizes.map((size, at) => ({
        name: nameOf(size),
        unit: unitOf(size),
        cells: [size.cheapest, ...plans.map((one) => one.sizes[at]!)].map(capacity),
      })),
    },
  };
}
