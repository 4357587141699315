/** A real browser: the machine's own where it has one, else the one that comes with the packages. */

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
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

/** Of every page in both themes, on a telephone and on a desk: for whoever changes one; git knows nothing of them. */
const PAGES = join(import.meta.dirname, '../../out/pages');

/** Ends in the theme and the width that it began with. @returns whether the themes differ at each width */
async function keepThemes(page: Page, name: string): Promise<boolean> {
  await mkdir(PAGES, { recursive: true });
  const [before, theme] = [page.viewportSize()!, await page.evaluate<string>(THEME)];
  let areDifferent = true;
  // The keyboard came last to something of the page before.
  await page.evaluate(BLUR);
  for (const width of [390, 1_280]) {
    await page.setViewportSize({ width, height: 900 });
    const seen: Buffer[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // Charts are drawn anew in their new width and colours.
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
      seen.push(await page.screenshot({ path: join(PAGES, `${name}-${width}-${colorScheme}.png`), fullPage: true }));
    }
    areDifferent &&= !seen[0]!.equals(seen[1]!);
  }
  await page.emulateMedia({ colorScheme: theme as 'light' | 'dark' });
  await page.setViewportSize(before);
  return areDifferent;
}

const THEME = "matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'";

type Axe = { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> };

/** Faults that axe finds in what is shown, by rule and element: all in the theme it is in, those of contrast in the other too. */
export async function faultsOfAccess(page: Page): Promise<string[]> {
  // Injected past the policy of the page, which lets nothing in.
  if (!(await page.evaluate<boolean>("'axeOfTests' in window"))) {
    await page.evaluate(
      (source) => Object.assign(globalThis, { axeOfTests: new Function(`${source}; return axe`)() as Axe }),
      `${axe.source}`,
    );
  }
  const find = (options: object) =>
    page.evaluate(async (asked) => {
      const { violations } = await (globalThis as unknown as { axeOfTests: Axe }).axeOfTests.run(asked);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
    }, options);
  const here = await find({});
  const theme = await page.evaluate<'dark' | 'light'>(THEME);
  const other = theme === 'dark' ? 'light' : 'dark';
  await page.emulateMedia({ colorScheme: other });
  const there = await find({ runOnly: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: theme });
  return [...here, ...there.filter((fault) => !here.includes(fault)).map((fault) => `${other}: ${fault}`)];
}

const REACHED_BY_KEYBOARD =
  "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex='0']";

/** What the tab key does not come to, or does without showing where it is. */
async function beyondKeyboard(page: Page): Promise<string[]> {
  const count = await page.evaluate((reached) => {
    const all = [...document.querySelectorAll<HTMLElement>(reached)].filter((one) => one.checkVisibility());
    const missed = new Map(all.map((one) => [one, 'not reached']));
    document.addEventListener('focusin', ({ target }) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(target as HTMLElement);
      const isShown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      missed.set(target as HTMLElement, isShown ? '' : 'not shown');
    });
    Object.assign(globalThis, { missedByKeyboard: missed });
    (document.activeElement as HTMLElement | null)?.blur();
    return all.length;
  }, REACHED_BY_KEYBOARD);
  for (let press = 0; press < count + 5; press++) await page.keyboard.press('Tab');
  return page.evaluate(() =>
    [...(globalThis as unknown as { missedByKeyboard: Map<HTMLElement, string> }).missedByKeyboard]
      .filter(([, fault]) => fault !== '')
      .map(([{ tagName, innerText }, fault]) => `${fault}: ${tagName} ${innerText.slice(0, 40)}`),
  );
}

const LOADING = 'Chargement…';

const SHADED_IN_VAIN =
  "[...document.querySelectorAll('.scroll:not(.goes-on, .goes-back)')].filter((one) => getComputedStyle(one).boxShadow.includes('inset')).length";
/** Texts and names of a French page with a colon that has no space before it, but for what is no French. */
const ENGLISH_COLONS = `[...document.querySelectorAll('body *')]
  .filter((one) => !one.closest('code, pre, textarea, noscript, [lang=en], .fields, .long'))
  .flatMap((one) => [one.ariaLabel ?? '', ...[...one.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data)])
  .filter((text) => /[\\p{L}\\d)]: | :/u.test(text))`;
const BLUR = 'document.activeElement?.blur()';

/**
 * Pages that have to be scrolled sideways, from a telephone to a wide screen, hold what a keyboard does not come to, or have
 * faults by axe; 640 is what a window of 1,280 has left at 200 %.
 */
export async function pagesHardToReach(
  page: Page,
  inFrench: string,
  pages: Readonly<Record<string, string>>,
): Promise<string[]> {
  const hard: string[] = [];
  const isWider = () => page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  for (const [name, shown] of Object.entries(pages)) {
    await page.goto(`${inFrench}#${shown}`);
    await page.locator('main h1').waitFor();
    await page.getByText(LOADING).first().waitFor({ state: 'detached' });
    for (const width of [390, 640, 1_920]) {
      await page.setViewportSize({ width, height: 900 });
      // A chart is drawn anew in its new width.
      for (let tries = 0; tries < 20 && (await isWider()); tries++) await page.waitForTimeout(50);
      if (await isWider()) hard.push(`${shown} at ${width}`);
    }
    const framed = await page.evaluate<number>(SHADED_IN_VAIN);
    const english = await page.evaluate<string[]>(ENGLISH_COLONS);
    hard.push(...english.map((text) => `${shown}: ${text}`));
    if (framed > 0) hard.push(`${shown}: ${framed} shaded where nothing goes on`);
    if (!(await keepThemes(page, name))) hard.push(`${shown} is the same in both themes`);
    const faults = [...(await faultsOfAccess(page)), ...(await beyondKeyboard(page))];
    hard.push(...faults.map((fault) => `${shown}: ${fault}`));
  }
  return hard;
}
