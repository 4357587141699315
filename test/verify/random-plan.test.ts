import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Matching } from '../../src/scenario/scenario.ts';
import { verifySchedule } from '../../src/verify/verify-schedule.ts';
import { draws } from '../fixtures/draws.ts';
import { randomPlan } from './random-plan.ts';
import type { Mutable, Plan } from './small-plan.ts';

const over = fc.constantFrom<'everyYear' | 'onAverage'>('everyYear', 'onAverage');
const matching: fc.Arbitrary<Matching> = fc.oneof(
  fc.record({ kind: fc.constant('hourly' as const), target: fc.constantFrom(0.85, 1), over }),
  fc.record({ kind: fc.constantFrom('monthly' as const, 'annual' as const), target: fc.constant(1), over }),
  fc.constant({ kind: 'none' as const }),
);
const wishes = fc.record({
  seed: fc.nat(),
  hours: fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 1, maxLength: 3 }),
  deadlineHours: fc.integer({ min: 0, max: 12 }),
  matching,
});

test('a plan that keeps every law by construction is found to keep every law', () => {
  let checks = 0;
  fc.assert(
    fc.property(wishes, (wish) => {
      const plan = randomPlan(wish);
      const { violations, laws } = verifySchedule(plan.scenario, plan.schedule, plan.buildOut);
      expect(violations).toEqual([]);
      checks += laws.reduce((sum, law) => sum + law.checks, 0);
    }),
    draws(60, 20260103),
  );
  expect(checks).toBeGreaterThan(30_000);
});

test('work served an hour after its deadline is late by both roads, and by the same amount', () => {
  let late = 0;
  fc.assert(
    fc.property(wishes, (wish) => {
      const plan = randomPlan(wish) as Mutable<Plan>;
      const training = plan.scenario.load.tiers[1]!;
      fc.pre(training.deadlineHours > 0);
      training.deadlineHours -= 1;
      const { violations } = verifySchedule(plan.scenario, plan.schedule, plan.buildOut);
      expect(violations.filter(({ law }) => law !== 'deadline')).toEqual([]);
      for (const { name, hours } of plan.scenario.weatherYears) {
        const found = violations.filter(({ weatherYear }) => weatherYear === name);
        // What waits too long at the end of an hour is what leaves too late in the hour after.
        const waiting = found.filter(({ problem }) => problem.includes('wait,'));
        const leaving = found.filter(({ problem }) => problem.includes('waited'));
        expect(leaving.map(({ hour }) => hour!).sort()).toEqual(waiting.map(({ hour }) => (hour! + 1) % hours).sort());
        for (const { hour, amountMWh } of waiting) {
          const next = leaving.find((violation) => violation.hour === (hour! + 1) % hours)!;
          expect(next.amountMWh).toBeCloseTo(amountMWh, 6);
          late++;
        }
      }
    }),
    draws(60, 20260104),
  );
  expect(late).toBeGreaterThan(90);
});

test('a single disturbed flow never goes unseen', () => {
  const flow = fc.constantFrom(
    'charge',
    'discharge',
    'stored',
    'served',
    'backlog',
    'generation',
    'import',
    'export',
    'load',
  );
  fc.assert(
    fc.property(wishes, flow, fc.nat(), fc.double({ min: 0.001, max: 10, noNaN: true }), (wish, which, at, more) => {
      const plan = randomPlan(wish);
      const flows = plan.schedule.phases[0]!.weatherYears[0]!;
      const series = {
        charge: flows.storages[0]!.chargeMW,
        discharge: flows.storages[0]!.dischargeMW,
        stored: flows.storages[0]!.stateOfChargeMWh,
        served: flows.tiers[1]!.servedMW,
        backlog: flows.tiers[1]!.backlogMWh,
        generation: flows.renewables[0]!.generationMW,
        import: flows.importMW,
        export: flows.exportMW,
        load: flows.loadMW,
      }[which];
      series[at % series.length]! += more;
      const { violations } = verifySchedule(plan.scenario, plan.schedule, plan.buildOut);
      expect(violations.length).toBeGreaterThan(0);
    }),
    draws(90, 20260105),
  );
});
