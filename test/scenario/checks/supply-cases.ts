/** Planted faults as in rule-cases.ts, of what is asked of the grid and of supply. */

import type { Case } from '../schema/schema-cases.ts';

export const supplyCases: readonly Case[] = [
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
];
