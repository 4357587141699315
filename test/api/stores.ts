/** The two stores: one embedded, one a database of a PostgreSQL server. */

import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onServer, startPostgres } from './postgres.ts';
import { type PreparedStores, preparedStores } from './prepared-stores.ts';

export const storeKinds = ['embedded', 'PostgreSQL'] as const;
export type StoreKind = (typeof storeKinds)[number];

/**
 * Where a test is run once because nothing in it is of a store's own: both have one dialect and the same statements. Of
 * the two it starts sooner. What differs (connections, notices, transactions, locks, what a start finds) is tested on both.
 */
export const onceOn = 'PostgreSQL' satisfies StoreKind;

export interface StorePlace extends AsyncDisposable {
  readonly dataDirectory: string;
  readonly databaseUrl?: string;
}

/** With a server that is nobody else's: it goes away, and comes back at the same address with all it had. */
export interface ServerPlace extends StorePlace {
  readonly databaseUrl: string;
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
}

/** @param state `prepared`: the tables are there, to start at once; `empty`: on the disk, as its users meet it the first time */
export async function openStorePlace(kind: StoreKind, state: 'prepared' | 'empty' = 'prepared'): Promise<StorePlace> {
  const prepared = preparedStores();
  if (kind === 'PostgreSQL' && prepared === undefined) return openServerPlace();
  const { dataDirectory, remove } = await newDirectory(state === 'prepared' ? prepared?.directory : undefined);
  if (kind === 'PostgreSQL') {
    const database = await openDatabase(prepared!, state);
    return {
      dataDirectory,
      databaseUrl: database.url,
      [Symbol.asyncDispose]: async () => {
        await database.drop();
        await remove();
      },
    };
  }
  // The lock lies beside the rows and stays where it is.
  if (prepared !== undefined && state === 'prepared')
    cpSync(prepared.rows, join(dataDirectory, 'rows'), { recursive: true });
  return { dataDirectory, [Symbol.asyncDispose]: remove };
}

export async function openServerPlace(): Promise<ServerPlace> {
  const { dataDirectory, remove } = await newDirectory();
  await chmod(dataDirectory, 0o755);
  const server = await startPostgres(join(dataDirectory, 'postgres'));
  await server.createDatabase('hourmatch');
  return {
    dataDirectory,
    databaseUrl: server.urlOf('hourmatch'),
    stopDatabase: server.stop,
    startDatabase: server.start,
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await remove();
    },
  };
}

async function openDatabase({ serverUrl, template }: PreparedStores, state: 'prepared' | 'empty') {
  const name = `of_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `create database ${name}${state === 'empty' ? '' : ` template ${template}`}`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return { url: url.href, drop: () => onServer(serverUrl, `drop database ${name} with (force)`) };
}

async function newDirectory(parent = tmpdir()) {
  const dataDirectory = await mkdtemp(join(parent, 'hourmatch-api-'));
  return { dataDirectory, remove: () => rm(dataDirectory, { recursive: true, force: true }) };
}
