/**
 * One programme and the method of blocks agree on sites that draw what a scenario may add, and no burden makes a plan cheaper.
 * HOURMATCH_DRAWS sets how many are drawn: 300 draw each addition more than forty times, which takes minutes.
 */

import { expect, test } from 'vitest';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { plan } from '../../src/studies/plan.ts';
import { additions, siteWithAdditions } from '../fixtures/additions.ts';
import { engineOf, planned, proven } from '../fixtures/answers.ts';
import { burdens } from '../fixtures/burdens.ts';

const draws = Number(process.env['HOURMATCH_DRAWS'] ?? 16);

/** Relative: both costs are optimal to one part in a million. */
const slack = (cost: number) => 2e-6 * Math.abs(cost);
const costOf = async (scenario: Scenario) => (await planned(scenario)).cost.objective;
const inBlocks = async (scenario: Scenario) =>
  proven(await plan(scenario, engineOf(highsSolver, 'decomposed'), 'together')).cost.objective;

test(`${draws} sites cost the same as one programme and in blocks, and no less than without their burdens`, async () => {
  const drawn = new Map<string, number>();
  let dearer = 0;
  for (let seed = 0; seed < draws; seed++) {
    const { plain, added, names } = siteWithAdditions(seed);
    const [whole, blocks] = [await costOf(added), await inBlocks(added)];
    expect(Math.abs(whole - blocks), `seed ${seed}: ${names}`).toBeLessThanOrEqual(slack(whole));
    for (const name of names) drawn.set(name, (drawn.get(name) ?? 0) + 1);
    if (!names.some((name) => name in burdens)) continue;
    const before = await costOf(plain);
    expect(whole, `seed ${seed}: ${names}`).toBeGreaterThanOrEqual(before - slack(before));
    if (whole > before + slack(before)) dearer++;
  }
  const fewest = Math.min(...Object.keys(additions).map((name) => drawn.get(name) ?? 0));
  expect(fewest).toBeGreaterThanOrEqual(draws >= 300 ? 40 : 1);
  expect(dearer).toBeGreaterThan(draws / 10);
}, 1_800_000);
