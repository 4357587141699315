/** Planted faults as in rule-cases.ts, of what is asked of the grid and of supply. */

import type { Case } from '../schema/schema-cases.ts';

const bought = (more: string) => `siteMaximumMW: 900, purchase: { kind: ppa, pricePerMWh: 40, ${more} }`;

export const supplyCases: readonly Case[] = [
  [
    'energy paid in any case of a contract that pays for all',
    'siteMaximumMW: 900',
    bought('pays: produced, takeOrPayMWhPerYear: ¦100'),
    'renewables[1].purchase.takeOrPayMWhPerYear',
    'nothing is taken or paid where pays is produced',
    'A contract for all that is produced is paid for whole',
  ],
  [
    'more paid for than may be taken',
    'siteMaximumMW: 900',
    bought('pays: used, takeOrPayMWhPerYear: ¦100, mostMWhPerYear: 90'),
    'renewables[1].purchase.takeOrPayMWhPerYear',
    '100 is more than may be taken',
    'Expected at most mostMWhPerYear, 90 [MWh/year].',
  ],
  [
    'an index beside a price by year',
    'siteMaximumMW: 900',
    'siteMaximumMW: 900, purchase: { kind: ppa, pays: used, pricePerMWh: [{ year: 2026, value: 40 }], indexedPerYear: ¦0.01 }',
    'renewables[1].purchase.indexedPerYear',
    'an index beside a price by year',
    'Keep one of the two.',
  ],
  [
    'a rented storage of no stated duration',
    'durationHours: { min: 1, max: 12 }',
    'durationHours: ¦{ min: 1, max: 12 }, purchase: { kind: tolling, pricePerMWMonth: 5000 }',
    'storages[0].durationHours',
    'a range to choose from, but what is rented has one duration',
    'Give the one of the contract',
  ],
  [
    'a price on emissions of a grid that emits nothing',
    'carbonIntensityKgPerMWh: 607',
    'carbonIntensityKgPerMWh: 0\n  carbonPricePerTonne: ¦80',
    'grid.carbonPricePerTonne',
    'nothing is emitted: grid.carbonIntensityKgPerMWh is 0',
    'Give carbonIntensityKgPerMWh what the grid emits',
  ],
  [
    'years of a carbon price that fall',
    'carbonIntensityKgPerMWh: 607',
    'carbonIntensityKgPerMWh: 607\n  carbonPricePerTonne: [{ year: 2030, value: 80 }, { year: ¦2026, value: 40 }]',
    'grid.carbonPricePerTonne[1].year',
    '2026 does not come after 2030',
    'Years of a table rise.',
  ],
  [
    'a share of export above all that there is',
    'carbonIntensityKgPerMWh: 607',
    'carbonIntensityKgPerMWh: 607\n  exportShare: { maximum: ¦20, of: generation }',
    'grid.exportShare.maximum',
    '20 is outside 0…1',
    'did you mean 0.2?',
  ],
  [
    'a line that loses a stretch',
    'capacityMW: 3000',
    'capacityMW: [{ year: 2026, value: 900 }, { year: 2028, value: ¦600 }]',
    'links[0].capacityMW[1].value',
    '600 is less than the 900 before it',
    'Expected at least 900 [MW].',
  ],
  [
    'a stretch of a line that would come within a phase',
    'capacityMW: 3000',
    'capacityMW: [{ year: 2026, value: 900 }, { year: ¦2027, value: 1500 }]',
    'links[0].capacityMW[1].year',
    '2027 lies within a phase or after all',
    'Expected the first year of a phase: 2026, 2028.',
  ],
  [
    'a maximum that a stretch of the line exceeds',
    'capacityMW: 3000',
    'capacityMW: [{ year: 2026, value: 900 }, { year: 2028, value: 1500 }], maximumMW: ¦800',
    'links[0].maximumMW',
    '800 is less than what stands',
    'Expected at least capacityMW, 900 [MW].',
  ],
  [
    'a reserve that no storage could hold',
    'storages:\n  - { name: Li-ion, technology: battery, durationHours: { min: 1, max: 12 } }\n',
    'security: { reserveHours: ¦2 }\n',
    'security.reserveHours',
    'no storage that could hold a reserve',
    'Give the scenario a storage',
  ],
];
