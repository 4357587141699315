/** How far each size may be from the cheapest plan, in words and tables. */

import type { Alternatives } from '../../studies/alternatives/document.ts';
import { amount, givenShare, number, type Said, say, size as sized } from '../content/words.ts';
import { recognised } from '../language/recognised.ts';
import type { Sheet, SheetPart } from './sheet.ts';

type Size = Alternatives['sizes'][number];

export function alternativesSheet(document: Alternatives): Sheet {
  const { scenario, synthetic, status, objective, sizes, plans, asked } = document;
  const title = say('{name}: what else is nearly as good', { name: scenario.name });
  if (objective === undefined) {
    const headline = say(
      'There is no cheapest plan to begin with: {status}. Where it is infeasible, hourmatch repair tells why.',
      { status },
    );
    return { title, headline, tone: 'bad', synthetic, parts: [] };
  }
  const largest = Math.max(...asked.slack);
  const of = (verdict: Size['verdict']) => sizes.filter((one) => one.verdict === verdict);
  const [must, choice, open] = [of('mustHave'), of('choice'), of('open')];
  const nameOf = namesOf(sizes);
  const gaps = { share: givenShare(largest), cost: amount(scenario.currency, objective) };
  return {
    title,
    headline:
      must.length === 0
        ? say('At {share} more than the least cost of {cost}, no size is in every plan.', gaps)
        : say('At {share} more than the least cost of {cost}, in every plan there is {names}.', {
            ...gaps,
            names: { names: must.map(nameOf) },
          }),
    tone: 'mixed',
    synthetic,
    parts: [
      groupPart(asked.groups ?? [], sizes),
      ...asked.slack.map((slack, at) => rangePart(sizes, nameOf, slack, at)),
      {
        title: say('Must-haves and choices at {share}', { share: givenShare(largest) }),
        sentences: [
          ...must.map((one) =>
            say('Must-have: {name}, at least {size} {unit}.', {
              name: nameOf(one),
              size: sized(one.ranges.at(-1)!.noLessThan ?? 0),
              unit: unitOf(one),
            }),
          ),
          ...(choice.length === 0
            ? []
            : [say('Choices, with nothing of them in some plan: {names}.', { names: { names: choice.map(nameOf) } })]),
          ...(open.length === 0 ? [] : [say('Not found out: {names}.', { names: { names: open.map(nameOf) } })]),
        ],
      },
      planPart(sizes, nameOf, plans, scenario.currency),
    ],
  };
}

const wordOf = { capacityMW: '', powerCapacityMW: 'power', energyCapacityMWh: 'energy' } as const;

const unitOf = ({ quantity }: Size) => (quantity === 'energyCapacityMWh' ? 'MWh' : 'MW');

type NameOf = (size: Size) => Said;

/** A phase is named where there are several: `40 MW: Coast` reads like an amount of it. */
function namesOf(sizes: readonly Size[]): NameOf {
  if (new Set(sizes.map(({ phase }) => phase)).size < 2) return assetOf;
  return (size) => say('{phase}: {asset}', { phase: size.phase, asset: assetOf(size) });
}

function assetOf({ name, quantity, members }: Size): Said {
  if (members !== undefined) return say('{name} (group)', { name });
  switch (quantity) {
    case 'capacityMW':
      return name;
    case 'powerCapacityMW':
      return say('{asset} power', { asset: name });
    case 'energyCapacityMWh':
      return say('{asset} energy', { asset: name });
    default: {
      const never: never = quantity;
      throw new TypeError(`unknown quantity ${String(never)}`);
    }
  }
}

function groupPart(groups: NonNullable<Alternatives['asked']['groups']>, sizes: readonly Size[]): SheetPart {
  const named = new Map(sizes.map((size) => [`${size.name} ${wordOf[size.quantity]}`, assetOf(size)]));
  const memberOf = (member: string): Said => named.get(member) ?? member;
  return {
    title: say('Groups'),
    sentences: groups.map(({ name, members }) =>
      say('{name}: {members}.', { name, members: { names: members.map(memberOf) } }),
    ),
  };
}

/** `noLessThan` and `noMoreThan` are proven, and so are the ends that are told. */
function rangePart(sizes: readonly Size[], nameOf: NameOf, slack: number, at: number): SheetPart {
  const end = (value: number | undefined): Said => (value === undefined ? '–' : sized(value));
  return {
    title: say('At {share} more than the least cost', { share: givenShare(slack) }),
    table: {
      subject: say('Size'),
      columns: [say('cheapest'), say('least'), say('proven least'), say('greatest'), say('proven most')],
      rows: sizes.map((size) => {
        const { least, noLessThan, greatest, noMoreThan } = size.ranges[at]!;
        return {
          name: nameOf(size),
          unit: unitOf(size),
          cells: [sized(size.cheapest), ...[least, noLessThan, greatest, noMoreThan].map(end)],
        };
      }),
    },
  };
}

function planPart(sizes: readonly Size[], nameOf: NameOf, plans: Alternatives['plans'], currency: string): SheetPart {
  return {
    title: say('Whole plans that differ most'),
    sentences: plans.map(({ what, objective }, at) =>
      say('Plan {number}: {what}, {cost}.', {
        number: number(at + 1),
        what: recognised(what),
        cost: amount(currency, objective),
      }),
    ),
    table: {
      subject: say('Size'),
      columns: [say('cheapest'), ...plans.map((_, at) => say('plan {number}', { number: number(at + 1) }))],
      rows: sizes.map((size, at) => ({
        name: nameOf(size),
        unit: unitOf(size),
        cells: [size.cheapest, ...plans.map((one) => one.sizes[at]!)].map(sized),
      })),
    },
  };
}
