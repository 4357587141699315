import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunDocument } from '../../api/schemas/run.ts';
import { type Client, startClient } from '../api/client.ts';
import { onceOn, openStorePlace, type StorePlace } from '../api/stores.ts';
import { faultsOfAccess, keepPicture, openBrowser, pagesTooWide, type Visit, visit } from './browser.ts';
import { bytesOfView, dearInHours, dearInThousandRuns } from './budgets.ts';
import { meterWithoutZone } from './meter.ts';

const PATIENCE = { timeout: 120_000 };
const MOST_BYTES = 60_000;

let place: StorePlace;
let client: Client;
let browser: Browser;
let visited: Visit;
let page: Page;

beforeAll(async () => {
  [place, browser] = await Promise.all([openStorePlace(onceOn), openBrowser()]);
  client = await startClient(place);
  visited = await visit(browser, client.url);
  page = visited.page;
});
afterAll(async () => {
  await visited[Symbol.asyncDispose]();
  await browser.close();
  await client[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

/** By tests in their order: one planner, from an empty server on. */
async function expectSound(): Promise<void> {
  expect(await faultsOfAccess(page)).toEqual([]);
  expect(visited.complaints).toEqual([]);
  const isWider = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  expect(isWider).toBe(false);
}

test('what axe is asked for it finds: a picture without words is a fault', async () => {
  await page.locator('main h1').waitFor(PATIENCE);
  await page.evaluate("document.querySelector('main').append(document.createElement('img'))");
  expect(await faultsOfAccess(page)).toEqual(['image-alt img']);
  await page.evaluate("document.querySelector('img').remove()");
  expect(await faultsOfAccess(page)).toEqual([]);
});

test('the first view, charts and all, is at most 60 kB on the way', async () => {
  const { files, bytes } = await bytesOfView(page, client.url);
  expect(files.filter((file) => /\/(index|en)-/.test(file)).length).toBeGreaterThanOrEqual(3);
  expect(bytes).toBeLessThan(MOST_BYTES);
});

test('nothing but the server itself may be asked, and no text become a script', async () => {
  const policy = (await fetch(client.url)).headers.get('content-security-policy');
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';/);
  expect(policy).toContain("require-trusted-types-for 'script'");
  await using other = await visit(browser, client.url);
  await expect(other.page.evaluate("document.body.innerHTML = '<b>text</b>'")).rejects.toThrow(/TrustedHTML/);
});

test('whoever opens an empty server has a shipped campus planned and proven after one click', async () => {
  await page.getByRole('button', { name: 'Plan it: Coast and desert' }).click();
  await page.locator('.verdict').waitFor(PATIENCE);
  expect(await page.locator('.verdict').innerText()).toMatch(/90\.00\s?%.*EUR\/MWh.*proven to \de-/s);
  await expectSound();
  await keepPicture(page, 'plan');
});

test('a number tells what it is: defined, with its equation, its inputs, its hours and a link', async () => {
  await page.locator('.verdict button.why').first().click();
  const drawer = page.getByRole('dialog', { name: 'Matched by the hour' });
  await drawer.getByText('Σ m[h] − (1 − target)·Σ load[h] ≤ 0', { exact: true }).waitFor(PATIENCE);
  await drawer.getByRole('row', { name: 'matching.target 0.9 the scenario' }).waitFor();
  await expectSound();
  await keepPicture(drawer, 'why');
  const [file] = await Promise.all([
    page.waitForEvent('download', PATIENCE),
    drawer.getByRole('button', { name: /CSV/ }).click(),
  ]);
  expect(await readFile((await file.path())!, 'utf8')).toMatch(/^hour,loadMW,importMW,exportMW\n/);
  expect(page.url()).toMatch(/why=hourly$/);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).not.toContain('why');
});

test('hours are read by keyboard, and their week opened', async () => {
  await page.getByRole('link', { name: 'Hours' }).click();
  const map = page.getByRole('group', { name: /Map of the hours/ });
  await map.focus();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await map.press(key);
  await expect.poll(() => page.locator('.readout').first().innerText()).toMatch(/2 Jan.*02:00 UTC: \d/);
  await map.press('Enter');
  await page.getByRole('heading', { name: /Week from Sat.* 1 Jan/ }).waitFor();
  await page.getByLabel('Supply and load by hour, MW').press('ArrowRight');
  expect(await page.locator('.readout').nth(1).innerText()).toMatch(/1 Jan.*00:00 UTC · Load [\d.]+ MW/);
  await expectSound();
  await page.evaluate('window.scrollTo(0, 0)');
  await keepPicture(page, 'hours');
  expect(await dearInHours(page)).toEqual([]);
});

test('a fault is told at its field, a change is marked, and what nobody can plan comes with something to try', async () => {
  await page.getByRole('link', { name: 'Scenario', exact: true }).click();
  const target = page.getByRole('spinbutton', { name: 'target' });
  await target.fill('1.5');
  await target.press('Tab');
  await page.getByText('One fault:').waitFor();
  expect(await target.getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByRole('button', { name: 'Run', exact: true }).isDisabled()).toBe(true);
  await target.fill('0.95');
  await target.press('Tab');
  await page.getByRole('button', { name: 'Back to 0.9: matching.target' }).waitFor();
  await page.getByText('Nothing is wrong with it.').waitFor();
  expect(await page.getByLabel('YAML').inputValue()).toContain('target: 0.95');
  await expectSound();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByText('No plan can do this').waitFor(PATIENCE);
  await page.getByRole('button', { name: /Plan for 93\.5\s?% instead/ }).click();
  await page.getByText(/At least 93\.5/).waitFor(PATIENCE);
});

test('runs are listed in French on a narrow dark screen, and two of them compared', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: 'Français', exact: true }).click();
  await page.getByRole('link', { name: 'Calculs' }).click();
  await page.getByText('3 calculs sur 3').waitFor();
  await page.getByText('Fichiers').first().click();
  const [file] = await Promise.all([
    page.waitForEvent('download', PATIENCE),
    page.getByRole('button', { name: /report\.fr\.pdf/ }).click(),
  ]);
  expect(await readFile((await file.path())!, 'latin1')).toMatch(/^%PDF/);
  for (const at of [1, 0]) await page.locator('input[type=checkbox]:enabled').nth(at).check();
  await expectSound();
  await page.getByRole('button', { name: 'Comparer 2' }).click();
  await page.getByText('matching.target').waitFor(PATIENCE);
  expect(await page.locator('main').innerText()).toMatch(/Le coût change de \+[\d,]+ M EUR/);
  await expectSound();
});

test('runs are told with cost and score, counted, and found by several states, by name and by time', async () => {
  const found = async (query: string) =>
    (await (await client.get(`/v1/runs?${query}`)).json()) as { items: RunDocument[]; total: number };
  const { items, total } = await found('order=oldest');
  expect([items.length, total]).toEqual([3, 3]);
  expect(items.map(({ figures }) => figures?.cfeScore.toFixed(3))).toEqual(['0.900', undefined, '0.935']);
  expect((await found('name=DESERT&status=succeeded&status=failed&limit=1')).total).toBe(3);
  for (const query of ['name=%25', 'to=2000-01-01', 'status=failed&status=queued']) {
    expect(await found(query)).toEqual({ items: [], total: 0 });
  }
});

test('a slider tells at once between what a change is proven to cost; the answer lies there and narrows the next', async () => {
  const [first] = ((await (await client.get('/v1/runs?order=oldest')).json()) as { items: RunDocument[] }).items;
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${client.url}/?lang=en#/runs/${first!.id}/what-if`);
  const told = page.locator('.what-if .figures');
  const slider = page.getByRole('slider', { name: 'Share that is matched' });
  await slider.focus();
  for (let step = 0; step < 4; step++) await slider.press('ArrowRight');
  await told.getByText(/at least [\d.]+ M EUR/).waitFor(PATIENCE);
  const atLeast = millionsIn(await told.innerText(), /at least ([\d.]+) M EUR/);
  await told.getByText('Its plan').waitFor(PATIENCE);
  const solved = millionsIn(await told.innerText(), /solved\s+([\d.]+) M EUR/);
  expect(solved).toBeGreaterThanOrEqual(atLeast);
  for (let step = 0; step < 2; step++) await slider.press('ArrowLeft');
  const between = /proven\s+([\d.]+) M EUR to ([\d.]+) M EUR/;
  await expect.poll(() => told.innerText(), PATIENCE).toMatch(between);
  const [, low, high] = between.exec(await told.innerText())!.map(Number);
  expect(low).toBeGreaterThan(first!.figures!.cost / 1e6);
  expect(high).toBeGreaterThanOrEqual(low!);
  expect(high).toBeLessThan(solved);
  await keepPicture(page, 'what-if');
  await expectSound();
}, 240_000);

const millionsIn = (text: string, pattern: RegExp) => Number(pattern.exec(text)![1]);

test('a file that leaves its clock open is looked into, its gap is told, and its question answered', async () => {
  await page.getByRole('link', { name: 'Profiles' }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'meter.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(meterWithoutZone()),
  });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('On which clock are the stamps? The file does not say.').waitFor(PATIENCE);
  expect(await page.locator('main').innerText()).toContain('200 hours from 2019-05-06T00:00');
  await expectSound();
  await page.getByRole('button', { name: 'zone: Africa/Casablanca' }).click();
  await page.getByText('{ file: "profile:meter", column: …, zone: Africa/Casablanca }').waitFor();
  await page.getByText('On which clock').waitFor({ state: 'detached' });
  await page.getByText('Does a stamp name the start').waitFor();
  await expectSound();
});

test('no page is wider than its window, from a telephone to a wide screen and at twice the size of letters', async () => {
  const [first] = ((await (await client.get('/v1/runs?order=oldest')).json()) as { items: RunDocument[] }).items;
  const ofRun = ['', '/hours', '/what-if'].map((shown) => `/runs/${first!.id}${shown}`);
  const pages = ['/', '/runs', '/profiles', '/profiles/meter', ...ofRun, `/scenarios/run/${first!.id}`];
  expect(await pagesTooWide(page, `${client.url}/?lang=fr`, pages)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await dearInThousandRuns(page, client.url)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.top').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
}, 120_000);

test('a server that is away is told, and what was asked for is there once it is back', async () => {
  await page.goto(`${client.url}/?lang=en#/`);
  await page.locator('main h1').waitFor(PATIENCE);
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByText('The server does not answer.').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText(/runs/).first().waitFor();
  await page.locator('table').waitFor(PATIENCE);
});

test('who has to sign in gives a key, which opens a session until it is ended and stands in no address', async () => {
  const key = (await (
    await client.send('POST', '/v1/keys', { name: 'planner', scopes: ['admin'], owner: 'planner' })
  ).json()) as { secret: string; links: { self: string } };
  await page.goto(`${client.url}/?lang=en#/runs`);
  await page.reload();
  const field = page.getByLabel('Key', { exact: true });
  await field.fill('hourmatch_nobody');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('This key is not known here').waitFor();
  expect(await faultsOfAccess(page)).toEqual([]);
  await field.fill(key.secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('0 of 0 runs').waitFor();
  expect(page.url()).not.toContain(key.secret);
  // The session outlives the page, and no script reads it.
  await page.reload();
  await page.getByText('0 of 0 runs').waitFor();
  expect(await page.evaluate(() => `${document.cookie}${JSON.stringify(localStorage)}`)).toBe('{}');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'A key is needed' }).waitFor();
});
