/** A report of a run that is listed, in French as PDF: it tells of the studies that stand on the run. */

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const PATIENCE = { timeout: 60_000 };
const STUDY = '00000000-0000-4000-8000-000000000000';

export async function downloadReport(page: Page): Promise<void> {
  // Told of a study that there is not: the report is then asked for with it, and given without.
  const asksStudies = ({ pathname, searchParams }: URL) => pathname === '/v1/runs' && searchParams.has('onRun');
  await page.route(asksStudies, (route) => route.fulfill({ json: { items: [{ id: STUDY, study: 'values' }] } }));
  const asked: string[] = [];
  await page.route('**/report?*', (route) => {
    const url = route.request().url();
    asked.push(url);
    return route.continue({ url: url.replace(`studies=${STUDY}&`, '') });
  });
  await page.locator('summary', { hasText: 'Fichiers' }).first().press('Enter');
  await page.getByText('Les rapports parlent aussi des études de ce plan').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download', PATIENCE),
    page.getByRole('button', { name: /report\.fr\.pdf/ }).press('Enter'),
  ]);
  expect(await readFile((await file.path())!, 'latin1')).toMatch(/^%PDF/);
  expect(asked.join()).toContain(`lang=fr&studies=${STUDY}&format=pdf`);
  await page.unrouteAll();
}
