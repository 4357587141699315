import { expect, test } from 'vitest';
import { expectClose, flowsOf, planned, standingIn } from '../fixtures/answers.ts';
import { line, own, phase, plant, site } from '../fixtures/site.ts';

const always = [1, 1];

test('behind a link that loses a tenth, plant and link are 1 / 0.9 times the load', async () => {
  const wind = plant('wind', always, { link: 'cable', loss: 0.1, purchase: own(100) });
  const links = [line('cable', { loss: 0.1, capexPerMW: 10 })];
  const answer = await planned(site({ hours: 2, renewables: [wind], links }));
  // The link carries what is sent: 1.1111·100 + 1.1111·10.
  expect(standingIn(answer)).toEqual({ wind: expect.closeTo(1 / 0.9), cable: expect.closeTo(1 / 0.9) });
  expect(answer.cost.objective).toBeCloseTo(122.222222, 5);
});

test('what a full link leaves over comes from the dear plant next door', async () => {
  const far = plant('far', always, { link: 'cable', purchase: own(1) });
  const near = plant('near', always, { purchase: own(10) });
  const links = [line('cable', { capacityMW: 0.4, maximumMW: 0.4 })];
  const answer = await planned(site({ hours: 2, renewables: [far, near], links }));
  // 0.4·1 + 0.6·10.
  expect(answer.cost.objective).toBeCloseTo(6.4, 6);
});

test('a link that stood and has worn out carries nothing more until it is built anew', async () => {
  const far = plant('far', always, { link: 'cable', siteMaximumMW: 3, purchase: own(100), lifetimeYears: 10 });
  const links = [line('cable', { capacityMW: 3, lifetimeYears: 2, capexPerMW: 10 })];
  const phases = [phase('first', 2030, 2, 1), phase('second', 2032, 2, 1)];
  const answer = await planned(site({ hours: 2, phases, renewables: [far], links }));
  expect([standingIn(answer, 0).cable, standingIn(answer, 1).cable]).toEqual([3, expect.closeTo(1, 6)]);
  // 1 MW of plant for four years at 100 / 10, 1 MW of new link for two at 10 / 2.
  expect(answer.cost.objective).toBeCloseTo(40 + 10, 6);
});

test('committed plant costs its fixed operation and nothing else', async () => {
  const wind = plant('wind', always, { committedMW: 2, purchase: own(100, 7) });
  const answer = await planned(site({ hours: 2, renewables: [wind] }));
  // 2 MW stand and 1 would do: 2·7.
  expect(answer.cost.objective).toBeCloseTo(14, 6);
  expect(answer.buildOut[0]!.renewables[0]!.builtMW).toBe(0);
});

test('a contract for what is used pays for less than one for what is produced', async () => {
  const of = (pays: 'produced' | 'used') =>
    site({ hours: 2, renewables: [plant('wind', [1, 0.5], { purchase: { kind: 'ppa', pricePerMWh: 40, pays } })] });
  const [produced, used] = [await planned(of('produced')), await planned(of('used'))];
  // 2 MW for the poorer hour: 2 + 1 MWh produced, 1 + 1 MWh used, in each of 4,380 two-hour days.
  expect(produced.cost.objective).toBeCloseTo(40 * 3 * 4380, 3);
  expect(used.cost.objective).toBeCloseTo(40 * 2 * 4380, 3);
});

test('the cheapest MWh is the cheapest on arrival, not at the plant', async () => {
  const far = plant('far', always, { loss: 0.5, variableOpexPerMWh: 6 });
  const near = plant('near', always, { variableOpexPerMWh: 10 });
  const answer = await planned(site({ hours: 2, renewables: [far, near] }));
  // 6 / 0.5 = 12 on arrival.
  expectClose(flowsOf(answer).renewables[0]!.generationMW, [0, 0]);
  expect(answer.cost.objective).toBeCloseTo(10 * 2 * 4380, 3);
});

test('plants that are alike share the hour by what each could give, and the surplus is nobody’s', async () => {
  const coast = plant('coast', [0.8, 1], { committedMW: 1, siteMaximumMW: 1 });
  const inland = plant('inland', [0.4, 1], { committedMW: 1, siteMaximumMW: 1 });
  const { renewables } = flowsOf(await planned(site({ hours: 2, renewables: [coast, inland] })));
  // 1 MW of 1.2 that blow, then 1 MW of 2.
  expectClose(renewables[0]!.generationMW, [0.8 / 1.2, 0.5]);
  expectClose(renewables[1]!.generationMW, [0.4 / 1.2, 0.5]);
});
