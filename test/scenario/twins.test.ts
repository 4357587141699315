import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { annualMatchingTwin, inflexibleTwin, withoutStorageTwin } from '../../src/scenario/baseline.ts';
import { type SchemaNode, scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { changed, load } from './example.ts';

describe('a twin differs in one thing and says so in its name', () => {
  const text = changed(
    ['target: 1', 'target: 0.9'],
    ['grid:', 'grid:\n  exportLimitMW: 5\n  importLimitMW: 7'],
    ['share: 0.65', 'share: 0.65, rampSharePerHour: 0.2, shed: { maximumShare: 0.1, lostComputePerMWh: 9 }'],
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
    expect(twin).toMatchObject({ storages: scenario.storages, load: scenario.load });
    expect(scenario.grid.exportLimitMW).toBe(5);
    expect(annualMatchingTwin({ ...scenario, matching: { kind: 'none' } })).toBeUndefined();
  });

  test('inflexible load serves all work as it arrives, in the same shape', async () => {
    const { scenario } = await load(text);
    const twin = inflexibleTwin(scenario);
    expect(twin.name).toBe('Example, inflexible load');
    expect(twin.load.tiers.map(({ arrivalShape: _, ...tier }) => tier)).toEqual([
      { name: 'inference', share: 0.35, deadlineHours: 0, floorShare: 0 },
      { name: 'training', share: 0.65, deadlineHours: 0, floorShare: 0 },
    ]);
    expect(twin.load.tiers[0]?.arrivalShape).toBe(scenario.load.tiers[0]?.arrivalShape);
  });

  test('without storage there is none', async () => {
    const { scenario } = await load(text);
    expect(withoutStorageTwin(scenario)).toEqual({ ...scenario, name: 'Example, without storage', storages: [] });
  });
});

describe('the shipped scenarios', () => {
  test('the campus grows from 40 to 500 MW in five phases, on five sites, with synthetic series that say so', async () => {
    const { scenario, inputs } = await loadScenario(
      new URL('../../data/scenarios/nouaceur.yaml', import.meta.url).pathname,
    );
    expect(scenario.phases.map(({ itCapacityMW }) => itCapacityMW)).toEqual([40, 120, 250, 380, 500]);
    expect(scenario.renewables.map(({ capacityFactor }) => capacityFactor[0]?.length)).toEqual([
      8760, 8760, 8760, 8760, 8760,
    ]);
    expect(inputs.find(({ kind }) => kind === 'profile')?.synthetic).toBe(true);
  });

  test('the first phase alone has the plants of the campus and batteries as its only storage', async () => {
    const [campus, first] = await Promise.all(
      ['nouaceur', 'first-phase'].map((name) =>
        loadScenario(new URL(`../../data/scenarios/${name}.yaml`, import.meta.url).pathname),
      ),
    );
    expect(first?.scenario.phases).toEqual([{ name: '40 MW', firstYear: 2026, years: 1, itCapacityMW: 40 }]);
    expect(first?.document.renewables).toEqual(campus?.document.renewables);
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
