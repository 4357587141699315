/** Why no plan exists, and what would make one possible, in words and tables. */

import type { FirstRemedies, Remedy, Repair } from '../../studies/repair/document.ts';
import { amount, counted, number, type Said, say, share, size, year } from '../content/words.ts';
import type { Phrase } from '../language/french.ts';
import { eventSentences } from './repair-events.ts';
import type { Sheet, SheetPart, SheetTable } from './sheet.ts';

const quantityNames = {
  siteMaximumMW: ['site maximum', 'MW'],
  storageMaximumMW: ['storage maximum', 'MW'],
  linkMaximumMW: ['link maximum', 'MW'],
  deadlineHours: ['deadline', 'h'],
  flexibleShare: ['share of the work', ''],
  firstYear: ['first year', ''],
  target: ['target', ''],
} as const satisfies Readonly<Record<Remedy['quantity'], readonly [name: Phrase, unit: string]>>;

export function repairSheet(document: Repair): Sheet {
  const { scenario, synthetic, missing, events, remedies, cheapest, pair, mixedPair, status } = document;
  const enough = remedies.filter(({ verdict }) => verdict === 'enough');
  return {
    title: say('{name}: why there is no plan, and what would make one possible', { name: scenario.name }),
    headline: headlineOf(document),
    tone: status === 'infeasible' ? 'bad' : 'mixed',
    synthetic,
    parts: [
      {
        title: say('What is missing whatever is built'),
        sentences: missing.map(({ phase, weatherYear, unmatchedMWh, permittedMWh }) =>
          say('{phase}, {year}: {mwh} MWh, of which {permitted} may be.', {
            phase,
            year: weatherYear,
            mwh: number(unmatchedMWh),
            permitted: number(permittedMWh),
          }),
        ),
      },
      {
        title: say('When, most energy first'),
        sentences: eventSentences(events),
      },
      remedyPart(enough),
      ...(pair === undefined ? [] : [pairPart(pair, scenario.currency)]),
      ...(mixedPair === undefined ? [] : [mixedPairPart(mixedPair, scenario.currency)]),
      {
        title: say('Not enough alone, however much of it'),
        sentences: remedies
          .filter(({ verdict }) => verdict === 'notEnough')
          .map((remedy) =>
            say('{remedy}: {mwh} MWh too many stay unmatched.', {
              remedy: nameOf(remedy),
              mwh: number(remedy.stillMissingMWh ?? 0),
            }),
          ),
      },
      {
        title: say('Not found out'),
        sentences: remedies
          .filter(({ verdict }) => verdict === 'open')
          .map((remedy) => say('{remedy}.', { remedy: nameOf(remedy) })),
      },
      ...(cheapest === undefined ? [] : [cheapestPart(cheapest, scenario.currency)]),
    ],
  };
}

const nameOf = ({ name, quantity }: Pick<Remedy, 'name' | 'quantity'>): Said => ({
  names: [name, say(quantityNames[quantity][0])],
});

function headlineOf({ status, missing, remedies }: Repair): Said {
  if (status === 'energySuffices') {
    return say(
      'Energy suffices in every year: plan it with optimise; what still forbids a plan is another law, such as a floor, a ramp or a connection.',
    );
  }
  const mwh = number(missing.reduce((sum, { unmatchedMWh, permittedMWh }) => sum + unmatchedMWh - permittedMWh, 0));
  const words = remedies.filter(({ verdict }) => verdict === 'enough').map(remedyText);
  const [first, ...others] = words;
  if (first === undefined) {
    return say('{mwh} MWh too many stay unmatched. Enough alone: nothing that was tried is enough alone.', { mwh });
  }
  const or = others.reduce((before: Said, next) => say('{one}; or {other}', { one: before, other: next }), first);
  return say('{mwh} MWh too many stay unmatched. Enough alone: {remedies}.', { mwh, remedies: or });
}

/** What would make a plan possible, for a terminal; empty where nothing was found out. */
export function firstRemediesWords({ target, cheapest }: FirstRemedies, currency: string): Said[] {
  const ways: Said[] = roundedDown(target?.needed ?? 0) > 0 ? [remedyText(target!)] : [];
  if (typeof cheapest === 'object' && cheapest.beyond.length > 0) {
    const maxima = cheapest.beyond.map(remedyText);
    const all = maxima.reduce((before: Said, next) => say('{one} and {other}', { one: before, other: next }));
    ways.push(say('for {cost} {maxima}', { cost: amount(currency, cheapest.objective), maxima: all }));
  }
  const [first, second] = ways;
  const words: Said[] = [];
  if (first !== undefined) {
    const remedies = second === undefined ? first : say('{one}; or {other}', { one: first, other: second });
    words.push(say('What would make a plan possible: {remedies}.', { remedies }));
  }
  if (cheapest === 'notEnough') words.push(say('Larger maxima are not enough, however large.'));
  return words;
}

function remedyText({ name, quantity, needed = 0 }: Pick<Remedy, 'name' | 'quantity' | 'needed'>): Said {
  if (quantity === 'target') return say('a target of {share}', { share: share(roundedDown(needed), 2) });
  const [what, unit] = quantityNames[quantity];
  if (quantity === 'flexibleShare') {
    return say('{name} with {share} of the work', { name, share: share(needed, 2) });
  }
  if (quantity === 'firstYear') return say('a first year of {year}', { year: year(needed) });
  const value = quantity === 'deadlineHours' ? number(needed) : size(roundedUp(needed));
  return say('{name} with a {what} of {value} {unit}', { name, what: say(what), value, unit });
}

/** A target that is rounded up could not be kept. */
const roundedDown = (value: number, decimals = 4) => Math.floor(value * 10 ** decimals) / 10 ** decimals;

const decimalsOf = (value: number) => (value < 1000 ? 1 : 0);

/** And a maximum that is rounded down would not do; what is less than a thousandth of what is told is the gap of the solver. */
function roundedUp(value: number, decimals = decimalsOf(value)): number {
  const steps = 10 ** decimals;
  return Math.ceil(value * steps - 1e-2) / steps;
}

/** Of a MW: a watt. */
const MOST_DECIMALS = 6;

/** A size that is enough and one that is too little, with as many decimals as tell them apart. */
function apart(needed: number, infeasibleBelow: number): [enough: Said, tooLittle: Said] {
  const least = decimalsOf(needed);
  for (let decimals = least; decimals <= MOST_DECIMALS; decimals++) {
    const [enough, below] = [roundedUp(needed, decimals), roundedDown(infeasibleBelow, decimals)];
    if (enough > below) return [number(enough, decimals), number(below, decimals)];
  }
  return [number(roundedUp(needed), least), number(infeasibleBelow, least)];
}

function remedyPart(remedies: readonly Remedy[]): SheetPart {
  return {
    title: say('Each of these alone is enough, and no less of it'),
    table: {
      subject: say('Remedy'),
      columns: [say('now'), say('enough'), say('too little')],
      rows: remedies.map(({ present = 0, needed = 0, infeasibleBelow = 0, ...remedy }) => ({
        name: nameOf(remedy),
        unit: quantityNames[remedy.quantity][1],
        cells: amountCells({ ...remedy, present, needed, infeasibleBelow }),
      })),
    },
  };
}

/** Now, enough, too little. */
function amountCells({ quantity, present, needed, infeasibleBelow }: Omit<Pair['remedies'][number], 'name'>): Said[] {
  const isShare = quantity === 'target' || quantity === 'flexibleShare';
  if (!isShare && quantity !== 'deadlineHours' && quantity !== 'firstYear') {
    const [enough, tooLittle] = apart(needed, infeasibleBelow);
    return [size(present), enough, say('below {value}', { value: tooLittle })];
  }
  const told = (value: number) => (isShare ? share(value, 3) : quantity === 'firstYear' ? year(value) : number(value));
  const bound = { value: told(infeasibleBelow) };
  return quantity === 'target'
    ? [told(present), told(roundedDown(needed)), say('above {value}', bound)]
    : [told(present), told(needed), say('below {value}', bound)];
}

type Pair = NonNullable<Repair['pair']>;

function pairPart(pair: Pair, currency: string): SheetPart {
  return {
    title: say('Two maxima raised together, at the least cost'),
    sentences: [
      say('With both maxima lifted the cheapest plan costs {cost}, discounted.', {
        cost: amount(currency, pair.objective),
      }),
    ],
    table: pairTable(pair),
  };
}

function mixedPairPart(pair: Pair, currency: string): SheetPart {
  return {
    title: say('A maximum and a change of the load together, neither of which is enough alone'),
    sentences: [
      say('With less of either, and as much of the other, no plan exists.'),
      say('With that change and the maximum lifted the cheapest plan costs {cost}, discounted.', {
        cost: amount(currency, pair.objective),
      }),
    ],
    table: pairTable(pair),
  };
}

function pairTable({ remedies }: Pair): SheetTable {
  return {
    subject: say('Remedy'),
    columns: [say('now'), say('enough'), say('too little'), say('in that plan')],
    rows: remedies.map(({ inCheapest, ...remedy }) => ({
      name: nameOf(remedy),
      unit: quantityNames[remedy.quantity][1],
      cells: [...amountCells(remedy), inCheapest === undefined ? '–' : size(roundedUp(inCheapest))],
    })),
  };
}

function cheapestPart({ objective, beyond }: NonNullable<Repair['cheapest']>, currency: string): SheetPart {
  const cost = amount(currency, objective);
  return {
    title: say('The cheapest plan with all maxima lifted together'),
    sentences: [
      beyond.length === 0
        ? say('It costs {cost}, discounted, and goes beyond none of them.', { cost })
        : say('It costs {cost}, discounted, and goes beyond {maxima}.', {
            cost,
            maxima: counted(beyond.length, '{count} maximum', '{count} maxima'),
          }),
    ],
    table: {
      subject: say('Maximum'),
      columns: [say('now'), say('in that plan')],
      rows: beyond.map(({ name, quantity, present, needed }) => ({
        name: nameOf({ name, quantity }),
        unit: 'MW',
        cells: [size(present), size(roundedUp(needed))],
      })),
    },
  };
}
