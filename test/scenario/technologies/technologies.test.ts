import { describe, expect, test } from 'vitest';
import { costInYear } from '../../../src/scenario/technologies/cost-by-year.ts';
import { parseTechnologies } from '../../../src/scenario/technologies/parse.ts';
import { changed, example, load } from '../example.ts';

const set = `name: dea
currency: EUR
description: Test values.
technologies:
  battery:
    kind: storage
    parameters:
      chargeEfficiency: { value: 0.95, unit: "1", source: a table, year: 2025 }
      capexPerMWh: { value: [{ year: 2025, value: 200000 }], unit: EUR/MWh, source: a table, year: 2025 }
`;

describe('a set of technology data is as strict as a scenario', () => {
  test('a parameter has the name, the range and the unit of the field it stands in for', () => {
    expect(parseTechnologies(set, 'set.yaml').issues).toEqual([]);
    const wrong = set.replace('value: 0.95', 'value: 95').replace('unit: EUR/MWh', 'unit: EUR/kWh');
    const renamed = wrong.replace(
      '    parameters:\n',
      '    parameters:\n      wearPerMwh: { value: 1, unit: x, source: y, year: 2025 }\n',
    );
    expect(parseTechnologies(renamed, 'set.yaml').issues).toMatchObject([
      {
        where: 'technologies.battery.parameters.wearPerMwh',
        problem: 'unknown parameter',
        expected: 'Did you mean wearPerMWh?',
        line: 8,
        column: 7,
      },
      {
        where: 'technologies.battery.parameters.chargeEfficiency.value',
        problem: '95 is out of range',
        line: 9,
        column: 34,
      },
      {
        where: 'technologies.battery.parameters.capexPerMWh.unit',
        problem: '"EUR/kWh" is not the unit of capexPerMWh',
        expected: 'Expected EUR/MWh.',
      },
    ]);
  });

  test('a value without source or year is refused', () => {
    const issues = parseTechnologies(
      set.replace('source: a table, year: 2025 }\n      capex', 'sorce: a table, year: 2025 }\n      capex'),
      'set.yaml',
    ).issues;
    expect(issues.map(({ where, problem }) => [where, problem])).toEqual([
      ['technologies.battery.parameters.chargeEfficiency.source', 'missing'],
      ['technologies.battery.parameters.chargeEfficiency.sorce', 'unknown field'],
    ]);
  });

  test.each(['dea', 'market-2025', 'morocco-2025'])(
    'the shipped set %s fills every technology it offers',
    async (costSet) => {
      const { provenance } = await load(changed(['discountRate: 0.07', `discountRate: 0.07\ncostSet: ${costSet}`]));
      const taken = provenance.flatMap(({ from }) => (from.kind === 'technology' ? from : []));
      expect(taken.length).toBeGreaterThan(15);
      expect(taken.every(({ source, unit }) => source.length > 3 && unit.length > 0)).toBe(true);
    },
  );
});

describe('what an asset leaves out comes from its technology, and every value keeps its origin', () => {
  test('the scenario wins over the technology', async () => {
    const own = changed(['technology: battery,', 'technology: battery, chargeEfficiency: 0.9,']);
    const [before, after] = [await load(example), await load(own)];
    expect(after.scenario.storages[0]?.chargeEfficiency).toBe(0.9);
    expect(after.scenario.storages[0]?.dischargeEfficiency).toBe(before.scenario.storages[0]?.dischargeEfficiency);
    const originOf = (loaded: typeof after, where: string) =>
      loaded.provenance.find((one) => one.where === where)?.from;
    expect(originOf(after, 'storages[0].chargeEfficiency')).toEqual({ kind: 'scenario' });
    expect(originOf(before, 'storages[0].chargeEfficiency')).toMatchObject({
      kind: 'technology',
      costSet: 'dea',
      technology: 'battery',
    });
    expect(originOf(after, 'storages[0].durationHours')).toEqual({ kind: 'scenario' });
  });

  test('under a ppa the price covers the plant: no investment, no variable cost beside it', async () => {
    const ppa = changed(['link: line', 'link: line\n    purchase: { kind: ppa, pricePerMWh: 30, pays: produced }']);
    const { scenario } = await load(ppa);
    expect(scenario.renewables[0]?.purchase).toEqual({ kind: 'ppa', pricePerMWh: 30, pays: 'produced' });
    expect(scenario.renewables[0]?.variableOpexPerMWh).toBe(0);
    expect((await load(example)).scenario.renewables[0]?.variableOpexPerMWh).toBe(1.9);
  });

  test('a scenario in another currency is fine once it gives every cost itself', async () => {
    const wind = 'capexPerMW: 1, fixedOpexPerMWYear: 1, variableOpexPerMWh: 1';
    const text = changed(
      ['currency: EUR', 'currency: MAD'],
      [
        'technology: wind\n',
        'technology: wind\n    capexPerMW: 1\n    fixedOpexPerMWYear: 1\n    variableOpexPerMWh: 1\n',
      ],
      ['technology: solar-fixed', `technology: solar-fixed, ${wind}`],
      [
        'technology: battery',
        'technology: battery, capexPerMW: 1, capexPerMWh: 1, fixedOpexPerMWYear: 1, fixedOpexPerMWhYear: 1, wearPerMWh: 0',
      ],
    );
    expect((await load(text)).scenario.currency).toBe('MAD');
  });
});

test('a cost by year is linear between the stated years and flat outside', () => {
  const table = [
    { year: 2025, value: 100 },
    { year: 2030, value: 50 },
  ];
  // 2027 is two fifths of the way from 100 to 50.
  expect([2020, 2025, 2027, 2030, 2040].map((year) => costInYear(table, year))).toEqual([100, 100, 80, 50, 50]);
  expect(costInYear(7, 2027)).toBe(7);
});
