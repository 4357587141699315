import { expect, test } from 'vitest';
import type { Facility, Scenario } from '../../src/scenario/scenario.ts';
import { planned } from '../fixtures/answers.ts';
import { withFacility } from '../fixtures/facility.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { everyHour } from '../fixtures/site.ts';
import { traits } from '../fixtures/traits.ts';
import { chanceOf } from '../verify/random-plan.ts';

const costOf = async (scenario: Scenario) => (await planned(scenario)).cost.objective;

function drawn(seed: number): Scenario {
  const chance = chanceOf(seed);
  return traits.facility(randomSite({ seed, matching: everyHour }), (least, most) => least + (most - least) * chance());
}

test.for<[string, (facility: Facility) => Partial<Facility>]>([
  ['More overhead that stays', ({ fixedShare }) => ({ fixedShare: fixedShare + 0.05 })],
  [
    'A warmer year',
    ({ temperatureC }) => ({ temperatureC: temperatureC.map((year) => year.map((degrees) => degrees + 3)) }),
  ],
])('%s makes a plan dearer', async ([, change]) => {
  for (let seed = 0; seed < 6; seed++) {
    const scenario = drawn(seed);
    const facility = scenario.load.facility!;
    const [before, after] = [
      await costOf(scenario),
      await costOf(withFacility(scenario, { ...facility, ...change(facility) })),
    ];
    expect(after, `seed ${seed}`).toBeGreaterThan(before * (1 + 1e-4));
  }
});

test('where nothing stays, a facility costs to the last digit what its PUE costs', async () => {
  for (let seed = 0; seed < 4; seed++) {
    const scenario = drawn(seed);
    const { facility, ...load } = withFacility(scenario, { ...scenario.load.facility!, fixedShare: 0 }).load;
    expect(await costOf({ ...scenario, load: { ...load, facility: facility! } })).toBe(
      await costOf({ ...scenario, load }),
    );
  }
});
