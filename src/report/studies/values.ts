/** What things are worth, in words and tables. */

import type { Values } from '../../studies/values/document.ts';
import { capacity, counted, figure, money, optionalFigure, percent, tiny } from '../figures.ts';
import type { Sheet, SheetPart } from './sheet.ts';

const AUDITED_TO = 1e-6;
const unitOf = (quantity: string) => (quantity.endsWith('MWh') ? 'MWh' : 'MW');

export function valuesSheet(values: Values): Sheet {
  const { scenario, synthetic, audits } = values;
  const { zeroProfit, strongDuality } = audits;
  const holds = zeroProfit.largestShare <= AUDITED_TO && strongDuality.relativeGap <= AUDITED_TO;
  return {
    title: `${scenario.name}: what things are worth`,
    headline: holds
      ? 'Both audits hold: prices pay for what is built, no more and no less, and add up to the cost.'
      : 'The plan is proven to a wider gap than a millionth, and its prices are no better than that.',
    tone: holds ? 'good' : 'mixed',
    synthetic,
    parts: [
      {
        title: 'Audits',
        sentences: [
          `Zero profit: of ${counted(zeroProfit.assets, 'size')} that could be larger and are not nothing, none earns or loses more than ${tiny(zeroProfit.largestShare)} of the cost of the plan.`,
          `Strong duality: cost ${figure(strongDuality.objective, 2)}, worth by prices ${figure(strongDuality.dualBound, 2)} ${scenario.currency}, apart by ${tiny(strongDuality.relativeGap)}.`,
        ],
      },
      ...buildingParts(values),
      standingPart(values),
      pricePart(values),
      monthPart(values),
      {
        title: 'One more hour to wait, discounted',
        sentences: values.flexibility.map(
          ({ phase, tier, worthPerDeadlineHour }) =>
            `${phase}, ${tier}: ${money(scenario.currency, worthPerDeadlineHour)} for one more hour of deadline.`,
        ),
      },
    ],
  };
}

function buildingParts({ building, scenario: { currency } }: Values): SheetPart[] {
  const plants = building.filter(({ breakEvenPricePerMWh }) => breakEvenPricePerMWh !== undefined);
  return [
    {
      title: `Break-even price of a contract for all that a plant produces, in ${currency}/MWh`,
      table: {
        subject: 'Plant',
        columns: ['built', 'break-even', 'cost', 'income', 'profit'],
        rows: plants.map(
          ({ name, builtIn, built, breakEvenPricePerMWh, costPerUnit, incomePerUnit, profitPerUnit }) => ({
            name: `${builtIn}: ${name}`,
            unit: 'MW',
            cells: [
              capacity(built),
              optionalFigure(breakEvenPricePerMWh, 2),
              ...[costPerUnit, incomePerUnit, profitPerUnit].map((value) => figure(value)),
            ],
          }),
        ),
      },
    },
  ];
}

function standingPart({ standing, scenario: { currency } }: Values): SheetPart {
  return {
    title: `Worth of one more unit, in ${currency} a year`,
    table: {
      subject: 'Size',
      columns: ['stands', 'for nothing', 'of maximum'],
      rows: standing.map(({ phase, name, quantity, size, worthPerUnitYear, scarcityPerUnitYear }) => ({
        name: `${phase}: ${name}`,
        unit: unitOf(quantity),
        cells: [capacity(size), figure(worthPerUnitYear), figure(scarcityPerUnitYear)],
      })),
    },
  };
}

function pricePart({ prices, scenario: { currency } }: Values): SheetPart {
  return {
    title: `Price of load, in ${currency}/MWh`,
    sentences: prices.map(({ phase, weatherYear, meanPricePerMWh, dearestPercentShare, tiers, dearest }) => {
      const byTier = tiers.map(({ name, pricePerMWh }) => `${name} ${figure(pricePerMWh, 2)}`).join(', ');
      const most = dearest[0];
      const peak = most === undefined ? '' : ` Dearest hour ${most.stamp}: ${figure(most.pricePerMWh)}.`;
      return `${phase}, ${weatherYear}: ${figure(meanPricePerMWh, 2)} on average (${byTier}); the dearest hundredth of the hours is ${percent(dearestPercentShare)} of it.${peak}`;
    }),
  };
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function monthPart({ prices, scenario: { currency } }: Values): SheetPart {
  return {
    title: `Price of load by month, in ${currency}/MWh`,
    table: {
      subject: 'Weather year',
      columns: monthNames,
      rows: prices
        .filter(({ months }) => months.length > 0)
        .map(({ phase, weatherYear, months }) => ({
          name: `${phase}, ${weatherYear}`,
          unit: '',
          cells: months.map((price) => figure(price, 1)),
        })),
    },
  };
}
