import { expect, test } from 'vitest';
import { highsSolver } from '../../src/solvers/highs.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, expectClose, flowsOf, planned, proven, standingIn } from '../fixtures/answers.ts';
import { line, own, phase, plant, series, site } from '../fixtures/site.ts';

const always = [1, 1];
const HOURS = 8760;
const twoPhases = [phase('first', 2030, 2, 1), phase('second', 2032, 3, 1)];
const far = plant('far', always, { link: 'cable', loss: 0.2, purchase: own(10), lifetimeYears: 10 });
const near = plant('near', always, { purchase: own(90), lifetimeYears: 2 });

test('before a line can be commissioned nothing comes over it, and what is cheap behind it waits', async () => {
  const links = [line('cable', { availableFrom: 2032, loss: 0.2, capexPerMW: 60, lifetimeYears: 30 })];
  const answer = await planned(site({ hours: 2, phases: twoPhases, renewables: [far, near], links }));
  expect(standingIn(answer, 0)).toEqual({ far: 0, near: expect.closeTo(1), cable: 0 });
  expect(standingIn(answer, 1)).toEqual({ far: expect.closeTo(1.25), near: 0, cable: expect.closeTo(1.25) });
  // Near at 90 / 2 through 2030 and 2031; then 1.25 MW of far at 10 / 10 and of cable at 60 / 30, through three years.
  expect(answer.cost.objective).toBeCloseTo(2 * 45 + 3 * 1.25 * 3, 6);
});

test('a committed line stands from its year on, its capital spent, and costs its operation', async () => {
  const links = [
    line('cable', {
      capacityMW: 2,
      maximumMW: 2,
      availableFrom: 2032,
      loss: 0.2,
      lifetimeYears: 30,
      fixedOpexPerMWYear: 4,
    }),
  ];
  const answer = await planned(site({ hours: 2, phases: twoPhases, renewables: [far, near], links }));
  expect(standingIn(answer, 0)).toEqual({ far: 0, near: expect.closeTo(1), cable: 0 });
  expect(standingIn(answer, 1)).toEqual({ far: expect.closeTo(1.25), near: 0, cable: 2 });
  // Near: 90 / 2 in each of two years. Then 1.25 MW at 10 / 10 and 2 MW of cable at 4, in each of three.
  expect(answer.cost.objective).toBeCloseTo(2 * 45 + 3 * (1.25 + 8), 6);
});

test('a new line is paid as an annuity, at the price of its year', async () => {
  const capexPerMW = [
    { year: 2030, value: 600 },
    { year: 2032, value: 300 },
  ];
  const links = [
    line('cable', { availableFrom: 2032, loss: 0.2, capexPerMW, lifetimeYears: 30, fixedOpexPerMWYear: 1 }),
  ];
  const { cost } = await planned(site({ hours: 2, phases: twoPhases, renewables: [far, near], links }));
  // Near: 90 / 2 in each of two years; then 1.25 MW of far at 10 / 10 and of cable at 300 / 30 + 1 in each of three.
  expect(cost.objective).toBeCloseTo(2 * 45 + 3 * 1.25 * (1 + 10 + 1), 6);
  const capital = cost.items.filter(({ name, kind }) => name === 'cable' && kind === 'capital');
  expect(capital.map(({ annualValue }) => annualValue)).toEqual([0, expect.closeTo(12.5, 6)]);
});

test('block by block a line that comes later costs the same', async () => {
  const links = [
    line('cable', { availableFrom: 2032, loss: 0.2, capexPerMW: 60, lifetimeYears: 30, wheelingPerMWh: 0.001 }),
  ];
  const asked = site({ hours: 2, phases: twoPhases, renewables: [far, near], links });
  const { cost } = proven(await plan(asked, engineOf(highsSolver, 'decomposed'), 'together'));
  // As above, and 1.25 MW enter in each hour of three years.
  expect(cost.objective).toBeCloseTo(2 * 45 + 3 * 1.25 * (3 + 0.001 * HOURS), 3);
});

test('wheeling is paid for each MWh that enters: at the plant over the public grid, and at the head of its line', async () => {
  const sender = plant('far', always, { link: 'cable', loss: 0.2, wheelingPerMWh: 2 });
  const links = [line('cable', { loss: 0.2, wheelingPerMWh: 6 })];
  const answer = await planned(site({ hours: 2, renewables: [sender], links }));
  // 1.25 MW are sent so that 1 arrives: 1.25·(2 + 6) in every hour.
  expectClose(flowsOf(answer).renewables[0]!.generationMW, [1.25, 1.25]);
  expect(answer.cost.objective).toBeCloseTo(1.25 * 8 * HOURS, 3);
  const wheeling = answer.cost.items.filter(({ kind }) => kind === 'wheeling');
  expect(wheeling.map(({ name, annualValue }) => [name, annualValue])).toEqual([
    ['far', expect.closeTo(1.25 * 2 * HOURS, 4)],
    ['cable', expect.closeTo(1.25 * 6 * HOURS, 4)],
  ]);
});

test('the way decides between plants that are alike, and what is curtailed pays no wheeling', async () => {
  const near = plant('near', always, { wheelingPerMWh: 7, committedMW: 1 });
  const far = plant('far', [1, 0.5], { link: 'cable', committedMW: 2 });
  const links = [line('cable', { capacityMW: 9, maximumMW: 9, wheelingPerMWh: 6 })];
  const answer = await planned(
    site({ hours: 2, renewables: [near, far].map((of) => ({ ...of, siteMaximumMW: 2 })), links }),
  );
  // Of the 2 MW of far 1 is sent in either hour; near has nothing to do.
  expectClose(flowsOf(answer).renewables[1]!.generationMW, [1, 1]);
  expect(answer.cost.objective).toBeCloseTo(6 * HOURS, 3);
});

test('a contract pays for energy at the plant; its way to the site is paid beside it', async () => {
  const bought = plant('bought', always, {
    wheelingPerMWh: 6,
    purchase: { kind: 'ppa', pricePerMWh: 30, pays: 'used' },
  });
  const { cost } = await planned(site({ hours: 2, renewables: [bought] }));
  expect(cost.objective).toBeCloseTo(36 * HOURS, 3);
});

test('a line that stands stretch by stretch carries more with each, and each begins its life as it comes', async () => {
  const capacityMW = [
    { year: 2030, value: 0.5 },
    { year: 2032, value: 1.25 },
  ];
  const links = [
    line('cable', {
      capacityMW,
      maximumMW: capacityMW,
      loss: 0.2,
      lifetimeYears: 2,
      capexPerMW: 160,
      fixedOpexPerMWYear: 4,
    }),
  ];
  const answer = await planned(site({ hours: 2, phases: twoPhases, renewables: [far, near], links }));
  // 0.5 MW carry 0.4 to the site. They have worn out as the second phase begins; what came then is renewed in 2034.
  expect(standingIn(answer, 0)).toEqual({ far: expect.closeTo(0.5), near: expect.closeTo(0.6), cable: 0.5 });
  expect(standingIn(answer, 1)).toEqual({ far: expect.closeTo(0.75), near: expect.closeTo(0.4), cable: 0.75 });
  // Far stands from the year in which it was built: half of a MW of 1 a year, five years; the rest three. Near: 90 / 2
  // in two years, and twice 90 / 2 in three. Cable: 4 a MW and year, and 160 / 2 in 2034.
  const built = 0.5 * 5 + 0.25 * 3;
  expect(answer.cost.objective).toBeCloseTo(built + 0.6 * 90 + 0.4 * 45 * 3 + 4 * (0.5 * 2 + 0.75 * 3) + 0.75 * 80, 6);
});

test('a line may be extended further once its maximum rises', async () => {
  const maximumMW = [
    { year: 2030, value: 0.5 },
    { year: 2032, value: 2 },
  ];
  const links = [line('cable', { maximumMW, loss: 0.2, lifetimeYears: 40 })];
  const answer = await planned(site({ hours: 2, phases: twoPhases, renewables: [far, near], links }));
  expect(standingIn(answer, 0)).toMatchObject({ far: expect.closeTo(0.5), cable: expect.closeTo(0.5) });
  expect(standingIn(answer, 1)).toMatchObject({ far: expect.closeTo(1.25), near: 0 });
});

test('where the way charges by the hour, another plant is used in the dear hours', async () => {
  const sender = plant('far', always, { link: 'cable', loss: 0.2, wheelingPerMWhByHour: [series(1, 0)] });
  const beside = plant('near', always, { wheelingPerMWh: 5 });
  const links = [line('cable', { loss: 0.2, wheelingPerMWhByHour: [series(7, 3)] })];
  const answer = await planned(site({ hours: 2, renewables: [sender, beside], links }));
  // A MWh of far that arrives costs (1 + 7) / 0.8 = 10 in the first hour and 3 / 0.8 = 3.75 in the second.
  expectClose(flowsOf(answer).renewables[0]!.generationMW, [0, 1.25]);
  expectClose(flowsOf(answer).renewables[1]!.generationMW, [1, 0]);
  expect(answer.cost.objective).toBeCloseTo((5 + 3.75) * 4380, 3);
  const wheeling = answer.cost.items.filter(({ kind }) => kind === 'wheeling');
  expect(wheeling.map(({ name, annualValue }) => [name, annualValue])).toEqual([
    ['far', expect.closeTo(0, 4)],
    ['near', expect.closeTo(5 * 4380, 4)],
    ['cable', expect.closeTo(3.75 * 4380, 4)],
  ]);
});
