import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { RunDocument } from '../../api/schemas/run.ts';
import { tinyCampus } from './campus.ts';
import { type Client, clientAt } from './client.ts';
import { type Ledger, newLedger, sendDue } from './killing.ts';
import { openStorePlace, type StorePlace, storeKinds } from './stores.ts';
import type { Order } from './victim.ts';
import { chance, openVictims, type Victim } from './victims.ts';

const ROUNDS = 20;
const SEED = 20260101;
/** One in four dies while it starts, the others so long after the round's run was accepted. */
const LONGEST_LIFE_MILLISECONDS = 1_500;
const LONGEST_START_MILLISECONDS = 1_000;

const rolesOn = { embedded: ['server'], PostgreSQL: ['server', 'worker', 'worker'] } as const;

describe.for(storeKinds)('on %s', (kind) => {
  test('kill -9 at twenty random moments loses and tears nothing, and every run ends exactly once', async () => {
    const random = chance(SEED);
    const campus = await tinyCampus();
    const ledger = newLedger();
    await using place = await openStorePlace(kind);
    await using victims = openVictims();
    const roles = rolesOn[kind];
    const orders = roles.map((role): Order => {
      const { dataDirectory, databaseUrl } = place;
      const concurrency = roles.length === 1 ? 2 : role === 'server' ? 0 : 1;
      return { role, place: { dataDirectory, ...(databaseUrl && { databaseUrl }) }, concurrency };
    });
    const living: Victim[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const [slot, order] of orders.entries()) living[slot] ??= victims.start(order);
      const [server] = living;
      const isEarly = random() < 0.25 && round > 0;
      const life = random() * (isEarly ? LONGEST_START_MILLISECONDS : LONGEST_LIFE_MILLISECONDS);
      const accepted = Promise.withResolvers<void>();
      const sending = server!.started
        .then((url) => sendDue(url, campus, round, ledger, accepted.resolve))
        .catch(() => undefined);
      if (!isEarly) await Promise.race([accepted.promise, sending]);
      await pause(life);
      // At least one; which ones is chance.
      const first = Math.floor(random() * living.length);
      const doomed = living.map((_, slot) => slot === first || random() < 0.4);
      await Promise.all(living.map((victim, slot) => (doomed[slot] ? victim.kill() : undefined)));
      await (doomed[0] ? sending : undefined);
      for (const slot of living.keys()) if (doomed[slot]) delete living[slot];
    }
    for (const [slot, order] of orders.entries()) living[slot] ??= victims.start(order);
    const url = await living[0]!.started;
    await sendDue(url, campus, ROUNDS - 1, ledger);
    await expectWhole(
      clientAt(url, async () => undefined),
      ledger,
      place,
    );
  }, 600_000);
});

async function expectWhole(client: Client, ledger: Ledger, place: StorePlace): Promise<void> {
  const runs: RunDocument[] = [];
  for (const { id } of ledger.accepted.values()) runs.push(await client.ended(id));
  expect(runs).toHaveLength(ROUNDS);
  // Sent again and again under its key, each became one run.
  const { items: all } = (await (await client.get('/v1/runs?limit=200')).json()) as { items: RunDocument[] };
  expect(all.map(({ id }) => id).toSorted()).toEqual(runs.map(({ id }) => id).toSorted());
  for (const run of runs) await expectEnded(client, run, ledger.cancelled);
  expect(runs.filter(({ answer }) => answer === 'optimal').length).toBeGreaterThan(0);

  for (const [name, id] of ledger.profiles) {
    expect(await (await client.get(`/v1/profiles/${name}`)).json()).toMatchObject({ id, name });
    const bytes = await readFile(join(place.dataDirectory, 'objects', 'profiles', id));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(id);
  }
  for (const [id, document] of ledger.scenarios) {
    expect(await (await client.get(`/v1/scenarios/${id}`)).json()).toMatchObject({ document });
  }
  if (place.databaseUrl !== undefined) return;
  // Alone on the store the last start found whatever the dead had left.
  const results = await readdir(join(place.dataDirectory, 'objects', 'results'));
  expect(results.length).toBe(runs.filter(({ status, reused }) => status === 'succeeded' && !reused).length);
  expect(await readdir(join(place.dataDirectory, 'objects', 'drafts'))).toEqual([]);
}

async function expectEnded(client: Client, run: RunDocument, cancelled: ReadonlySet<string>): Promise<void> {
  const { items } = (await (await client.get(run.links.events)).json()) as { items: { id: number; event: string }[] };
  expect(items.filter(({ event }) => event === 'done')).toHaveLength(1);
  expect(items.map(({ id }) => id)).toEqual(items.map((_, at) => at + 1));
  if (cancelled.has(run.id)) expect(run.status).toBe('cancelled');
  if (run.status === 'cancelled') return;
  if (run.status === 'failed') {
    // What dies under a run again and again is not the run's fault, but it ends.
    expect(run.failure).toMatchObject({ code: 'run.worker-lost' });
    return;
  }
  const result = await (await client.get(run.links.result!)).json();
  expect(result).toMatchObject({ status: run.answer, scenario: run.scenario });
  if (run.answer !== 'optimal') return;
  expect(result).toMatchObject({ certificate: { verified: true } });
  const { hour } = (await (await client.get(run.links.schedule!)).json()) as { hour: string[] };
  expect(hour).toHaveLength(8760);
}
