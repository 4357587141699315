import { beforeAll, describe, expect, test } from 'vitest';
import type { Proof } from '../../src/studies/answer.ts';
import type { Claims } from '../../src/studies/claims.ts';
import { dispatch } from '../../src/studies/dispatch.ts';
import { plan } from '../../src/studies/plan.ts';
import { type ResultToVerify, verifyResult } from '../../src/studies/verify-result.ts';
import { tolerance } from '../../src/units.ts';
import { engineOf } from '../fixtures/answers.ts';
import { decomposedStage, provenInParts } from '../fixtures/decomposed-stage.ts';
import { resultOf } from '../fixtures/result-to-verify.ts';
import { aptCurve, withEndurance, withThroughput } from '../verify/load-faults.ts';
import { priceFaults } from '../verify/price-faults.ts';
import { type Mutable, smallPlan } from '../verify/small-plan.ts';

const engine = engineOf();

const kinds = ['together', 'phaseByPhase', 'inParts', 'dispatch'] as const;

const dualsOf = (proof: Proof): readonly Float64Array[] =>
  proof.kind === 'whole' ? [proof.rowDual] : [proof.linkingDual, ...proof.partDuals];

/** Fresh copies of results, each free to be damaged. */
const results = {} as Record<(typeof kinds)[number], () => Mutable<ResultToVerify>>;

beforeAll(async () => {
  const { scenario } = smallPlan();
  scenario.discountRate = 0.07;
  // The curve lets training do what it did, so that what was worked out by hand still holds.
  withThroughput({ scenario, schedule: { phases: [] }, buildOut: [] }, aptCurve);
  withEndurance({ scenario, schedule: { phases: [] }, buildOut: [] }, 0.5, 3, 3);
  const standing = structuredClone(scenario);
  // What stands is too small for it.
  delete standing.grid.emissionsLimitTonnesPerYear;
  standing.renewables[0]!.committedMW = 30;
  Object.assign(standing.storages[0]!, { committedMW: 5, committedMWh: 10 });
  standing.links[0]!.capacityMW = 30;
  const answers = {
    together: [scenario, 'plan', await plan(scenario, engine, 'together')],
    phaseByPhase: [scenario, 'plan', await plan(scenario, engine, 'phaseByPhase')],
    inParts: [scenario, 'plan', provenInParts(scenario, [await decomposedStage(scenario)])],
    dispatch: [standing, 'dispatch', await dispatch(standing, engine)],
  } as const;
  for (const [name, [asked, study, answer]] of Object.entries(answers)) {
    expect(answer.status).toBe('optimal');
    const sound = resultOf(asked, study, answer);
    results[name as keyof typeof results] = () => structuredClone(sound);
  }
});

const wheresOf = (result: ResultToVerify) => verifyResult(result).disagreements.map(({ where }) => where);

describe.each(kinds)('a sound result, %s', (kind) => {
  test('keeps every law, is proven, and claims nothing that is not so', () => {
    const { verification, certificate, disagreements } = verifyResult(results[kind]());
    expect(verification.violations).toEqual([]);
    expect(disagreements).toEqual([]);
    expect(certificate!.relativeGap).toBeLessThanOrEqual(tolerance.relativeGap);
    expect(certificate!.dualBound).toBeGreaterThan(0);
  });

  test('has every number of its result.json compared', () => {
    const untouched = JSON.stringify(results[kind]().claimed);
    let changed = 0;
    const visit = (part: unknown, change: (owner: Record<string, unknown>, field: string) => void): void => {
      if (typeof part !== 'object' || part === null) return;
      for (const [field, value] of Object.entries(part)) {
        if (typeof value === 'number') change(part as Record<string, unknown>, field);
        else visit(value, change);
      }
    };
    const { phases, cost, emissions, certificate } = JSON.parse(untouched) as Claims;
    visit({ phases, cost, emissions, certificate }, () => changed++);
    const unnoticed: string[] = [];
    for (let at = 0; at < changed; at++) {
      const result = results[kind]();
      const claimed = result.claimed as Claims;
      let count = 0;
      const numbers = {
        phases: claimed.phases,
        cost: claimed.cost,
        emissions: claimed.emissions,
        certificate: claimed.certificate,
      };
      visit(numbers, (owner, field) => {
        if (count++ !== at) return;
        owner[field] = (owner[field] as number) * 0.999 - 0.001;
        const found = wheresOf(result);
        if (!found.some((where) => where.endsWith(`.${field}`))) unnoticed.push(field);
      });
    }
    expect(changed).toBeGreaterThan(100);
    expect(unnoticed).toEqual([]);
  });

  test('is not proven by other duals: the bound falls and says so', () => {
    const { cost } = verifyResult(results[kind]());
    let weaker = 0;
    const lists = results[kind]().proofs!.flatMap(dualsOf);
    for (const [at, duals] of lists.entries()) {
      for (const row of duals.keys()) {
        for (const change of [-0.5, 0.5, 2]) {
          const result = results[kind]();
          result.proofs!.flatMap(dualsOf)[at]![row]! += change * Math.max(1, Math.abs(duals[row]!));
          const { certificate, disagreements } = verifyResult(result);
          expect(certificate!.dualBound).toBeLessThanOrEqual(cost!.objective * (1 + 1e-12));
          if (certificate!.relativeGap <= tolerance.relativeGap) continue;
          weaker++;
          expect(disagreements.map(({ where }) => where)).toEqual(
            expect.arrayContaining(['certificate.dualBound', 'certificate.relativeGap', 'status']),
          );
        }
      }
    }
    expect(weaker).toBeGreaterThan(50);
  });
});

test.each(priceFaults)('$price that a plan forgot is found in its cost, and no law is broken', ({ name, set }) => {
  const result = results.together();
  set(result.scenario);
  const { verification, disagreements } = verifyResult(result);
  expect(verification.violations).toEqual([]);
  const { items } = (result.claimed as Claims).cost!;
  const about = disagreements.flatMap(({ where, problem }) => {
    if (!where.startsWith('cost.items')) return [];
    return items![Number(/\d+/.exec(where)?.[0])]?.name ?? / of (\w+) in /.exec(problem)![1]!;
  });
  expect(new Set(about)).toEqual(new Set([name]));
  expect(disagreements.map(({ where }) => where)).toContain('cost.objective');
});

test('a proof of a narrower programme proves nothing, though its bound may be as high', () => {
  for (const [field, value] of [
    ['importAllowed', false],
    ['exportAllowed', false],
    ['mostImportMWh', [0]],
    ['minimise', 'import'],
    ['weatherYears', []],
    ['phases', [0]],
    ['built', [Float64Array.of(40, 30, 5, 10, 10)]],
    ['matching', { kind: 'hourly', target: 0.99, over: 'everyYear' }],
  ] as const) {
    const result = results.together();
    Object.assign(result.proofs![0]!.scope, { [field]: value });
    const { certificate, disagreements, notChecked } = verifyResult(result);
    expect(certificate).toBeUndefined();
    expect(disagreements).toEqual([
      { where: 'proof', problem: expect.stringContaining('proof 1 is of another programme') },
    ]);
    expect(notChecked).toContain('certificate.dualBound, certificate.relativeGap: the proofs do not fit.');
  }
});

test('proofs too few, too many or too short are told', () => {
  const few = results.phaseByPhase();
  few.proofs!.pop();
  expect(wheresOf(few)).toContain('proof');
  const many = results.together();
  many.proofs!.push(many.proofs![0]!, many.proofs![0]!);
  expect(wheresOf(many)).toContain('proof');
  const short = results.together();
  Object.assign(short.proofs![0]!, { rowDual: dualsOf(short.proofs![0]!)[0]!.slice(1) });
  expect(verifyResult(short).disagreements).toEqual([
    { where: 'proof', problem: expect.stringMatching(/^proof 1 has \d+ duals, but its programme has \d+ rows$/) },
  ]);
});

test('a price in one hour that no dual backs is told with its place', () => {
  const result = results.together();
  result.schedule.phases[1]!.weatherYears[0]!.shadowPricePerMWh![3]! += 1;
  expect(verifyResult(result).disagreements).toEqual([
    { where: 'schedule of second, calm: shadowPricePerMWh', problem: expect.stringMatching(/^hour 3 says /) },
  ]);
});

test('a dispatch whose import was capped elsewhere is told: at another cap another cost is least', () => {
  const result = results.dispatch();
  const { scope } = result.proofs![1]!;
  Object.assign(scope, { mostImportMWh: scope.mostImportMWh!.map((mwh) => mwh + 1) });
  expect(wheresOf(result)).toContain('proof of second, calm');
});

test('a dispatch is not held to the promise that what stands may not keep', () => {
  const result = results.dispatch();
  expect(verifyResult({ ...result, claimed: { ...result.claimed, study: 'plan' } }).verification.laws).not.toEqual(
    verifyResult(result).verification.laws,
  );
});

test('a schedule made elsewhere is checked as far as it goes, and what is not checked is said', () => {
  const { scenario, schedule, claimed } = results.together();
  const { phases } = claimed;
  const bare = phases.map(({ name, renewables, storages, links, grid }) => ({
    name,
    renewables,
    storages,
    links,
    grid,
  }));
  const result = verifyResult({ scenario, schedule, claimed: { study: 'plan', phases: bare } });
  expect(result.verification.violations).toEqual([]);
  expect(result.disagreements).toEqual([]);
  expect(result.certificate).toBeUndefined();
  // What was built follows from what stands, so the cost is that of the plan itself.
  expect(result.cost!.objective).toBeCloseTo(claimed.cost!.objective!, 3);
  expect(result.notChecked).toEqual([
    'proof/proof.json: what was built when is not stated, so it was deduced from what stands.',
    expect.stringMatching(
      /^status, certificate\.dualBound, .*: without proofs nothing says how much cheaper a plan could be/,
    ),
  ]);
});

test('costs left out and costs made up are told by name', () => {
  const result = results.together();
  const items = result.claimed.cost!.items! as unknown as { name: string; value: number }[];
  const paid = items.findIndex(({ value }) => value > 0);
  const [gone] = items.splice(paid, 1);
  items.push({ ...gone!, name: 'ghost' });
  expect(verifyResult(result).disagreements).toEqual([
    {
      where: `cost.items[${items.length - 1}]`,
      problem: expect.stringContaining('of ghost in first is no cost of this plan'),
    },
    { where: 'cost.items', problem: expect.stringContaining(`of ${gone!.name} in first is missing`) },
  ]);
});

test('what cannot be read as a schedule of the scenario breaks the law of structure, and nothing is thrown', () => {
  const result = results.together();
  result.schedule.phases[0]!.weatherYears[0]!.renewables.pop();
  const { verification, cost, notChecked } = verifyResult(result);
  expect(verification.violations[0]!.law).toBe('structure');
  expect(cost).toBeUndefined();
  expect(notChecked).toEqual(['Costs, scores and bound: the schedule cannot be read as one of this scenario.']);
});
