import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LinearProgram } from '../../src/lp/linear-program.ts';
import { formulate } from '../../src/model/formulation.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Basis, Optimum, SolveResult } from '../../src/solvers/solver.ts';
import { type Nearby, type PhaseProblem, solveByApproach } from '../../src/studies/approach.ts';
import type { Engine } from '../../src/studies/engine.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { engineOf } from '../fixtures/answers.ts';
import { battery, own, phase, plant, site, work } from '../fixtures/site.ts';
import { chanceOf } from '../verify/random-plan.ts';

const run = { numRuns: 8, seed: 20260313 };

/** Three days of sun, two winds, a battery and work that may wait until the next day. */
function campus(seed: number, itCapacityMW = 20): Scenario {
  const chance = chanceOf(seed);
  const between = (least: number, most: number) => least + (most - least) * chance();
  const hourly = (of: (hour: number) => number) => Array.from({ length: 72 }, (_, h) => of(h));
  const daylight = (h: number) => (h % 24 > 6 && h % 24 < 18 ? Math.sin((Math.PI * ((h % 24) - 6)) / 12) : 0);
  const [calm, turn] = [between(0.1, 0.5), between(0, 6)];
  return site({
    hours: 72,
    phases: [phase('only', 2030, 5, itCapacityMW)],
    installedMW: 1,
    meanMW: 0.8,
    tiers: [
      work('inference', [1], { share: 0.4 }),
      work('training', [1], { share: 0.6, deadlineHours: 24, floorShare: 0.2 }),
    ].map((tier) => ({ ...tier, arrivalShape: [new Float64Array(72).fill(1)] })),
    renewables: [
      plant(
        'sun',
        hourly((h) => daylight(h) * between(0.5, 1)),
        { purchase: own(between(40, 80)) },
      ),
      plant(
        'coast',
        hourly((h) => 0.5 + 0.4 * Math.sin(h / 9 + turn) * between(0.8, 1)),
        { purchase: own(between(90, 150)) },
      ),
      plant(
        'hills',
        hourly(() => between(calm, 1)),
        { purchase: own(between(100, 250)), loss: 0.05 },
      ),
    ],
    storages: [
      battery({ chargeEfficiency: 0.95, dischargeEfficiency: 0.95, capexPerMW: 10, capexPerMWh: between(5, 20) }),
    ],
  });
}

function problemOf(scenario: Scenario): PhaseProblem {
  const scope = wholeScope(scenario);
  return { scenario, scope, formulation: formulate(scenario, scope), task: 'phase' };
}

interface Solve {
  readonly task: string;
  readonly program: LinearProgram;
  readonly start: Basis | undefined;
  readonly result: SolveResult;
}

/** An engine that remembers; tasks named here run out of time. */
function watched(...outOfTime: readonly string[]): { engine: Engine; solves: Solve[]; tasks: () => string[] } {
  const engine = engineOf();
  const solves: Solve[] = [];
  const solve: Engine['solve'] = async (program, task, start) => {
    const result = outOfTime.includes(task)
      ? ({ status: 'limit', limit: 'time', iterations: 7 } as const)
      : await engine.solve(program, task, start);
    solves.push({ task, program, start, result });
    return result;
  };
  return { engine: { ...engine, solve }, solves, tasks: () => solves.map(({ task }) => task) };
}

async function directly(scenario: Scenario): Promise<Optimum> {
  const result = await engineOf().solve(problemOf(scenario).formulation.program, 'directly');
  if (result.status !== 'optimal') throw new Error(`expected an optimum, but the answer is ${result.status}`);
  return result;
}

/** The optimum of another scenario of the same shape, its sizes multiplied. */
async function near(scenario: Scenario, times: number): Promise<{ sizes: Float64Array; basis: Basis }> {
  const { primal, basis } = await directly(scenario);
  const { first, length } = problemOf(scenario).formulation.phases[0]!.K;
  return { sizes: primal.slice(first, first + length).map((size) => size * times), basis: basis! };
}

/** By approach however small the programme is. */
const approached = (scenario: Scenario, engine: Engine, nearby?: Nearby) =>
  solveByApproach(problemOf(scenario), engine, nearby, 0);

const starts: Readonly<Record<string, (seed: number) => Promise<Nearby | undefined>>> = {
  'a coarse answer': async () => undefined,
  'the sizes of half the campus, doubled': async (seed) => ({ sizes: (await near(campus(seed, 10), 2)).sizes }),
  'the sizes and the basis of a campus a third smaller': (seed) => near(campus(seed, 14), 1.6),
  'sizes and basis of another climate': (seed) => near(campus(seed + 1), 1.5),
  'sizes thirty times too large': async (seed) => ({ sizes: (await near(campus(seed), 30)).sizes }),
  'sizes far too small': async (seed) => near(campus(seed), 0.1),
  'no sizes at all': async (seed) => ({ sizes: (await near(campus(seed), 0)).sizes }),
};

test.each(Object.keys(starts))(
  'approached from %s, the optimum is that of the programme as it stands',
  async (from) => {
    let rounds = 0;
    const law = fc.asyncProperty(fc.nat(10_000), async (seed) => {
      const { engine, tasks } = watched();
      const nearby = await starts[from]!(seed);
      const answer = (await approached(campus(seed), engine, nearby)) as Optimum;
      expect(answer.status).toBe('optimal');
      expect(Math.abs(answer.objective / (await directly(campus(seed))).objective - 1)).toBeLessThan(1e-9);
      rounds += tasks().filter((task) => task.includes('approach')).length;
      expect(tasks().filter((task) => task.includes('approach')).length).toBeLessThanOrEqual(60);
    });
    await fc.assert(law, run);
    expect(rounds).toBeGreaterThanOrEqual(run.numRuns);
  },
);

test('rounds follow one another from basis to basis, and the last is without a fence', async () => {
  const { engine, solves, tasks } = watched();
  const nearby = await near(campus(1, 14), 1.6);
  await approached(campus(1), engine, nearby);
  const rounds = solves.length - 1;
  expect(rounds).toBeGreaterThan(2);
  expect(tasks()).toEqual([...Array.from({ length: rounds }, (_, r) => `phase, approach ${r + 1}`), 'phase']);
  expect(solves[0]!.start).toBe(nearby.basis);
  solves.slice(1).forEach(({ start }, i) => {
    expect(start).toBe((solves[i]!.result as Optimum).basis);
  });
  const { program } = problemOf(campus(1)).formulation;
  expect(solves.at(-1)!.program).toEqual(program);
  expect(solves.at(-2)!.program).not.toEqual(program);
});

test('each round is at most as dear as the one before: the fence only opens', async () => {
  const { engine, solves } = watched();
  await approached(campus(2), engine, { sizes: (await near(campus(2), 2)).sizes });
  const costs = solves.map(({ result }) => (result as Optimum).objective);
  expect(costs.length).toBeGreaterThan(3);
  costs.slice(1).forEach((cost, i) => {
    expect(cost).toBeLessThanOrEqual(costs[i]! * (1 + 1e-9));
  });
  expect(costs[0]).toBeGreaterThan(1.5 * costs.at(-1)!);
});

test('sizes of a coarse answer are held with a margin, energies in MWh again', async () => {
  // 1 MW through four hours of night: 2 MW of sun, 1 MW and 4 MWh of storage; in steps of four hours the same.
  const day = site({
    hours: 8,
    renewables: [plant('sun', [1, 1, 1, 1, 0, 0, 0, 0], { purchase: own(10) })],
    storages: [battery({ capexPerMW: 1, capexPerMWh: 1 })],
  });
  const { engine, solves, tasks } = watched();
  const answer = (await approached(day, engine)) as Optimum;
  expect(tasks().slice(0, 2)).toEqual(['phase, coarse', 'phase, approach 1']);
  const { columnLower, columnUpper } = solves[1]!.program;
  const { first, length } = problemOf(day).formulation.phases[0]!.K;
  for (const bound of [columnLower, columnUpper]) {
    expect(Array.from(bound.subarray(first, first + length))).toEqual([2.3, 1.15, 4.6].map((v) => expect.closeTo(v)));
  }
  expect(answer.objective).toBeCloseTo(20 + 1 + 4, 9);
});

test('a nearby answer saves the coarse one', async () => {
  const { engine, tasks } = watched();
  await approached(campus(3), engine, { sizes: (await near(campus(3), 1)).sizes });
  expect(tasks()).not.toContain('phase, coarse');
});

test('where the held sizes cannot serve, the programme is solved as it stands, from nothing', async () => {
  const { engine, solves, tasks } = watched();
  const answer = (await approached(campus(4), engine, await near(campus(4), 0.1))) as Optimum;
  expect(solves[0]!.result.status).toBe('infeasible');
  expect(tasks()).toEqual(['phase, approach 1', 'phase']);
  expect(solves[1]!.start).toBeUndefined();
  expect(answer.objective).toBeCloseTo((await directly(campus(4))).objective, 6);
});

test('a coarse answer that forgets the worst hour is no harm', async () => {
  // Mean availability 0.8: 1.25 MW in the coarse scenario, but the last hour needs 1 / 0.2 = 5 MW.
  const gust = site({ hours: 4, renewables: [plant('wind', [1, 1, 1, 0.2], { purchase: own(10) })] });
  const { engine, tasks } = watched();
  expect(((await approached(gust, engine)) as Optimum).objective).toBeCloseTo(50, 9);
  expect(tasks()).toEqual(['phase, coarse', 'phase, approach 1', 'phase']);
});

test('where there is no coarse scenario, or no answer to it, the programme is solved at once', async () => {
  const odd = watched();
  const nineHours = site({ hours: 9, renewables: [plant('wind', new Array(9).fill(0.5), { purchase: own(10) })] });
  expect((await approached(nineHours, odd.engine)).status).toBe('optimal');
  expect(odd.tasks()).toEqual(['phase']);

  const dark = site({ hours: 8, renewables: [plant('sun', [1, 1, 1, 1, 0, 0, 0, 0])] });
  const hopeless = watched();
  expect((await approached(dark, hopeless.engine)).status).toBe('infeasible');
  expect(hopeless.tasks()).toEqual(['phase, coarse', 'phase']);

  const late = watched('phase, coarse');
  expect((await approached(campus(5), late.engine)).status).toBe('optimal');
  expect(late.tasks()).toEqual(['phase, coarse', 'phase']);
});

test.each([1, 3])('out of time in round %i, the answer is that, and nothing more is solved', async (round) => {
  const { engine, solves, tasks } = watched(`phase, approach ${round}`);
  const answer = await approached(campus(6), engine, { sizes: (await near(campus(6), 1.5)).sizes });
  expect(answer).toEqual({ status: 'limit', limit: 'time', iterations: 7 });
  expect(solves).toHaveLength(round);
  expect(tasks().at(-1)).toBe(`phase, approach ${round}`);
});

test('out of time without a fence, the answer is that too: a fenced optimum is no optimum', async () => {
  const { engine } = watched('phase');
  const answer = await approached(campus(6), engine, { sizes: (await near(campus(6), 1.5)).sizes });
  expect(answer.status).toBe('limit');
});

test('a small programme is solved at once, from the basis of the nearby answer', async () => {
  const { engine, solves, tasks } = watched();
  const nearby = await near(campus(7, 10), 2);
  const problem = problemOf(campus(7));
  await solveByApproach(problem, engine, nearby);
  await solveByApproach(problem, engine, undefined, problem.formulation.program.rowCount + 1);
  await solveByApproach(problem, engine, nearby, problem.formulation.program.rowCount);
  expect(tasks().slice(0, 3)).toEqual(['phase', 'phase', 'phase, approach 1']);
  expect(solves.slice(0, 2).map(({ start }) => start)).toEqual([nearby.basis, undefined]);
});
