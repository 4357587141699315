import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunDocument } from '../../api/schemas/run.ts';
import { tinyCampus } from '../api/campus.ts';
import { type Client, startClient, submit, UNSOLVED, type Visitor, visitor } from '../api/client.ts';
import { onceOn, openStorePlace, type StorePlace } from '../api/stores.ts';
import { faultsOfAccess, keepPicture, openBrowser, type Visit, visit } from './browser.ts';

const PATIENCE = { timeout: 60_000 };

let place: StorePlace;
let client: Client;
let browser: Browser;
let visited: Visit;
let page: Page;
let planned: RunDocument;

beforeAll(async () => {
  [place, browser] = await Promise.all([openStorePlace(onceOn), openBrowser()]);
  client = await startClient(place);
  visited = await visit(browser, client.url);
  page = visited.page;
  planned = await client.ended((await submit(client, await tinyCampus())).id);
}, 120_000);
afterAll(async () => {
  await visited[Symbol.asyncDispose]();
  await browser.close();
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

const openPage = (path: string) => page.goto(`${client.url}/?lang=en#/${path}`);

const refuse = (status: number, code: string, detail: string) => (route: Route) =>
  route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ code, detail }) });

/** While `during` runs, calls of that method and path are answered by `answer`. */
async function answeredBy(path: string, answer: (route: Route) => Promise<void>, during: () => Promise<void>) {
  const asked = (url: URL) => url.pathname === path;
  await page.route(asked, answer);
  await during();
  await page.unroute(asked, answer);
}

test('a run that was refused is there once it is asked for again, and its refusal is gone', async () => {
  const away = refuse(503, 'service.unavailable', 'The store is away.');
  await answeredBy(`/v1/runs/${planned.id}`, away, async () => {
    await openPage(`runs/${planned.id}`);
    await page.getByText('The store is away.').waitFor(PATIENCE);
  });
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await page.locator('.verdict').waitFor(PATIENCE);
  expect(await page.getByText('The store is away.').count()).toBe(0);
});

test('a run that was cancelled is asked for once more by a button, also where that is refused at first', async () => {
  const { id } = await submit(client, await tinyCampus([['target: 1', 'target: 0.8']]), {
    options: { timeLimitSeconds: 77 },
  });
  await client.send('DELETE', `/v1/runs/${id}`);
  expect((await client.ended(id)).status).toBe('cancelled');
  await openPage(`runs/${id}`);
  const again = page.getByRole('button', { name: 'Run again' });
  await again.waitFor(PATIENCE);
  await keepPicture(page, 'cancelled');
  await answeredBy('/v1/runs', refuse(429, 'rate.limit', 'Too many calls.'), async () => {
    await again.press('Enter');
    await page.getByText('Too many calls.').waitFor();
  });
  expect(await faultsOfAccess(page)).toEqual([]);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect.poll(() => page.url()).not.toContain(id);
  const next = (await (await client.get(`/v1/runs/${page.url().split('/').at(-1)}`)).json()) as RunDocument;
  expect(next.scenario).toEqual((await client.ended(id)).scenario);
  expect(next.options.timeLimitSeconds).toBe(77);
  await page.locator('.verdict').waitFor(PATIENCE);
});

test('a run whose time was over before any plan is offered more of it', async () => {
  const { id } = await submit(client, await tinyCampus([['target: 1', 'target: 0.81']]), { options: UNSOLVED });
  expect((await client.ended(id)).answer).toBe('limit');
  await openPage(`runs/${id}`);
  const seconds = page.getByLabel('Time limit, s');
  await seconds.waitFor(PATIENCE);
  expect(await seconds.inputValue()).toBe('60');
  expect(await faultsOfAccess(page)).toEqual([]);
  await page.getByRole('button', { name: 'Run again' }).press('Enter');
  await page.locator('dl.figures').first().waitFor(PATIENCE);
  expect(page.url()).not.toContain(id);
});

test('beside plans that are compared the last per cent and its ranges are asked for, drawn, and there for who comes back', async () => {
  const other = await submit(client, await tinyCampus([['target: 1', 'target: 0.95']]));
  await client.ended(other.id);
  const compared = `compare?runs=${planned.id},${other.id}`;
  await openPage(compared);
  const ask = page.getByRole('button', { name: 'Ask for it' });
  await expect.poll(() => ask.count(), PATIENCE).toBe(2);
  await ask.first().press('Enter');
  const curve = page.getByRole('img', {
    name: /^Cost by target: \d values solved and \d .*, from 90\.00\s?% to 100\.00\s?%/,
  });
  await curve.waitFor(PATIENCE);
  expect(await curve.locator('.band-dot').count()).toBeGreaterThan(1);
  await page.getByText('From a target of').waitFor();
  await page.locator('summary', { hasText: 'What one more point of target costs' }).press('Enter');
  await ask.press('Enter');
  const ranges = page.getByRole('img', { name: /^Least and greatest of 2 sizes at 1\.00\s?% · 2\.00\s?% · 5\.00\s?%/ });
  await ranges.waitFor(PATIENCE);
  expect(await ranges.innerText()).toMatch(/Coast must-have\s[\d.,]+ … [\d.,]+ MW/);
  expect(await ranges.locator('.range-found').count()).toBe(6);
  expect(await faultsOfAccess(page)).toEqual([]);
  await page.reload();
  await curve.waitFor(PATIENCE);
  await ranges.waitFor(PATIENCE);
  expect(await ask.count()).toBe(0);
  await page.getByRole('link', { name: 'Its page' }).first().press('Enter');
  await page.getByRole('heading', { name: 'With something varied' }).waitFor();
  await curve.waitFor();
}, 180_000);

test('hours that a scenario has filled are marked in its profile, told with their stamps, and gone with what fills them', async () => {
  const rows = Array.from({ length: 8_760 }, (_, hour) => {
    const stamp = new Date(Date.UTC(2005, 0, 1, hour)).toISOString();
    return `${stamp.slice(0, 10)} ${stamp.slice(11, 16)};${(hour * 7) % 40}`;
  });
  const sent = ['Date;Production (MW)', ...rows.slice(0, 3_000), ...rows.slice(3_002)].join('\n');
  await client.upload({ file: Buffer.from(sent), name: 'meter' });
  const { scenario } = await tinyCampus();
  const [coast, desert] = scenario.renewables as object[];
  const capacityFactor = {
    ...{ file: 'profile:meter', column: 'Production', zone: 'UTC', label: 'start', capacityMW: 40 },
    fill: 'linear:3h',
  };
  const filled = { ...scenario, name: 'Filled campus', renewables: [{ ...coast, capacityFactor }, desert] };
  const fills = async (document: object) =>
    (await (await client.send('POST', '/v1/scenarios/validate', document)).json()) as object;
  const stretch = { method: 'linear', first: '2005-05-06T00:00Z', hours: 2 };
  const known = { file: 'profile:meter', column: 'Production', hours: 2, stretches: [stretch] };
  expect(await fills(filled)).toMatchObject({ valid: true, issues: [], fills: [known] });
  expect(await fills({ ...filled, renewables: [coast, desert] })).toMatchObject({ valid: true, fills: [] });
  const stored = (await (await client.send('POST', '/v1/scenarios', filled)).json()) as { id: string };
  await openPage(`scenarios/${stored.id}`);
  await page.locator('summary', { hasText: 'renewables: Coast' }).press('Enter', PATIENCE);
  const wind = page.locator('details[open]', { hasText: 'renewables: Coast' });
  await wind.locator('summary', { hasText: 'Drawn' }).first().press('Enter');
  await wind.getByText('2 hours are filled as the scenario asks').waitFor(PATIENCE);
  expect([await wind.locator('svg .filled').count(), await wind.locator('svg .absent').count()]).toEqual([1, 0]);
  await wind.locator('summary', { hasText: 'Filled hours' }).press('Enter');
  await wind.getByRole('row', { name: '2005-05-06T00:00Z 2 linear' }).waitFor();
  expect(await faultsOfAccess(page)).toEqual([]);
  await keepPicture(page, 'filled');
});

const keyOf = async (by: Visitor, owner: string) => {
  const answer = await by.send('POST', '/v1/keys', { name: owner, scopes: ['admin'], owner });
  return ((await answer.json()) as { secret: string }).secret;
};

async function signInWith(key: string): Promise<void> {
  await page.getByLabel('Key or token', { exact: true }).fill(key);
  await page.getByRole('button', { name: 'Sign in' }).press('Enter');
}

test('signing in tells what failed, and a session that ended keeps the page for who comes back, for nobody else', async () => {
  const key = await keyOf(client, 'local');
  const strange = await keyOf(visitor(client.url, key), 'acme');
  await openPage(`scenarios/run/${planned.id}`);
  await page.reload();
  await page.getByRole('heading', { name: 'A key is needed' }).waitFor(PATIENCE);
  const unknown = page.getByText('This key or token is not known here');
  await answeredBy('/v1/session', refuse(429, 'rate.limit', 'Too many calls.'), async () => {
    await signInWith(key);
    await page.getByText('Too many calls.').waitFor();
  });
  await answeredBy(
    '/v1/session',
    (route) => route.abort(),
    async () => {
      await signInWith(key);
      await page.getByText('The server does not answer.').waitFor();
    },
  );
  expect(await unknown.count()).toBe(0);
  await signInWith('hourmatch_nobody');
  await unknown.waitFor();
  await signInWith(key);
  const target = page.getByRole('spinbutton', { name: 'target' });
  await target.fill('0.87', PATIENCE);
  await target.press('Tab');

  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Run', exact: true }).press('Enter');
  await page.getByRole('heading', { name: 'The session has ended' }).waitFor();
  expect(await target.isVisible()).toBe(false);
  expect(await page.evaluate('document.activeElement.name')).toBe('key');
  expect(await faultsOfAccess(page)).toEqual([]);
  await keepPicture(page, 'session-ended');
  await signInWith(key);
  await target.waitFor();
  expect(await target.inputValue()).toBe('0.87');
  expect(await page.getByText('Who asks').count()).toBe(0);

  await page.context().clearCookies();
  await page.getByRole('link', { name: 'Runs' }).press('Enter');
  await page.getByRole('heading', { name: 'The session has ended' }).waitFor();
  await signInWith(key);
  await page.getByText('8 of 8 runs').waitFor();
  await page.context().clearCookies();
  await page.getByLabel('Name').fill('campus');
  await page.getByLabel('Name').press('Tab');
  await page.getByRole('heading', { name: 'The session has ended' }).waitFor();
  await signInWith(strange);
  await page.getByText('0 of 0 runs').waitFor();
});
