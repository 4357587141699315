import type { Block, Column, Section } from '../content/content.ts';
import { counted, moneyScaleOf, number, type Said, say, share, size } from '../content/words.ts';
import { type PlantYear, plantYears } from '../plants.ts';
import type { ReportData } from '../report-data.ts';

/** By whom are we matched, and what does each plant or contract give and cost. */
export function plants(data: ReportData): Section | undefined {
  const { document, scenario, schedule } = data;
  if (schedule === undefined || schedule.phases.length === 0 || scenario.renewables.length === 0) return undefined;
  return {
    id: 'plants',
    title: say('Plants and contracts'),
    isSynthetic: document.synthetic,
    blocks: [
      ...schedule.phases.flatMap((_, p): Block[] => {
        const rows = plantYears(data, schedule, p);
        return [energyTable(data, rows, p), moneyTable(data, rows, p)];
      }),
      {
        kind: 'note',
        text: [
          say(
            'Expected over the weather years, of 8,760 hours each. Produced and curtailed at the plant, delivered at the site after losses on the way. P50 is the median of what is delivered in a weather year, P90 what nine of ten reach; of {years}, so that P90 has a wide margin where they are few.',
            { years: counted(scenario.weatherYears.length, '{count} weather year', '{count} weather years') },
          ),
          say(
            'Cost: all items of the plant in a year of the phase. Capture price: the shadow price of load, weighted by what the plant generates; capture rate: that over the mean price of all hours; shape cost: the mean price less it.',
          ),
          data.ledger === undefined
            ? say('Stored, used and share of load by plant are of the hour ledger, which was not made: {command}', {
                command: 'hourmatch ledger .',
              })
            : say(
                'Stored, used and share of load are of the hour ledger: used is what served the load, directly or out of store.',
              ),
          data.studies?.values === undefined
            ? say('Break-even prices are of the study of values, which was not run: {command}', {
                command: 'hourmatch values . -o studies/values',
              })
            : say('Break-even price: of a contract for all that the plant produces, for what the phase may build.'),
        ],
      },
    ],
  };
}

interface PlantColumn {
  readonly title: Said;
  readonly unit?: Said;
  readonly of: (plant: PlantYear) => Said | undefined;
}

function tableOf(caption: Said, rows: readonly PlantYear[], columns: readonly PlantColumn[]): Block {
  return {
    kind: 'table',
    caption,
    subject: say('Plant'),
    columns: columns.map(({ of: _, ...column }): Column => column),
    rows: rows.map((plant) => ({ name: plant.name, cells: columns.map(({ of }) => of(plant)) })),
  };
}

function energyTable({ document, ledger }: ReportData, rows: readonly PlantYear[], p: number): Block {
  const phase = document.phases[p]!;
  const of = (value: (plant: PlantYear) => number | undefined) => (plant: PlantYear) => optional(value(plant), 0);
  return tableOf(say('Plants in a year of {phase}: energy', { phase: phase.name }), rows, [
    { title: say('Stands'), unit: 'MW', of: ({ name }) => size(phase.renewables[name]?.capacityMW ?? 0) },
    { title: say('of it new'), unit: 'MW', of: ({ name }) => size(phase.renewables[name]?.newMW ?? 0) },
    { title: say('Produced'), unit: 'MWh', of: of(({ producedMWh }) => producedMWh) },
    { title: say('Delivered'), unit: 'MWh', of: of(({ deliveredMWh }) => deliveredMWh) },
    { title: say('Curtailed'), unit: 'MWh', of: of(({ curtailedMWh }) => curtailedMWh) },
    ...(ledger === undefined
      ? [{ title: say('Share of delivery'), of: (plant: PlantYear) => share(plant.share) }]
      : [
          { title: say('Stored'), unit: 'MWh', of: of((plant) => plant.ofLedger?.storedMWh) },
          { title: say('Used'), unit: 'MWh', of: of((plant) => plant.ofLedger?.usedMWh) },
          {
            title: say('Share of load'),
            of: (plant: PlantYear) => plant.ofLedger && share(plant.ofLedger.shareOfLoad),
          },
        ]),
    { title: 'P50', unit: 'MWh', of: of(({ p50MWh }) => p50MWh) },
    { title: 'P90', unit: 'MWh', of: of(({ p90MWh }) => p90MWh) },
    { title: say('Least year'), unit: 'MWh', of: of(({ leastMWh }) => leastMWh) },
  ]);
}

function moneyTable({ document, scenario, ledger, studies }: ReportData, rows: readonly PlantYear[], p: number): Block {
  const { currency } = scenario;
  const unit = `${currency}/MWh`;
  const money = moneyScaleOf(
    currency,
    rows.map(({ annualCost }) => annualCost),
  );
  const per = (cost: number, mwh: number | undefined) =>
    mwh === undefined || mwh <= 0 ? undefined : number(cost / mwh, 2);
  return tableOf(say('Plants in a year of {phase}: cost and price', { phase: document.phases[p]!.name }), rows, [
    { title: say('Cost'), unit: money.unit, of: ({ annualCost }) => money.of(annualCost) },
    { title: say('Cost delivered'), unit, of: (plant) => per(plant.annualCost, plant.deliveredMWh) },
    ...(ledger === undefined
      ? []
      : [{ title: say('Cost used'), unit, of: (plant: PlantYear) => per(plant.annualCost, plant.ofLedger?.usedMWh) }]),
    { title: say('Capture price'), unit, of: (plant) => optional(plant.capturePrice, 2) },
    {
      title: say('Capture rate'),
      of: ({ captureRate }) => (captureRate === undefined ? undefined : share(captureRate)),
    },
    { title: say('Shape cost'), unit, of: (plant) => optional(plant.shapeCost, 2) },
    ...(studies?.values === undefined
      ? []
      : [{ title: say('Break-even price'), unit, of: (plant: PlantYear) => optional(plant.breakEvenPrice, 2) }]),
  ]);
}

const optional = (value: number | undefined, decimals: number): Said | undefined =>
  value === undefined ? undefined : number(value, decimals);
