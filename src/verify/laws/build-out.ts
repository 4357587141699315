import { sitesOf } from '../../scenario/sites.ts';
import { law } from '../law.ts';
import { shareLeft, sizesOf, standsIn, vintagesOf } from '../sizes.ts';
import { shown } from '../tally.ts';

/**
 * What stands is at least what is committed and has not worn out, and at most what the site or the link takes: of plants that
 * share a site all together.
 *
 * @equation committed_p ≤ K_p ≤ maximum, Σ_{i of the site} K_p ≤ maximum
 */
export const capacityLimits = law('capacity-limits', ({ scenario, schedule }, tally) => {
  for (const { subject, unit, committed, maximum, standing } of sizesOf(scenario, schedule)) {
    for (const [p, { name: phase }] of scenario.phases.entries()) {
      const scene = { phase, subject };
      tally
        .compare(scene, (least, is) => `${shown(is)} ${unit} stand, but ${shown(least)} ${unit} are committed`)
        .atMost(committed[p]!, standing[p]!);
      if (maximum[p] === Number.POSITIVE_INFINITY) continue;
      tally
        .compare(scene, (is, most) => `${shown(is)} ${unit} stand, but at most ${shown(most)} ${unit} may`)
        .atMost(standing[p]!, maximum[p]!);
    }
  }
  for (const { name: subject, plants, maximumMW } of sitesOf(scenario.renewables)) {
    if (plants.length === 1) continue;
    for (const { name: phase, capacities } of schedule.phases) {
      const together = plants.reduce((sum, i) => sum + capacities.renewables[i]!.capacityMW, 0);
      tally
        .compare(
          { phase, subject },
          (is, most) => `${shown(is)} MW stand on one site, but at most ${shown(most)} MW may`,
        )
        .atMost(together, maximumMW);
    }
  }
});

/**
 * Nothing stands before its commissioning date, committed or not.
 *
 * @equation K_p ≤ 0 where p begins before the asset is available
 */
export const availability = law('availability', ({ scenario, schedule }, tally) => {
  for (const { subject, unit, availableFrom, standing } of sizesOf(scenario, schedule)) {
    for (const [p, { name: phase, firstYear }] of scenario.phases.entries()) {
      if (firstYear >= availableFrom) continue;
      const words = (is: number) => `${shown(is)} ${unit} stand in ${firstYear}, but none may before ${availableFrom}`;
      tally.compare({ phase, subject }, words).atMost(standing[p]!, 0);
    }
  }
});

/**
 * What stands is what is committed and every vintage, each until a phase begins in a year in which it has worn out. Where
 * the answer does not say what was built when, the vintages follow from what stands: each phase must then have built the
 * difference, and none can build less than nothing.
 *
 * @equation K_p = committed_p + Σ_{v ≤ p, alive} b_v
 */
export const buildOut = law('build-out', (answer, tally) => {
  const { scenario, schedule } = answer;
  for (const size of sizesOf(scenario, schedule, answer.buildOut)) {
    const { subject, unit, committed, standing } = size;
    const vintages = vintagesOf(size, scenario.phases);
    for (const [p, { name: phase }] of scenario.phases.entries()) {
      const before = vintages.slice(0, p);
      const alive = before.reduce((sum, { size: b, stands }) => (stands[p] ? sum + b : sum), committed[p]!);
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
    }
  }
});

/**
 * What is at work of what stands: each vintage as its age and its availability leave it, on average over the years of the
 * phase. Where nothing fades or fails it is all that stands, and no more is said.
 *
 * @equation effective_p = Σ_{v ≤ p, alive} φ_v,p·b_v, φ = availability·Σ_t (1 − fade)^age_t / years_p
 */
export const ageing = law('ageing', ({ scenario, schedule, buildOut: told }, tally) => {
  const { phases } = scenario;
  for (const size of sizesOf(scenario, schedule, told)) {
    const { subject, unit, fadePerYear, availability, commitments, lifetimeYears, goneAfter, standing, effective } =
      size;
    if (fadePerYear === 0 && availability === 1 && effective.every((stated) => stated === undefined)) continue;
    const vintages = vintagesOf(size, phases);
    for (const [p, phase] of phases.entries()) {
      const begun = vintages.slice(0, p + 1).filter(({ stands }) => stands[p]);
      const left = begun.reduce(
        (sum, { size: b, builtYear }) => sum + b * shareLeft(size, builtYear, phase),
        commitments.reduce(
          (sum, { size: stretch, from }) =>
            standsIn(phases, from, lifetimeYears, goneAfter)[p] ? sum + stretch * shareLeft(size, from, phase) : sum,
          0,
        ),
      );
      const scene = { phase: phase.name, subject };
      const words = (is: number, most: number) =>
        `${shown(is)} ${unit} are at work, but age and availability leave ${shown(most)} ${unit}`;
      // Where nothing is said, all that stands is meant to be at work.
      tally.compare(scene, words).equal(effective[p] ?? standing[p]!, left);
    }
  }
});

/**
 * Energy and power of what is built of a storage keep their ratio within the technology's durations. What is committed
 * stands as it is.
 *
 * @equation duration_min·(P − committed) ≤ E − committed ≤ duration_max·(P − committed)
 */
export const storageDuration = law('storage-duration', ({ scenario, schedule }, tally) => {
  const sizes = sizesOf(scenario, schedule);
  for (const [s, { name: subject, durationHours }] of scenario.storages.entries()) {
    const [power, energy] = sizes.slice(scenario.renewables.length + 2 * s);
    for (const [p, { name: phase }] of scenario.phases.entries()) {
      const builtMW = power!.standing[p]! - power!.committed[p]!;
      const builtMWh = energy!.standing[p]! - energy!.committed[p]!;
      const scene = { phase, subject };
      tally
        .compare(
          scene,
          (least, is) => `${shown(is)} MWh are built, but their power asks for at least ${shown(least)} MWh`,
        )
        .atMost(durationHours.min * builtMW, builtMWh);
      // Without an end nothing is asked: that times no power would be no number, and count as broken.
      if (!Number.isFinite(durationHours.max)) continue;
      tally
        .compare(scene, (is, most) => `${shown(is)} MWh are built, but their power allows at most ${shown(most)} MWh`)
        .atMost(builtMWh, durationHours.max * builtMW);
    }
  }
});
