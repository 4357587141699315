import { expect, test } from 'vitest';
import { alternatives } from '../../src/studies/alternatives.ts';
import { engineOf } from '../fixtures/answers.ts';
import { realWindow } from '../fixtures/real-window.ts';
import { battery, own, plant, site } from '../fixtures/site.ts';

test('of two plants that differ by a tenth in price the dearer may be so large as the slack pays for, the cheaper be absent', async () => {
  const scenario = site({
    hours: 2,
    renewables: [plant('cheap', [1, 1], { purchase: own(100) }), plant('dear', [1, 1], { purchase: own(110) })],
  });
  const groups = [{ name: 'both', members: ['cheap', 'dear'] }];
  const kept: { names: string[]; sizes: unknown[]; unfinished: string[] }[] = [];
  const { sizes, objective, plans } = await alternatives(scenario, [0.05, 0.2], engineOf(), groups, (so) =>
    kept.push({ names: so.sizes.map(({ name }) => name), sizes: so.sizes, unfinished: so.unfinished }),
  );
  // Whoever stops it has the sizes that are done, as they are in the end.
  expect(kept.length).toBeGreaterThan(0);
  for (const { names, sizes: known, unfinished } of kept) {
    expect(known).toEqual(sizes.filter(({ name }) => names.includes(name)));
    expect([...names, ...unfinished.map((one) => one.replace('first: ', ''))].toSorted()).toEqual([
      ...['both', 'cheap', 'dear'],
    ]);
  }
  expect(objective).toBeCloseTo(100, 6);
  const [cheap, dear, both] = sizes;
  // Of both there is what is needed, at most what the slack buys of the cheaper beside it.
  expect(both).toMatchObject({ phase: 'first', name: 'both', quantity: 'capacityMW', verdict: 'mustHave' });
  for (const [at, most] of [1.05, 1.2].entries()) {
    const { least, noLessThan, greatest, noMoreThan } = both!.ranges[at]!;
    expect(least).toBeCloseTo(1, 6);
    expect(greatest).toBeCloseTo(most, 6);
    // Proven to a fiftieth of what stands.
    expect(least! - noLessThan!).toBeLessThan(0.02);
    expect(noMoreThan! - greatest!).toBeLessThan(0.02);
  }
  for (const plan of plans) expect(plan.sizes[2]).toBeCloseTo(plan.sizes[0]! + plan.sizes[1]!, 9);
  // 1 MW costs 100: at 105 half of it may be the dearer.
  expect(cheap!.ranges[0]!.least).toBeCloseTo(0.5, 6);
  expect(cheap!.ranges[0]!.noLessThan).toBeCloseTo(0.5, 2);
  expect(dear!.ranges[0]!.greatest).toBeCloseTo(0.5, 6);
  expect(cheap!.ranges[0]!.greatest).toBeCloseTo(1.05, 6);
  // At 120 it may be all, with 120 ÷ 110 MW of it.
  expect(cheap!.ranges[1]!.least).toBeCloseTo(0, 6);
  expect(dear!.ranges[1]!.greatest).toBeCloseTo(120 / 110, 6);
  expect([cheap!.verdict, dear!.verdict]).toEqual(['choice', 'choice']);
});

test('what fills a site that it shares cannot stand there unused', async () => {
  const shared = { siteMaximumMW: 2, site: 'field', purchase: own(100) };
  const renewables = [plant('wind', [1, 0], shared), plant('sun', [0, 1], shared)];
  const { sizes } = await alternatives(site({ hours: 2, renewables }), [0.1], engineOf());
  // A MW of each is needed, and there is room for no more.
  for (const { ranges } of sizes) expect(ranges[0]!.greatest).toBeCloseTo(1, 6);
});

test('groups are refused whole: unknown sizes with those that are known, other units, names that are taken', async () => {
  const scenario = site({ hours: 2, renewables: [plant('sun', [1, 1])], storages: [battery({})] });
  const groups = [
    { name: 'sun', members: ['sun', 'battery'] },
    { name: 'all', members: ['sun', 'battery energy', 'sun'] },
  ];
  const refused = alternatives(scenario, [0.05], engineOf(), groups);
  await expect(refused).rejects.toMatchObject({
    issues: [
      { where: 'asked.groups[0].name', problem: '"sun" is the name of something else' },
      { where: 'asked.groups[0].members[1]', expected: 'Known here: sun, battery power, battery energy.' },
      { where: 'asked.groups[1].members[2]', problem: '"sun" stands twice' },
      { where: 'asked.groups[1].members', problem: expect.stringContaining('battery energy in MWh and sun') },
    ],
  });
});

test('what nothing can stand in for is a must-have', async () => {
  const scenario = site({
    hours: 2,
    renewables: [plant('sun', [1, 0], { purchase: own(100) })],
    storages: [battery({ capexPerMW: 10, capexPerMWh: 10 })],
  });
  const { sizes } = await alternatives(scenario, [0.05], engineOf());
  expect(sizes.map(({ name, quantity, verdict }) => [name, quantity, verdict])).toEqual([
    ['sun', 'capacityMW', 'mustHave'],
    ['battery', 'powerCapacityMW', 'mustHave'],
    ['battery', 'energyCapacityMWh', 'mustHave'],
  ]);
  // 2 MW for two hours of 1 MW, and 1 MW and 1 MWh of battery: 220, so 11 more buy 0.11 MW.
  expect(sizes[0]!.ranges[0]!.least).toBeCloseTo(2, 6);
  expect(sizes[0]!.ranges[0]!.greatest).toBeCloseTo(2.11, 6);
});

test('in one programme and in blocks ranges hold the cheapest plan, widen with the slack and lie within what is proven', async () => {
  const scenario = realWindow(0, 72, { kind: 'hourly', target: 0.9, over: 'everyYear' });
  const slacks = [0.01, 0.05];
  const whole = await alternatives(scenario, slacks, engineOf());
  const blocks = await alternatives(scenario, slacks, engineOf(undefined, 'decomposed'));
  expect(whole.sizes.length).toBeGreaterThan(3);
  for (const [at, size] of whole.sizes.entries()) {
    const other = blocks.sizes[at]!;
    for (const { ranges, cheapest, name } of [size, other]) {
      const [near, far] = ranges;
      expect(near!.least!, name).toBeLessThanOrEqual(cheapest);
      expect(near!.greatest!).toBeGreaterThanOrEqual(cheapest);
      expect(far!.least!).toBeLessThanOrEqual(near!.least!);
      expect(far!.greatest!).toBeGreaterThanOrEqual(near!.greatest!);
      expect(far!.noLessThan!).toBeLessThanOrEqual(far!.least!);
      expect(far!.noMoreThan!).toBeGreaterThanOrEqual(far!.greatest!);
    }
    for (const [k, exact] of size.ranges.entries()) {
      const room = 0.03 * exact.greatest! + 0.5;
      expect(Math.abs(other.ranges[k]!.least! - exact.least!), `${size.name} least`).toBeLessThan(room);
      expect(Math.abs(other.ranges[k]!.greatest! - exact.greatest!), `${size.name} greatest`).toBeLessThan(room);
    }
  }
  expect(whole.plans.length).toBeGreaterThan(1);
  for (const { objective } of whole.plans) expect(objective).toBeLessThanOrEqual(whole.objective! * (1.05 + 1e-6));
});
