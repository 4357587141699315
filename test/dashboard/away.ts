/** A server that is away, or late: while a run is followed, while something is asked for, and once it is asked for no more. */

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RunDocument } from '../../api/schemas/run.ts';
import type { Client } from '../api/client.ts';

const PATIENCE = { timeout: 60_000 };

const read = async <T>(client: Client, path: string) => (await (await client.get(path)).json()) as T;

/** From the form of a scenario on. @param start a server of the same store at this port */
export async function followThroughRestart(
  page: Page,
  client: Client,
  start: (port: number) => Promise<void>,
): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).press('Enter');
  await page.getByText('Time so far').waitFor(PATIENCE);
  await client[Symbol.asyncDispose]();
  const isAway = page.getByText('The server does not answer.');
  await isAway.waitFor();
  await start(Number(new URL(client.url).port));
  await isAway.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await page.getByText('The run was cancelled').waitFor(PATIENCE);
}

/** Asks where nobody answers, where the answer comes too late, and again where there was none. */
export async function askInVain(page: Page, client: Client): Promise<void> {
  await askWhileAway(page, client);
  await leaveBeforeTheAnswer(page, client);
  await askAgain(page, client);
}

async function askWhileAway(page: Page, client: Client): Promise<void> {
  await page.goto(`${client.url}/?lang=en#/`);
  await page.locator('main h1').waitFor(PATIENCE);
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Runs' }).press('Enter');
  await page.getByText('The server does not answer.').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await page.getByText(/runs/).first().waitFor();
  await page.locator('table').waitFor(PATIENCE);
}

/** Whoever goes to another run while the answer of the first is on its way sees the other, and goes on seeing it. */
async function leaveBeforeTheAnswer(page: Page, client: Client): Promise<void> {
  const { url } = client;
  const { items } = await read<{ items: RunDocument[] }>(client, '/v1/runs?status=succeeded');
  const [first, other] = items.flatMap(({ id, figures }) => (figures === undefined ? [] : [id]));
  const late = Promise.withResolvers<void>();
  const path = `**/v1/runs/${first}/result`;
  await page.route(path, async (route) => {
    await late.promise;
    await route.continue().catch(() => undefined);
  });
  const asked = page.waitForRequest(path);
  await page.goto(`${url}/?lang=en#/runs/${first}`);
  await asked;
  await page.evaluate(`location.hash = '#/runs/${other}'`);
  await page.locator('.verdict').waitFor(PATIENCE);
  const [name, verdict] = await Promise.all(
    ['main h1', '.verdict'].map((one) => page.locator(one).first().innerText()),
  );
  late.resolve();
  await page.waitForTimeout(500);
  expect(await page.locator('main h1').innerText()).toBe(name);
  expect(await page.locator('.verdict').innerText()).toBe(verdict);
  await page.unroute(path);
}

/** What was cancelled is asked again as it was. */
async function askAgain(page: Page, client: Client): Promise<void> {
  const [before] = (await read<{ items: RunDocument[] }>(client, '/v1/runs?status=cancelled&limit=1')).items;
  await page.goto(`${client.url}/?lang=en#/runs/${before!.id}`);
  await page.getByRole('button', { name: 'Run again' }).press('Enter');
  await page.getByRole('button', { name: 'Cancel' }).press('Enter', PATIENCE);
  await page.getByText('The run was cancelled').waitFor(PATIENCE);
  const id = page.url().split('/').at(-1);
  expect(id).not.toBe(before!.id);
  const after = await read<RunDocument>(client, `/v1/runs/${id}`);
  for (const key of ['study', 'options', 'priority', 'scenario'] as const) expect(after[key]).toEqual(before![key]);
}
