import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Parameter {
  value: number | { year: number; value: number }[];
  unit: string;
  source: string;
  year: number;
}
interface Technology {
  kind: string;
  parameters: Record<string, Parameter>;
}

const units: Record<string, string> = {
  capexPerMW: 'EUR/MW',
  capexPerMWh: 'EUR/MWh',
  fixedOpexPerMWYear: 'EUR/MW/year',
  fixedOpexPerMWhYear: 'EUR/MWh/year',
  variableOpexPerMWh: 'EUR/MWh',
  wearPerMWh: 'EUR/MWh',
  lifetimeYears: 'years',
  powerLifetimeYears: 'years',
  chargeEfficiency: '1',
  dischargeEfficiency: '1',
  selfDischargePerHour: '1/hour',
  minimumStateOfCharge: '1',
  maximumStateOfCharge: '1',
  durationHours: 'hours',
};
const needs: Record<string, readonly string[]> = {
  renewable: ['capexPerMW', 'fixedOpexPerMWYear', 'variableOpexPerMWh', 'lifetimeYears'],
  storage: Object.keys(units).filter((name) => name !== 'variableOpexPerMWh'),
  link: ['capexPerMW', 'fixedOpexPerMWYear', 'lifetimeYears'],
};

const load = (name: string) => {
  const path = new URL(`../../data/technologies/${name}.yaml`, import.meta.url);
  return parse(readFileSync(path, 'utf8')) as {
    name: string;
    currency: string;
    technologies: Record<string, Technology>;
  };
};
const figure = (set: string, technology: string, parameter: string): number => {
  const value = load(set).technologies[technology]!.parameters[parameter]!.value;
  return typeof value === 'number' ? value : value[0]!.value;
};

describe.each(['dea', 'market-2025', 'morocco-2025'])('cost set %s', (name) => {
  const set = load(name);

  test('holds the same six technologies, in euro, each parameter with its unit, source and year', () => {
    expect(set).toMatchObject({ name, currency: 'EUR' });
    const kinds = Object.entries(set.technologies).map(([technology, { kind }]) => `${technology}: ${kind}`);
    expect(kinds).toEqual([
      'solar-tracking: renewable',
      'solar-fixed: renewable',
      'wind: renewable',
      'battery: storage',
      'iron-air: storage',
      'hvdc: link',
    ]);
    for (const { kind, parameters } of Object.values(set.technologies)) {
      expect(Object.keys(parameters).toSorted()).toEqual([...needs[kind]!].toSorted());
      for (const [parameter, { unit, source, year }] of Object.entries(parameters)) {
        expect(unit).toBe(units[parameter]);
        expect(source).toMatch(/\S/);
        expect(year).toBeGreaterThan(2000);
      }
    }
  });

  test('efficiencies and states of charge are fractions, tables rise in years', () => {
    for (const { parameters } of Object.values(set.technologies)) {
      for (const [parameter, { value }] of Object.entries(parameters)) {
        if (units[parameter] === '1') expect(typeof value === 'number' && value >= 0 && value <= 1).toBe(true);
        if (typeof value !== 'number') {
          const years = value.map(({ year }) => year);
          expect(years).toEqual([...new Set(years)].toSorted((a, b) => a - b));
        }
      }
    }
  });
});

test('DEA photovoltaics are brought from the MW of AC to the MW of modules: 694,565.8 ÷ 1.25 and 594,864.6 ÷ 1.25', () => {
  expect(figure('dea', 'solar-tracking', 'capexPerMW')).toBe(555_653);
  expect(figure('dea', 'solar-fixed', 'capexPerMW')).toBe(475_892);
});

test('percent of investment became euro per MW: 1.2347 % of 1,438,884.5 is 17,766 and 0.2512 % of 287,465.7 is 722', () => {
  expect(figure('dea', 'wind', 'fixedOpexPerMWYear')).toBe(17_766);
  expect(figure('dea', 'battery', 'fixedOpexPerMWYear')).toBe(722);
});

test('1,400 km of line at 600 a kilometre and converters at 640,000 are 1,480,000 per MW', () => {
  expect(figure('dea', 'hvdc', 'capexPerMW')).toBe(600 * 1400 + 640_000);
});

test('a four-hour battery of the market set costs 125 USD/kWh at 1.13 USD/EUR', () => {
  const perMWh = figure('market-2025', 'battery', 'capexPerMWh') + figure('market-2025', 'battery', 'capexPerMW') / 4;
  expect(perMWh / 1000).toBeCloseTo(125 / 1.13, 2);
});

test('the Moroccan set is money over MW of the national plan, at 10.7 MAD/EUR: wind 1,083, sun 549, storage 355 EUR/kW', () => {
  const perMW = (billionMAD: number, MW: number) => (billionMAD * 1e9) / MW / 10.7;
  expect(figure('morocco-2025', 'wind', 'capexPerMW')).toBeCloseTo(perMW(57.7, 4979), -1);
  expect(figure('morocco-2025', 'solar-fixed', 'capexPerMW')).toBeCloseTo(perMW(33, 5616), -1);
  const twoHours =
    2 * figure('morocco-2025', 'battery', 'capexPerMWh') + figure('morocco-2025', 'battery', 'capexPerMW');
  expect(twoHours).toBeCloseTo(perMW(5.7, 1500), -1);
});

test('round trips: 91.5 % with DEA, 90 % in the market, 41.3 % for iron-air', () => {
  const roundTrip = (set: string, storage: string) =>
    figure(set, storage, 'chargeEfficiency') * figure(set, storage, 'dischargeEfficiency');
  expect(roundTrip('dea', 'battery')).toBeCloseTo(0.915, 3);
  expect(roundTrip('market-2025', 'battery')).toBeCloseTo(0.9, 3);
  expect(roundTrip('dea', 'iron-air')).toBeCloseTo(0.413, 3);
});
