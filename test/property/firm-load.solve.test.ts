import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LoadTier, Scenario } from '../../src/scenario/scenario.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf } from '../fixtures/answers.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { chanceOf } from '../verify/random-plan.ts';

/** A site whose firm tier arrives in peaks and troughs, by chance with floor, ramp and leave to give up work. */
function peaky(seed: number): Scenario {
  const drawn = randomSite({ seed });
  const chance = chanceOf(seed + 1);
  const arrivalShape = drawn.load.tiers[0]!.arrivalShape.map((year) => {
    const peaks = year.map(() => chance() ** 2);
    const mean = peaks.reduce((sum, value) => sum + value, 0) / peaks.length;
    return peaks.map((value) => value / mean);
  });
  const least = Math.min(...arrivalShape.flatMap((year) => [...year]));
  const firm: LoadTier = {
    ...drawn.load.tiers[0]!,
    arrivalShape,
    floorShare: Math.min(1, least * (chance() < 0.8 ? 1 : 1.5)),
    ...(chance() < 0.5 ? { rampSharePerHour: 0.2 + 0.6 * chance() } : {}),
    ...(chance() < 0.8 ? { shed: { maximumShare: 0.2 + 0.6 * chance(), lostComputePerMWh: 5 } } : {}),
  };
  return { ...drawn, load: { ...drawn.load, tiers: [firm, ...drawn.load.tiers.slice(1)] } };
}

test('firm work that peaks beyond machines and ramp is given up or has no plan; no plan ever breaks a law', async () => {
  const counts = { optimal: 0, infeasible: 0, shed: 0 };
  const law = fc.asyncProperty(fc.nat(), async (seed) => {
    const answer = await plan(peaky(seed), engineOf(), 'together');
    expect(['optimal', 'infeasible']).toContain(answer.status);
    if (answer.status === 'infeasible') counts.infeasible++;
    if (answer.status !== 'optimal') return;
    counts.optimal++;
    const { shedMW } = answer.schedule.phases[0]!.weatherYears[0]!.tiers[0]!;
    if (shedMW.some((mw) => mw > 0.01)) counts.shed++;
  });
  await fc.assert(law, { numRuns: 60, seed: 20260206, endOnFailure: true });
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(10);
});
