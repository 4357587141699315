import { describe, expect, test } from 'vitest';
import { VerificationError } from '../../src/errors.ts';
import type { Matching } from '../../src/scenario/scenario.ts';
import type { DecomposedProof } from '../../src/studies/answer.ts';
import type { DecomposedStage } from '../../src/studies/prove.ts';
import { verifyResult } from '../../src/studies/verify-result.ts';
import { tolerance } from '../../src/units.ts';
import { planned } from '../fixtures/answers.ts';
import { decomposedStage, provenInParts } from '../fixtures/decomposed-stage.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { resultOf } from '../fixtures/result-to-verify.ts';
import { battery, everyHour, own, phase, plant, site } from '../fixtures/site.ts';

const promises: readonly Matching[] = [
  everyHour,
  { kind: 'hourly', target: 0.9, over: 'everyYear' },
  { kind: 'hourly', target: 0.9, over: 'onAverage' },
  { kind: 'annual', target: 1, over: 'onAverage' },
  { kind: 'none' },
];

test('a plan answered in parts is the plan answered whole', async () => {
  let several = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const scenario = randomSite({ seed, matching: promises[seed % promises.length]! });
    const whole = await planned(scenario);
    const stage = await decomposedStage(scenario);
    const { cost, certificate, schedule, buildOut } = provenInParts(scenario, [stage]);
    if (stage.blocks.length > 1) several++;
    expect(Math.abs(cost.objective / whole.cost.objective - 1), `seed ${seed}`).toBeLessThan(1e-9);
    expect(certificate.relativeGap).toBeLessThan(1e-8);
    const namesIn = ({ phases }: typeof schedule) => phases.map((of) => [of.name, of.weatherYears.map((y) => y.name)]);
    expect(namesIn(schedule)).toEqual(namesIn(whole.schedule));
    expect(buildOut.map((vintage) => vintage.phase)).toEqual(scenario.phases.map(({ name }) => name));
  }
  expect(several).toBeGreaterThan(10);
});

/** Two phases under two weather years of three hours: four parts. */
const scenario = site({
  hours: 3,
  phases: [phase('first', 2030, 1, 1), phase('second', 2031, 1, 2)],
  weatherYears: [0.5, 0.5].map((weight, y) => ({ name: `year ${y}`, weight, year: 2005 + y, hours: 3 })),
  renewables: [
    plant('sun', [], {
      capacityFactor: [Float64Array.of(1, 0.5, 0), Float64Array.of(0.8, 0.9, 0)],
      purchase: own(100),
      lifetimeYears: 2,
    }),
  ],
  storages: [battery({ chargeEfficiency: 0.9, capexPerMW: 10, capexPerMWh: 20, lifetimeYears: 2, wearPerMWh: 0.01 })],
});
const stage = await decomposedStage(scenario);

type Lists = 'primal' | 'rowDual';

/** The stage with other values in one of its parts, or in its build-out (−1). */
function changed(at: number, list: Lists, change: (values: Float64Array) => Float64Array): DecomposedStage {
  const by = (values: DecomposedStage['linking']) => ({ ...values, [list]: change(values[list]) });
  if (at === -1) return { ...stage, linking: by(stage.linking) };
  return { ...stage, blocks: stage.blocks.map((block, part) => (part === at ? by(block) : block)) };
}
const weakened = (share: number): DecomposedStage => ({
  ...stage,
  linking: { ...stage.linking, rowDual: stage.linking.rowDual.map((y) => y * share) },
  blocks: stage.blocks.map((block) => ({ ...block, rowDual: block.rowDual.map((y) => y * share) })),
});

describe('what is proven in parts', () => {
  test('has a schedule from the sizes of the build-out: copies within the parts play no part', () => {
    const sound = provenInParts(scenario, [stage]);
    const copies = stage.decomposition.program.block(2).linkedTo.length;
    const elsewhere = changed(2, 'primal', (values) => values.map((value, j) => (j < copies ? 1e6 : value)));
    expect(provenInParts(scenario, [elsewhere])).toEqual(sound);
    expect(sound.certificate.maxViolationMWh).toBeLessThan(1e-9);
  });

  test('breaks with each part that breaks a law, and with the build-out', () => {
    for (const at of [-1, 0, 1, 2, 3]) {
      const smaller = changed(at, 'primal', (values) => values.map((value) => 0.9 * value));
      expect(() => provenInParts(scenario, [smaller]), `part ${at}`).toThrow(/^The schedule breaks \d+ laws/);
      const broken = changed(at, 'primal', (values) => values.map(() => Number.NaN));
      expect(() => provenInParts(scenario, [broken]), `part ${at}`).toThrow(VerificationError);
    }
  });

  test('is not proven best by weaker duals of any part, nor without one', () => {
    for (const at of [-1, 0, 1, 2, 3]) {
      const unproven = changed(at, 'rowDual', (values) => values.map((value) => 0.5 * value));
      expect(() => provenInParts(scenario, [unproven]), `part ${at}`).toThrow(/the proven bound .* a gap of/);
    }
    const few = { ...stage, blocks: stage.blocks.slice(0, 3) };
    expect(() => provenInParts(scenario, [few])).toThrow();
  });

  test('is called optimal at the gap that was asked for, and says which', () => {
    // Prices a thousandth too low prove a thousandth less.
    expect(() => provenInParts(scenario, [weakened(0.999)])).toThrow(/a gap of 0\.00/);
    expect(() => provenInParts(scenario, [weakened(0.999)], 1e-4)).toThrow(/more than 0\.0001/);
    const { certificate } = provenInParts(scenario, [weakened(0.999)], 1e-2);
    expect(certificate).toMatchObject({ relativeGap: expect.closeTo(1e-3, 6), requiredGap: 1e-2, verified: true });
    expect(provenInParts(scenario, [stage]).certificate).not.toHaveProperty('requiredGap');
  });
});

describe('a result proven in parts', () => {
  const sound = () => resultOf(scenario, 'plan', provenInParts(scenario, [stage]));
  const proofOf = (result: ReturnType<typeof sound>) => result.proofs![0] as DecomposedProof;
  const problemsOf = (result: ReturnType<typeof sound>) =>
    verifyResult(result).disagreements.map(({ where, problem }) => [where, problem]);

  test('with parts missing, too many, too short or too long is told', () => {
    const few = sound();
    Object.assign(proofOf(few), { partDuals: proofOf(few).partDuals.slice(0, 3) });
    expect(problemsOf(few)).toEqual([['proof', 'proof 1 has duals of 3 parts, but its programme has 4']]);
    const many = sound();
    Object.assign(proofOf(many), { partDuals: [...proofOf(many).partDuals, new Float64Array(0)] });
    expect(problemsOf(many)).toEqual([['proof', 'proof 1 has duals of 5 parts, but its programme has 4']]);
    const short = sound();
    Object.assign(proofOf(short), {
      linkingDual: proofOf(short).linkingDual.slice(1),
      partDuals: proofOf(short).partDuals.map((duals, at) => (at === 2 ? Float64Array.of(...duals, 0) : duals)),
    });
    expect(problemsOf(short)).toEqual([
      ['proof', expect.stringMatching(/^proof 1 has \d+ linking duals, but \d+ rows link its parts$/)],
      ['proof', expect.stringMatching(/^proof 1 has \d+ duals of part 3, but that has \d+ rows$/)],
    ]);
  });

  test('with parts in another order is not proven, and its prices are other ones', () => {
    const result = sound();
    Object.assign(proofOf(result), { partDuals: proofOf(result).partDuals.toReversed() });
    const wheres = problemsOf(result).map(([where]) => where);
    expect(wheres).toContain('certificate.dualBound');
    expect(wheres).toContain('schedule of second, year 1: shadowPricePerMWh');
  });

  test('of another scope proves nothing', () => {
    for (const change of [{ phases: [0] }, { weatherYears: [0] }, { exportAllowed: true }, { matching: promises[2] }]) {
      const result = sound();
      Object.assign(proofOf(result).scope, change);
      expect(problemsOf(result)).toEqual([['proof', expect.stringContaining('proof 1 is of another programme')]]);
    }
  });

  test('holds at a gap that it says was asked for, and only then', () => {
    const loose = resultOf(scenario, 'plan', provenInParts(scenario, [weakened(0.999)], 1e-2));
    const { disagreements, notChecked, certificate } = verifyResult(loose);
    expect(disagreements).toEqual([]);
    expect(certificate!.relativeGap).toBeCloseTo(1e-3, 6);
    const sentence = `certificate.requiredGap: whether a gap of 0.01 is small enough: it was asked for, in place of ${tolerance.relativeGap}.`;
    expect(notChecked).toContain(sentence);
    expect(verifyResult(sound()).notChecked).not.toContain(sentence);
    delete loose.claimed.certificate!.requiredGap;
    expect(problemsOf(loose)).toEqual([['status', expect.stringContaining('optimal is claimed')]]);
    loose.claimed.certificate!.requiredGap = 1e-4;
    expect(problemsOf(loose)).toEqual([['status', expect.stringContaining('a gap of 0.00')]]);
  });
});
