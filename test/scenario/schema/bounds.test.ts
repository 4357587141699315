/** Nothing that a scenario may hold is without end, and what is beyond an end is refused at once, with that end. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { InputError } from '../../../src/errors.ts';
import { documentJsonSchema } from '../../../src/results/json-schemas.ts';
import { loadScenario, loadScenarioDocument } from '../../../src/scenario/load.ts';
import { most } from '../../../src/scenario/schema/bounds.ts';
import { type SchemaNode, scenarioJsonSchema } from '../../../src/scenario/schema/json-schema.ts';
import { namePattern } from '../../../src/scenario/schema/names.ts';
import { scenarioSchema } from '../../../src/scenario/schema/schema.ts';
import { repository } from '../../fixtures/repository.ts';
import { changed, example, issuesOf, load } from '../example.ts';

interface Place {
  readonly where: string;
  readonly node: SchemaNode;
}

/** Every place of the schema. */
function places(node: SchemaNode & { readonly prefixItems?: readonly SchemaNode[] }, where: string): Place[] {
  const inner = [
    ...Object.entries(node.properties ?? {}).map(([field, part]) => [`${where}.${field}`, part] as const),
    ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].map((part) => [where, part] as const),
    ...[node.items ?? [], node.prefixItems ?? []].flat().map((part) => [`${where}[]`, part] as const),
    ...(typeof node.additionalProperties === 'object' ? [[`${where}.*`, node.additionalProperties] as const] : []),
  ];
  return [{ where, node }, ...inner.flatMap(([at, part]) => places(part, at))];
}

const all = places(scenarioJsonSchema(), 'scenario');

test('every text, list and number of the schema has an end', () => {
  const isBounded = ({ type, ...node }: SchemaNode & { readonly prefixItems?: unknown }) => {
    if (node.enum !== undefined || node.const !== undefined) return true;
    if (type === 'string') {
      return node.maxLength !== undefined || [namePattern.source, '^[A-Z]{3}$'].includes(node.pattern ?? '');
    }
    if (type === 'array') return node.maxItems !== undefined || node.prefixItems !== undefined;
    if (type !== 'number' && type !== 'integer') return true;
    const ends = [node.maximum ?? node.exclusiveMaximum, node.minimum ?? node.exclusiveMinimum];
    return ends.every((end) => end !== undefined && Math.abs(end) < 1e100 && Math.abs(end) !== Number.MAX_SAFE_INTEGER);
  };
  expect(all.filter(({ node }) => !isBounded(node)).map(({ where }) => where)).toEqual([]);
  expect(all.filter(({ node }) => node.type === 'number').length).toBeGreaterThan(60);
  expect(all.filter(({ node }) => node.type === 'array').length).toBeGreaterThan(8);
});

test('what is no finite number is refused in every numeric field of the scenarios that ship, with its place', async () => {
  let asked = 0;
  for (const name of ['first-phase', 'contracts', 'nouaceur']) {
    const document: unknown = parse(await readFile(`${repository}data/scenarios/${name}.yaml`, 'utf8'));
    for (const [at, path] of numbersIn(document).entries()) {
      const changed = withLeaf(
        document,
        path,
        [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY][at % 3],
      );
      const issues = scenarioSchema.safeParse(changed).error?.issues ?? [];
      // A field that may be several things is told as a whole.
      expect(
        issues.some((issue) => issue.path.every((key, k) => key === path[k])),
        path.join('.'),
      ).toBe(true);
      asked++;
    }
  }
  expect(asked).toBeGreaterThan(100);
});

function numbersIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value === 'number') return [path];
  if (Array.isArray(value)) return value.flatMap((one, at) => numbersIn(one, [...path, at]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, one]) => numbersIn(one, [...path, field]));
}

function withLeaf(value: unknown, [key, ...rest]: readonly (string | number)[], leaf: number | undefined): unknown {
  if (key === undefined) return leaf;
  if (Array.isArray(value)) return value.map((one, at) => (at === key ? withLeaf(one, rest, leaf) : one));
  return { ...(value as object), [key]: withLeaf(Reflect.get(value as object, key), rest, leaf) };
}

test('descriptions say the end where it is no fraction', () => {
  for (const { where, node } of all) {
    if (node.description === undefined || node.type === undefined) continue;
    const { maximum = 0, maxItems, maxLength, description } = node;
    if (maximum > 1) expect(description, where).toContain(`At most ${maximum.toLocaleString('en-US')}.`);
    if (maxItems !== undefined) expect(description, where).toContain(`At most ${maxItems} items.`);
    if (maxLength !== undefined) expect(description, where).toMatch(/At most [\d,]+ characters\./);
  }
});

test('a default that the words name as a number or a word of the schema stands as one', () => {
  let named = 0;
  for (const { where, node } of all) {
    const [, text] =
      /(?:^|[.;] )([−\d.]+|[a-zA-Z]+)(?:, (?!or )[^.]*,)? when left out/.exec(node.description ?? '') ?? [];
    const values = (node.enum ?? []) as readonly string[];
    if (text === undefined || !(/\d/.test(text) || values.includes(text))) continue;
    named++;
    expect({ where, default: String(node.default) }).toEqual({ where, default: text.replace('−', '-') });
  }
  expect(named).toBeGreaterThan(40);
});

test('as it is published each field has a title, and what stands in many places stands once', () => {
  const published = documentJsonSchema('scenario');
  const fields = places(published, 'scenario').flatMap(({ where, node }) =>
    Object.entries(node.properties ?? {}).map(([name, { title }]) => ({ where: `${where}.${name}`, title })),
  );
  expect(fields.filter(({ title }) => title === undefined)).toEqual([]);
  expect(fields.length).toBeGreaterThan(150);
  const { siteMaximumMW, capexPerMW } = published.properties!.renewables!.items!.properties!;
  expect([siteMaximumMW!.title, siteMaximumMW!.unit]).toEqual(['Site maximum', 'MW']);
  expect(capexPerMW!.title).toBe('Investment per MW');
  expect(published.properties!.weatherYears!.title).toBe('Weather years');
  expect(Object.keys(published.$defs ?? {})).toEqual(['ProfileColumn']);
  const whole = JSON.stringify(scenarioJsonSchema()).length;
  expect(JSON.stringify(published).length).toBeLessThan(0.5 * whole);
});

const document = async () => structuredClone((await load(example)).document) as unknown as Record<string, unknown>;

const faultsOf = async (value: unknown) => {
  try {
    await loadScenarioDocument(value, { file: 'scenario', directory: '' });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('no fault');
};

test.each([
  ['phases', most.phases, 'phases', 300],
  ['weatherYears', most.weatherYears, 'weatherYears', 5000],
  ['renewables', most.renewables, 'renewables', 5000],
  ['storages', most.storages, 'storages', 101],
  ['links', most.links, 'links', 1e5],
] as const)('too many %s are one fault, whatever they hold', async (list, bound, where, count) => {
  const value = await document();
  value[list] = Array.from({ length: count }, (_, at) => ({ name: at, typo: { at } }));
  const { issues } = await faultsOf(value);
  expect(issues).toEqual([
    {
      code: 'scenario.too-large',
      where,
      pointer: `/${list}`,
      problem: `${count.toLocaleString('en-US')} items are too many`,
      expected: `Expected at most ${bound}.`,
      file: 'scenario',
    },
  ]);
});

test('long texts, tiers and tables are told by their ends, all at once', async () => {
  const value = await document();
  const [coast] = value.renewables as Record<string, unknown>[];
  value.description = 'x'.repeat(4_000_000);
  Object.assign(coast!, { capacityFactor: { file: 'y'.repeat(1001), column: 'z'.repeat(201) } });
  coast!.capexPerMW = Array.from({ length: 201 }, (_, at) => ({ year: 2000 + at, value: 1 }));
  (value.load as Record<string, unknown>).tiers = Array(51).fill({});
  const { issues } = await faultsOf(value);
  expect(issues.map(({ where, problem, expected }) => `${where}: ${problem}. ${expected}`).sort()).toEqual([
    'description: 4,000,000 characters are too many. Expected at most 10,000.',
    'load.tiers: 51 items are too many. Expected at most 50.',
    'renewables[0].capacityFactor.column: 201 characters are too many. Expected at most 200.',
    'renewables[0].capacityFactor.file: 1,001 characters are too many. Expected at most 1,000.',
    'renewables[0].capexPerMW: 201 items are too many. Expected at most 200.',
  ]);
});

test.each([
  ['importPricePerMWh: 90', 'importPricePerMWh: 1e308', '1e308 is above 1,000,000,000'],
  ['importPricePerMWh: 90', 'importPricePerMWh: -1e308', '-1e308 is below -1,000,000,000'],
  ['itCapacityMW: 500', 'itCapacityMW: 1e9', '1e9 is above 1,000,000'],
  ['siteMaximumMW: 1500', `siteMaximumMW: 1${'0'.repeat(200)}`, `1${'0'.repeat(39)}… is above 1,000,000,000`],
  ['link: line', 'link: line\n    capexPerMW: 1e200', '1e200 is above 10,000,000,000,000'],
  ['link: line', 'link: line\n    lifetimeYears: 1e9', '1e9 is above 1000'],
  ['{ min: 1, max: 12 }', '1e6', '1e6 is above 87600'],
])('%s as %s is no magnitude', async (from, to, problem) => {
  const [issue, ...others] = await issuesOf(changed([from, to]));
  expect(others).toEqual([]);
  expect(issue).toMatchObject({ code: 'scenario.out-of-range', problem, expected: expect.stringContaining('at most') });
});

test('of many faults a hundred are told, and how many more there are', async () => {
  const value = await document();
  // Each lacks four fields and has two unknown ones; and no file of the load can be read here.
  value.renewables = Array.from({ length: 500 }, () => ({ typo: 1, another: 2 }));
  const error = await faultsOf(value);
  expect(error.issues).toHaveLength(101);
  expect(error.issues.at(-1)).toMatchObject({ code: 'scenario.more', problem: 'and 2,901 more' });
  expect(error.message).toBe('scenario is not a valid scenario: 3,001 problems');
});

test('a hundred thousand unknown fields are one fault, and a long name is cut', async () => {
  const many: Record<string, unknown> = {};
  for (let at = 0; at < 1e5; at++) many[`field${at}`] = at;
  const { issues } = await faultsOf({ ...(await document()), load: many });
  expect(issues).toMatchObject([
    { where: 'load', problem: '100,000 items are too many', expected: 'Expected at most 1,000.' },
  ]);
  const cut = await faultsOf({ ...(await document()), ['k'.repeat(1e6)]: 1 });
  expect(cut.issues[0]!.where).toBe(`"${'k'.repeat(80)}…"`);
});

test.each([
  ['values', `a: [${'1,'.repeat(400_000)}1]`, /lines and commas are too many/],
  ['lines', `a:\n${'  - b\n'.repeat(160_000)}`, /lines and commas are too many/],
  ['characters', `a: ${'x'.repeat(1_000_000)}`, /1,000,003 characters are too many/],
  ['aliases of aliases', laughs(), /is an alias/],
  ['brackets', `${'['.repeat(9000)}${']'.repeat(9000)}`, /groups within groups/],
  ['groups', `${'a: {'.repeat(200)}${'}'.repeat(200)}`, /neither YAML nor JSON|groups within groups/],
  ['blocks', Array.from({ length: 60 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), /groups within groups/],
])('a text of too many %s ends in a fault', async (_, text, problem) => {
  const issues = await issuesOf(text);
  expect(issues.length).toBeLessThanOrEqual(101);
  expect(issues.map((issue) => issue.problem).join('\n')).toMatch(problem);
});

/** Each line ten times the one before: a billion values, were they followed. */
function laughs(): string {
  const lines = Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(10)}*a${at}]`);
  return ['a0: &a0 ha', ...lines].join('\n');
}

test('a file that is larger than any scenario, no file or without end is not read', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'hourmatch-bounds-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const large = join(directory, 'large.yaml');
  await writeFile(large, `# ${'x'.repeat(2_000_000)}\n${example}`);
  await expect(loadScenario(large)).rejects.toMatchObject({
    issues: [
      {
        code: 'scenario.too-large',
        problem: expect.stringMatching(/^2,00\d,\d{3} bytes are too many$/),
        expected: 'Expected at most 1,000,000.',
      },
    ],
  });
  for (const place of [directory, '/dev/zero']) {
    await expect(loadScenario(place)).rejects.toMatchObject({ issues: [{ problem: 'not a file' }] });
  }
});
