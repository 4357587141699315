/** Slips that give a valid scenario: each is asked about, with its number and what was likely meant. */

import { expect, test } from 'vitest';
import { plausible } from '../../../src/scenario/doubts/plausible.ts';
import { changed, files, load, profile, profileFile } from '../example.ts';

type Slip = readonly [what: string, from: string, to: string, where: string, problem: string, expected: string];

const slips: readonly Slip[] = [
  ['a campus in kW', 'itCapacityMW: 500', 'itCapacityMW: 500000', 'phases[1].itCapacityMW', '500,000 MW', 'mean 500?'],
  ['a campus in GW', 'itCapacityMW: 40 ', 'itCapacityMW: 0.04 ', 'phases[0].itCapacityMW', '0.04 MW', 'mean 40?'],
  [
    'a site in kW',
    'siteMaximumMW: 1500',
    'siteMaximumMW: 1500000',
    'renewables[0].siteMaximumMW',
    '3,000 times',
    'mean 1,500?',
  ],
  [
    'no limit as a number',
    'siteMaximumMW: 1500',
    'siteMaximumMW: 1e8',
    'renewables[0].siteMaximumMW',
    '100,000,000 MW',
    'no limit',
  ],
  ['a link in kW', 'capacityMW: 3000', 'capacityMW: 3000000', 'links[0].capacityMW', '3,000,000 MW', 'mean 3,000?'],
  [
    'storage in kW',
    'technology: battery,',
    'technology: battery, maximumMW: 900000,',
    'storages[0].maximumMW',
    '900,000 MW',
    'mean 900?',
  ],
  [
    'a connection in kW',
    'matching:',
    '  importLimitMW: 800000\nmatching:',
    'grid.importLimitMW',
    '800,000 MW',
    'mean 800?',
  ],
  [
    'kWh for MWh',
    'technology: battery,',
    'technology: battery, committedMW: 20, committedMWh: 80000,',
    'storages[0].committedMWh',
    '4,000 h',
    'mean 80?',
  ],
  [
    'import per kWh',
    'importPricePerMWh: 90',
    'importPricePerMWh: 0.09',
    'grid.importPricePerMWh',
    '0.09 per MWh',
    'mean 90?',
  ],
  [
    'export per kWh',
    'exportPricePerMWh: 0',
    'exportPricePerMWh: 0.06',
    'grid.exportPricePerMWh',
    '0.06 per MWh',
    'mean 60?',
  ],
  [
    'a ppa per kWh',
    'link: line',
    'link: line\n    purchase: { kind: ppa, pricePerMWh: 0.03, pays: used }',
    'renewables[0].purchase.pricePerMWh',
    '0.03 per MWh',
    'mean 30?',
  ],
  [
    'lost work per kWh',
    'floorShare: 0.3',
    'shed: { maximumShare: 0.1, lostComputePerMWh: 0.9 }',
    'load.tiers[1].shed.lostComputePerMWh',
    '0.9 per MWh',
    'mean 900?',
  ],
  [
    'wheeling per kWh',
    'loss: 0.051',
    'loss: 0.051, wheelingPerMWh: 0.006',
    'links[0].wheelingPerMWh',
    '0.006 per MWh',
    'mean 6?',
  ],
  [
    'wheeling per GWh',
    'link: line',
    'link: line\n    wheelingPerMWh: 6000',
    'renewables[0].wheelingPerMWh',
    '6,000 per MWh',
    'mean 6?',
  ],
  [
    'a subscription per kW',
    'subscribedPowerCostPerMWYear: 0',
    'subscribedPowerCostPerMWYear: 35',
    'grid.subscribedPowerCostPerMWYear',
    '35 per MW and year',
    'mean 35,000?',
  ],
  [
    'kg per kWh',
    'carbonIntensityKgPerMWh: 607',
    'carbonIntensityKgPerMWh: 0.607',
    'grid.carbonIntensityKgPerMWh',
    '0.607 kg/MWh',
    'mean 607?',
  ],
  [
    'a carbon price per kg',
    'carbonIntensityKgPerMWh: 607',
    'carbonIntensityKgPerMWh: 607\n  carbonPricePerTonne: 0.08',
    'grid.carbonPricePerTonne',
    '0.08 per tonne',
    'mean 80?',
  ],
  [
    'capex per kW',
    'link: line',
    'link: line\n    capexPerMW: 1300',
    'renewables[0].capexPerMW',
    '1,300 EUR/MW, where technology wind has',
    'mean 1,300,000?',
  ],
  [
    'capex per kWh in a table',
    'technology: battery,',
    'technology: battery, capexPerMWh: [{ year: 2026, value: 220 }],',
    'storages[0].capexPerMWh',
    '220 EUR/MWh',
    'mean 220,000?',
  ],
  [
    'capex per GW',
    'link: line',
    'link: line\n    capexPerMW: 1300000000',
    'renewables[0].capexPerMW',
    '1,300,000,000 EUR/MW',
    'mean 1,300,000?',
  ],
  [
    'wear per kWh',
    'technology: battery,',
    'technology: battery, wearPerMWh: 0.002,',
    'storages[0].wearPerMWh',
    '0.002 EUR/MWh',
    'mean 2?',
  ],
  [
    'months for years',
    'link: line',
    'link: line\n    lifetimeYears: 300',
    'renewables[0].lifetimeYears',
    '300 years',
    'mean 25?',
  ],
  [
    'percent divided twice',
    'discountRate: 0.07',
    'discountRate: 0.0007',
    'discountRate',
    '0.0007 a year',
    'mean 0.07?',
  ],
  ['percent as a rate', 'discountRate: 0.07', 'discountRate: 0.7', 'discountRate', '0.7 a year', 'mean 0.007?'],
  ['percent as a loss', 'loss: 0.051', 'loss: 0.51', 'links[0].loss', '0.51 of what enters', 'mean 0.0051?'],
  [
    'utilisation divided twice',
    'utilisation: 0.8',
    'utilisation: 0.008',
    'load.utilisation',
    '0.008 of the IT capacity',
    'mean 0.8?',
  ],
  ['a target divided twice', 'target: 1', 'target: 0.0095', 'matching.target', '0.0095 of the load', 'mean 0.95?'],
  ['a pue of another kind', 'pue: 1.25', 'pue: 5', 'load.pue', '5 MW of the site for each MW of IT', 'If it is meant'],
  [
    'loss a day as one an hour',
    'technology: battery,',
    'technology: battery, selfDischargePerHour: 0.05,',
    'storages[0].selfDischargePerHour',
    '0.05 an hour',
    'mean 0.00208333?',
  ],
  [
    'an efficiency divided twice',
    'technology: battery,',
    'technology: battery, chargeEfficiency: 0.0095,',
    'storages[0].chargeEfficiency',
    '0.0095 one way',
    'mean 0.95?',
  ],
];

test.each(slips)('%s is asked about, and about nothing else', async (_, from, to, where, problem, expected) => {
  const text = changed([
    from.trimEnd() === from ? from : `${from.trimEnd()} }\n  - { name: second`,
    to.trimEnd() === to ? to : `${to.trimEnd()} }\n  - { name: second`,
  ]);
  const { warnings } = await load(text);
  expect(warnings.map((warning) => warning.where)).toEqual([where]);
  const [warning] = warnings;
  expect(warning?.code).toBe('scenario.unlikely');
  expect(warning?.problem).toContain(problem);
  expect(warning?.expected).toContain(expected);
  expect(warning?.line).toBeGreaterThan(0);
});

test('a profile of capacity factors that was divided by a hundred twice is asked about by its mean', async () => {
  const weak = profileFile('2005.csv', [
    profile('wind', 'capacityFactor', 2005, () => 0.005),
    profile('sun', 'capacityFactor', 2005, (hour) => (hour % 24 === 12 ? 0.8 : 0)),
  ]);
  const { warnings } = await load(changed(), { ...files, '2005.csv': weak });
  expect(warnings).toMatchObject([
    { where: 'renewables[0].capacityFactor', problem: '0.005 on average, where at least 0.03 is usual' },
  ]);
});

test('prices are compared among currencies of about the same worth only, and costs within one currency', async () => {
  const owned = 'capexPerMW: 300, fixedOpexPerMWYear: 1, lifetimeYears: 25, variableOpexPerMWh: 0';
  const text = changed(
    ['currency: EUR', 'currency: JPY'],
    ['importPricePerMWh: 90', 'importPricePerMWh: 3'],
    ['link: line', `link: line\n    ${owned.replaceAll(', ', '\n    ')}`],
    ['siteMaximumMW: 900', `siteMaximumMW: 900, ${owned}`],
    ['  - { name: Li-ion, technology: battery, durationHours: { min: 1, max: 12 } }\n', ''],
    ['storages:\n', 'storages: []\n'],
  );
  expect((await load(text)).warnings).toEqual([]);
});

test('every range has room inside, a source, and slips that lead back into it', () => {
  for (const [name, range] of Object.entries(plausible)) {
    expect(range.least, name).toBeLessThan(range.most);
    expect(range.source.length, name).toBeGreaterThan(20);
    if ('below' in range) expect(range.below.factor, name).toBeGreaterThan(1);
    if ('above' in range) expect(range.above.factor, name).toBeLessThan(1);
  }
});
