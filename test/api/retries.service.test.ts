import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEAD_TICKETS, TICKETS } from '../../api/jobs/queue.ts';
import type { RunDocument } from '../../api/schemas/run.ts';
import { forgetProgress } from '../../api/store/forgetting.ts';
import { addRunEvent, eventsAfter } from '../../api/store/run-events.ts';
import { type Campus, tinyCampus } from './campus.ts';
import { submit } from './client.ts';
import { fault, type Opened, startOpened } from './faulty.ts';
import { onceOn, openStorePlace, type StorePlace, storeKinds } from './stores.ts';

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let opened: Opened;
  let campus: Campus;
  let tried: RunDocument;

  beforeAll(async () => {
    campus = await tinyCampus();
    place = await openStorePlace(kind);
    opened = await startOpened(place);
  });
  afterAll(async () => {
    await opened[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });

  const eventsOf = async ({ id }: RunDocument) => eventsAfter(opened.service.database.rows, id, 0, 500);

  test('what may pass is tried again, each time later, until it has passed', async () => {
    const moments: number[] = [];
    opened.faults.publish = async (prefix, draft) => {
      moments.push(Date.now());
      if (moments.length < 3) throw fault('EIO');
      await opened.objects.publish(prefix, draft);
    };
    tried = await submit(opened.client, campus, { options: { timeLimitSeconds: 1e-6 } });
    expect(await opened.client.ended(tried.id)).toMatchObject({ status: 'succeeded' });
    expect(moments).toHaveLength(3);
    const logs = (await eventsOf(tried)).filter(({ kind: event }) => event === 'log');
    expect(logs.map(({ data }) => data.message)).toEqual(
      Array.from({ length: 2 }, () => 'Will be tried again. EIO: made by a test'),
    );
    // After one second at least, then after two: without backoff it would be one again.
    expect(moments[1]! - moments[0]!).toBeGreaterThan(900);
    expect(moments[2]! - moments[1]!).toBeGreaterThan(1_900);
  });

  test('a ticket whose workers stop answering is given up, and its run fails with that reason', async () => {
    const { service } = opened;
    const { boss } = service.queue;
    const { rows } = service.database;
    await boss.updateQueue(TICKETS, { retryLimit: 0 });
    const solving = Promise.withResolvers<void>();
    const end = Promise.withResolvers<never>();
    opened.faults.publish = () => {
      solving.resolve();
      return end.promise;
    };
    const run = await submit(opened.client, campus, { options: { timeLimitSeconds: 3e-6 } });
    await solving.promise;
    // As it is after ten seconds without a sign of life, and again should one come.
    const supervise = async () => {
      await sql`update pgboss.job set heartbeat_on = now() - interval '1 minute' where state = 'active'`.execute(rows);
      // The queue looks every five seconds by itself.
      await sql`update pgboss.queue set monitor_claim_on = null, monitor_on = null`.execute(rows);
      await boss.supervise(TICKETS);
      // Dead letters are looked for twice a minute, or when one is sent: this one is of no ticket.
      await boss.send(DEAD_TICKETS, {});
    };
    const began = Date.now();
    const endOf = opened.client.ended(run.id);
    let ended: RunDocument | undefined;
    endOf.then((document) => {
      ended = document;
    });
    while (ended === undefined && Date.now() - began < 40_000) {
      await supervise();
      await pause(200);
    }
    end.reject(fault('EIO'));
    expect(await endOf).toMatchObject({ status: 'failed', failure: { code: 'run.worker-lost' } });
    expect((await eventsOf(run)).at(-1)).toMatchObject({ kind: 'done', data: { code: 'run.worker-lost' } });
  });

  test('a day after its end the progress of a run is forgotten, and what was logged is not', async () => {
    const { rows } = opened.service.database;
    await addRunEvent(rows, tried.id, { kind: 'progress', data: { progress: 0.5 } });
    const kindsOf = async () => (await eventsOf(tried)).map(({ kind: event }) => event);
    await forgetProgress(rows);
    expect(await kindsOf()).toContain('progress');
    await sql`update runs set finished_at = now() - interval '25 hours' where id = ${tried.id}`.execute(rows);
    await forgetProgress(rows);
    expect(await kindsOf()).toEqual(['log', 'log', 'done']);
  });

  if (kind !== onceOn) return;

  test('what never passes fails with its last reason once the queue gives up', async () => {
    const { boss } = opened.service.queue;
    await boss.updateQueue(TICKETS, { retryLimit: 1, retryDelay: 1, retryBackoff: false });
    let count = 0;
    opened.faults.publish = async () => {
      count += 1;
      throw fault('EIO');
    };
    const run = await submit(opened.client, campus, { options: { timeLimitSeconds: 2e-6 } });
    expect(await opened.client.ended(run.id)).toMatchObject({
      status: 'failed',
      failure: { code: 'run.interrupted', message: 'EIO: made by a test' },
    });
    expect(count).toBe(2);
    expect((await eventsOf(run)).filter(({ kind: event }) => event === 'done')).toHaveLength(1);
  });
});
