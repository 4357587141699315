/** What a MW or MWh costs a year by the phase in which it is built, so that costs can be computed again from the page. */

import type { CostByYear, Link, Renewable, Scenario, Storage } from '../../scenario/scenario.ts';
import { costInYear } from '../../scenario/technologies/cost-by-year.ts';
import type { Block, Row } from '../content/content.ts';
import { given, givenShare, number, say, year } from '../content/words.ts';

export function vintageTable(scenario: Scenario): Block[] {
  const { currency, renewables, storages, links } = scenario;
  const rows = [
    ...renewables.flatMap(plantParts),
    ...storages.flatMap(storageParts),
    ...links.flatMap(linkParts),
  ].flatMap((part) => rowsOf(scenario, part));
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: say('Cost of each vintage'),
      subject: say('Asset'),
      columns: [
        { title: say('Built in') },
        { title: say('of a unit'), holds: 'text' },
        { title: say('Price of a unit'), unit: currency },
        { title: say('Interest while built') },
        { title: say('Lifetime'), unit: say('years') },
        { title: say('Capital recovery factor') },
        { title: say('Capital a year'), unit: currency },
        { title: say('Fixed operation'), unit: say('{amount}/year', { amount: currency }) },
      ],
      rows,
      note: say(
        'Price × (1 + interest while built) × capital recovery factor is the capital of a year; replacements, what was committed and what is left at the end are in the items of cost, not here.',
      ),
    },
  ];
}

/** What is paid for by size: of a storage its power and its energy apart. */
interface Part {
  readonly name: string;
  readonly availableFrom: number;
  readonly unit: 'MW' | 'MWh';
  readonly price: CostByYear;
  readonly interest: number;
  readonly lifetimeYears: number;
  readonly fixedOpex: CostByYear;
}

const interestOf = ({ interestDuringConstruction = 0 }: { readonly interestDuringConstruction?: number }) =>
  interestDuringConstruction;

function plantParts({ purchase, name, availableFrom, lifetimeYears, ...plant }: Renewable): Part[] {
  if (purchase.kind !== 'own') return [];
  const { capexPerMW: price, fixedOpexPerMWYear: fixedOpex } = purchase;
  return [{ name, availableFrom, unit: 'MW', price, interest: interestOf(plant), lifetimeYears, fixedOpex }];
}

function storageParts({
  purchase,
  name,
  availableFrom,
  lifetimeYears,
  powerLifetimeYears,
  ...storage
}: Storage): Part[] {
  if (purchase !== undefined) return [];
  const own = { name, availableFrom, interest: interestOf(storage) };
  // Power equipment is replaced while the storage stands, and goes with it.
  const power = Math.min(powerLifetimeYears, lifetimeYears);
  const { capexPerMW, capexPerMWh, fixedOpexPerMWYear, fixedOpexPerMWhYear } = storage;
  return [
    { ...own, unit: 'MW', price: capexPerMW, lifetimeYears: power, fixedOpex: fixedOpexPerMWYear },
    { ...own, unit: 'MWh', price: capexPerMWh, lifetimeYears, fixedOpex: fixedOpexPerMWhYear },
  ];
}

function linkParts({
  name,
  availableFrom,
  lifetimeYears,
  capexPerMW: price,
  fixedOpexPerMWYear: fixedOpex,
  ...link
}: Link): Part[] {
  return [{ name, availableFrom, unit: 'MW', price, interest: interestOf(link), lifetimeYears, fixedOpex }];
}

function rowsOf({ phases, discountRate }: Scenario, part: Part): Row[] {
  const { name, availableFrom, unit, price, interest, lifetimeYears, fixedOpex } = part;
  const factor = recoveryFactor(discountRate, lifetimeYears);
  return phases
    .filter(({ firstYear }) => firstYear >= availableFrom)
    .map(({ firstYear }): Row => {
      const capex = costInYear(price, firstYear);
      return {
        name,
        cells: [
          year(firstYear),
          unit,
          number(capex),
          givenShare(interest),
          given(lifetimeYears),
          number(factor, 6),
          number(capex * (1 + interest) * factor, 2),
          number(costInYear(fixedOpex, firstYear), 2),
        ],
      };
    });
}

/** r / (1 − (1 + r)⁻ⁿ); 1/n without interest. */
function recoveryFactor(rate: number, years: number): number {
  return rate === 0 ? 1 / years : rate / -Math.expm1(-years * Math.log1p(rate));
}
