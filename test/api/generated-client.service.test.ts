import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Validator } from '@seriousme/openapi-schema-validator';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runRequestOf } from '../../api/schemas/run.ts';
import { studies } from '../../api/schemas/studies.ts';
import { temporaryDirectory } from '../cli/hourmatch.ts';
import { repository } from '../fixtures/repository.ts';
import { type Campus, tinyCampus } from './campus.ts';
import { type Client, startClient, uploadYear } from './client.ts';
import { onceOn, openStorePlace, type StorePlace } from './stores.ts';

type Description = Record<string, unknown> & {
  readonly components: { readonly schemas: Record<string, unknown> };
};

const program = readFileSync(join(repository, 'test/samples/client-program.ts.txt'), 'utf8');
let place: StorePlace;
let client: Client;
let campus: Campus;
let description: Description;

beforeAll(async () => {
  campus = await tinyCampus();
  place = await openStorePlace(onceOn);
  client = await startClient(place, 0);
  await uploadYear(client, campus);
  description = (await (await client.get('/openapi.json')).json()) as Description;
});
afterAll(async () => {
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

const generated = async (document: object) => astToString(await openapiTS(structuredClone(document) as never));

/** What the compiler says about a program beside generated types, in its strictest mode. */
function faultsOf(types: string, text: string): string[] {
  const files = new Map([
    ['/client/api.ts', types],
    ['/client/program.ts', text],
  ]);
  const options: ts.CompilerOptions = {
    strict: true,
    skipLibCheck: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2024,
    types: ['node'],
    typeRoots: [join(repository, 'node_modules/@types')],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile, directoryExists } = host;
  host.directoryExists = (name) => name === '/client' || directoryExists!(name);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, target, ...more) => {
    const own = files.get(name);
    return own === undefined ? getSourceFile(name, target, ...more) : ts.createSourceFile(name, own, target, true);
  };
  const found = ts.getPreEmitDiagnostics(ts.createProgram(['/client/program.ts'], options, host));
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

// First: the compiler below keeps the only thread for so long that the server would send clients away.
test('the program runs against the server', async () => {
  await using folder = await temporaryDirectory();
  await writeFile(join(folder.path, 'program.ts'), program);
  const given = [join(folder.path, 'program.ts'), client.url, JSON.stringify(campus.scenario)];
  const { stdout } = await promisify(execFile)(process.execPath, given);
  expect(JSON.parse(stdout)).toEqual({
    ...{ share: 0, values: [0.05, 0.06], ended: 'ended', told: 'done', reused: 0 },
    ...{ words: 'cancelled', asks: 1 },
  });
});

test('the description is valid OpenAPI 3.1', async () => {
  const judge = async (document: object) => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document) as never);
    return { version: validator.version, valid, errors };
  };
  expect(await judge(description)).toEqual({ version: '3.1', valid: true, errors: undefined });
  expect(await judge({ ...description, info: { title: 'hourmatch' } })).toMatchObject({ valid: false });
});

test('everything is described once, under one name', () => {
  const { schemas } = description.components;
  expect(Object.keys(schemas)).toEqual(expect.arrayContaining(['Scenario', 'Run', 'Batch', 'Result', 'Problem']));
  expect(Object.keys(schemas).filter((name) => name.endsWith('Input'))).toEqual([]);
  const named = JSON.stringify(description).matchAll(/#\/components\/schemas\/([^"]+)/g);
  expect([...new Set([...named].map(([, name]) => name))].toSorted()).toEqual(Object.keys(schemas).toSorted());
});

test('whatever has a pattern says in words what it asks for', () => {
  const patterns: unknown[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { pattern, expectation, format = '' } = part as Record<string, string>;
    const isName = pattern?.startsWith('^(?![=+') === true;
    if (typeof pattern === 'string')
      patterns.push({ pattern, is: isName || ['uuid', 'date-time'].includes(format) ? 'told' : typeof expectation });
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(description);
  expect(patterns.length).toBeGreaterThan(30);
  expect(patterns.filter((one) => !['told', 'string'].includes((one as { is: string }).is))).toEqual([]);
});

test.for([
  ['/v1/runs?limit=0', 'limit', 'Expected a whole number from 1 to 200.'],
  ['/v1/runs/no-id', 'id', 'Expected an id such as 123e4567-e89b-42d3-a456-426614174000.'],
  [
    `/v1/runs/${crypto.randomUUID()}/schedule?from=2005-02-30`,
    'from',
    'Expected a day or an instant of the calendar, UTC, such as 2005-01-31 or 2005-01-31T06:00Z.',
  ],
  [
    `/v1/runs/${crypto.randomUUID()}/schedule?to=2005-01-01T24:00Z`,
    'to',
    'Expected a day or an instant of the calendar, UTC, such as 2005-01-31 or 2005-01-31T06:00Z.',
  ],
  [`/v1/runs/${crypto.randomUUID()}/events?after=x`, 'after', 'Expected the id of an event: digits, at most 9.'],
  ['/v1/profiles/a%20b', 'profile', 'Expected letters, digits, _ . and -, at most 100, the first a letter or a digit.'],
] as const)('%s is refused with what is expected of %s', async ([path, where, expected]) => {
  const answer = await client.get(path);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ issues: [{ where, expected }] });
});

test('what is asked of a study is refused where it could not be answered, all at once', async () => {
  const onRun = crypto.randomUUID();
  const refusals: [object, string[]][] = [
    [{ study: 'values', scenario: {} }, ['scenario', 'onRun']],
    [{ study: 'values', onRun, options: { method: 'auto' } }, ['options.method']],
    [{ study: 'alternatives', scenario: {}, asked: { slack: [0.05, 0.01] } }, ['asked.slack']],
    [{ study: 'operate', onRun, asked: { windowHours: 24, stepHours: 48 } }, ['asked.stepHours']],
    [{ study: 'outsample', onRun, asked: { stress: false, weatherYears: [] } }, ['asked.weatherYears']],
    [{ study: 'outsample', onRun, asked: { weatherYears: ['2005', '2005'] } }, ['asked.weatherYears']],
    [
      { study: 'sweep', scenario: {}, asked: { vary: [{ path: 'a', values: { from: 1, to: 60, step: 1 } }] } },
      ['asked.vary'],
    ],
    [
      { study: 'sweep', scenario: {}, asked: { vary: [{ path: 'a', values: ['x'] }], band: 0.1, lastPercent: true } },
      ['asked.band', 'asked.lastPercent'],
    ],
    [{ study: 'guess', scenario: {}, options: { gap: 1 } }, ['options.gap', 'study']],
  ];
  for (const [body, where] of refusals) {
    const answer = await client.send('POST', '/v1/runs', body);
    const { issues } = (await answer.json()) as { issues: { where: string }[] };
    expect(issues.map((issue) => issue.where).sort()).toEqual(where.toSorted());
  }
});

test('each study is described with an example that it would take', () => {
  const { paths } = description as unknown as { paths: Record<string, { post: { requestBody: { content: object } } }> };
  const { schema } = Object.values(paths['/v1/runs']!.post.requestBody.content)[0] as {
    schema: { oneOf: { examples?: { study: string }[] }[] };
  };
  const examples = schema.oneOf.flatMap((one) => one.examples ?? []);
  expect(examples.map(({ study }) => study)).toEqual(Object.keys(studies));
  for (const example of examples)
    expect(runRequestOf(60).safeDecode(example as never)).toMatchObject({ success: true });
});

test('a program written against the generated types fits them, and one that hopes for anything else does not', async () => {
  const types = await generated(description);
  expect(faultsOf(types, program)).toEqual([]);
  const hopes = [
    ['batch.progress', 'batch.share'],
    ["study: 'plan'", "study: 'guess'"],
    ["call('delete', '/v1/batches/{id}'", "call('delete', '/v1/batches/{id}/member'"],
    [" | 'cancelled' =", ' ='],
    ['data.reused', 'data.again'],
    ['result.cost?.objective', 'result.costs?.objective'],
  ] as const;
  const hopeful = hopes.reduce((text, [right, wrong]) => text.replace(right, wrong), program);
  const faults = faultsOf(types, hopeful).join('\n');
  for (const word of ["'share'", '"guess"', '/member"', '"cancelled"', "'again'", "'objective'"])
    expect(faults).toContain(word);
});

test('a description that loses what the program uses does not fit it any more', async () => {
  const { progress: _, ...properties } = (
    description.components.schemas.Batch as { properties: Record<string, object> }
  ).properties;
  const schemas = { ...description.components.schemas, Batch: { type: 'object', properties } };
  const types = await generated({ ...description, components: { schemas } });
  expect(faultsOf(types, program).join('\n')).toContain("'progress'");
});
