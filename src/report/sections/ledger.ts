import type { Block, Section, Table } from '../content/content.ts';
import { number, type Said, say, share } from '../content/words.ts';
import type { ReportData } from '../report-data.ts';

type Ledger = NonNullable<ReportData['ledger']>;
type Place = Ledger['places'][number];

/** Which plant's energy served the load, by its whole watt-hours; and scope 2 of it. */
export function ledger({ ledger: own, document }: ReportData): Section | undefined {
  if (own === undefined) {
    if (document.phases.length === 0) return undefined;
    const text = say(
      'The hour ledger, and scope 2 by the hour, were not made; in the directory of the result: {command}',
      {
        command: 'hourmatch ledger .',
      },
    );
    return { id: 'ledger', title: say('Hour ledger'), blocks: [{ kind: 'paragraph', text }] };
  }
  return {
    id: 'ledger',
    title: say('Hour ledger'),
    isSynthetic: document.synthetic,
    blocks: [
      {
        kind: 'paragraph',
        text: [
          say('Planned, not issued: by rule {rule}, storages {order}.', {
            rule: own.rule,
            order: say(orders[own.order]),
          }),
          say('Whole watt-hours of each weather year, told in MWh; hourmatch ledger verify recomputes every row.'),
        ],
      },
      loadTable(own),
      scope2Table(own),
      ...factorBlocks(own),
      { kind: 'table', ...plantTable(own), isDataOnly: true },
      { kind: 'table', ...storageTable(own), isDataOnly: true },
      { kind: 'table', ...recordTable(own), isDataOnly: true },
    ],
  };
}

const orders = {
  fifo: 'first in, first out',
  lifo: 'last in, first out',
  weightedAverage: 'weighted average',
} as const;

const megawattHours = (wattHours: number): Said => number(wattHours / 1e6, 3);
const tonnes = (value: number): Said => number(value, 1);
const inPlace = (places: readonly Place[], cells: (place: Place) => readonly (Said | undefined)[]) =>
  places.map((place) => ({ name: place.phase, cells: [place.weatherYear, ...cells(place)] }));
const yearColumn = { title: say('Weather year'), holds: 'text' } as const;
const energyColumn = (title: Said) => ({ title, unit: 'MWh' });

function loadTable({ places }: Ledger): Block {
  return {
    kind: 'table',
    caption: say('What served the load'),
    subject: say('Phase'),
    columns: [
      yearColumn,
      energyColumn(say('Load')),
      energyColumn(say('Directly')),
      energyColumn(say('Out of store')),
      energyColumn(say('Of unknown origin')),
      energyColumn(say('Import')),
      energyColumn(say('Rounding')),
    ],
    rows: inPlace(places, ({ totals: { load } }) =>
      [
        ...[load.loadWh, load.servedDirectlyWh, load.servedFromStorageWh, load.openingBalanceWh],
        ...[load.importedWh, load.roundingWh],
      ].map(megawattHours),
    ),
    note: say(
      'Load is the sum of the rest, to the watt-hour. Of unknown origin: in store before the year that fills the storages; it matches nothing.',
    ),
  };
}

function scope2Table({ places }: Ledger): Block {
  const column = (title: Said) => ({ title, unit: 't CO₂e' });
  return {
    kind: 'table',
    caption: say('Scope 2'),
    subject: say('Phase'),
    columns: [
      yearColumn,
      column(say('Location-based, in force')),
      column(say('Market-based by the year, in force')),
      column(say('Market-based by the hour, proposed')),
      { title: say('Claim of the year') },
      { title: say('Hourly share') },
      { title: say('Unmatched'), unit: 'MWh' },
      { title: say('Unmatched'), unit: 'h' },
      { title: say('Steps reached'), holds: 'text' },
    ],
    rows: inPlace(places, ({ scope2 }) => [
      tonnes(scope2.locationBasedTonnes),
      tonnes(scope2.marketBasedAnnualTonnes),
      tonnes(scope2.marketBasedHourlyTonnes),
      share(Math.floor(scope2.annualShare * 1e4) / 1e4, 2),
      share(Math.floor(scope2.hourlyShare * 1e4) / 1e4, 2),
      number(scope2.unmatchedMWh, 1),
      number(scope2.unmatchedHours),
      stepsOf(scope2.steps),
    ]),
    note: [
      say('Shares are rounded down; what whole watt-hours lose counts as unmatched.'),
      say(
        'In force: the GHG Protocol Scope 2 Guidance of 2015; proposed: its revision, in consultation until January 2026. Steps of hourly matching: 50 % now, 75 % by 2030, 90 % by 2035, of the SBTi Corporate Net-Zero Standard 2.0 of June 2026, optional now, recommended from 2028, compulsory in the cycle from 2030.',
      ),
    ],
  };
}

function stepsOf(steps: Place['scope2']['steps']): Said {
  const reached = steps.filter((step) => step.reached).map((step) => share(step.share, 0));
  return reached.length === 0 ? say('none') : { names: reached };
}

const kinds = { direct: 'direct', lifeCycle: 'life cycle', 'not stated': 'kind not stated' } as const;
const bases = {
  'residual mix': 'residual mix',
  'fossil share of the grid': 'fossil share of the grid',
  'mean of the grid': 'mean of the grid',
} as const;

function factorBlocks({ places }: Ledger): Block[] {
  const factors = places[0]?.scope2.factors;
  if (factors === undefined) return [];
  const { grid, unmatched } = factors;
  const words = ({ kgPerMWh, kind, year, source }: typeof grid) => ({
    factor: number(kgPerMWh, 1),
    kind: say(kinds[kind]),
    year: year === null ? say('year not stated') : String(year),
    source: source === 'the scenario' ? say('the scenario') : source,
  });
  return [
    {
      kind: 'list',
      items: [
        say('Factor of the grid: {factor} kg/MWh, {kind}, {year}, {source}.', words(grid)),
        say('Factor of what is unmatched, {basis}: {factor} kg/MWh, {kind}, {year}, {source}.', {
          ...words(unmatched),
          basis: say(bases[unmatched.basis]),
        }),
        ...(grid.kind === 'direct'
          ? []
          : [say('Scope 2 counts what is emitted at the power stations: a factor of the kind direct.')]),
      ],
    },
  ];
}

function plantTable({ places }: Ledger): Table {
  return {
    caption: say('Certificates by plant'),
    subject: say('Plant'),
    columns: [
      { title: say('Phase'), holds: 'text' },
      yearColumn,
      energyColumn(say('Issued')),
      energyColumn(say('Lost on the way')),
      energyColumn(say('Directly')),
      energyColumn(say('Stored')),
      energyColumn(say('Out of store')),
      energyColumn(say('Export')),
      energyColumn(say('Unclaimed')),
    ],
    rows: places.flatMap(({ phase, weatherYear, totals }) =>
      totals.plants.map((plant) => ({
        name: plant.name,
        cells: [
          ...[phase, weatherYear],
          ...[plant.issuedWh, plant.lostOnTheWayWh, plant.usedDirectlyWh, plant.storedWh].map(exact),
          ...[plant.usedFromStorageWh, plant.exportedWh, plant.unclaimedWh].map(exact),
        ],
      })),
    ),
  };
}

/** Every watt-hour. */
const exact = (wattHours: number): Said => number(wattHours / 1e6, 6);

function storageTable({ places }: Ledger): Table {
  return {
    caption: say('Storages of the ledger'),
    subject: say('Storage'),
    columns: [
      { title: say('Phase'), holds: 'text' },
      yearColumn,
      energyColumn(say('Charged')),
      energyColumn(say('Discharged')),
      energyColumn(say('Lost charging')),
      energyColumn(say('Lost standing')),
      energyColumn(say('Lost discharging')),
    ],
    rows: places.flatMap(({ phase, weatherYear, totals }) =>
      totals.storages.map((storage) => ({
        name: storage.name,
        cells: [
          ...[phase, weatherYear],
          ...[storage.chargedWh, storage.dischargedWh, storage.lostChargingWh].map(exact),
          ...[storage.lostStandingWh, storage.lostDischargingWh].map(exact),
        ],
      })),
    ),
  };
}

/** By the last hash of a table every row before it is fixed. */
function recordTable({ places }: Ledger): Table {
  return {
    caption: say('Records, and the last hash of each chain'),
    subject: say('File'),
    columns: [{ title: say('Rows') }, { title: say('Last hash'), holds: 'code' }],
    rows: places.flatMap(({ tables }) =>
      tables.map(({ file, rows, chainEnd }) => ({ name: file, cells: [number(rows), chainEnd] })),
    ),
  };
}
