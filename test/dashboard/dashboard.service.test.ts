import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, startClient } from '../api/client.ts';
import { onceOn, openStorePlace, type StorePlace } from '../api/stores.ts';
import { faultsOfAccess, openBrowser, visit } from './browser.ts';

let place: StorePlace;
let client: Client;
let browser: Browser;

beforeAll(async () => {
  [place, browser] = await Promise.all([openStorePlace(onceOn), openBrowser()]);
  client = await startClient(place);
});
afterAll(async () => {
  await browser.close();
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

test('whoever opens an empty server has a shipped campus planned and proven after one click', async () => {
  await using visited = await visit(browser, client.url);
  const { page, complaints } = visited;
  await page.getByRole('button', { name: 'Plan it: Coast and desert' }).click();
  await page.getByText('hour by hour').first().waitFor({ timeout: 120_000 });
  expect(await page.locator('.verdict').innerText()).toMatch(/90\.00\s?%.*EUR\/MWh.*proven to \de-/s);
  expect(await faultsOfAccess(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
