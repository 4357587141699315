/** A year whose solve is stopped halfway: the plan that it has by then is written, proven and verified as what it is. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { summaryText } from '../../src/report/summary.ts';
import { resultDocument } from '../../src/results/document/make-document.ts';
import { planIn } from '../../src/results/document/plan-in.ts';
import type { ResultDocument } from '../../src/results/document/result-document.ts';
import { exactJson } from '../../src/results/files/exact-json.ts';
import { verifyResultDirectory } from '../../src/results/verify-directory.ts';
import type { LoadedScenario } from '../../src/scenario/load.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import type { Answer } from '../../src/studies/answer.ts';
import { plan } from '../../src/studies/plan.ts';
import { verifyResult } from '../../src/studies/verify-result.ts';
import { tolerance } from '../../src/units.ts';
import { engineOf } from '../fixtures/answers.ts';
import { example, freshDirectory, loadCampus, writeMadeUp } from './campus.ts';

const HALFWAY = 12;
/** One phase, so that a year is solved within seconds. */
const oneYear = example.replace(/ {2}- \{ name: 2 x 40 MW.*\n/, '');

async function answerAfter(rounds: number, directory: string): Promise<{ loaded: LoadedScenario; answer: Answer }> {
  const loaded = await loadCampus(directory, oneYear);
  const answer = await plan(loaded.scenario, engineOf(highsSolver, 'decomposed', rounds), 'together');
  return { loaded, answer };
}

let campus: string;
let stopped: Awaited<ReturnType<typeof answerAfter>>;

/** Written as `optimise` does. */
async function written(): Promise<string> {
  const directory = join(await freshDirectory(), 'out');
  const { loaded, answer } = stopped;
  const document = resultDocument({ loaded, study: 'plan', answer, baselines: [], createdAt: new Date(0) });
  await writeMadeUp(directory, campus, { loaded, answer, document, hasReport: true });
  return directory;
}

async function change(directory: string, edit: (document: ResultDocument) => void): Promise<void> {
  const path = join(directory, 'result.json');
  const document = JSON.parse(await readFile(path, 'utf8'));
  edit(document);
  await writeFile(path, exactJson(document));
}

const verified = (directory: string) => verifyResultDirectory(directory, verifyResult);

beforeAll(async () => {
  campus = await mkdtemp(join(tmpdir(), 'hourmatch-limit-'));
  stopped = await answerAfter(HALFWAY, campus);
}, 120_000);
afterAll(() => rm(campus, { recursive: true, force: true }));

test('a year that is stopped halfway has a plan that keeps every law, with its cost, its bound and its gap', async () => {
  const { answer } = stopped;
  expect(answer).toMatchObject({ status: 'limit', limit: 'time', best: { certificate: { verified: true } } });
  const { certificate, verification, cost } = planIn(answer)!;
  expect(verification.violations).toEqual([]);
  expect(certificate.relativeGap).toBeGreaterThan(tolerance.relativeGap);
  expect(certificate.relativeGap).toBeLessThan(0.5);
  expect(certificate.objective).toBe(cost.objective);
  const whole = await answerAfter(Number.POSITIVE_INFINITY, campus);
  expect(whole.answer.status).toBe('optimal');
  const optimum = planIn(whole.answer)!.cost.objective;
  expect(certificate.dualBound).toBeLessThanOrEqual(optimum);
  expect(cost.objective).toBeGreaterThan(optimum);
}, 120_000);

test('its directory is verified at limit, and refused when it is called optimal or nearer than it is', async () => {
  const directory = await written();
  const { verified: isVerified, disagreements } = await verified(directory);
  expect({ isVerified, disagreements }).toEqual({ isVerified: true, disagreements: [] });

  await change(directory, (document) => {
    Object.assign(document, { status: 'optimal' });
    Object.assign(document.certificate!, { relativeGap: 2 * tolerance.relativeGap });
  });
  const raised = await verified(directory);
  expect(raised.verified).toBe(false);
  expect(raised.disagreements.map(({ where }) => where)).toEqual(
    expect.arrayContaining(['status', 'certificate.relativeGap']),
  );
}, 120_000);

test('terminal and report say that it was stopped, how near it is, and that it is verified', async () => {
  const directory = await written();
  const document = JSON.parse(await readFile(join(directory, 'result.json'), 'utf8'));
  const words =
    /Stopped by the time limit: the plan is verified, within [\d.]+ % of the best possible; more time may find a cheaper one\./;
  const text = summaryText({ document, width: 1000 });
  expect(text).toMatch(words);
  expect(text).toContain('Every hour of every phase is matched by renewable energy.');
  const page = await readFile(join(directory, 'report.html'), 'utf8');
  expect(page.replaceAll('\u00a0', ' ')).toMatch(words);
  expect(page).toContain('Certificate');
});

test('where there is no plan by then, nothing is claimed, and that is said', () => {
  const { loaded, answer } = stopped;
  const nothing: Answer = { status: 'limit', limit: 'time', solver: answer.solver };
  const document = resultDocument({ loaded, study: 'plan', answer: nothing, baselines: [], createdAt: new Date(0) });
  expect(document).toMatchObject({ status: 'limit', phases: [] });
  expect(document).not.toHaveProperty('certificate');
  expect(summaryText({ document, width: 1000 })).toContain('There was no plan by then');
});
