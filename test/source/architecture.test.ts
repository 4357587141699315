import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { circleIn, type Import, importsOf, roomOf } from '../fixtures/imports.ts';
import { repository, sourcesBelow } from '../fixtures/repository.ts';
import { nodesIn, syntaxOf } from '../fixtures/source.ts';

/** Room → what it may import beside itself; `(types)` allows types only, and a file's name that file only. */
const mayImport = new Map<string, readonly string[]>();
/** Commands that start the service. */
const reachesService: string[] = [];
for (const { room, rule } of importTableOf(readFileSync(join(repository, 'README.md'), 'utf8'))) {
  const [rooms = '', starters = ''] = rule.split('; but api too:');
  mayImport.set(room, namesIn(rooms));
  reachesService.push(...namesIn(starters));
}

/** The rows of the README's table about folders of sources. */
function importTableOf(readme: string): { room: string; rule: string }[] {
  const [, table = ''] = /\| folder \| what it is \| may import \|\n((?:\|.*\n)+)/.exec(readme) ?? [];
  return [...table.matchAll(/^\| `(src|api)([^`]*)` \|.*\|([^|]*)\|$/gm)].map(([, top, below = '', rule = '']) => ({
    room: roomOf(`${top}${below.split(' ')[0]}${below.includes('.ts') ? '' : '/any.ts'}`),
    rule,
  }));
}

function namesIn(list: string): string[] {
  return list.split(',').flatMap((name) => name.trim() || []);
}

/** Rooms that know neither files nor packages: everything they need is handed to them. */
const pure = ['base', 'lp', 'schedule', 'model', 'verify', 'metrics'];

const listed = importsOf('src/index.ts');

/** Whoever may see the public surface takes what it lists from where it lists it from, so that nobody loads the rest. */
const isPublic = ({ to, names }: Import) => {
  const ofSource = listed.filter((one) => one.to === to);
  return names?.every((name) => ofSource.some((one) => one.names?.includes(name) ?? true)) ?? false;
};

function breachOf(one: Import): string | undefined {
  const { from, to, isOurs, isTypeOnly } = one;
  const room = roomOf(from);
  if (room === 'index') return undefined;
  if (!isOurs) return pure.includes(room) ? `${from} imports ${to}: ${room} knows nothing of the world` : undefined;
  const other = roomOf(to);
  if (room === other && room !== 'base') return undefined;
  if (other === 'api' && reachesService.includes(from)) return undefined;
  const allowed = mayImport.get(room);
  if (allowed === undefined) return `${from}: nobody has said what ${room} may import`;
  if (allowed.includes('index') && isPublic(one)) return undefined;
  const names = [other, to].flatMap((name) => (isTypeOnly ? [name, `${name} (types)`] : [name]));
  return names.some((name) => allowed.includes(name))
    ? undefined
    : `${from} imports ${to}${isTypeOnly ? ' (types)' : ''}`;
}

const sources = [...sourcesBelow('src'), ...sourcesBelow('api')];
const imports = sources.flatMap((path) => importsOf(path));
const ours = imports.filter(({ isOurs }) => isOurs);

test('every room imports only what it may', () => {
  expect(sources.length).toBeGreaterThan(150);
  expect(ours.length).toBeGreaterThan(400);
  expect(imports.flatMap((one) => breachOf(one) ?? [])).toEqual([]);
});

test('the import table has a row for every room, and a room for every row', () => {
  expect([...mayImport.keys()].sort()).toEqual([...new Set(sources.map(roomOf))].sort());
  const known = [...mayImport.keys(), ...sources];
  const named = [...mayImport].flatMap(([room, names]) => (room === 'index' ? [] : names));
  expect([...named, ...reachesService].filter((name) => !known.includes(name.replace(' (types)', '')))).toEqual([]);
});

test('each kind of breach of the import table is found', () => {
  const breaches = (path: string, text: string) => importsOf(path, text).flatMap((one) => breachOf(one) ?? []);
  expect(breaches('src/lp/a.ts', `import type { Scenario } from '../scenario/scenario.ts';`)).toHaveLength(1);
  expect(breaches('src/model/a.ts', `export { highs } from '../solvers/highs.ts';`)).toHaveLength(1);
  expect(breaches('src/verify/a.ts', `const x = await import('../lp/linear-program.ts');`)).toHaveLength(1);
  expect(breaches('src/verify/a.ts', `let x: import('../model/hourly.ts').Hours;`)).toHaveLength(1);
  expect(breaches('src/report/a.ts', `import { laws } from '../verify/laws.ts';`)).toHaveLength(1);
  expect(breaches('src/report/a.ts', `import { type Law } from '../verify/laws.ts';`)).toHaveLength(0);
  expect(breaches('src/report/a.ts', `import type { A } from '../results/file-names.ts';`)).toHaveLength(1);
  const public_ = `import { plan } from '../studies/plan.ts'; const { plan: own } = await import('../studies/plan.ts');`;
  expect(
    breaches('src/cli/a.ts', `${public_} import { plan } from '../index.ts'; import { b } from './b.ts';`),
  ).toEqual([]);
  const hidden = `import { plan, planned } from '../studies/plan.ts'; import * as all from '../studies/plan.ts';`;
  expect(breaches('src/cli/a.ts', `${hidden} (await import('../studies/plan.ts')).planned();`)).toHaveLength(3);
  expect(breaches('src/cli/plan.ts', `import { app } from '../../api/app.ts';`)).toHaveLength(1);
  expect(breaches('src/cli/commands/serve.ts', `import { app } from '../../../api/app.ts';`)).toHaveLength(0);
  expect(breaches('api/app.ts', `import { plan } from '../src/studies/plan.ts';`)).toHaveLength(0);
  expect(breaches('api/app.ts', `import { chooseSolver } from '../src/solvers/choose.ts';`)).toHaveLength(1);
  expect(breaches('api/dashboard/a.tsx', `import { plan } from '../../src/index.ts';`)).toHaveLength(1);
  expect(breaches('api/dashboard/a.tsx', `import type { A } from '../schemas/run.ts';`)).toHaveLength(0);
  expect(breaches('src/model/a.ts', `import { readFile } from 'node:fs/promises';`)).toHaveLength(1);
  expect(breaches('src/units.ts', `import { hoursOfYear } from './time.ts';`)).toHaveLength(1);
  expect(breaches('src/attic/a.ts', `import { tolerance } from '../units.ts';`)).toHaveLength(1);
});

test('no files import in a circle, and no rooms run in one', () => {
  expect(circleIn(ours)).toBeUndefined();
  const running = ours.filter(({ isTypeOnly }) => !isTypeOnly);
  const rooms = running.map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) }));
  expect(circleIn(rooms.filter(({ from, to }) => from !== to))).toBeUndefined();
});

test('the rooms of the interior-point method import what stands before them alone', () => {
  const order = ['parameters.ts', 'linalg', 'form', 'iterate', 'threads', 'method'];
  const placeOf = (path: string) => order.indexOf(/^src\/solvers\/interior-point\/([^/]+)/.exec(path)?.[1] ?? '');
  const within = ours.filter(({ from, to }) => placeOf(from) >= 0 && to.startsWith('src/solvers/interior-point/'));
  expect(within.length).toBeGreaterThan(60);
  expect(within.filter(({ from, to }) => !(placeOf(to) >= 0 && placeOf(to) <= placeOf(from)))).toEqual([]);
});

test('a circle is found wherever it hangs', () => {
  const arrows = ['ab', 'ac', 'cd', 'be', 'de', 'ef'].map(([from, to]) => ({ from: from!, to: to! }));
  expect(circleIn(arrows)).toBeUndefined();
  expect(circleIn([...arrows, { from: 'f', to: 'd' }])).toEqual(['e', 'f', 'd', 'e']);
});

const everything = [...sources, ...sourcesBelow('test')];
const linesOf = (path: string) => readFileSync(join(repository, path), 'utf8').split('\n').length - 1;

test('no file is longer than 250 lines', () => {
  const written = ['src', 'api', 'test'].flatMap((folder) => sourcesBelow(folder, /\.(tsx?|js|mjs|css|html)$/));
  expect(written.length).toBeGreaterThan(500);
  expect(written.filter((path) => linesOf(path) > 250)).toEqual([]);
});

/** Four folders, and what a tool forces to live beside them. */
const atTheTop = [
  ...['api', 'data', 'src', 'test'],
  ...['.ci', '.git', '.gitignore', '.npmrc', 'CHANGELOG.md', 'LICENSE', 'README.md'],
  ...['biome.json', 'knip.json', 'package-lock.json', 'package.json', 'tsconfig.build.json', 'tsconfig.json'],
  // Made by running: never in the repository.
  ...['.hourmatch', 'coverage', 'dist', 'node_modules', 'out'],
];

test('the top of the repository holds four folders and what tools ask for', () => {
  expect(readdirSync(repository).filter((name) => !atTheTop.includes(name))).toEqual([]);
});

const dump = /(^|[-./])(utils?|helpers?|commons?|misc|shared)([-./]|$)/;

test('no file or folder is named after nothing', () => {
  expect(everything.filter((path) => dump.test(path))).toEqual([]);
  expect(['src/utils/a.ts', 'src/date-helper.ts', 'test/common.ts'].filter((path) => dump.test(path))).toHaveLength(3);
  expect(['src/utilisation.ts', 'src/scenario/uncommon.ts'].filter((path) => dump.test(path))).toEqual([]);
});

const anyIn = (file: ts.SourceFile) => nodesIn(file).filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword).length;

test('nothing is typed any', () => {
  expect(everything.filter((path) => anyIn(syntaxOf(path)) > 0)).toEqual([]);
  expect(anyIn(syntaxOf('planted.ts', 'const any = 1; let x: Record<string, any>;'))).toBe(1);
});
