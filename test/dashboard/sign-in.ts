/** Someone at a server that has keys: refused, signed in, signed out, and out again once the key is revoked. */

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Client, visitor } from '../api/client.ts';
import { faultsOfAccess, keepPicture } from './browser.ts';

/** From here on the server has a key, and answers with one only. */
export async function signInAndOut(page: Page, client: Client): Promise<void> {
  const key = (await (
    await client.send('POST', '/v1/keys', { name: 'planner', scopes: ['admin'], owner: 'planner' })
  ).json()) as { secret: string; links: { self: string } };
  await page.goto(`${client.url}/?lang=en#/runs`);
  await page.reload();
  const field = page.getByLabel('Key or token', { exact: true });
  await field.fill('hourmatch_nobody');
  await page.getByRole('button', { name: 'Sign in' }).press('Enter');
  await page.getByText('This key or token is not known here').waitFor();
  expect(await faultsOfAccess(page)).toEqual([]);
  await keepPicture(page, 'sign-in');
  // What has nothing to do with the key is not told as a fault of the key.
  await field.fill(key.secret);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Sign in' }).press('Enter');
  await page.getByText('The server does not answer.').waitFor();
  expect(await page.getByText('This key or token is not known here').count()).toBe(0);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Sign in' }).press('Enter');
  await page.getByText('0 of 0 runs').waitFor();
  expect(page.url()).not.toContain(key.secret);
  // The session outlives the page, and no script reads it.
  await page.reload();
  await page.getByText('0 of 0 runs').waitFor();
  expect(await page.evaluate(() => `${document.cookie}${JSON.stringify(localStorage)}`)).toBe('{}');
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await page.getByRole('heading', { name: 'A key is needed' }).waitFor();
  // A key that is revoked ends the session that it opened, whatever is asked next.
  await field.fill(key.secret);
  await page.getByRole('button', { name: 'Sign in' }).press('Enter');
  await page.getByText('0 of 0 runs').waitFor();
  const admin = visitor(client.url, key.secret);
  const asked = { name: 'other', scopes: ['admin'], owner: 'planner' };
  const other = (await (await admin.send('POST', '/v1/keys', asked)).json()) as { secret: string };
  await admin.send('DELETE', key.links.self);
  await page.getByRole('link', { name: 'Profiles' }).press('Enter');
  await page.getByRole('heading', { name: 'The session has ended' }).waitFor();
  expect(await faultsOfAccess(page)).toEqual([]);
  // Whoever signs in again is where they were.
  await field.fill(other.secret);
  await page.getByRole('button', { name: 'Sign in' }).press('Enter');
  await page.getByLabel('File', { exact: true }).waitFor();
}
