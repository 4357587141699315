import { expect, test } from 'vitest';
import { highsSolver } from '../../src/solvers/highs.ts';
import { dispatch } from '../../src/studies/dispatch.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf } from '../fixtures/answers.ts';
import { squeezedSite } from '../fixtures/squeezed-site.ts';

test.each(['one-lp', 'decomposed'] as const)(
  'every squeezed site has an answer: a proven plan, or none is possible, %s',
  async (method) => {
    const counts = { optimal: 0, infeasible: 0, unbounded: 0, limit: 0 };
    for (let seed = 100; seed < 150; seed++) {
      const answer = await plan(squeezedSite(seed), engineOf(highsSolver, method), 'together');
      counts[answer.status]++;
    }
    expect(counts.optimal + counts.infeasible).toBe(50);
    expect(Math.min(counts.optimal, counts.infeasible)).toBeGreaterThan(12);
  },
);

test('what stands on a squeezed site is run, or cannot run at all', async () => {
  const counts = { optimal: 0, infeasible: 0, unbounded: 0, limit: 0 };
  for (let seed = 200; seed < 230; seed++) counts[(await dispatch(squeezedSite(seed), engineOf())).status]++;
  expect(counts.optimal + counts.infeasible).toBe(30);
  expect(counts.optimal).toBeGreaterThan(5);
});
