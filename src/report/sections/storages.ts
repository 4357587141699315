import { expectedAnnual } from '../../metrics/levelised-cost.ts';
import { storageLossesMWh } from '../../metrics/storage-losses-mwh.ts';
import { effectiveEnergyMWh } from '../../schedule/effective.ts';
import type { Row, Section } from '../content/content.ts';
import { number, say, size } from '../content/words.ts';
import type { ReportData } from '../report-data.ts';

/** Of the energy capacity, up to which a storage counts as full or empty. */
const NEAR = 0.001;

/** What storages do in an expected year of each phase. */
export function storages({ document, scenario, schedule }: ReportData): Section | undefined {
  if (schedule === undefined || schedule.phases.length === 0 || scenario.storages.length === 0) return undefined;
  const rows = schedule.phases.flatMap(({ name: phase, capacities, weatherYears }): Row[] =>
    scenario.storages.map(({ name, minimumStateOfCharge, maximumStateOfCharge }, s) => {
      const stands = capacities.storages[s]!;
      const energy = effectiveEnergyMWh(stands);
      const each = (of: (flows: (typeof weatherYears)[number]['storages'][number]) => number) =>
        expectedAnnual(
          scenario.weatherYears,
          weatherYears.map((year) => of(year.storages[s]!)),
        );
      const hours = (isCounted: (share: number) => boolean) =>
        each(({ stateOfChargeMWh }) => stateOfChargeMWh.filter((mwh) => isCounted(mwh / energy)).length);
      const discharged = each(({ dischargeMW }) => total(dischargeMW));
      const isBuilt = energy > 0;
      return {
        name: phase,
        cells: [
          name,
          size(stands.powerCapacityMW),
          size(stands.energyCapacityMWh),
          number(each(({ chargeMW }) => total(chargeMW))),
          number(discharged),
          number(each(({ chargeMW, dischargeMW }) => storageLossesMWh(chargeMW, dischargeMW))),
          isBuilt ? number(discharged / energy, 1) : undefined,
          isBuilt ? number(hours((share) => share >= maximumStateOfCharge - NEAR)) : undefined,
          isBuilt ? number(hours((share) => share <= minimumStateOfCharge + NEAR)) : undefined,
        ],
      };
    }),
  );
  return {
    id: 'storages',
    title: say('What storages do'),
    isSynthetic: document.synthetic,
    blocks: [
      {
        kind: 'table',
        caption: say('Storages in a year of each phase'),
        subject: say('Phase'),
        columns: [
          { title: say('Storage'), holds: 'text' },
          { title: say('Power'), unit: 'MW' },
          { title: say('Energy'), unit: 'MWh' },
          { title: say('Charged'), unit: 'MWh' },
          { title: say('Discharged'), unit: 'MWh' },
          { title: say('Losses'), unit: 'MWh' },
          { title: say('Full cycles') },
          { title: say('At full'), unit: 'h' },
          { title: say('At empty'), unit: 'h' },
        ],
        rows,
        note: say(
          'Expected over the weather years, of 8,760 hours each. Full cycles: what is discharged over the energy capacity. Full and empty: within a thousandth of the most and the least that may be in store, at the end of an hour.',
        ),
      },
    ],
  };
}

const total = (series: Float64Array): number => series.reduce((sum, value) => sum + value, 0);
