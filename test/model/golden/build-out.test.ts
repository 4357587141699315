import { expect, test } from 'vitest';
import { mostBuilt, siteLimit, standing } from '../../../src/model/build-out.ts';
import { buildablesOf } from '../../../src/model/buildable.ts';
import { limitedTogether } from '../../../src/model/sizes.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';
import { line, phase, plant, site } from '../../fixtures/site.ts';

const phases = [phase('first', 2030, 3, 10), phase('second', 2033, 3, 20), phase('third', 2036, 3, 30)];
const scenario = site({
  hours: 2,
  phases,
  renewables: [
    plant('lasting', [1, 1], { lifetimeYears: 25, committedMW: 5 }),
    // Built in 2030 it has ended when 2036 begins; built in 2033 it still stands.
    plant('brief', [1, 1], { lifetimeYears: 6, availableFrom: 2031, siteMaximumMW: 40 }),
  ],
});
const buildables = buildablesOf(scenario);

test('what stands is what was committed and every vintage whose life has not ended', () => {
  const columns = new Columns();
  const K = columns.block('K', 2);
  const vintages = ['b2030', 'b2033', 'b2036'].map((name) => columns.block(name, 2));
  expectRows(standing(scenario, buildables, phases[2]!, K, vintages), columns, [
    '+1 K[0] -1 b2030[0] -1 b2033[0] -1 b2036[0] = 5',
    '+1 K[1] -1 b2033[1] -1 b2036[1] = 0',
  ]);
});

test('a phase builds at most what the site has room for, and nothing before it can be commissioned', () => {
  expect([...mostBuilt(scenario, buildables, phases[0]!)]).toEqual([995, 0]);
  expect([...mostBuilt(scenario, buildables, phases[1]!)]).toEqual([995, 40]);
});

const fading = site({
  hours: 2,
  phases,
  renewables: [
    plant('old', [1, 1], { lifetimeYears: 25, committedMW: 5, siteMaximumMW: 40, fadePerYear: 0.1, availability: 0.9 }),
    plant('sound', [1, 1], { lifetimeYears: 25, siteMaximumMW: 40 }),
  ],
});

test('what is at work is what age and outages leave of each vintage, on average over the years of the phase', () => {
  const columns = new Columns();
  const K = columns.block('K', 2);
  const vintages = ['b2030', 'b2033'].map((name) => columns.block(name, 2));
  // Of 2033 to 2035: 3, 4 and 5 years old 0.729, 0.6561 and 0.59049, and new 1, 0.9 and 0.81; nine tenths of the means.
  const [old, young] = [(0.9 * (0.729 + 0.6561 + 0.59049)) / 3, (0.9 * (1 + 0.9 + 0.81)) / 3];
  expectRows(standing(fading, buildablesOf(fading), phases[1]!, K, vintages), columns, [
    `+1 K[0] -${Number(old.toPrecision(12))} b2030[0] -${Number(young.toPrecision(12))} b2033[0] = ${Number((5 * old).toPrecision(12))}`,
    '+1 K[1] -1 b2030[1] -1 b2033[1] = 0',
  ]);
});

test('where less is at work than stands, what stands keeps within the site by itself', () => {
  const columns = new Columns();
  const vintages = ['b2030', 'b2033'].map((name) => columns.block(name, 2));
  expectRows(siteLimit(fading, buildablesOf(fading), phases[1]!, [[0]], vintages), columns, [
    '+1 b2030[0] +1 b2033[0] ≤ 35',
  ]);
});

test('plants of one site keep within it together, new and committed', () => {
  const of = (name: string, committedMW: number, fadePerYear: number) =>
    plant(name, [1, 1], { site: 'hill', siteMaximumMW: 40, lifetimeYears: 25, committedMW, fadePerYear });
  const alone = plant('alone', [1, 1], { siteMaximumMW: 40 });
  const shared = site({ hours: 2, phases, renewables: [of('own', 5, 0.1), alone, of('contracted', 3, 0)] });
  const together = limitedTogether(shared, phases[1]!);
  // What fades of it needs no limit of its own beside.
  expect(together).toEqual([[0, 2]]);
  const columns = new Columns();
  const vintages = ['b2030', 'b2033'].map((name) => columns.block(name, 3));
  expectRows(siteLimit(shared, buildablesOf(shared), phases[1]!, together, vintages), columns, [
    '+1 b2030[0] +1 b2033[0] +1 b2030[2] +1 b2033[2] ≤ 32',
  ]);
});

test('a line that stands stretch by stretch holds of each phase what has begun by then, and is extended as far as it then may', () => {
  const cable = { lifetimeYears: 30, capexPerMW: 1, availability: 0.9 };
  const steps = (...points: readonly (readonly [number, number])[]) => points.map(([year, value]) => ({ year, value }));
  const capacityMW = steps([2030, 10], [2033, 25]);
  const maximumMW = steps([2030, 10], [2033, 40], [2036, 70]);
  const [whole, partly] = [{ ...cable, availability: 1 }, cable].map((of) =>
    site({ hours: 2, phases, renewables: [], links: [line('cable', { ...of, capacityMW, maximumMW })] }),
  );
  const columns = new Columns();
  const K = columns.block('K', 1);
  const vintages = ['b2030', 'b2033', 'b2036'].map((name) => columns.block(name, 1));
  const rows = (p: number) => standing(whole!, buildablesOf(whole!), phases[p]!, K, vintages.slice(0, p + 1));
  expect(phases.map((of) => [...mostBuilt(whole!, buildablesOf(whole!), of)])).toEqual([[0], [15], [45]]);
  const [first, second] = [rows(0), rows(1)];
  expectRows(first, columns, ['+1 K[0] -1 b2030[0] = 10']);
  expectRows(second, columns, ['+1 K[0] -1 b2030[0] -1 b2033[0] = 25']);
  // Nine tenths of it are at work, and all of it counts to the maximum.
  const limit = siteLimit(partly!, buildablesOf(partly!), phases[2]!, limitedTogether(partly!, phases[2]!), vintages);
  expectRows(limit, columns, ['+1 b2030[0] +1 b2033[0] +1 b2036[0] ≤ 45']);
});
