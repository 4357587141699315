/** A server that is away: while a run is followed, and while something is asked for. */

import type { Page } from 'playwright-core';
import type { Client } from '../api/client.ts';

const PATIENCE = { timeout: 60_000 };

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

export async function askWhileAway(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/?lang=en#/`);
  await page.locator('main h1').waitFor(PATIENCE);
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Runs' }).press('Enter');
  await page.getByText('The server does not answer.').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await page.getByText(/runs/).first().waitFor();
  await page.locator('table').waitFor(PATIENCE);
}
