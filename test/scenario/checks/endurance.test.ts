import { expect, test } from 'vitest';
import { changed, issuesOf } from '../example.ts';

const busy = (depthShare: number) =>
  changed(
    ['utilisation: 0.8', 'utilisation: 0.99'],
    ['deadlineHours: 0,', `deadlineHours: 5, endurance: { depthShare: ${depthShare} },`],
  );

test('more work at once than the machines can do and may be held back is refused', async () => {
  // A peak of 1.1 × 0.99 = 1.089 of the installed power: 1 − 1/1.089 has to be held back.
  expect(await issuesOf(busy(0.09))).toEqual([]);
  expect(await issuesOf(busy(0.05))).toMatchObject([
    {
      where: 'load.tiers[0].endurance.depthShare',
      problem:
        '0.05 of what arrives may be held back, but 0.08173 of it has to be where it is 1.089 of the installed power',
      expected: 'Expected at least 0.082, or a lower load.utilisation.',
    },
  ]);
});
