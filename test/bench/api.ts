/** The service under work: reads beside solves, memory of a long queue, and what a second worker brings. */

import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { RunDocument } from '../../api/schemas/run.ts';
import type { Client } from '../api/client.ts';
import { openStorePlace } from '../api/stores.ts';
import { easy, hard, startProcess, startServing, submitMany } from './api-process.ts';
import type { Measurement } from './main.ts';

const SOLVES = 4;
const READ_SECONDS = 8;
/** Runs for as long as reads are measured; those that are left are cancelled. */
const MORE_THAN_ENOUGH = 256;
const QUEUED = 200;
const BATCH = 16;
const RESTS = 7;

export async function* benchApi(): AsyncGenerator<Measurement> {
  yield* readsBesideSolves();
  yield* memoryOfQueue();
  yield* secondWorker();
}

/** 99th percentile in milliseconds, of requests that come at their own pace whether the last was answered or not. */
async function p99(url: string, perSecond: number): Promise<number> {
  const result = await autocannon({ url, connections: 4, duration: READ_SECONDS, overallRate: perSecond });
  if (result.non2xx + result.errors > 0) throw new Error(`${url}: ${result.non2xx + result.errors} were not answered`);
  return result.latency.p99;
}

async function* readsBesideSolves(): AsyncGenerator<Measurement> {
  await using place = await openStorePlace('embedded');
  await using server = await startServing(place, SOLVES);
  const { client } = server;
  const [first] = await submitMany(client, await easy(), 1);
  const { links } = await client.ended(first!.id);
  const read = async () => {
    const run = await p99(`${client.url}${links.self}`, 100);
    return { run, schedule: await p99(`${client.url}${links.schedule}`, 5) };
  };
  // Once for the compiler.
  await read();
  const idle = await read();
  // More than are solved at once: when one ends, the next begins.
  const waiting = await submitMany(client, await hard(), MORE_THAN_ENOUGH, 1);
  await fourAreSolved(client);
  const busy = await read();
  await fourAreSolved(client, 0);
  for (const { links: its } of waiting) await client.send('DELETE', its.self);
  yield { name: 'run, p99, idle', value: idle.run, unit: 'ms' };
  yield { name: 'run, p99, four solves', value: busy.run, unit: 'ms', limit: 50 };
  yield { name: 'run, four solves ÷ idle', value: busy.run / Math.max(1, idle.run), unit: 'ratio' };
  yield { name: "year's schedule, p99, idle", value: idle.schedule, unit: 'ms' };
  yield { name: "year's schedule, p99, four solves", value: busy.schedule, unit: 'ms', limit: 250 };
  yield { name: "year's schedule, four solves ÷ idle", value: busy.schedule / idle.schedule, unit: 'ratio' };
}

/** @throws where fewer than four are under work after so many milliseconds */
async function fourAreSolved(client: Client, patience = 20_000): Promise<void> {
  for (const until = Date.now() + patience; ; await pause(50)) {
    const { items } = (await (await client.get('/v1/runs?status=running')).json()) as { items: RunDocument[] };
    if (items.length >= SOLVES) return;
    if (Date.now() >= until) throw new Error(`Only ${items.length} solves are under way.`);
  }
}

/** Rows of a run, its ticket and its event are a few kilobytes; its hours in memory would be 200. */
async function* memoryOfQueue(): AsyncGenerator<Measurement> {
  await using place = await openStorePlace('embedded');
  const campus = await easy();
  const oneRestMB = async () => {
    await using server = await startServing(place, 0);
    await pause(3_000);
    return server.residentMB();
  };
  /** What a start happens to hold for the collector comes and goes by 150 MB (482–633 seen): the least of several. */
  const restMB = async () => {
    const starts = [];
    while (starts.length < RESTS) starts.push(await oneRestMB());
    return Math.min(...starts);
  };
  {
    await using server = await startServing(place, 0);
    await submitMany(server.client, campus, 1);
  }
  const before = await restMB();
  let grown: number;
  {
    await using server = await startServing(place, 0);
    // The first as many are for the compiler and for what the collector leaves for later.
    await submitMany(server.client, campus, QUEUED, 1);
    const warm = await server.residentMB();
    await submitMany(server.client, campus, QUEUED, 1 + QUEUED);
    grown = (await server.residentMB()) - warm;
  }
  const after = await restMB();
  yield { name: `server at rest, 1 run waits`, value: before, unit: 'MB' };
  yield { name: `server at rest, ${2 * QUEUED} more wait`, value: after, unit: 'MB' };
  yield { name: 'what they cost a server that starts', value: after - before, unit: 'MB', limit: 10 };
  yield { name: `growth while ${QUEUED} are accepted after ${QUEUED}`, value: grown, unit: 'MB', limit: 40 };
}

async function* secondWorker(): AsyncGenerator<Measurement> {
  await using place = await openStorePlace('PostgreSQL');
  await using server = await startServing(place, 0);
  const campus = await easy();
  const secondsOf = async (first: number) => {
    const runs = await submitMany(server.client, campus, BATCH, first);
    const ended = [];
    for (const { id } of runs) ended.push(await server.client.ended(id));
    const began = Math.min(...ended.map(({ startedAt }) => Date.parse(startedAt!)));
    return (Math.max(...ended.map(({ finishedAt }) => Date.parse(finishedAt!))) - began) / 1000;
  };
  const worker = () => startProcess(['worker', '--runs', '1'], place);
  await using _first = await worker();
  const alone = await secondsOf(0);
  await using _second = await worker();
  const together = await secondsOf(BATCH);
  yield { name: `${BATCH} runs, one worker`, value: alone, unit: 's' };
  yield { name: `${BATCH} runs, two workers`, value: together, unit: 's' };
  yield { name: 'two workers ÷ one', value: together / alone, unit: 'ratio', limit: 0.6 };
}
