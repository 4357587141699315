import { law } from '../law.ts';
import { sizesOf, stands } from '../sizes.ts';
import { shown } from '../tally.ts';

/**
 * What stands is at least what is committed and at most what the site or the link takes.
 *
 * @equation committed ≤ K_p ≤ maximum
 */
export const capacityLimits = law('capacity-limits', ({ scenario, schedule }, tally) => {
  for (const { subject, unit, committed, maximum, standing } of sizesOf(scenario, schedule)) {
    for (const [p, { name: phase }] of scenario.phases.entries()) {
      const scene = { phase, subject };
      tally
        .compare(scene, (least, is) => `${shown(is)} ${unit} stand, but ${shown(least)} ${unit} are committed`)
        .atMost(committed, standing[p]!);
      if (maximum === Number.POSITIVE_INFINITY) continue;
      tally
        .compare(scene, (is, most) => `${shown(is)} ${unit} stand, but at most ${shown(most)} ${unit} may`)
        .atMost(standing[p]!, maximum);
    }
  }
});

/**
 * Nothing is built before its commissioning date: in a phase that begins earlier, only what is committed stands.
 *
 * @equation K_p ≤ committed where p begins before the asset is available
 */
export const availability = law('availability', ({ scenario, schedule }, tally) => {
  for (const { subject, unit, committed, availableFrom, standing } of sizesOf(scenario, schedule)) {
    for (const [p, { name: phase, firstYear }] of scenario.phases.entries()) {
      if (firstYear >= availableFrom) continue;
      const words = (is: number, may: number) =>
        `${shown(is)} ${unit} stand in ${firstYear}, but before ${availableFrom} only ${shown(may)} ${unit} may`;
      tally.compare({ phase, subject }, words).atMost(standing[p]!, committed);
    }
  }
});

/**
 * What stands is what is committed and every vintage whose lifetime has not ended. Where the answer does not say what was
 * built when, the vintages follow from what stands: each phase must then have built the difference, and none can build
 * less than nothing.
 *
 * @equation K_p = committed + Σ_{v ≤ p, alive} b_v
 */
export const buildOut = law('build-out', (answer, tally) => {
  const { scenario, schedule } = answer;
  for (const size of sizesOf(scenario, schedule, answer.buildOut)) {
    const { subject, unit, committed, lifetimeYears, standing } = size;
    const vintages: number[] = [];
    for (const [p, { name: phase, firstYear }] of scenario.phases.entries()) {
      const alive = vintages.reduce(
        (sum, b, v) => (stands(scenario.phases[v]!.firstYear, lifetimeYears, firstYear) ? sum + b : sum),
        committed,
      );
      const built = size.built?.[p];
      if (built === undefined) {
        tally
          .compare(
            { phase, subject },
            (older, is) => `${shown(is)} ${unit} stand, but ${shown(older)} ${unit} built before have not ended`,
          )
          .atMost(alive, standing[p]!);
      } else {
        tally
          .compare(
            { phase, subject },
            (is, sum) => `${shown(is)} ${unit} stand, but committed and built add up to ${shown(sum)} ${unit}`,
          )
          .equal(standing[p]!, alive + built);
      }
      vintages.push(built ?? Math.max(0, standing[p]! - alive));
    }
  }
});

/**
 * Energy and power of a storage keep their ratio within the technology's durations.
 *
 * @equation duration_min·P ≤ E ≤ duration_max·P
 */
export const storageDuration = law('storage-duration', ({ scenario, schedule }, tally) => {
  for (const [s, { name: subject, durationHours }] of scenario.storages.entries()) {
    for (const { name: phase, capacities } of schedule.phases) {
      const { powerCapacityMW, energyCapacityMWh } = capacities.storages[s]!;
      const scene = { phase, subject };
      tally
        .compare(scene, (least, is) => `holds ${shown(is)} MWh, but its power asks for at least ${shown(least)} MWh`)
        .atMost(durationHours.min * powerCapacityMW, energyCapacityMWh);
      tally
        .compare(scene, (is, most) => `holds ${shown(is)} MWh, but its power allows at most ${shown(most)} MWh`)
        .atMost(energyCapacityMWh, durationHours.max * powerCapacityMW);
    }
  }
});
