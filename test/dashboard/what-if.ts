/** A target that is moved: the band is told at once, the answer lies in it, and narrows the next. */

import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const PATIENCE = { timeout: 60_000 };
const millionsIn = (text: string, pattern: RegExp) => Number(pattern.exec(text)![1]);

/** @param planMillions what the plan costs whose page it is */
export async function moveTarget(page: Page, planMillions: number): Promise<void> {
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
  expect(low).toBeGreaterThan(planMillions);
  expect(high).toBeGreaterThanOrEqual(low!);
  expect(high).toBeLessThan(solved);
}
