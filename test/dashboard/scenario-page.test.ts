import { expect, test } from 'vitest';
import { hoursByWeek } from '../../api/dashboard/pages/profiles/missing-weeks.ts';
import { fieldAtFault, groupsOf, leavesOf, schemaAt, withLeaf } from '../../api/dashboard/pages/scenario/leaves.ts';
import { type CostSet, leftOutOf } from '../../api/dashboard/pages/scenario/left-out.ts';
import { documentJsonSchema } from '../../src/results/json-schemas.ts';

test('one value of a scenario is changed and all others stay, and the schema of each place is found', () => {
  const document = { storages: [{ name: 'a', durationHours: { min: 1, max: 4 } }], name: 'x' };
  expect(leavesOf(document).map(({ path }) => path)).toEqual([
    'storages[0].name',
    'storages[0].durationHours.min',
    'storages[0].durationHours.max',
    'name',
  ]);
  expect(withLeaf(document, ['storages', 0, 'durationHours', 'max'], 8)).toEqual({
    storages: [{ name: 'a', durationHours: { min: 1, max: 8 } }],
    name: 'x',
  });
  const leaves = leavesOf(document);
  const fields = ['/storages/0/durationHours/max', '/storages/0/capexPerMW', '/storages', '/grid', '', undefined];
  expect(fields.map((pointer) => fieldAtFault(leaves, pointer)?.path)).toEqual([
    'storages[0].durationHours.max',
    'storages[0].name',
    'storages[0].name',
    undefined,
    undefined,
    undefined,
  ]);
  const range = { properties: { min: { unit: 'hours' } } };
  const schema = {
    properties: { name: {}, storages: { items: { properties: { durationHours: { anyOf: [{}, range] } } } } },
  };
  expect(schemaAt(schema, ['storages', 0, 'durationHours', 'min'])?.unit).toBe('hours');
  expect(schemaAt(schema, ['storages', 0, 'unknown'])).toBeUndefined();
  expect(groupsOf(document).map(({ name }) => name)).toEqual(['storages: a', '']);
});

test('of what a scenario leaves out there is what stands for it: of the technology with its source, else of the schema', () => {
  const document = {
    costSet: 'own',
    renewables: [{ name: 'Coast', technology: 'wind', capexPerMW: 1, capacityFactor: { file: 'x', column: 'y' } }],
    matching: { kind: 'hourly', target: 1 },
    security: {},
  };
  const lifetimeYears = { value: 25, unit: 'years', source: 'a book', year: 2025 };
  const capexPerMW = { ...lifetimeYears, value: 9 };
  const costSets: CostSet[] = [
    { name: 'own', technologies: { wind: { parameters: { lifetimeYears, capexPerMW } } } },
    { name: 'dea', technologies: { wind: { parameters: { loss: lifetimeYears } } } },
  ];
  const told = leftOutOf(documentJsonSchema('scenario') as never, document, costSets);
  expect(told.find(({ path }) => path === 'renewables[0].lifetimeYears')).toMatchObject({
    group: 'renewables: Coast',
    label: 'lifetimeYears',
    value: 25,
    source: { from: 'own: a book', year: 2025 },
  });
  const bySchema = ['renewables[0].committedMW', 'renewables[0].loss', 'matching.over', 'security.derateShare'];
  for (const path of bySchema) expect(told.find((one) => one.path === path)).not.toHaveProperty('source');
  expect(told.map(({ path, value }) => [path, value])).toEqual(
    expect.arrayContaining([
      ['renewables[0].committedMW', 0],
      ['matching.over', 'everyYear'],
    ]),
  );
  // What is given, what has a limit nowhere, and lists of nothing are no part of it.
  const paths = told.map(({ path }) => path);
  for (const path of ['renewables[0].capexPerMW', 'renewables[0].site', 'storages']) expect(paths).not.toContain(path);
});

test('a gap is drawn in the weeks that it is in, as much of each as it takes, of all years of the file', () => {
  const gap = { from: '2019-01-07T12:00Z', to: '2019-01-08T11:00Z', hours: 24 };
  const file = { gaps: [gap], firstHour: '2019-01-01T00:00Z', lastHour: '2019-12-31T23:00Z' };
  const missingByWeek = (...of: Parameters<typeof hoursByWeek>) => hoursByWeek(...of).absent;
  expect(missingByWeek(file, 52).slice(0, 3)).toEqual([12 / 168, 12 / 168, 0]);
  expect(missingByWeek({ ...file, lastHour: '2020-12-31T23:00Z' }, 52)[0]).toBe(6 / 168);
  const ofYearsEnd = { ...file, gaps: [{ ...gap, from: '2019-12-31T00:00Z' }] };
  expect(
    missingByWeek(ofYearsEnd, 52)
      .map((share) => Math.round(share * 168))
      .at(-1),
  ).toBe(24);
});

test('what a scenario fills is told apart from what is absent, hour by hour, also where the row was there without a value', () => {
  const gap = { from: '2019-01-07T12:00Z', to: '2019-01-08T11:00Z', hours: 24 };
  const file = { gaps: [gap], firstHour: '2019-01-01T00:00Z', lastHour: '2019-12-31T23:00Z' };
  // Six hours of the gap in its first week, and three of the third week that had rows.
  const filled = [
    { from: '2019-01-07T18:00Z', hours: 6 },
    { from: '2019-01-16T00:00Z', hours: 3 },
  ];
  const hours = hoursByWeek(file, 52, filled);
  expect(hours.absent.slice(0, 3)).toEqual([6 / 168, 12 / 168, 0]);
  expect(hours.filled.slice(0, 3)).toEqual([6 / 168, 0, 3 / 168]);
});
