import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  annualMatchingTwin,
  inflexibleTwin,
  proportionalOverheadTwin,
  withoutStorageTwin,
} from '../../src/scenario/baseline.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { type SchemaNode, scenarioJsonSchema } from '../../src/scenario/schema/json-schema.ts';
import { changed, load } from './example.ts';

describe('a twin differs in one thing and says so in its name', () => {
  const text = changed(
    ['target: 1', 'target: 0.9'],
    [
      'grid:',
      'grid:\n  exportLimitMW: 5\n  importLimitMW: 7\n  emissionsLimitTonnesPerYear: 9\n  exportShare: { maximum: 0.2, of: load }',
    ],
    [
      'share: 0.65',
      'share: 0.65, rampSharePerHour: 0.2, shed: { maximumShare: 0.1, lostComputePerMWh: 9 }, throughput: { spareMachines: shutDown }, endurance: {}',
    ],
  );

  test('annual matching keeps the target and frees import and export', async () => {
    const { scenario } = await load(text);
    const twin = annualMatchingTwin(scenario);
    expect(twin?.name).toBe('Example, annual matching');
    expect(twin?.matching).toEqual({ kind: 'annual', target: 0.9, over: 'everyYear' });
    expect([twin?.grid.importLimitMW, twin?.grid.exportLimitMW]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
    expect([twin?.grid.emissionsLimitTonnesPerYear, twin?.grid.exportShare]).toEqual([undefined, undefined]);
    expect(scenario.grid).toMatchObject({ emissionsLimitTonnesPerYear: 9, exportShare: { maximum: 0.2, of: 'load' } });
    expect(twin).toMatchObject({ storages: scenario.storages, load: scenario.load });
    expect(scenario.grid.exportLimitMW).toBe(5);
    expect(annualMatchingTwin({ ...scenario, matching: { kind: 'none' } })).toBeUndefined();
  });

  test('inflexible load serves all work as it arrives, in the same shape', async () => {
    const { scenario } = await load(text);
    const twin = inflexibleTwin(scenario);
    expect(twin.name).toBe('Example, inflexible load');
    const { throughput, endurance } = scenario.load.tiers[1]!;
    expect(endurance).toEqual({ depthShare: 0.35, hours: 10, restHours: 24 });
    expect(throughput!.points.at(0)).toEqual({ powerShare: 0.25, workRate: 0 });
    expect(twin.load.tiers.map(({ arrivalShape: _, ...tier }) => tier)).toEqual([
      { name: 'inference', share: 0.35, deadlineHours: 0, floorShare: 0 },
      // Its machines are the same.
      { name: 'training', share: 0.65, deadlineHours: 0, floorShare: 0, throughput },
    ]);
    expect(twin.load.tiers[0]?.arrivalShape).toBe(scenario.load.tiers[0]?.arrivalShape);
  });

  test('overhead in proportion is as much as stays, where the machines do what arrives', async () => {
    const { scenario } = await load(text);
    expect(proportionalOverheadTwin(scenario)).toBeUndefined();
    const facility = '{ fixedShare: 0.08, perIT: 0.1, perDegreeAbove: 0.01, thresholdC: 20, temperature: 25 }';
    const apart = (await load(changed(['pue: 1.25', `facility: ${facility}`]))).scenario;
    expect(apart.load.pue[0]![0]).toBeCloseTo(1.15, 12);
    const twin = proportionalOverheadTwin(apart)!;
    expect(twin.load.facility).toBeUndefined();
    // 8 % of the capacity are a tenth of the 80 % that arrive.
    expect(twin.load.pue[0]![0]).toBeCloseTo(1.25, 12);
  });

  test('without storage there is none', async () => {
    const { scenario } = await load(text);
    expect(withoutStorageTwin(scenario)).toEqual({ ...scenario, name: 'Example, without storage', storages: [] });
  });
});

describe('the shipped scenarios', () => {
  const shipped = (name: string) =>
    loadScenario(new URL(`../../data/scenarios/${name}.yaml`, import.meta.url).pathname);

  test('the campus grows from 40 to 500 MW in five phases, on five sites, with synthetic series that say so', async () => {
    const { scenario, inputs } = await shipped('nouaceur');
    expect(scenario.phases.map(({ itCapacityMW }) => itCapacityMW)).toEqual([40, 120, 250, 380, 500]);
    expect(scenario.renewables.map(({ capacityFactor }) => capacityFactor[0]?.length)).toEqual([
      8760, 8760, 8760, 8760, 8760,
    ]);
    expect(inputs.find(({ kind }) => kind === 'profile')?.synthetic).toBe(true);
  });

  test('nothing comes from the south before 2030, the line has a price, and every plant pays its way', async () => {
    const { scenario } = await shipped('nouaceur');
    expect(scenario.links).toMatchObject([
      { name: 'Dakhla–Casablanca', capacityMW: 0, availableFrom: 2030, capexPerMW: 885_000 },
    ]);
    expect(scenario.renewables.map(({ wheelingPerMWh }) => wheelingPerMWh)).toEqual([6, 6, 6, 6, 6]);
  });

  test('no tier does with less, or for longer, than trials have shown: 40 % and some ten hours', async () => {
    for (const name of ['nouaceur', 'first-phase', 'memorandum-2026']) {
      const { tiers } = (await shipped(name)).scenario.load;
      const flexible = tiers.filter(({ deadlineHours }) => deadlineHours > 0);
      expect(flexible.length, name).toBeGreaterThan(0);
      // What waits is at most the work of the deadline, so a reduction to the floor lasts deadline ÷ depth.
      for (const { floorShare, deadlineHours } of flexible) {
        expect(1 - floorShare).toBeLessThanOrEqual(0.4);
        expect(deadlineHours / (1 - floorShare)).toBeLessThan(12);
      }
    }
  });

  test('the campus on contracts has what its head says, and nothing of it looks like a slip', async () => {
    const { scenario, warnings } = await shipped('contracts');
    expect(warnings).toEqual([]);
    expect(scenario.renewables.map(({ purchase }) => purchase.kind)).toEqual(['ppa', 'ppa', 'own', 'own']);
    expect(scenario.storages[0]).toMatchObject({ purchase: { kind: 'tolling' }, energyFadePerYear: 0.02 });
    expect(scenario.load.tiers.map(({ throughput }) => throughput?.points[0]?.powerShare)).toEqual([0.25, 0.25, 0.25]);
    // As demonstrated: 35 % for 10 h, then a day of rest.
    for (const { endurance } of scenario.load.tiers.slice(1))
      expect(endurance).toEqual({ depthShare: 0.35, hours: 10, restHours: 24 });
  });

  test('the memorandum has 16 and 36 MW, and of its wind farm no more than is announced', async () => {
    const { scenario } = await shipped('memorandum-2026');
    expect(scenario.phases.map(({ firstYear, itCapacityMW }) => [firstYear, itCapacityMW])).toEqual([
      [2027, 16],
      [2028, 36],
    ]);
    expect(scenario.renewables[0]).toMatchObject({ siteMaximumMW: 144, availableFrom: 2027 });
  });

  test('coast and desert asks the same of the command line as of the API, but for where its profiles are', async () => {
    const textOf = (type: string) =>
      readFile(new URL(`../../data/scenarios/coast-and-desert.${type}`, import.meta.url), 'utf8');
    const ofApi = (await textOf('json')).replaceAll('profile:{weatherYear}', '../profiles/{weatherYear}.csv');
    expect(parse(await textOf('yaml'))).toEqual(JSON.parse(ofApi));
  });

  test('the first phase alone has the plants of the campus that can serve it by then and batteries as its only storage', async () => {
    const [campus, first] = await Promise.all(['nouaceur', 'first-phase'].map(shipped));
    expect(first?.scenario.phases).toEqual([{ name: '40 MW', firstYear: 2026, years: 1, itCapacityMW: 40 }]);
    expect(first?.document.renewables).toEqual(campus?.document.renewables.filter(({ link }) => link === undefined));
    expect(first?.document.storages).toEqual(campus?.document.storages.slice(0, 1));
    const text = await readFile(new URL('../../data/scenarios/first-phase.yaml', import.meta.url), 'utf8');
    expect(text).toContain('not measured');
  });
});

test('every field of the JSON Schema is described, every number has its unit, unknown fields are forbidden', () => {
  let fields = 0;
  function walk(node: SchemaNode, where: string): void {
    for (const part of [...(node.anyOf ?? []), ...(node.oneOf ?? [])]) walk(part, where);
    if (node.items !== undefined) walk(node.items, `${where}[]`);
    if (node.type === 'object') expect(node.additionalProperties, where).toBe(false);
    for (const [name, field] of Object.entries(node.properties ?? {})) {
      fields++;
      expect(field.description, `${where}.${name}`).toBeTypeOf('string');
      const isNumber = [field, ...(field.anyOf ?? [])].some(({ type }) => type === 'number' || type === 'integer');
      if (isNumber && name !== 'value') expect(field.unit, `${where}.${name}`).toBeTypeOf('string');
      walk(field, `${where}.${name}`);
    }
  }
  walk(scenarioJsonSchema(), 'scenario');
  expect(fields).toBeGreaterThan(80);
});
