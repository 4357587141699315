/** What server and workers stand on: database, objects, queue; opened in order and closed in the other. */

import { openQueue, type Queue } from './jobs/queue.ts';
import type { Database } from './store/database.ts';
import { openEmbeddedDatabase } from './store/embedded-database.ts';
import { migrateForward } from './store/migrate.ts';
import type { ObjectPlace, ObjectStore } from './store/objects.ts';
import { objectPlaceOf, openObjects } from './store/open-objects.ts';
import { openServerDatabase } from './store/server-database.ts';

export interface ServicePlace {
  /** Holds the objects, and the rows where no server holds them. */
  readonly dataDirectory: string;
  /** `postgres://…`; the rows are embedded where absent. */
  readonly databaseUrl?: string | undefined;
}

export interface Service {
  readonly database: Database;
  readonly objects: ObjectStore;
  readonly objectPlace: ObjectPlace;
  readonly queue: Queue;
  close(): Promise<void>;
}

/** Takes what goes wrong with nobody waiting for an answer. */
export type ErrorLog = (error: Error, doing: string) => void;

/** @throws StoreError, or what the database or the directory refuses with */
export async function openService({ dataDirectory, databaseUrl }: ServicePlace, log: ErrorLog): Promise<Service> {
  const objectPlace = objectPlaceOf(dataDirectory);
  const objects = openObjects(objectPlace);
  await objects.check();
  const database =
    databaseUrl === undefined ? await openEmbeddedDatabase(dataDirectory) : openServerDatabase(databaseUrl);
  try {
    await migrateForward(database.rows);
    const queue = await openQueue(database, (error) => log(error, 'queue'));
    return {
      database,
      objects,
      objectPlace,
      queue,
      close: async () => {
        await queue.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
