import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../src/scenario/document/canonical-json.ts';
import { contentHash } from '../../../src/scenario/document/content-hash.ts';
import { checkScenarioDocument } from '../../../src/scenario/document/parse.ts';
import { scenarioJsonSchema } from '../../../src/scenario/schema/json-schema.ts';
import { draws } from '../../fixtures/draws.ts';
import { changed, example, files, issuesOf, load } from '../example.ts';

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
}

test('the hash ignores the order of fields, comments and where files lie, but no value and no byte of a file', async () => {
  const { contentHash: hash, document } = await load(example);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect((await load(JSON.stringify(turned(document)))).contentHash).toBe(hash);
  expect((await load(`# a comment\n${example}`)).contentHash).toBe(hash);
  const moved = { ...files, 'elsewhere/other.csv': files['load.csv']! };
  expect((await load(changed(['load.csv', 'elsewhere/other.csv']), moved)).contentHash).toBe(hash);
  expect((await load(changed(['over: everyYear }', '}']))).contentHash).toBe(hash);
  const { name, ...nameless } = document;
  const reworded = { ...nameless, name: `${name}, corrected`, description: 'What readers are told.' };
  expect((await load(JSON.stringify(reworded))).contentHash).toBe(hash);

  expect((await load(changed(['pue: 1.25', 'pue: 1.26']))).contentHash).not.toBe(hash);
  const otherCosts = changed(['discountRate: 0.07', 'discountRate: 0.07\ncostSet: market-2025']);
  expect((await load(otherCosts)).contentHash).not.toBe(hash);
  const otherBytes = { ...files, '2005.csv': { ...files['2005.csv']!, sha256: 'another' } };
  expect((await load(example, otherBytes)).contentHash).not.toBe(hash);
});

test('the hash of a result from before names were left out stays what it is, and no other is believed', () => {
  const document = { name: 'Campus', description: 'Old.', discountRate: 0.07 } as never;
  const before = createHash('sha256')
    .update(canonicalJson({ document, filled: [] }))
    .digest('hex');
  const now = contentHash(document, new Map(), []);
  expect(contentHash(document, new Map(), [], before)).toBe(before);
  expect(contentHash(document, new Map(), [], 'another')).toBe(now);
  expect(now).not.toBe(before);
});

test('canonical JSON is the same for equal values and differs for others', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(canonicalJson(turned(a))).toBe(canonicalJson(a));
      const areEqual = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
      expect(canonicalJson(a) === canonicalJson(b)).toBe(areEqual);
    }),
  );
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return ['list', ...value.map(sorted)];
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort();
  return ['fields', ...keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])])];
}

test('every field misspelled by one letter is refused, and the right name proposed', async () => {
  const { document } = await load(example);
  const fields = Object.keys(scenarioJsonSchema().properties ?? {}).filter((field) => field in document);
  let counted = 0;
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.nat(), fc.constantFrom('x', 'e', '_'), (field, seed, letter) => {
      const at = seed % (field.length + 1);
      const wrong = field.slice(0, at) + letter + field.slice(at);
      const { [field as keyof typeof document]: value, ...rest } = document;
      const issues = issuesOfValue({ ...rest, [wrong]: value });
      const unknown = issues.find(({ where }) => where === wrong);
      expect(unknown).toMatchObject({ code: 'scenario.unknown-field', expected: `Did you mean ${field}?` });
      counted++;
    }),
  );
  expect(counted).toBeGreaterThan(50);
});

function issuesOfValue(value: unknown): readonly { where: string }[] {
  try {
    checkScenarioDocument(value, { file: 'example' });
  } catch (error) {
    return (error as { issues: { where: string }[] }).issues;
  }
  return [];
}

test('a document with noise in one line is refused or read, never crashed on', async () => {
  const lines = example.trimEnd().split('\n');
  let refused = 0;
  const chance = draws(30, 13);
  await fc.assert(
    fc.asyncProperty(fc.nat(lines.length - 1), fc.string({ unit: 'binary', maxLength: 12 }), async (at, noise) => {
      const text = lines.map((line, index) => (index === at ? `${line.slice(0, 4)}${noise}` : line)).join('\n');
      if ((await issuesOf(text)).length > 0) refused++;
    }),
    chance,
  );
  expect(refused).toBeGreaterThan(chance.numRuns / 2);
});
