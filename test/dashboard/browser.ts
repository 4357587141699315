/** A real browser: the machine's own where it has one, else the one that comes with the packages. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import axe from 'axe-core';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const OWN = '/usr/bin/chromium';
const ALWAYS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'];

export async function openBrowser(): Promise<Browser> {
  return existsSync(OWN)
    ? chromium.launch({ executablePath: OWN, args: ALWAYS })
    : chromium.launch({ executablePath: await sparticuz.executablePath(), args: [...sparticuz.args, ...ALWAYS] });
}

export interface Visit extends AsyncDisposable {
  readonly page: Page;
  /** What the page complained of: refused by its policy, failed to load, thrown. */
  readonly complaints: string[];
}

export interface Visitor {
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  readonly locale?: string;
}

export async function visit(browser: Browser, url: string, visitor: Visitor = {}): Promise<Visit> {
  const { width = 1280, theme = 'light', locale = 'en-GB' } = visitor;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: theme, locale });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(url);
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/** For the README and for whoever looks at a page: kept where `HOURMATCH_PICTURES` says, nowhere else. */
export async function keepPicture(seen: Page | Locator, name: string): Promise<void> {
  const place = process.env.HOURMATCH_PICTURES;
  if (place !== undefined) await seen.screenshot({ path: join(place, `${name}.png`) });
}

/** Faults that axe finds in what is shown, by rule and element. */
export async function faultsOfAccess(page: Page): Promise<string[]> {
  // Injected past the policy of the page, which lets nothing in.
  const found = await page.evaluate(
    async ([source]) => {
      const run = new Function(`${source!}; return axe.run()`) as () => Promise<{
        violations: { id: string; nodes: { target: unknown[] }[] }[];
      }>;
      return (await run()).violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${id} ${target.join(' ')}`),
      );
    },
    [axe.source],
  );
  return found;
}

const LOADING = 'Chargement…';

/** Pages that have to be scrolled sideways, from a telephone to a wide screen; 640 is what a window of 1,280 has left at 200 %. */
export async function pagesTooWide(page: Page, inFrench: string, pages: readonly string[]): Promise<string[]> {
  const tooWide: string[] = [];
  const isWider = () => page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  for (const shown of pages) {
    await page.goto(`${inFrench}#${shown}`);
    await page.locator('main h1').waitFor();
    await page.getByText(LOADING).first().waitFor({ state: 'detached' });
    for (const width of [390, 640, 1_920]) {
      await page.setViewportSize({ width, height: 900 });
      // A chart is drawn anew in its new width.
      for (let tries = 0; tries < 20 && (await isWider()); tries++) await page.waitForTimeout(50);
      if (await isWider()) tooWide.push(`${shown} at ${width}`);
    }
  }
  return tooWide;
}
