import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { tinyCampus } from './campus.ts';
import { clientAt } from './client.ts';
import { expectWhole } from './expect-whole.ts';
import { newLedger, sendDue } from './killing.ts';
import { openStorePlace, storeKinds } from './stores.ts';
import type { Order } from './victim.ts';
import { chance, openVictims, type Victim } from './victims.ts';

/** Some time after the round's run was accepted, as soon as it is, while it starts. A server of PostgreSQL keeps what it was told whoever dies. */
const momentsOn = { embedded: ['later', 'at once', 'early'], PostgreSQL: ['later', 'early'] } as const;
const seeds = { embedded: 20260101, PostgreSQL: 20260108 };
const LONGEST_LIFE_MILLISECONDS = 1_500;
const LONGEST_START_MILLISECONDS = 1_000;

/** A server solves as well: two processes vie for the runs. */
const rolesOn = { embedded: ['server'], PostgreSQL: ['server', 'worker'] } as const;

describe.for(storeKinds)('on %s', (kind) => {
  test('kill -9 at each moment loses and tears nothing, and every run ends exactly once', async () => {
    const moments = momentsOn[kind];
    const campus = await tinyCampus();
    const ledger = newLedger(moments.length);
    const roles = rolesOn[kind];
    const random = chance(seeds[kind]);
    const rounds = moments.map((moment) => {
      const longest = { later: LONGEST_LIFE_MILLISECONDS, 'at once': 0, early: LONGEST_START_MILLISECONDS }[moment];
      const life = random() * longest;
      // At least one; which ones is chance.
      const first = Math.floor(random() * roles.length);
      return { moment, life, doomed: roles.map((_, slot) => slot === first || random() < 0.4) };
    });
    // Empty, where there are several: all processes of the first round make the tables at once.
    await using place = await openStorePlace(kind, roles.length > 1 ? 'empty' : 'prepared');
    // One for each role, and one more after each death.
    const deaths = rounds.flatMap(({ doomed }) => doomed.filter(Boolean)).length;
    await using victims = openVictims(roles.length + deaths);
    const orders = roles.map((role): Order => {
      const { dataDirectory, databaseUrl } = place;
      const concurrency = roles.length === 1 ? 2 : 1;
      return { role, place: { dataDirectory, ...(databaseUrl && { databaseUrl }) }, concurrency };
    });
    const living: Victim[] = [];
    const sendings: Promise<void>[] = [];
    for (const [round, { moment, life, doomed }] of rounds.entries()) {
      for (const [slot, order] of orders.entries()) living[slot] ??= victims.start(order);
      const server = living[0]!;
      const accepted = Promise.withResolvers<void>();
      const sending = server.started
        .then((url) => (url === undefined ? undefined : sendDue(url, campus, round, ledger, accepted.resolve)))
        .catch((error: Error) => {
          // What fetch tells of a connection is a TypeError; any answer must be a good one.
          if (!(server.isKilled && error instanceof TypeError)) throw error;
        });
      // Whose server lives on is waited for in the end.
      sendings.push(sending);
      sending.catch(() => undefined);
      if (moment !== 'early') await victims.whileNoneEnds(Promise.race([accepted.promise, sending]));
      if (life > 0) await victims.whileNoneEnds(pause(life));
      await Promise.all(living.map((victim, slot) => (doomed[slot] ? victim.kill() : undefined)));
      await (doomed[0] ? sending : undefined);
      for (const slot of living.keys()) if (doomed[slot]) delete living[slot];
    }
    for (const [slot, order] of orders.entries()) living[slot] ??= victims.start(order);
    await victims.whileNoneEnds(
      (async () => {
        const url = (await living[0]!.started)!;
        await sendDue(url, campus, moments.length - 1, ledger);
        await Promise.all(sendings);
        expect(ledger.accepted.size).toBe(moments.length);
        await expectWhole(
          clientAt(url, async () => undefined),
          ledger,
          place,
        );
      })(),
    );
  }, 600_000);
});
