/** What a MW or MWh costs a year by the phase in which it is built, so that costs can be computed again from the page. */

import type { CostByYear, Scenario } from '../../scenario/scenario.ts';
import type { Block, Row } from '../content/content.ts';
import { given, number, say, year } from '../content/words.ts';

export function vintageTable(scenario: Scenario): Block[] {
  const { currency, phases, renewables, storages, links } = scenario;
  const rows = [
    ...renewables.flatMap((plant) =>
      plant.purchase.kind === 'own'
        ? rowsOf(
            scenario,
            plant,
            'MW',
            plant.purchase.capexPerMW,
            plant.purchase.fixedOpexPerMWYear,
            plant.lifetimeYears,
          )
        : [],
    ),
    ...storages.flatMap((storage) =>
      storage.purchase === undefined
        ? [
            ...rowsOf(
              scenario,
              storage,
              'MW',
              storage.capexPerMW,
              storage.fixedOpexPerMWYear,
              storage.powerLifetimeYears,
            ),
            ...rowsOf(
              scenario,
              storage,
              'MWh',
              storage.capexPerMWh,
              storage.fixedOpexPerMWhYear,
              storage.lifetimeYears,
            ),
          ]
        : [],
    ),
    ...links.flatMap((link) =>
      rowsOf(scenario, link, 'MW', link.capexPerMW, link.fixedOpexPerMWYear, link.lifetimeYears),
    ),
  ];
  if (rows.length === 0 || phases.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: say('Cost of each vintage'),
      subject: say('Asset'),
      columns: [
        { title: say('Built in') },
        { title: say('of a unit'), holds: 'text' },
        { title: say('Price of a unit'), unit: currency },
        { title: say('Lifetime'), unit: say('years') },
        { title: say('Capital recovery factor') },
        { title: say('Capital a year'), unit: currency },
        { title: say('Fixed operation'), unit: say('{amount}/year', { amount: currency }) },
      ],
      rows,
      note: say(
        'Price × capital recovery factor is the capital of a year; interest during construction, replacements within a phase and what is left at the end are in the items of cost, not here.',
      ),
    },
  ];
}

function rowsOf(
  { phases, discountRate }: Scenario,
  { name, availableFrom }: { readonly name: string; readonly availableFrom: number },
  unit: 'MW' | 'MWh',
  price: CostByYear,
  fixedOpex: CostByYear,
  lifetimeYears: number,
): Row[] {
  return phases
    .filter(({ firstYear }) => firstYear >= availableFrom)
    .map(({ firstYear }): Row => {
      const factor = recoveryFactor(discountRate, lifetimeYears);
      const capex = inYear(price, firstYear);
      return {
        name,
        cells: [
          year(firstYear),
          unit,
          number(capex),
          given(lifetimeYears),
          number(factor, 6),
          number(capex * factor, 2),
          number(inYear(fixedOpex, firstYear), 2),
        ],
      };
    });
}

/** r / (1 − (1 + r)⁻ⁿ); 1/n without interest. */
function recoveryFactor(rate: number, years: number): number {
  return rate === 0 ? 1 / years : rate / -Math.expm1(-years * Math.log1p(rate));
}

/** Linear between the stated years, flat outside them. */
function inYear(cost: CostByYear, at: number): number {
  if (typeof cost === 'number') return cost;
  const points = cost.toSorted((a, b) => a.year - b.year);
  const after = points.find((point) => point.year >= at) ?? points.at(-1)!;
  const before = points.findLast((point) => point.year <= at) ?? points[0]!;
  if (after.year <= before.year) return after.value;
  return before.value + ((at - before.year) / (after.year - before.year)) * (after.value - before.value);
}
