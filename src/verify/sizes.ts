/** Every capacity of the plan as one list: what was there before, what stands in each phase, what each phase added. */

import type { FromYear, Phase, Renewable, Scenario, Storage } from '../scenario/scenario.ts';
import type { BuildOut, Schedule } from '../schedule/schedule.ts';

export interface Size {
  readonly subject: string;
  readonly unit: 'MW' | 'MWh';
  /** By phase: what of the committed stands there. */
  readonly committed: readonly number[];
  /** It, by the year from which each part of it stands. */
  readonly commitments: readonly Commitment[];
  /** By phase. */
  readonly maximum: readonly number[];
  readonly availableFrom: number;
  /** Last year of the contract after which it is gone; without end where there is none. */
  readonly goneAfter: number;
  readonly lifetimeYears: number;
  /** Lost with each year of age, of what was left; 0 where nothing is. */
  readonly fadePerYear: number;
  /** Share at work on average, age aside. */
  readonly availability: number;
  /** By phase. */
  readonly standing: readonly number[];
  /** By phase: what the schedule says is at work of it; undefined where it says nothing. */
  readonly effective: readonly (number | undefined)[];
  /** By phase in which it was built; absent where the answer does not say. */
  readonly built?: readonly number[];
}

export interface Commitment {
  readonly size: number;
  readonly from: number;
}

/** Sizes of all renewables, storages (power and energy apart) and links. */
export function sizesOf(scenario: Scenario, schedule: Schedule, buildOut?: readonly BuildOut[]): Size[] {
  const { phases } = scenario;
  const standing = schedule.phases.map(({ capacities }) => capacities);
  const unlimited = Number.POSITIVE_INFINITY;
  const built = (of: (vintage: BuildOut) => number) => (buildOut === undefined ? {} : { built: buildOut.map(of) });
  const committed = (steps: FromYear, availableFrom: number, lifetimeYears: number, goneAfter = unlimited) => {
    const commitments = commitmentsOf(phases, steps, availableFrom);
    return { commitments, goneAfter, committed: standingOf(phases, commitments, lifetimeYears, goneAfter) };
  };
  const always = (maximum: number) => phases.map(() => maximum);
  const renewables = scenario.renewables.map((asset, i): Size => {
    const { name: subject, committedMW, siteMaximumMW: maximum, availableFrom, lifetimeYears } = asset;
    return {
      subject,
      fadePerYear: asset.fadePerYear ?? 0,
      availability: asset.availability ?? 1,
      effective: standing.map((phase) => phase.renewables[i]!.effectiveMW),
      unit: 'MW',
      ...committed(committedMW, availableFrom, lifetimeYears, contractEnd(asset)),
      maximum: always(maximum),
      availableFrom,
      lifetimeYears,
      standing: standing.map((phase) => phase.renewables[i]!.capacityMW),
      ...built((vintage) => vintage.renewables[i]!.builtMW),
    };
  });
  const storages = scenario.storages.flatMap((storage, s): Size[] => {
    const { name: subject, committedMW, committedMWh, maximumMW, availableFrom, lifetimeYears } = storage;
    const common = { subject, availableFrom, lifetimeYears };
    return [
      {
        ...common,
        unit: 'MW',
        fadePerYear: 0,
        availability: storage.availability ?? 1,
        effective: standing.map((phase) => phase.storages[s]!.effectiveMW),
        ...committed(committedMW, availableFrom, lifetimeYears, contractEnd(storage)),
        maximum: always(maximumMW),
        standing: standing.map((phase) => phase.storages[s]!.powerCapacityMW),
        ...built((vintage) => vintage.storages[s]!.builtMW),
      },
      {
        ...common,
        unit: 'MWh',
        fadePerYear: storage.energyFadePerYear ?? 0,
        availability: 1,
        effective: standing.map((phase) => phase.storages[s]!.effectiveMWh),
        ...committed(committedMWh, availableFrom, lifetimeYears, contractEnd(storage)),
        maximum: always(unlimited),
        standing: standing.map((phase) => phase.storages[s]!.energyCapacityMWh),
        ...built((vintage) => vintage.storages[s]!.builtMWh),
      },
    ];
  });
  const links = scenario.links.map((link, l): Size => {
    const { name: subject, capacityMW, maximumMW, availableFrom, lifetimeYears } = link;
    return {
      subject,
      fadePerYear: 0,
      availability: link.availability ?? 1,
      effective: standing.map((phase) => phase.links[l]!.effectiveMW),
      unit: 'MW',
      ...committed(capacityMW, availableFrom, lifetimeYears),
      maximum: phases.map(({ firstYear }) => standingFrom(maximumMW, firstYear)),
      availableFrom,
      lifetimeYears,
      standing: standing.map((phase) => phase.links[l]!.capacityMW),
      ...built((vintage) => vintage.links[l]!.builtMW),
    };
  });
  return [...renewables, ...storages, ...links];
}

/** Last year of a contract that ends and does not go on at the price of the market; otherwise without end. */
export function contractEnd({ purchase }: Renewable | Storage): number {
  if (purchase === undefined || purchase.kind === 'own' || purchase.term?.after !== 'gone')
    return Number.POSITIVE_INFINITY;
  return purchase.term.lastYear;
}

/** First year of the life of what is committed: it is new when the plan begins, or when it can stand if that is later. */
function committedFrom(phases: readonly Phase[], availableFrom: number): number {
  return Math.max(phases[0]?.firstYear ?? availableFrom, availableFrom);
}

/** What of a table of sizes holds in a year: the last that began by then. */
export function standingFrom(steps: FromYear, year: number): number {
  if (typeof steps === 'number') return steps;
  return steps.reduce((held, step) => (step.year <= year ? step.value : held), 0);
}

/** What is committed, by the year from which it stands: what each year of a table adds to the one before it. */
export function commitmentsOf(phases: readonly Phase[], steps: FromYear, availableFrom: number): Commitment[] {
  const table = typeof steps === 'number' ? [{ year: availableFrom, value: steps }] : steps;
  let before = 0;
  return table.map(({ year, value }) => {
    const size = value - before;
    before = value;
    return { size, from: committedFrom(phases, Math.max(year, availableFrom)) };
  });
}

/** By phase: what stands of it. */
function standingOf(
  phases: readonly Phase[],
  commitments: readonly Commitment[],
  lifetimeYears: number,
  goneAfter: number,
): number[] {
  const whole = phases.map(() => 0);
  for (const { size, from } of commitments) {
    for (const [p, stands] of standsIn(phases, from, lifetimeYears, goneAfter).entries()) if (stands) whole[p]! += size;
  }
  return whole;
}

/**
 * In which phases that stands which was built in a year. Life after life ends, a begun year counted whole: within a phase
 * the next one follows at once; as a phase begins it does not.
 */
export function standsIn(
  phases: readonly Phase[],
  builtYear: number,
  lifetimeYears: number,
  goneAfter: number,
): boolean[] {
  const wholeYears = Math.ceil(lifetimeYears);
  let end = builtYear + wholeYears;
  let isGone = false;
  return phases.map(({ firstYear }) => {
    if (firstYear < builtYear) return false;
    while (end < firstYear) end += wholeYears;
    isGone ||= end === firstYear || firstYear > goneAfter;
    return !isGone;
  });
}

interface SizedVintage {
  readonly size: number;
  readonly builtYear: number;
  /** By phase. */
  readonly stands: readonly boolean[];
}

/**
 * What each phase built, as the answer says or as what stands tells: the difference to what stood already, and never less
 * than nothing.
 */
export function vintagesOf(
  { committed, lifetimeYears, goneAfter, standing, built }: Size,
  phases: readonly Phase[],
): SizedVintage[] {
  const vintages: SizedVintage[] = [];
  for (const [p, { firstYear: builtYear }] of phases.entries()) {
    const alive = vintages.reduce((sum, { size, stands }) => (stands[p] ? sum + size : sum), committed[p]!);
    const size = built?.[p] ?? Math.max(0, standing[p]! - alive);
    vintages.push({ size, builtYear, stands: standsIn(phases, builtYear, lifetimeYears, goneAfter) });
  }
  return vintages;
}

/**
 * What is at work in a phase of one unit built in a year, on average over the years of the phase; life follows life, each
 * begun as new.
 *
 * @equation availability·Σ_t (1 − fade)^age_t / years
 */
export function shareLeft(
  { fadePerYear, availability, lifetimeYears }: Size,
  builtYear: number,
  { firstYear, years }: Phase,
): number {
  let left = 0;
  for (let year = firstYear; year < firstYear + years; year++) {
    let bornIn = builtYear;
    while (bornIn + Math.ceil(lifetimeYears) <= year) bornIn += Math.ceil(lifetimeYears);
    left += (1 - fadePerYear) ** (year - bornIn);
  }
  return (availability * left) / years;
}
