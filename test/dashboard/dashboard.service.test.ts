import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunDocument } from '../../api/schemas/run.ts';
import { tinyCampus } from '../api/campus.ts';
import { type Client, startClient, submit } from '../api/client.ts';
import { onceOn, openStorePlace, type StorePlace } from '../api/stores.ts';
import { tinyScenario } from '../cli/tiny-scenario.ts';
import { askInVain, followThroughRestart } from './away.ts';
import { faultsOfAccess, keepPicture, openBrowser, pagesHardToReach, type Visit, visit } from './browser.ts';
import { bytesOfView, dearInHours, dearInThousandRuns, longTasks } from './budgets.ts';
import { meterWithoutZone } from './meter.ts';
import { downloadReport } from './report.ts';
import { signInAndOut } from './sign-in.ts';
import { moveTarget } from './what-if.ts';

const PATIENCE = { timeout: 60_000 };

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

test('what axe is asked for it finds: a picture without words is a fault, and letters that are dark in the dark', async () => {
  await page.locator('main h1').waitFor(PATIENCE);
  await page.evaluate("document.querySelector('main').append(document.createElement('img'))");
  expect(await faultsOfAccess(page)).toEqual(['image-alt img']);
  await page.evaluate("document.querySelector('img').remove()");
  const brand = "document.querySelector('.brand').style.color";
  await page.evaluate(`${brand} = '#555'`);
  expect(await faultsOfAccess(page)).toEqual([expect.stringMatching(/^dark: color-contrast .*brand/)]);
  await page.evaluate(`${brand} = ''`);
  expect(await faultsOfAccess(page)).toEqual([]);
});

test('the first view, charts and all, is at most 60 kB on the way', async () => {
  const { files, bytes } = await bytesOfView(page, client.url);
  expect(files.filter((file) => /\/(index|en)-/.test(file)).length).toBeGreaterThanOrEqual(3);
  expect(bytes).toBeLessThan(60_000);
});

test('nothing but the server itself may be asked, and no text become a script', async () => {
  const policy = (await fetch(client.url)).headers.get('content-security-policy');
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';/);
  expect(policy).toContain("require-trusted-types-for 'script'");
  await expect(page.evaluate("document.body.innerHTML = '<b>text</b>'")).rejects.toThrow(/TrustedHTML/);
  expect(visited.complaints.splice(0).join()).toContain('TrustedHTML');
});

test('whoever opens an empty server has a shipped campus planned and proven after one click', async () => {
  await page.getByRole('button', { name: 'Plan it: Coast and desert' }).press('Enter');
  await page.locator('.verdict').waitFor(PATIENCE);
  expect(await page.locator('.verdict').innerText()).toMatch(/90\.00\s?%.*EUR\/MWh.*proven to \de-/s);
  await keepPicture(page, 'plan');
});

test('a number tells what it is: defined, with its equation, its inputs, its hours and a link', async () => {
  await page.locator('.verdict button.why').first().press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Matched by the hour' });
  await drawer.getByText('Σ m[h] − (1 − target)·Σ load[h] ≤ 0', { exact: true }).waitFor(PATIENCE);
  await drawer.getByRole('row', { name: 'matching.target 0.9 the scenario' }).waitFor();
  await expectSound();
  await keepPicture(drawer, 'why');
  const [file] = await Promise.all([
    page.waitForEvent('download', PATIENCE),
    drawer.getByRole('button', { name: /CSV/ }).press('Enter'),
  ]);
  expect(await readFile((await file.path())!, 'utf8')).toMatch(/^hour,loadMW,importMW,exportMW\n/);
  expect(page.url()).toMatch(/why=hourly$/);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.url()).not.toContain('why');
});

test('hours are read by keyboard, and their week opened', async () => {
  const opened = await longTasks(page, async () => {
    await page.getByRole('link', { name: 'Hours' }).press('Enter');
    await page.locator('.plot canvas').first().waitFor();
  });
  const map = page.getByRole('group', { name: /Map of the hours/ });
  await map.focus();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await map.press(key);
  await expect.poll(() => page.locator('.readout').first().innerText()).toMatch(/2 Jan.*02:00 UTC: \d/);
  await map.press('Enter');
  await page.getByRole('heading', { name: /Week from Sat.* 1 Jan/ }).waitFor();
  await page.getByLabel('Supply and load by hour, MW').press('ArrowRight');
  await expect.poll(() => page.locator('.readout').nth(1).innerText()).toMatch(/1 Jan.*00:00 UTC · Load [\d.]+ MW/);
  await expectSound();
  await page.evaluate('window.scrollTo(0, 0)');
  await keepPicture(page, 'hours');
  expect([...opened, ...(await longTasks(page, async () => expect(await dearInHours(page)).toEqual([])))]).toEqual([]);
  await page.getByRole('button', { name: 'Whole year' }).press('Enter');
  await page.locator('.map-months span').nth(11).waitFor();
});

test('a fault is told at its field, a change is marked, and what is left out is told with its source and set', async () => {
  const opened = await longTasks(page, async () => {
    await page.getByRole('link', { name: 'Scenario', exact: true }).press('Enter');
    await page.getByLabel('YAML').waitFor();
  });
  expect(opened).toEqual([]);
  const target = page.getByRole('spinbutton', { name: 'target' });
  await target.fill('1.5');
  await target.press('Tab');
  await page.getByText('One fault:').waitFor();
  expect(await target.getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByRole('button', { name: 'Run', exact: true }).isDisabled()).toBe(true);
  await target.fill('0.93');
  await target.press('Tab');
  await page.getByRole('button', { name: 'Back to 0.9: matching.target' }).waitFor();
  await page.getByText('Nothing is wrong with it.').waitFor();
  expect(await page.getByLabel('YAML').inputValue()).toContain('target: 0.93');
  await page.locator('summary', { hasText: 'renewables: Boujdour wind' }).press('Enter');
  const wind = page.locator('details[open]', { hasText: 'renewables: Boujdour wind' });
  await wind.locator('summary', { hasText: 'Drawn' }).first().press('Enter');
  await wind.locator('svg.weeks').waitFor();
  await wind.getByText('generated, not measured').waitFor();
  await wind.locator('.left-out summary').press('Enter');
  expect(await wind.locator('.left-out').innerText()).toMatch(/lifetimeYears\s+28\.5 years[\s\S]*dea: PyPSA/);
  await page.getByRole('button', { name: 'Set: renewables[0].lifetimeYears' }).press('Enter');
  expect(await page.getByLabel('YAML').inputValue()).toContain('lifetimeYears: 28.5');
  await expectSound();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
});

test('a run is followed through a restart of the server, and cancelled', async () => {
  await followThroughRestart(page, client, async (port) => {
    client = await startClient(place, 1, { port });
  });
  // That the server was away is all there was to complain of.
  expect(visited.complaints.splice(0).filter((text) => !/ERR_|Failed to fetch|network/.test(text))).toEqual([]);
});

test('where no plan exists the least remedies are found, and one that is tried makes a plan', async () => {
  const campus = await tinyCampus([
    ['wind, siteMaximumMW: 500', 'wind, siteMaximumMW: 60'],
    [/ {2}- \{ name: Desert.*\n/.exec(tinyScenario)![0], ''],
  ]);
  const { id } = await client.ended((await submit(client, campus)).id);
  await page.goto(`${client.url}/?lang=en#/runs/${id}`);
  await page.getByText('No plan can do this').waitFor(PATIENCE);
  // Of two remedies the answer itself tells.
  await page.getByText('The highest that the remedies found').waitFor();
  await page.getByRole('button', { name: 'Find the least remedies' }).press('Enter');
  const remedy = page.getByRole('button', { name: 'Try this: Coast, site maximum' });
  await remedy.waitFor(PATIENCE);
  await expectSound();
  await page.reload();
  await remedy.press('Enter', PATIENCE);
  await page.getByText('Every hour of every phase is matched').waitFor(PATIENCE);
});

test('runs are listed in French on a narrow dark screen, and two of them compared', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole('button', { name: 'Français', exact: true }).press('Enter');
  await page.getByRole('link', { name: 'Calculs' }).press('Enter');
  await page.getByText('5 calculs sur 5').waitFor();
  await downloadReport(page);
  for (const at of [0, 1]) await page.locator('input[type=checkbox]:enabled').nth(at).press('Space');
  await expectSound();
  await page.getByRole('button', { name: 'Comparer 2' }).press('Enter');
  await page.getByText('matching.target').waitFor(PATIENCE);
  expect(await page.locator('main').innerText()).toMatch(/Le coût change de \+[\d,]+ M EUR/);
  await expectSound();
});

test('runs are told with cost and score, counted, and found by several states, by name and by time', async () => {
  const found = async (query: string) =>
    (await (await client.get(`/v1/runs?${query}`)).json()) as { items: RunDocument[]; total: number };
  const { items, total } = await found('order=oldest');
  expect([items.length, total]).toEqual([5, 5]);
  const scores = ['0.900', undefined, undefined, undefined, '1.000'];
  expect(items.map(({ figures }) => figures?.cfeScore.toFixed(3))).toEqual(scores);
  expect((await found('name=DESERT&status=succeeded&status=cancelled&limit=1')).total).toBe(2);
  for (const query of ['name=%25', 'to=2000-01-01', 'status=failed&status=queued']) {
    expect(await found(query)).toEqual({ items: [], total: 0 });
  }
});

test('a slider tells at once between what a change is proven to cost; the answer lies there and narrows the next', async () => {
  const [first] = ((await (await client.get('/v1/runs?order=oldest')).json()) as { items: RunDocument[] }).items;
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${client.url}/?lang=en#/runs/${first!.id}/what-if`);
  await moveTarget(page, first!.figures!.cost / 1e6);
  await keepPicture(page, 'what-if');
  await expectSound();
}, 240_000);

test('a file that leaves its clock open is looked into, its gap is told, and its question answered', async () => {
  await page.getByRole('link', { name: 'Profiles' }).press('Enter');
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'meter.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(meterWithoutZone()),
  });
  await page.getByRole('button', { name: 'Send' }).press('Enter');
  await page.getByText('On which clock are the stamps? The file does not say.').waitFor(PATIENCE);
  expect(await page.locator('main').innerText()).toContain('200 hours from 2019-05-06T00:00');
  await expectSound();
  await page.getByRole('button', { name: 'zone: Africa/Casablanca' }).press('Enter');
  await page.getByText('{ file: "profile:meter", column: …, zone: Africa/Casablanca }').waitFor();
  await page.getByText('On which clock').waitFor({ state: 'detached' });
  await page.getByText('Does a stamp name the start').waitFor();
});

test('every page is within its window, from a telephone to a wide screen and at twice the size of letters, and reached by keyboard', async () => {
  const { items } = (await (await client.get('/v1/runs?order=oldest')).json()) as { items: RunDocument[] };
  const [first, ...others] = items.flatMap(({ id, figures }) => (figures === undefined ? [] : [id]));
  expect(others.length).toBeGreaterThan(1);
  const [run, compare] = [`/runs/${first}`, `/compare?runs=${[first, ...others.slice(-3)].join()}`];
  const ofRun = { plan: run, hours: `${run}/hours`, 'what-if': `${run}/what-if`, scenario: `/scenarios/run/${first}` };
  const pages = { start: '/', runs: '/runs', profiles: '/profiles', profile: '/profiles/meter', compare, ...ofRun };
  expect(await pagesHardToReach(page, `${client.url}/?lang=fr`, pages)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 900 });
  expect(await dearInThousandRuns(page, client.url)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.top').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
}, 120_000);

test('a server that is away is told, what was asked for is there once it is back, and a late answer shows nowhere else', async () => {
  await askInVain(page, client);
});

test('who has to sign in gives a key, which opens a session until it is ended and stands in no address', async () => {
  await signInAndOut(page, client);
});
