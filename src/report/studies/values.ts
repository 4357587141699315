/** What things are worth, in words and tables. */

import type { Values } from '../../studies/values/document.ts';
import { amount, counted, number, say, share, size as sized, small } from '../content/words.ts';
import type { Sheet, SheetPart } from './sheet.ts';

const AUDITED_TO = 1e-6;
const unitOf = (quantity: string) => (quantity.endsWith('MWh') ? 'MWh' : 'MW');

export function valuesSheet(values: Values): Sheet {
  const { scenario, synthetic, audits } = values;
  const { zeroProfit, strongDuality } = audits;
  const holds = zeroProfit.largestShare <= AUDITED_TO && strongDuality.relativeGap <= AUDITED_TO;
  return {
    title: say('{name}: what things are worth', { name: scenario.name }),
    headline: holds
      ? say('Both audits hold: prices pay for what is built, no more and no less, and add up to the cost.')
      : say('The plan is proven to a wider gap than a millionth, and its prices are no better than that.'),
    tone: holds ? 'good' : 'mixed',
    synthetic,
    parts: [
      {
        title: say('Audits'),
        sentences: [
          say(
            'Zero profit: of {sizes} that could be larger and are not nothing, none earns or loses more than {share} of the cost of the plan.',
            {
              sizes: counted(zeroProfit.assets, '{count} size', '{count} sizes'),
              share: small(zeroProfit.largestShare),
            },
          ),
          say('Strong duality: cost {cost}, worth by prices {worth} {currency}, apart by {gap}.', {
            cost: number(strongDuality.objective, 2),
            worth: number(strongDuality.dualBound, 2),
            currency: scenario.currency,
            gap: small(strongDuality.relativeGap),
          }),
        ],
      },
      breakEvenPart(values),
      reducedCostPart(values),
      standingPart(values),
      firmPart(values),
      pricePart(values),
      monthPart(values),
      {
        title: say('One more hour to wait, discounted'),
        sentences: values.flexibility.map(({ phase, tier, worthPerDeadlineHour }) =>
          say('{phase}, {tier}: {worth} for one more hour of deadline.', {
            phase,
            tier,
            worth: amount(scenario.currency, worthPerDeadlineHour),
          }),
        ),
      },
    ],
  };
}

function breakEvenPart({ building, scenario: { currency } }: Values): SheetPart {
  const plants = building.filter(({ breakEvenPricePerMWh }) => breakEvenPricePerMWh !== undefined);
  return {
    title: say('Break-even price of a contract for all that a plant produces, in {unit}', { unit: `${currency}/MWh` }),
    ...(plants.length > 0 && {
      sentences: [say('Cost, income and profit are those of one more MW: present value in {currency}.', { currency })],
    }),
    table: {
      subject: say('Plant'),
      columns: [say('built'), say('break-even'), say('cost'), say('income'), say('profit')],
      rows: plants.map(({ name, builtIn, built, breakEvenPricePerMWh, costPerUnit, incomePerUnit, profitPerUnit }) => ({
        name: say('{phase}: {asset}', { phase: builtIn, asset: name }),
        unit: 'MW',
        cells: [
          sized(built),
          number(breakEvenPricePerMWh!, 2),
          ...[costPerUnit, incomePerUnit, profitPerUnit].map((value) => number(value)),
        ],
      })),
    },
  };
}

/** Of what is not built, and of what has no price of its own: storages, links, contracts for what is used. */
function reducedCostPart({ building, scenario: { currency } }: Values): SheetPart {
  return {
    title: say('Reduced cost of one more unit: what it costs more than it earns, present value in {currency}', {
      currency,
    }),
    table: {
      subject: say('Size'),
      columns: [say('built'), say('cost'), say('income'), say('reduced cost')],
      rows: building
        .filter(({ breakEvenPricePerMWh }) => breakEvenPricePerMWh === undefined)
        .map(({ name, quantity, builtIn, built, costPerUnit, incomePerUnit, profitPerUnit }) => ({
          name: say('{phase}: {asset}', { phase: builtIn, asset: name }),
          unit: unitOf(quantity),
          cells: [sized(built), ...[costPerUnit, incomePerUnit, -profitPerUnit].map((value) => number(value))],
        })),
    },
  };
}

function standingPart({ standing, scenario: { currency } }: Values): SheetPart {
  return {
    title: say('Worth of one more unit, in {currency} a year', { currency }),
    table: {
      subject: say('Size'),
      columns: [say('stands'), say('for nothing'), say('of maximum')],
      rows: standing.map(({ phase, name, quantity, size, worthPerUnitYear, scarcityPerUnitYear }) => ({
        name: say('{phase}: {asset}', { phase, asset: name }),
        unit: unitOf(quantity),
        cells: [sized(size), number(worthPerUnitYear), number(scarcityPerUnitYear)],
      })),
    },
  };
}

function firmPart({ firm }: Values): SheetPart {
  return {
    title: say('Firm value: flat load that 100 MW more would carry at the same cost, at most'),
    table: {
      subject: say('Asset'),
      columns: [say('flat load, MW')],
      rows: firm.map(({ phase, name, firmMW }) => ({
        name: say('{phase}: {asset}', { phase, asset: name }),
        unit: '',
        cells: [number(firmMW, 1)],
      })),
    },
  };
}

function pricePart({ prices, scenario: { currency } }: Values): SheetPart {
  return {
    title: say('Price of load, in {unit}', { unit: `${currency}/MWh` }),
    sentences: prices.map(({ phase, weatherYear, meanPricePerMWh, dearestPercentShare, tiers, dearest }) => {
      const most = dearest[0];
      return [
        say('{phase}, {year}: {mean} on average ({tiers}); the dearest hundredth of the hours is {share} of it.', {
          phase,
          year: weatherYear,
          mean: number(meanPricePerMWh, 2),
          tiers: {
            names: tiers.map(({ name, pricePerMWh }) =>
              say('{tier} {price}', { tier: name, price: number(pricePerMWh, 2) }),
            ),
          },
          share: share(dearestPercentShare),
        }),
        most === undefined
          ? ''
          : say('Dearest hour {from}: {price}.', { from: most.stamp, price: number(most.pricePerMWh) }),
      ];
    }),
  };
}

function monthPart({ prices, scenario: { currency } }: Values): SheetPart {
  return {
    title: say('Price of load by month, in {unit}', { unit: `${currency}/MWh` }),
    table: {
      subject: say('Weather year'),
      columns: Array.from({ length: 12 }, (_, month) => ({ month })),
      rows: prices
        .filter(({ months }) => months.length > 0)
        .map(({ phase, weatherYear, months }) => ({
          name: { names: [phase, weatherYear] },
          unit: '',
          cells: months.map((price) => number(price, 1)),
        })),
    },
  };
}
