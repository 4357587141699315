/** What must hold of a store after deaths: nothing lost, nothing torn, every run ended exactly once. */

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { RunDocument } from '../../api/schemas/run.ts';
import { readResultDirectory, verifyResult } from '../../src/index.ts';
import type { Client } from './client.ts';
import type { Ledger } from './killing.ts';
import type { StorePlace } from './stores.ts';

export async function expectWhole(client: Client, ledger: Ledger, place: StorePlace): Promise<void> {
  const runs: RunDocument[] = [];
  for (const { id } of ledger.accepted.values()) runs.push(await client.ended(id));
  // Sent again and again under its key, each became one run.
  const { items: all } = (await (await client.get('/v1/runs?limit=200')).json()) as { items: RunDocument[] };
  expect(all.map(({ id }) => id).toSorted()).toEqual(runs.map(({ id }) => id).toSorted());
  for (const run of runs) await expectEnded(client, run, ledger.cancelled);
  const solved = runs.filter(({ status, reused }) => status === 'succeeded' && !reused);
  const optimal = solved.filter(({ answer }) => answer === 'optimal');
  expect(optimal.length).toBeGreaterThan(0);

  for (const [name, id] of ledger.profiles) {
    expect(await (await client.get(`/v1/profiles/${name}`)).json()).toMatchObject({ id, name });
    const bytes = await readFile(join(place.dataDirectory, 'objects', 'profiles', id));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(id);
  }
  for (const [id, document] of ledger.scenarios) {
    expect(await (await client.get(`/v1/scenarios/${id}`)).json()).toMatchObject({ document });
  }
  const results = join(place.dataDirectory, 'objects', 'results');
  const names = await readdir(results);
  const schedules: string[] = [];
  for (const name of names) if (await holdsSchedule(join(results, name))) schedules.push(name);
  if (place.databaseUrl !== undefined) {
    expect(schedules.length).toBeGreaterThanOrEqual(optimal.length);
    return;
  }
  // Alone on the store the last start found whatever the dead had left.
  expect([names.length, schedules.length]).toEqual([solved.length, optimal.length]);
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

/** Its files are read and their claims recomputed; a run that ran out of time may have no schedule. */
async function holdsSchedule(directory: string): Promise<boolean> {
  const { document: claimed, loaded, schedule, buildOut, proofs } = await readResultDirectory(directory);
  if (schedule === undefined) return false;
  const { scenario } = loaded;
  const found = verifyResult({ scenario, schedule, claimed, buildOut: buildOut!, proofs: proofs! });
  expect(found.verification.laws.filter(({ broken }) => broken > 0)).toEqual([]);
  expect(found).toMatchObject({ disagreements: [], certificate: { verified: true } });
  return true;
}
