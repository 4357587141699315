/** The table of phases, for page and terminal: one row a quantity, one column a phase. */

import type { PhaseResult, ResultDocument } from '../results/document/result-document.ts';
import { moneyScaleOf, number, type Said, say, scored, share, size, year } from './content/words.ts';
import type { Quantity } from './quantity.ts';
import { securityQuantities } from './security-quantities.ts';
import { campaignQuantities, tierQuantities } from './tier-quantities.ts';

export function phaseQuantities(document: ResultDocument): Quantity[] {
  const {
    phases,
    scenario: { currency },
  } = document;
  const each = (read: (phase: PhaseResult) => Said | undefined) => phases.map(read);
  const cost = moneyScaleOf(
    currency,
    phases.map(({ annualCost }) => annualCost),
  );
  const costOfWay = phases.map((phase) => costOfTheWay(document, phase));
  const isGridCounted = phases.some(({ weatherYears }) =>
    weatherYears.some(({ cfeScoreWithGrid }) => cfeScoreWithGrid !== undefined),
  );
  const hasImport = phases.some(({ weatherYears }) => weatherYears.some(({ unmatchedHours }) => unmatchedHours > 0));
  const hasEmissions = phases.some(({ annualEmissionsTonnes }) => annualEmissionsTonnes > 0);
  const perYear = say('{amount}/year', { amount: cost.unit });
  return [
    { group: 'Load', name: say('First year'), unit: '', values: each(({ firstYear }) => year(firstYear)) },
    { group: 'Load', name: say('IT capacity'), unit: 'MW', values: each(({ itCapacityMW }) => size(itCapacityMW)) },
    ...overheadQuantities(phases),
    ...tierQuantities(phases),
    ...campaignQuantities(phases),
    ...namesOf(phases, 'renewables').flatMap((name) =>
      standing(phases, { group: 'Renewables', name, unit: 'MW' }, ({ renewables }) => [
        renewables[name]?.capacityMW,
        renewables[name]?.committedMW,
        renewables[name]?.effectiveMW,
      ]),
    ),
    ...namesOf(phases, 'storages').flatMap((name) => [
      ...standing(phases, { group: 'Storage', name, unit: 'MW' }, ({ storages }) => [
        storages[name]?.powerCapacityMW,
        storages[name]?.committedMW,
        storages[name]?.effectiveMW,
      ]),
      ...standing(phases, { group: 'Storage', name, unit: 'MWh' }, ({ storages }) => [
        storages[name]?.energyCapacityMWh,
        storages[name]?.committedMWh,
        storages[name]?.effectiveMWh,
      ]),
    ]),
    ...namesOf(phases, 'links').flatMap((name) =>
      standing(phases, { group: 'Links and grid', name, unit: 'MW' }, ({ links }) => [
        links[name]?.capacityMW,
        links[name]?.committedMW,
        links[name]?.effectiveMW,
      ]),
    ),
    ...(phases.some(({ grid }) => grid.subscribedPowerMW > 0)
      ? [
          row(
            'Links and grid',
            say('Subscribed power'),
            'MW',
            each(({ grid }) => size(grid.subscribedPowerMW)),
          ),
        ]
      : []),
    row(
      'Cost',
      say('Annual cost'),
      perYear,
      each(({ annualCost }) => cost.of(annualCost)),
    ),
    ...(costOfWay.some((value) => value > 0)
      ? [row('Cost', say('of which links, wheeling'), perYear, costOfWay.map(cost.of))]
      : []),
    row(
      'Cost',
      say('Levelised cost'),
      `${currency}/MWh`,
      each(({ levelisedCostPerMWh }) => cents(levelisedCostPerMWh)),
    ),
    ...contractQuantities(phases, currency),
    ...(hasSpentCapital(phases)
      ? [
          row(
            'Cost',
            say('Full cost'),
            `${currency}/MWh`,
            each(({ fullCostPerMWh }) => cents(fullCostPerMWh)),
          ),
        ]
      : []),
    row(
      'Matching',
      say('Lowest CFE score'),
      '',
      each((phase) => scored(lowestCfeScore(phase))),
    ),
    ...(isGridCounted
      ? [
          row(
            'Matching',
            say('The same, grid counted'),
            '',
            each((phase) => scored(lowestCfeScoreWithGrid(phase))),
          ),
        ]
      : []),
    ...(hasImport
      ? [
          row(
            'Matching',
            say('Unmatched, worst year'),
            'MWh',
            each(({ weatherYears }) => number(Math.max(0, ...weatherYears.map(({ unmatchedMWh }) => unmatchedMWh)))),
          ),
        ]
      : []),
    ...(hasEmissions
      ? [
          row(
            'Matching',
            say('Emissions of import'),
            say('t CO₂e/year'),
            each(({ annualEmissionsTonnes }) => number(annualEmissionsTonnes)),
          ),
        ]
      : []),
    ...securityQuantities(phases),
    row(
      'Matching',
      say('Curtailed share'),
      '',
      each((phase) => share(curtailedShare(phase))),
    ),
  ];
}

/** What the energy of each contract comes to, what is paid for and not taken included. */
function contractQuantities(phases: readonly PhaseResult[], currency: string): Quantity[] {
  const names = new Set(phases.flatMap(({ contracts = {} }) => Object.keys(contracts)));
  return [...names].flatMap((name): Quantity[] => [
    {
      group: 'Cost',
      name: say('Contract, {name}', { name }),
      unit: `${currency}/MWh`,
      values: phases.map(({ contracts }) => cents(contracts?.[name]?.effectivePricePerMWh)),
    },
    row(
      'Cost',
      say('taken under it'),
      say('MWh/year'),
      phases.map(({ contracts }) => whole(contracts?.[name]?.annualMWh)),
    ),
  ]);
}

/** Of the load of all weather years, what stays whatever the machines do; where a scenario tells it. */
function overheadQuantities(phases: readonly PhaseResult[]): Quantity[] {
  const years = phases.map(({ weatherYears }) => weatherYears);
  if (!years.flat().some(({ overhead }) => overhead !== undefined)) return [];
  const shares = years.map((own) => {
    const stays = own.reduce((sum, { overhead }) => sum + (overhead?.fixedMWh ?? 0), 0);
    const load = own.reduce((sum, { loadMWh }) => sum + loadMWh, 0);
    return share(load === 0 ? 0 : stays / load);
  });
  return [{ group: 'Load', name: say('Overhead that stays'), unit: '', values: shares }];
}

/** What stands of an asset, and below it what of that was committed and what is at work, where that is said. */
function standing(
  phases: readonly PhaseResult[],
  { group, name, unit }: Omit<Quantity, 'values'>,
  sizesOf: (
    phase: PhaseResult,
  ) => readonly [whole: number | undefined, committed: number | undefined, effective: number | undefined],
): Quantity[] {
  const sizes = phases.map(sizesOf);
  const row = (title: Said, sizeOf: (all: (typeof sizes)[number]) => number | undefined): Quantity => {
    return { group, name: title, unit, values: sizes.map((all) => megawatts(sizeOf(all))) };
  };
  return [
    row(name, ([whole]) => whole),
    ...(sizes.some(([, committed = 0]) => committed > 0) ? [row(say('of which committed'), ([, size]) => size)] : []),
    ...(sizes.some(([, , effective]) => effective !== undefined)
      ? [row(say('of which at work'), ([, , size]) => size)]
      : []),
  ];
}

/** What links cost a year, and what is charged for what is sent over them and the public grid [currency per year]. */
function costOfTheWay({ cost }: ResultDocument, { name: phase, links }: PhaseResult): number {
  const items = cost?.items ?? [];
  return items
    .filter((item) => item.phase === phase && (item.kind === 'wheeling' || Object.hasOwn(links, item.name)))
    .reduce((sum, { annualValue }) => sum + annualValue, 0);
}

/** Whether committed plant has a price that the levelised cost leaves out. */
export function hasSpentCapital(phases: readonly PhaseResult[]): boolean {
  return phases.some(({ levelisedCostPerMWh, fullCostPerMWh }) => fullCostPerMWh !== levelisedCostPerMWh);
}

const row = (group: Quantity['group'], name: Said, unit: Said, values: Quantity['values']): Quantity => ({
  group,
  name,
  unit,
  values,
});

type AssetKind = 'renewables' | 'storages' | 'links';

/** Names of one kind over all phases, in the order in which they appear. */
function namesOf(phases: readonly PhaseResult[], kind: AssetKind): string[] {
  return [...new Set(phases.flatMap((phase) => Object.keys(phase[kind])))];
}

const megawatts = (value: number | undefined) => (value === undefined ? undefined : size(value));
const cents = (value: number | undefined) => (value === undefined ? undefined : number(value, 2));
const whole = (value: number | undefined) => (value === undefined ? undefined : number(value));

/** Of all weather years of the phase; 1 where it has none. */
export function lowestCfeScore({ weatherYears }: PhaseResult): number {
  return Math.min(1, ...weatherYears.map(({ cfeScore }) => cfeScore));
}

/** The same with the carbon-free share of imported energy counted, where the scenario says it. */
function lowestCfeScoreWithGrid({ weatherYears }: PhaseResult): number {
  return Math.min(1, ...weatherYears.map(({ cfeScore, cfeScoreWithGrid = cfeScore }) => cfeScoreWithGrid));
}

/** What was not used of what the weather years together would have given. */
function curtailedShare({ weatherYears }: PhaseResult): number {
  const curtailed = weatherYears.reduce((sum, { curtailedMWh }) => sum + curtailedMWh, 0);
  const given = weatherYears.reduce((sum, { curtailedMWh, generationMWh }) => sum + curtailedMWh + generationMWh, 0);
  return given === 0 ? 0 : curtailed / given;
}
