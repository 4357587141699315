/** What pages may cost: bytes on the way, and the page's own thread, whose processor time says the same on a busy machine. */

import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'playwright-core';

/** A map, the charts of a week or a list are there at once; a frame is what a hand that moves sees next. */
const MOST_MILLISECONDS = { drawn: 100, frame: 16, task: 50 } as const;
/** Other work empties the caches of a processor: the same list took 82 ms and 108. */
const SLACK = 1.5;

/** Of all that a page has fetched to be shown, packed. */
export async function bytesOfView(
  page: Page,
  url: string,
): Promise<{ readonly files: string[]; readonly bytes: number }> {
  const html = await (await fetch(url)).text();
  const fetched = await page.evaluate<string[]>(
    "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)",
  );
  const files = fetched.filter((path) => path.startsWith('/assets/'));
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await (await fetch(url + file)).bytes()).length));
  return { files, bytes: sizes.reduce((sum, size) => sum + size, html.length) };
}

/** Processor time of the page's thread for each piece of work until it is painted, in milliseconds: the median. */
async function costOf(page: Page, times: number, work: (at: number) => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const costs: number[] = [];
  for (let at = 0; at < times; at++) {
    const before = await taskMilliseconds(session);
    await work(at);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    costs.push((await taskMilliseconds(session)) - before);
  }
  await session.detach();
  return costs.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}

async function taskMilliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ph: string;
  /** Microseconds of the processor. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/**
 * Tasks of the page's thread that keep whoever works with it waiting, while something is done. Time of the processor, which
 * a busy machine lengthens less than the clock's.
 */
export async function longTasks(page: Page, work: () => Promise<unknown>): Promise<string[]> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', '__metadata'] });
  await work();
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const ofPages = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const threads = new Set(ofPages.map(threadOf));
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && threads.has(threadOf(event)));
  const milliseconds = tasks.map(({ tdur = 0 }) => tdur / 1_000).sort((a, b) => b - a);
  if (milliseconds.length < 20) throw new Error('Nothing was recorded.');
  console.info(`longest of ${milliseconds.length} tasks: ${milliseconds[0]!.toFixed(1)} ms`);
  return milliseconds.filter((one) => one > SLACK * MOST_MILLISECONDS.task).map((one) => `a task of ${one} ms`);
}

/** What is dearer than it may be, of the page of hours as it stands. */
export async function dearInHours(page: Page): Promise<string[]> {
  const map = page.getByRole('group', { name: /Map of the hours/ });
  const chart = page.getByLabel('Supply and load by hour, MW');
  const series = page.locator('main select').first();
  const names = ['price', 'curtailed', 'stateOfCharge', 'carbon', 'matched'];
  const costs = {
    'a map drawn': [
      await costOf(page, names.length, async (at) => {
        await series.selectOption(names[at]!);
        await page.locator('.map canvas').waitFor();
      }),
      MOST_MILLISECONDS.drawn,
    ],
    'an hour of the map': [await costOf(page, 15, () => map.press('ArrowRight')), MOST_MILLISECONDS.frame],
    'a step nearer or further': [
      await costOf(page, 14, (at) => map.press(at % 7 < 4 ? '+' : '-')),
      MOST_MILLISECONDS.frame,
    ],
    'an hour of the week': [await costOf(page, 15, () => chart.press('ArrowRight')), MOST_MILLISECONDS.frame],
    'the next week': [
      await costOf(page, 7, async () => {
        await page.getByRole('button', { name: 'Week after' }).click();
        await chart.waitFor();
      }),
      MOST_MILLISECONDS.drawn,
    ],
  } as const;
  console.info(
    Object.entries(costs)
      .map(([name, [cost]]) => `${name}: ${cost.toFixed(1)} ms`)
      .join(', '),
  );
  return Object.entries(costs).flatMap(([name, [cost, most]]) => (cost > SLACK * most ? `${name}: ${cost} ms` : []));
}

const LONGEST_NAME = 'Nouaceur'.repeat(25);

/** The same of a page of a thousand runs with the longest names there are, and whether it is wider than its window. */
export async function dearInThousandRuns(page: Page, url: string): Promise<string[]> {
  const [run] = ((await (await fetch(`${url}/v1/runs?limit=1`)).json()) as { items: { scenario: object }[] }).items;
  const items = Array.from({ length: 50 }, (_, at) => ({
    ...run,
    id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    scenario: { ...run!.scenario, name: `${LONGEST_NAME.slice(0, 197)}${String(at).padStart(3, '0')}` },
  }));
  const listed = (address: URL) => address.pathname === '/v1/runs';
  await page.route(listed, (route) => route.fulfill({ json: { items, total: 1_000, nextCursor: 'next' } }));
  const rows = page.locator('tbody tr');
  const cost = await costOf(page, 3, async (at) => {
    await page.goto(`${url}/?lang=en#/runs?name=${at}`);
    await rows.nth(49).waitFor();
  });
  console.info(`fifty of a thousand runs: ${cost.toFixed(1)} ms`);
  const isWider = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  await page.unroute(listed);
  return [...(cost > SLACK * MOST_MILLISECONDS.drawn ? [`fifty runs: ${cost} ms`] : []), ...(isWider ? ['wider'] : [])];
}
