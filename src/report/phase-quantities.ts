/** The table of phases, for page and terminal: one row a quantity, one column a phase. */

import type { PhaseResult, ResultDocument } from '../results/result-document.ts';
import { capacity, figure, moneyScale, optionalFigure, percent, score } from './figures.ts';
import type { Quantity } from './quantity.ts';
import { tierQuantities } from './tier-quantities.ts';

export function phaseQuantities(document: ResultDocument): Quantity[] {
  const {
    phases,
    scenario: { currency },
  } = document;
  const each = (read: (phase: PhaseResult) => string) => phases.map(read);
  const cost = moneyScale(
    currency,
    phases.map(({ annualCost }) => annualCost),
  );
  const costOfWay = phases.map((phase) => costOfTheWay(document, phase));
  const isGridCounted = phases.some(({ weatherYears }) =>
    weatherYears.some(({ cfeScoreWithGrid }) => cfeScoreWithGrid !== undefined),
  );
  const hasImport = phases.some(({ weatherYears }) => weatherYears.some(({ unmatchedHours }) => unmatchedHours > 0));
  const hasEmissions = phases.some(({ annualEmissionsTonnes }) => annualEmissionsTonnes > 0);
  return [
    { group: 'Load', name: 'First year', unit: '', values: each(({ firstYear }) => String(firstYear)) },
    { group: 'Load', name: 'IT capacity', unit: 'MW', values: each(({ itCapacityMW }) => megawatts(itCapacityMW)) },
    ...overheadQuantities(phases),
    ...tierQuantities(phases),
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
          {
            group: 'Links and grid',
            name: 'Subscribed power',
            unit: 'MW',
            values: each(({ grid }) => megawatts(grid.subscribedPowerMW)),
          } as const,
        ]
      : []),
    {
      group: 'Cost',
      name: 'Annual cost',
      unit: `${cost.unit}/year`,
      values: each(({ annualCost }) => cost.text(annualCost)),
    },
    ...(costOfWay.some((value) => value > 0)
      ? [
          {
            group: 'Cost',
            name: 'of which links, wheeling',
            unit: `${cost.unit}/year`,
            values: costOfWay.map(cost.text),
          } as const,
        ]
      : []),
    {
      group: 'Cost',
      name: 'Levelised cost',
      unit: `${currency}/MWh`,
      values: each(({ levelisedCostPerMWh }) => optionalFigure(levelisedCostPerMWh, 2)),
    },
    ...contractQuantities(phases, currency),
    ...(hasSpentCapital(phases)
      ? [
          {
            group: 'Cost',
            name: 'Full cost',
            unit: `${currency}/MWh`,
            values: each(({ fullCostPerMWh }) => optionalFigure(fullCostPerMWh, 2)),
          } as const,
        ]
      : []),
    { group: 'Matching', name: 'Lowest CFE score', unit: '', values: each((phase) => score(lowestCfeScore(phase))) },
    ...(isGridCounted
      ? [
          {
            group: 'Matching',
            name: 'The same, grid counted',
            unit: '',
            values: each((phase) => score(lowestCfeScoreWithGrid(phase))),
          } as const,
        ]
      : []),
    ...(hasImport
      ? [
          {
            group: 'Matching',
            name: 'Unmatched, worst year',
            unit: 'MWh',
            values: each(({ weatherYears }) =>
              figure(Math.max(0, ...weatherYears.map(({ unmatchedMWh }) => unmatchedMWh))),
            ),
          } as const,
        ]
      : []),
    ...(hasEmissions
      ? [
          {
            group: 'Matching',
            name: 'Emissions of import',
            unit: 't CO₂e/year',
            values: each(({ annualEmissionsTonnes }) => figure(annualEmissionsTonnes)),
          } as const,
        ]
      : []),
    ...securityQuantities(phases),
    { group: 'Matching', name: 'Curtailed share', unit: '', values: each((phase) => percent(curtailedShare(phase))) },
  ];
}

/** What the energy of each contract comes to, what is paid for and not taken included. */
function contractQuantities(phases: readonly PhaseResult[], currency: string): Quantity[] {
  const names = new Set(phases.flatMap(({ contracts = {} }) => Object.keys(contracts)));
  return [...names].flatMap((name): Quantity[] => [
    {
      group: 'Cost',
      name: `Contract, ${name}`,
      unit: `${currency}/MWh`,
      values: phases.map(({ contracts }) => optionalFigure(contracts?.[name]?.effectivePricePerMWh, 2)),
    },
    {
      group: 'Cost',
      name: 'taken under it',
      unit: 'MWh/year',
      values: phases.map(({ contracts }) => optionalFigure(contracts?.[name]?.annualMWh)),
    },
  ]);
}

/** Of the load of all weather years, what stays whatever the machines do; where a scenario tells it. */
function overheadQuantities(phases: readonly PhaseResult[]): Quantity[] {
  const years = phases.map(({ weatherYears }) => weatherYears);
  if (!years.flat().some(({ overhead }) => overhead !== undefined)) return [];
  const shares = years.map((own) => {
    const stays = own.reduce((sum, { overhead }) => sum + (overhead?.fixedMWh ?? 0), 0);
    const load = own.reduce((sum, { loadMWh }) => sum + loadMWh, 0);
    return percent(load === 0 ? 0 : stays / load);
  });
  return [{ group: 'Load', name: 'Overhead that stays', unit: '', values: shares }];
}

/** The least in store for firm load, and what plants would give beyond what is counted; where either is asked for. */
function securityQuantities(phases: readonly PhaseResult[]): Quantity[] {
  const worst = (field: 'leastReserveHours' | 'uncountedMWh') =>
    phases.map(({ weatherYears }) => {
      const values = weatherYears.flatMap(({ security }) => security?.[field] ?? []);
      return values.length === 0 ? undefined : Math.min(...values);
    });
  const row = (name: string, unit: string, values: readonly (number | undefined)[]): Quantity[] =>
    values.every((value) => value === undefined)
      ? []
      : [{ group: 'Matching', name, unit, values: values.map((value) => optionalFigure(value)) }];
  return [
    ...row('Firm load in store, least', 'h', worst('leastReserveHours')),
    ...row('Output not counted, least year', 'MWh', worst('uncountedMWh')),
  ];
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
  const row = (title: string, size: (all: (typeof sizes)[number]) => number | undefined): Quantity => {
    return { group, name: title, unit, values: sizes.map((all) => megawatts(size(all))) };
  };
  return [
    row(name, ([whole]) => whole),
    ...(sizes.some(([, committed = 0]) => committed > 0) ? [row('of which committed', ([, size]) => size)] : []),
    ...(sizes.some(([, , effective]) => effective !== undefined)
      ? [row('of which at work', ([, , size]) => size)]
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

type AssetKind = 'renewables' | 'storages' | 'links';

/** Names of one kind over all phases, in the order in which they appear. */
function namesOf(phases: readonly PhaseResult[], kind: AssetKind): string[] {
  return [...new Set(phases.flatMap((phase) => Object.keys(phase[kind])))];
}

const megawatts = (value: number | undefined): string => (value === undefined ? '–' : capacity(value));

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
