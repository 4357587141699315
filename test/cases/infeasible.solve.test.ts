import { describe, expect, test, vi } from 'vitest';
import { highsSolver } from '../../src/solvers/highs.ts';
import { plan } from '../../src/studies/plan.ts';
import { shortagesOf } from '../../src/studies/shortage.ts';
import { engineOf } from '../fixtures/answers.ts';
import { load, shipped, withAssets } from './documents.ts';
import { engineTo } from './solved.ts';

// A few seconds each, on a machine that has them to spare.
vi.setConfig({ testTimeout: 300_000 });

describe('what cannot be kept', () => {
  const both = (size: object, battery = {}) => withAssets(shipped, size, size, battery);
  const committed = { maximumMW: 20, committedMW: 20, committedMWh: 80 };
  const shortage = (unmatchedMWh: number) => ({ unmatchedMWh: expect.closeTo(unmatchedMWh, -1), permittedMWh: 0 });

  test('is infeasible, with what the sun alone leaves unmatched', async () => {
    const { scenario } = await load({ ...shipped, renewables: shipped.renewables.slice(1), storages: [] });
    expect(await plan(scenario, engineTo(1e-4), 'together')).toMatchObject({
      status: 'infeasible',
      shortages: [shortage(150_797)],
    });
  });

  test.each([
    ['on sites of 20 MW', both({ siteMaximumMW: 20 }), 204_623],
    ['on sites that hold nothing', both({ siteMaximumMW: 0 }), 349_504],
    ['with what is committed alone', both({ siteMaximumMW: 50, committedMW: 50 }, committed), 50_569],
  ])('is infeasible %s', async (_, document, unmatchedMWh) => {
    const { scenario } = await load(document);
    // The simplex method sees it at once; the other in two hundred rounds.
    expect(await plan(scenario, engineOf(highsSolver, 'one-lp'), 'together', false)).toMatchObject({
      status: 'infeasible',
    });
    expect(await shortagesOf(scenario, [0], engineTo(1e-4))).toMatchObject([shortage(unmatchedMWh)]);
  });
});
