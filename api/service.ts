/** What server and workers stand on: database, objects, queue; opened in order and closed in the other. */

import { openQueue, type Queue } from './jobs/queue.ts';
import type { Database } from './store/database.ts';
import { openDatabase } from './store/database-of-place.ts';
import { forgetProgress, keepForgetting } from './store/forgetting.ts';
import { migrateForward } from './store/migrate.ts';
import type { ObjectPlace, ObjectStore } from './store/objects.ts';
import { objectPlaceOf, openObjects } from './store/open-objects.ts';
import { removeOrphans } from './store/orphans.ts';
import { wordsOfRefusedWrite } from './store/refused-writes.ts';
import { StoreError } from './store/store-error.ts';

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

/** A process of the service. */
export interface Running {
  /** Takes no more requests, hands the runs under way back to the queue, closes the store. */
  close(): Promise<void>;
}

/** Takes what goes wrong with nobody waiting for an answer. */
export type ErrorLog = (error: Error, doing: string) => void;

/** Takes what is done while nobody can be answered yet, in words. */
export type Tell = (doing: string) => void;

/** @throws StoreError, or what the database or the directory refuses with */
export async function openService(place: ServicePlace, log: ErrorLog, tell: Tell = () => undefined): Promise<Service> {
  const objectPlace = objectPlaceOf(place.dataDirectory);
  const objects = openObjects(objectPlace);
  await objects.check().catch((error: Error) => {
    throw new StoreError(`${wordsOfRefusedWrite(error) ?? error.message} Name another with --data-dir.`);
  });
  const database = await openDatabase(place.dataDirectory, place.databaseUrl, tell);
  try {
    await migrateForward(database.rows, tell);
    tell('Looking for what the last process left.');
    await removeOrphans(database, objects);
    tell('Opening the queue.');
    const queue = await openQueue(database, (error) => log(error, 'queue'));
    const stopForgetting = keepForgetting(
      () => forgetProgress(database.rows),
      (error) => log(error, 'forgetting progress'),
    );
    return {
      database,
      objects,
      objectPlace,
      queue,
      close: async () => {
        stopForgetting();
        await queue.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
