import type { Block, Section } from '../content/content.ts';
import { moneyScaleOf, number, say, share, size } from '../content/words.ts';
import { plantYears } from '../plants.ts';
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
      ...schedule.phases.map((_, p): Block => phaseTable(data, schedule, p)),
      {
        kind: 'note',
        text: say(
          'Expected over the weather years, of 8,760 hours each. Produced and curtailed at the plant, delivered at the site after losses on the way. Cost: all items of the plant in a year of the phase. Capture price: the shadow price of load, weighted by what the plant generates; capture rate: that over the mean price. P50 is the median of what is delivered in a weather year, P90 what nine of ten reach; of {count} weather years, so that P90 has a wide margin where they are few. Which plant served which hour, directly or out of store: hourmatch ledger.',
          { count: number(scenario.weatherYears.length) },
        ),
      },
    ],
  };
}

function phaseTable(data: ReportData, schedule: NonNullable<ReportData['schedule']>, p: number): Block {
  const { document, scenario } = data;
  const { currency } = scenario;
  const phase = document.phases[p]!;
  const rows = plantYears(data, schedule, p);
  const money = moneyScaleOf(
    currency,
    rows.map(({ annualCost }) => annualCost),
  );
  return {
    kind: 'table',
    caption: say('Plants in a year of {phase}', { phase: phase.name }),
    subject: say('Plant'),
    columns: [
      { title: say('Stands'), unit: 'MW' },
      { title: say('of it new'), unit: 'MW' },
      { title: say('Produced'), unit: 'MWh' },
      { title: say('Delivered'), unit: 'MWh' },
      { title: say('Curtailed'), unit: 'MWh' },
      { title: say('Share of delivery') },
      { title: say('Cost'), unit: money.unit },
      { title: say('Cost delivered'), unit: `${currency}/MWh` },
      { title: say('Capture price'), unit: `${currency}/MWh` },
      { title: say('Capture rate') },
      { title: 'P50', unit: 'MWh' },
      { title: 'P90', unit: 'MWh' },
    ],
    rows: rows.map((plant) => ({
      name: plant.name,
      cells: [
        size(phase.renewables[plant.name]?.capacityMW ?? 0),
        size(phase.renewables[plant.name]?.newMW ?? 0),
        number(plant.producedMWh),
        number(plant.deliveredMWh),
        number(plant.curtailedMWh),
        share(plant.share),
        money.of(plant.annualCost),
        plant.deliveredMWh > 0 ? number(plant.annualCost / plant.deliveredMWh, 2) : undefined,
        plant.capturePrice === undefined ? undefined : number(plant.capturePrice, 2),
        plant.captureRate === undefined ? undefined : share(plant.captureRate),
        number(plant.p50MWh),
        number(plant.p90MWh),
      ],
    })),
  };
}
