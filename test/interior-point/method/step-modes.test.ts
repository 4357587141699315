/** What each kind of step is for, on sites where the method needs it. */

import { expect, test } from 'vitest';
import { decompose } from '../../../src/model/decomposition.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import type { StepMode } from '../../../src/solvers/interior-point/method/predictor-corrector.ts';
import { wholeScope } from '../../../src/studies/scope.ts';
import { randomSite } from '../../fixtures/random-site.ts';
import { phase } from '../../fixtures/site.ts';
import { squeezedSite } from '../../fixtures/squeezed-site.ts';
import { type Way, wayOf } from '../way.ts';

const programOf = (scenario: Scenario) => decompose(scenario, wholeScope(scenario)).program;
const seeds = Array.from({ length: 25 }, (_, seed) => seed);
const ways = await Promise.all(seeds.map((seed) => wayOf(programOf(randomSite({ seed })))));

/** Where steps of a mode began and where they led. */
const stepsOf = ({ steps }: Way, wanted: StepMode) =>
  steps.flatMap(({ mode, before, after }) => (mode === wanted && after ? [{ before, after }] : []));

test('random sites are solved in some sixteen rounds, boldly until the gap is narrow and not from there on', () => {
  for (const { ending, steps } of ways) {
    expect(ending.status).toBe('optimal');
    const bold = steps.filter(({ mode }) => mode === 'aggressive').length;
    expect(bold).toBeGreaterThan(4);
    expect(bold).toBeLessThan(steps.length);
    expect(steps.slice(0, bold).every(({ mode }) => mode === 'aggressive')).toBe(true);
  }
  const rounds = ways.reduce((sum, { ending }) => sum + ending.rounds, 0);
  expect(rounds / ways.length).toBeLessThan(17);
});

test('where bold steps left the costs far from what products are, steps restore them before products fall on', () => {
  let restoring = 0;
  for (const way of ways) {
    for (const { before, after } of stepsOf(way, 'restoration')) {
      restoring++;
      expect(after.dualResidual).toBeLessThan(before.dualResidual / 2);
      expect(after.mu).toBeGreaterThan(before.mu / 4);
    }
    for (const { mode, before } of way.steps) {
      if (mode === 'strict') expect(before.dualResidual).toBeLessThanOrEqual(1e3 * before.mu);
    }
  }
  expect(restoring).toBeGreaterThan(2);
});

test('twelve phases whose plant lasts a year end with costs as close as a proof over all of them can bear', async () => {
  const { renewables, storages, links, ...drawn } = randomSite({ seed: 11 });
  const brief = <Plant extends object>(plant: Plant) => ({ ...plant, lifetimeYears: 1 });
  const program = programOf({
    ...drawn,
    phases: Array.from({ length: 12 }, (_, p) => phase(`${p}`, 2030 + p, 1, 20 + 2 * p)),
    renewables: renewables.map(brief),
    storages: storages.map((storage) => ({ ...brief(storage), powerLifetimeYears: 1 })),
    links: links.map(brief),
  });
  const way = await wayOf(program);
  const sharing = new Int32Array(program.linking.columnCount);
  for (let b = 0; b < program.blockCount; b++) for (const column of program.linkedTo(b)) sharing[column]!++;
  expect(Math.max(...sharing)).toBeLessThan(program.blockCount / 3);
  const centring = stepsOf(way, 'centring');
  expect(centring.length).toBeGreaterThan(0);
  for (const { before, after } of centring) expect(after.dualResidual).toBeLessThan(before.dualResidual);
  const { last } = way.ending;
  expect(last.dualResidual * program.blockCount).toBeLessThanOrEqual(3e-8 * Math.max(...sharing));
});

/** Below this a residual is rounding. */
const ROUNDING = 1e-15;

test('settling opens no equation: where a step would, columns go back to where they were', async () => {
  const squeezed = await wayOf(programOf(squeezedSite(125)));
  let back = 0;
  for (const { settlings } of [...ways, squeezed]) {
    settlings.forEach(({ isBack, residual, before }, at) => {
      if (isBack) {
        back++;
        expect(residual).toBeLessThanOrEqual(Math.max(ROUNDING, settlings[at - 1]!.before));
      } else if (!settlings[at + 1]?.isBack) expect(residual).toBeLessThanOrEqual(Math.max(ROUNDING, before));
    });
  }
  expect(back).toBeGreaterThan(0);
});
