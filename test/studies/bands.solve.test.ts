import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decompose } from '../../src/model/decomposition.ts';
import { formulate } from '../../src/model/formulation.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { plan } from '../../src/studies/plan.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { bandOf, widthOf } from '../../src/studies/sweep/band.ts';
import { fittedDuals } from '../../src/studies/sweep/fitted-duals.ts';
import { lowerBoundsOf } from '../../src/studies/sweep/lower-bound.ts';
import { mixed } from '../../src/studies/sweep/mixed-plan.ts';
import { provenLowerBound } from '../../src/verify/dual-bound.ts';
import { provenLowerBoundOfBlocks } from '../../src/verify/linked-bound.ts';
import { verifySchedule } from '../../src/verify/verify-schedule.ts';
import { engineOf, planned } from '../fixtures/answers.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { realWindow, realWindows } from '../fixtures/real-window.ts';

const hourly = (target: number) => ({ kind: 'hourly', target, over: 'everyYear' }) as const;

/** Of a mixture, laws of how an answer is told need not hold. */
const toldOnly = new Set(['storage-direction', 'grid-direction']);
const answerOf = ({ schedule, buildOut }: Proven) => ({ schedule, buildOut });

/** What is varied, and the scenario with a value of it. */
const variations = {
  target: { values: [0.55, 0.7, 0.9], with: (site: Scenario, value: number) => ({ ...site, matching: hourly(value) }) },
  importPrice: {
    values: [0.5, 1.3, 4],
    with: (site: Scenario, value: number) => ({
      ...site,
      grid: {
        ...site.grid,
        importPricePerMWh: site.grid.importPricePerMWh.map((year) => year.map((price) => value * price)),
      },
    }),
  },
  siteMaximum: {
    values: [1, 2.5, 60],
    with: (site: Scenario, value: number) => ({
      ...site,
      renewables: site.renewables.map((asset, i) => (i === 0 ? { ...asset, siteMaximumMW: value } : asset)),
    }),
  },
  capex: {
    values: [0.2, 1, 3],
    with: (site: Scenario, value: number) => ({
      ...site,
      storages: site.storages.map((asset) => ({ ...asset, capexPerMWh: value * (asset.capexPerMWh as number) })),
    }),
  },
} as const;

test('the band that two solved neighbours prove always holds the exact cost, whatever is varied', async () => {
  let [compared, closed, between] = [0, 0, 0];
  const law = fc.asyncProperty(
    fc.integer({ min: 1, max: 1e6 }),
    fc.constantFrom(...(Object.keys(variations) as (keyof typeof variations)[])),
    async (seed, what) => {
      const { values, with: withValue } = variations[what];
      const site = randomSite({ seed, matching: hourly(0.7) });
      const [low, mid, high] = values.map((value) => withValue(site, value)) as [Scenario, Scenario, Scenario];
      const answers = await Promise.all([low, mid, high].map((one) => plan(one, engineOf(highsSolver))));
      const [first, exact, second] = answers.flatMap((answer) => (answer.status === 'optimal' ? [answer] : []));
      // A promise that a small site cannot keep.
      if (second === undefined) return;
      const neighbours = [
        { at: 0, value: values[0], scenario: low, ...first! },
        { at: 2, value: values[2], scenario: high, ...second! },
      ];
      const { lower, upper } = bandOf(mid, values[1], neighbours);
      const cost = exact!.cost.objective;
      const room = 1e-6 * Math.abs(cost);
      // Of prices the duals of both prove the line between the two, where those of one say next to nothing.
      if (what === 'importPrice') {
        const share = (values[1] - values[0]) / (values[2] - values[0]);
        const line = (1 - share) * first!.certificate.dualBound + share * second!.certificate.dualBound;
        expect(lower!.cost).toBeGreaterThanOrEqual(line - room);
      }
      expect(lower!.cost).toBeLessThanOrEqual(cost + room);
      if (upper !== undefined) expect(upper.cost).toBeGreaterThanOrEqual(cost - room);
      compared++;
      if (upper !== undefined) closed++;
      if (upper !== undefined && upper.share > 0 && upper.share < 1) {
        const { schedule, buildOut } = mixed(answerOf(first!), answerOf(second!), upper.share);
        const broken = verifySchedule(mid, schedule, buildOut).violations.filter(
          ({ law: name }) => !toldOnly.has(name),
        );
        expect(broken).toEqual([]);
        between++;
      }
    },
  );
  await fc.assert(law, { numRuns: 12, seed: 7 });
  expect(compared).toBeGreaterThan(8);
  expect(closed).toBeGreaterThan(6);
  expect(between).toBeGreaterThan(2);
});

test('a neighbour that is the scenario itself leaves nothing open', async () => {
  const site = randomSite({ seed: 11, matching: hourly(0.8) });
  const own = await planned(site);
  expect(widthOf(bandOf(site, 0.8, [{ at: 0, value: 0.8, scenario: site, ...own }]))).toBeLessThan(1e-6);
});

test('duals of a target below 1 prove a bound of 1, whose own programme has no import', async () => {
  const at = (target: number) => realWindow(0, 168, hourly(target));
  const [below, full] = [await planned(at(0.9)), await planned(at(1))];
  const exact = full.cost.objective;
  const { lower, upper } = bandOf(at(1), 1, [{ at: 0, value: 0.9, scenario: at(0.9), ...below }]);
  expect(lower!.cost).toBeGreaterThan(below.cost.objective);
  expect(lower!.cost).toBeLessThanOrEqual(exact * (1 + 1e-6));
  expect(upper).toBeUndefined();
  // A tenth more load costs a tenth more where nothing is at its limit; the plan at hand does not serve it.
  const more = { ...at(1), phases: at(1).phases.map((one) => ({ ...one, itCapacityMW: 1.1 * one.itCapacityMW })) };
  const ofMore = bandOf(more, 1, [{ at: 0, value: 0, scenario: at(1), ...full }]);
  expect(ofMore.lower!.cost).toBeGreaterThan(exact);
  expect(ofMore.lower!.cost).toBeLessThanOrEqual(1.1 * exact * (1 + 1e-6));
  expect(ofMore.upper).toBeUndefined();
});

test('duals of another target prove nearly all once the price of work is fitted to it', async () => {
  const at = (target: number) => realWindow(0, 168, hourly(target));
  const [base, exact] = [await planned(at(0.95)), (await planned(at(0.97))).cost.objective];
  const { program } = formulate(at(0.97), wholeScope(at(0.97)));
  const [proof] = base.proofs;
  if (proof?.kind !== 'whole') throw new Error('one programme was expected');
  const missing = (duals: Float64Array) => 1 - provenLowerBound(program, duals, Number.POSITIVE_INFINITY) / exact;
  const [plain, fitted] = [missing(proof.rowDual), missing(fittedDuals(program, proof.rowDual))];
  expect(plain).toBeGreaterThan(1e-3);
  expect(fitted).toBeLessThan(plain / 10);
  expect(fitted).toBeGreaterThan(-1e-6);
});

test('what duals prove of a scenario is what they prove of its own programme, whatever was asked before', async () => {
  const at = (target: number) => realWindows([0, 24], 24, hourly(target));
  const base = at(0.9);
  const proofOf = async (scenario: Scenario) => {
    const answer = await plan(scenario, engineOf(highsSolver, 'decomposed'));
    const [proof] = answer.status === 'optimal' ? answer.proofs : [];
    if (proof?.kind !== 'decomposed') throw new Error('blocks were expected');
    return proof;
  };
  const [first, other, cutoff] = [await proofOf(base), { proof: await proofOf(at(0.8)), share: 0.3 }, 1e12];
  const between = mixed(first, other.proof, other.share);
  const anew = (scenario: Scenario, { linkingDual: linking, partDuals }: typeof first) => {
    const { program } = decompose(scenario, wholeScope(scenario));
    const blocks = partDuals.map((duals, at) => fittedDuals(program.block(at).program, duals));
    return provenLowerBoundOfBlocks(program, { linking, blocks }, cutoff);
  };
  const [plant, ...plants] = base.renewables;
  const grid = {
    ...base.grid,
    importPricePerMWh: base.grid.importPricePerMWh.map((year) => year.map((one) => 2 * one)),
  };
  const halved = { ...base, load: { ...base.load, utilisation: base.load.utilisation / 2 } };
  const tiers = base.load.tiers.map((tier) => ({ ...tier, deadlineHours: Math.ceil(tier.deadlineHours / 2) }));
  const asked: readonly Scenario[] = [
    base,
    { ...base, renewables: [{ ...plant!, siteMaximumMW: 100 }, ...plants] },
    at(0.8),
    { ...base, grid },
    { ...at(0.85), grid, discountRate: 0.1 },
    halved,
    { ...halved, matching: hourly(0.8) },
    { ...base, load: { ...base.load, tiers } },
    base,
  ];
  let compared = 0;
  for (const scenario of asked) {
    const bound = lowerBoundsOf(scenario);
    const proven = [bound(first, cutoff), bound(first, cutoff, other), bound(other.proof, cutoff)];
    const own = [first, between, other.proof].map((proof) => anew(scenario, proof));
    for (const [which, told] of own.entries()) {
      if (told > 0) expect(proven[which]! / told).toBeCloseTo(1, 9);
      else expect(proven[which]).toBeUndefined();
    }
    compared += own.filter((told) => told > 0).length;
  }
  expect(compared).toBeGreaterThan(20);
});
