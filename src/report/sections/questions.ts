/** What was asked: every input that decides the answer, beside the prices of plants. */

import type { CostByYear, Scenario, Term } from '../../scenario/scenario.ts';
import { costInYear } from '../../scenario/technologies/cost-by-year.ts';
import type { Block, Row } from '../content/content.ts';
import { given, givenShare, number, type Said, say, share, size, year } from '../content/words.ts';

export function questionTables(scenario: Scenario): Block[] {
  return [
    phaseTable(scenario),
    generalTable(scenario),
    tierTable(scenario),
    plantTable(scenario),
    ...storageTable(scenario),
    ...contractTable(scenario),
  ];
}

function phaseTable({ phases }: Scenario): Block {
  return {
    kind: 'table',
    caption: say('Phases as asked for'),
    subject: say('Phase'),
    columns: [{ title: say('First year') }, { title: say('Years') }, { title: say('IT capacity'), unit: 'MW' }],
    rows: phases.map(({ name, firstYear, years, itCapacityMW }) => ({
      name,
      cells: [year(firstYear), number(years), given(itCapacityMW)],
    })),
  };
}

function generalTable({ currency, discountRate, matching, load, grid, weatherYears }: Scenario): Block {
  const row = (name: Said, value: Said, unit?: Said): Row => ({
    name,
    cells: [value],
    ...(unit !== undefined && { unit }),
  });
  const pue = load.pue.map(meanOf);
  return {
    kind: 'table',
    caption: say('What holds for all phases'),
    subject: say('Quantity'),
    columns: [{ title: say('Value') }],
    rows: [
      row(say('Target of matching'), matching.kind === 'none' ? say('none') : givenShare(matching.target)),
      row(say('Discount rate'), givenShare(discountRate)),
      row(say('Utilisation'), givenShare(load.utilisation)),
      row(
        say('PUE, mean'),
        number(
          pue.reduce((sum, mean, y) => sum + weatherYears[y]!.weight * mean, 0),
          3,
        ),
      ),
      ...(load.facility === undefined ? [] : [row(say('Overhead that stays'), givenShare(load.facility.fixedShare))]),
      row(say('Import price, mean'), number(meanOf(grid.importPricePerMWh.map(meanOf)), 2), `${currency}/MWh`),
      row(say('Export price, mean'), number(meanOf(grid.exportPricePerMWh.map(meanOf)), 2), `${currency}/MWh`),
      row(say('Import limit'), given(grid.importLimitMW), 'MW'),
      row(say('Export limit'), given(grid.exportLimitMW), 'MW'),
      row(say('Carbon of imported energy'), given(grid.carbonIntensityKgPerMWh), 'kg/MWh'),
      ...weatherYears.map(({ name, weight }) =>
        row(say('Weight of weather year {year}', { year: name }), share(weight)),
      ),
    ],
  };
}

function tierTable({ load }: Scenario): Block {
  return {
    kind: 'table',
    caption: say('Tiers of the load'),
    subject: say('Tier'),
    columns: [
      { title: say('Share') },
      { title: say('Deadline'), unit: 'h' },
      { title: say('Least power') },
      { title: say('Ramp per hour') },
      { title: say('May be given up') },
    ],
    rows: load.tiers.map(({ name, share: part, deadlineHours, floorShare, rampSharePerHour, shed }) => ({
      name,
      cells: [
        givenShare(part),
        number(deadlineHours),
        givenShare(floorShare),
        rampSharePerHour === undefined ? undefined : givenShare(rampSharePerHour),
        shed === undefined ? undefined : givenShare(shed.maximumShare),
      ],
    })),
  };
}

function plantTable({ renewables, weatherYears }: Scenario): Block {
  return {
    kind: 'table',
    caption: say('Plants as offered'),
    subject: say('Plant'),
    columns: [
      { title: say('Technology'), holds: 'text' },
      { title: say('Bought as'), holds: 'text' },
      { title: say('Committed'), unit: 'MW' },
      { title: say('Most'), unit: 'MW' },
      { title: say('From year') },
      { title: say('Lifetime'), unit: say('years') },
      { title: say('Lost on the way') },
      { title: say('MWh a year from one MW') },
    ],
    rows: renewables.map((plant) => ({
      name: plant.name,
      cells: [
        plant.technology,
        plant.purchase.kind === 'ppa' ? say('contract') : say('plant'),
        size(plant.committedMW),
        mostOf(plant),
        year(plant.availableFrom),
        given(plant.lifetimeYears),
        share(plant.loss),
        number(
          8760 * plant.capacityFactor.reduce((sum, series, y) => sum + weatherYears[y]!.weight * meanOf(series), 0),
        ),
      ],
    })),
  };
}

function mostOf({ site, siteMaximumMW }: Scenario['renewables'][number]) {
  return site === undefined ? size(siteMaximumMW) : say('{most}, all of {site}', { most: size(siteMaximumMW), site });
}

function storageTable({ storages }: Scenario): Block[] {
  if (storages.length === 0) return [];
  const table: Block = {
    kind: 'table',
    caption: say('Storages as offered'),
    subject: say('Storage'),
    columns: [
      { title: say('Hours of storage, least') },
      { title: say('Hours of storage, most') },
      { title: say('Committed'), unit: 'MW' },
      { title: say('Most'), unit: 'MW' },
      { title: say('Round trip') },
      { title: say('Lost per hour') },
      { title: say('Lifetime'), unit: say('years') },
    ],
    rows: storages.map((storage) => ({
      name: storage.name,
      cells: [
        given(storage.durationHours.min),
        given(storage.durationHours.max),
        size(storage.committedMW),
        size(storage.maximumMW),
        share(storage.chargeEfficiency * storage.dischargeEfficiency),
        share(storage.selfDischargePerHour, 4),
        given(storage.lifetimeYears),
      ],
    })),
  };
  return [table];
}

/** What is paid under each contract and for what, and what it promises. */
function contractTable({ renewables, storages, phases, currency }: Scenario): Block[] {
  const [first, last] = [phases[0]!.firstYear, phases.at(-1)!.firstYear + phases.at(-1)!.years - 1];
  const priceOf = (price: CostByYear) => {
    const [from, to] = [costInYear(price, first), costInYear(price, last)];
    return from === to ? given(from) : say('{from} to {to}', { from: given(from), to: given(to) });
  };
  const numbered = (value: number | undefined) => (value === undefined ? undefined : number(value));
  const lastOf = (term: Term | undefined) => (term === undefined ? undefined : year(term.lastYear));
  const energy = renewables.flatMap(({ name, purchase }): Row[] => {
    if (purchase.kind === 'own') return [];
    const { pays, pricePerMWh, takeOrPayMWhPerYear: least, mostMWhPerYear: most, term } = purchase;
    const paidFor = pays === 'produced' ? say('MWh produced') : say('MWh used');
    return [{ name, cells: [paidFor, priceOf(pricePerMWh), numbered(least), numbered(most), lastOf(term)] }];
  });
  const rents = storages.flatMap(({ name, purchase }): Row[] => {
    if (purchase === undefined) return [];
    const { pricePerMWMonth, term } = purchase;
    return [{ name, cells: [say('MW and month'), priceOf(pricePerMWMonth), undefined, undefined, lastOf(term)] }];
  });
  if (energy.length + rents.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: say('Contracts as offered'),
      subject: say('Contract'),
      columns: [
        { title: say('Paid for'), holds: 'text' },
        { title: say('Price'), unit: currency },
        { title: say('Paid in any case'), unit: say('MWh/year') },
        { title: say('Most'), unit: say('MWh/year') },
        { title: say('Last year') },
      ],
      rows: [...energy, ...rents],
      note: say('A price of two numbers is that of the first and of the last year of the plan.'),
    },
  ];
}

const meanOf = (values: Iterable<number>): number => {
  const all = Array.from(values);
  return all.reduce((sum, value) => sum + value, 0) / Math.max(1, all.length);
};
