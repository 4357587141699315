/** Why no plan exists, and what would make one possible, in words and tables. */

import type { Remedy, Repair } from '../../studies/repair/document.ts';
import { capacity, counted, figure, money, percent } from '../figures.ts';
import type { Sheet, SheetPart } from './sheet.ts';

const MOST_EVENTS = 8;

const quantityNames: Readonly<Record<Remedy['quantity'], readonly [name: string, unit: string]>> = {
  siteMaximumMW: ['site maximum', 'MW'],
  storageMaximumMW: ['storage maximum', 'MW'],
  linkMaximumMW: ['link maximum', 'MW'],
  deadlineHours: ['deadline', 'h'],
  target: ['target', ''],
};

export function repairSheet(document: Repair): Sheet {
  const { scenario, synthetic, missing, events, remedies, cheapest, status } = document;
  const enough = remedies.filter(({ verdict }) => verdict === 'enough');
  return {
    title: `${scenario.name}: why there is no plan, and what would make one possible`,
    headline: headlineOf(document),
    tone: status === 'infeasible' ? 'bad' : 'mixed',
    synthetic,
    parts: [
      {
        title: 'What is missing whatever is built',
        sentences: missing.map(
          ({ phase, weatherYear, unmatchedMWh, permittedMWh }) =>
            `${phase}, ${weatherYear}: ${figure(unmatchedMWh)} MWh, of which ${figure(permittedMWh)} may be.`,
        ),
      },
      {
        title: 'When, most energy first',
        sentences: events
          .slice(0, MOST_EVENTS)
          .map(
            ({ phase, from, hours, unmatchedMWh, largestMW, cause }) =>
              `${phase}, ${from}, ${counted(hours, 'hour')}: ${figure(unmatchedMWh)} MWh, up to ${figure(largestMW, 1)} MW. ${cause}`,
          ),
      },
      remedyPart(enough),
      {
        title: 'Not enough alone, however much of it',
        sentences: remedies
          .filter(({ verdict }) => verdict === 'notEnough')
          .map(
            ({ name, quantity, stillMissingMWh = 0 }) =>
              `${name}, ${quantityNames[quantity][0]}: ${figure(stillMissingMWh)} MWh too many stay unmatched.`,
          ),
      },
      {
        title: 'Not found out',
        sentences: remedies
          .filter(({ verdict }) => verdict === 'open')
          .map(({ name, quantity }) => `${name}, ${quantityNames[quantity][0]}.`),
      },
      ...(cheapest === undefined ? [] : [cheapestPart(cheapest, scenario.currency)]),
    ],
  };
}

function headlineOf({ status, missing, remedies }: Repair): string {
  if (status === 'energySuffices') {
    return 'Energy suffices in every year: plan it with optimise; what still forbids a plan is another law, such as a floor, a ramp or a connection.';
  }
  const mwh = missing.reduce((sum, { unmatchedMWh, permittedMWh }) => sum + unmatchedMWh - permittedMWh, 0);
  const enough = remedies.filter(({ verdict }) => verdict === 'enough');
  const words = enough.map(remedyText);
  const none = 'nothing that was tried is enough alone.';
  return `${figure(mwh)} MWh too many stay unmatched. Enough alone: ${words.length === 0 ? none : `${words.join('; or ')}.`}`;
}

function remedyText({ name, quantity, needed = 0 }: Remedy): string {
  if (quantity === 'target') return `a target of ${percent(roundedDown(needed), 2)}`;
  const [what, unit] = quantityNames[quantity];
  return `${name} with a ${what} of ${quantity === 'deadlineHours' ? figure(needed) : capacity(needed)} ${unit}`;
}

/** A target that is rounded up could not be kept. */
const roundedDown = (share: number) => Math.floor(share * 1e4) / 1e4;

function remedyPart(remedies: readonly Remedy[]): SheetPart {
  return {
    title: 'Each of these alone is enough, and no less of it',
    table: {
      subject: 'Remedy',
      columns: ['now', 'enough', 'too little'],
      rows: remedies.map((remedy) => {
        const { name, quantity, present = 0, needed = 0, infeasibleBelow = 0 } = remedy;
        const [what, unit] = quantityNames[quantity];
        const text = (value: number) =>
          quantity === 'target' ? percent(value, 3) : quantity === 'deadlineHours' ? figure(value) : capacity(value);
        const bound = quantity === 'target' ? 'above' : 'below';
        return {
          name: `${name}, ${what}`,
          unit,
          cells: [
            text(present),
            text(quantity === 'target' ? roundedDown(needed) : needed),
            `${bound} ${text(infeasibleBelow)}`,
          ],
        };
      }),
    },
  };
}

function cheapestPart({ objective, beyond }: NonNullable<Repair['cheapest']>, currency: string): SheetPart {
  const [first] = beyond;
  return {
    title: 'The cheapest plan with all maxima lifted together',
    sentences: [
      `It costs ${money(currency, objective)}, discounted, and goes beyond ${first === undefined ? 'none of them' : counted(beyond.length, 'maximum', 'maxima')}.`,
    ],
    table: {
      subject: 'Maximum',
      columns: ['now', 'in that plan'],
      rows: beyond.map(({ name, quantity, present, needed }) => ({
        name: `${name}, ${quantityNames[quantity as Remedy['quantity']][0]}`,
        unit: 'MW',
        cells: [capacity(present), capacity(needed)],
      })),
    },
  };
}
