/** A schedule beside its scenario, opened for checking: each phase under each weather year, with needs recomputed. */

import type { LoadTier, Phase, Scenario, WeatherYear } from '../scenario/scenario.ts';
import type { BuildOut, Capacities, Schedule, WeatherYearSchedule } from '../schedule/schedule.ts';

export interface Answer {
  readonly scenario: Scenario;
  readonly schedule: Schedule;
  readonly buildOut?: readonly BuildOut[];
}

/** One phase under one weather year. */
export interface Place {
  readonly scenario: Scenario;
  readonly phase: Phase;
  readonly capacities: Capacities;
  readonly weatherYear: WeatherYear;
  /** Position of the weather year in the scenario: index into every `HourlySeries`. */
  readonly year: number;
  readonly hours: number;
  readonly flows: WeatherYearSchedule;
}

/** Every phase under every weather year, in the order of the scenario. */
export function* placesOf({ scenario, schedule }: Answer): Generator<Place> {
  for (const [at, phase] of scenario.phases.entries()) {
    const { capacities, weatherYears } = schedule.phases[at]!;
    for (const [year, weatherYear] of scenario.weatherYears.entries()) {
      yield { scenario, phase, capacities, weatherYear, year, hours: weatherYear.hours, flows: weatherYears[year]! };
    }
  }
}

/** Names of a place for a violation. */
export function sceneOf(place: Place, subject: string): { phase: string; weatherYear: string; subject: string } {
  return { phase: place.phase.name, weatherYear: place.weatherYear.name, subject };
}

/** The hours of a place, 0 … H − 1, each mapped to a number. */
function hourly(place: Place, value: (hour: number) => number): Float64Array {
  const values = new Float64Array(place.hours);
  for (let hour = 0; hour < values.length; hour++) values[hour] = value(hour);
  return values;
}

/** Of what each of several things does in an hour. */
function sumOf<T>(place: Place, things: readonly T[], seriesOf: (thing: T) => Float64Array): Float64Array {
  const sum = new Float64Array(place.hours);
  for (const thing of things) {
    const series = seriesOf(thing);
    for (let hour = 0; hour < sum.length; hour++) sum[hour]! += series[hour]!;
  }
  return sum;
}

/**
 * Facility need recomputed from the work served, cooling and what stays included [MW]; see the law `facility-load`.
 *
 * @param tiers whose work counts
 */
export function needMW(place: Place, tiers = place.flows.tiers): Float64Array {
  const { pue, facility } = place.scenario.load;
  const served = sumOf(place, tiers, ({ servedMW }) => servedMW);
  if (facility === undefined) {
    const ratio = pue[place.year]!;
    for (let hour = 0; hour < served.length; hour++) served[hour]! *= ratio[hour]!;
    return served;
  }
  const { fixedShare, perIT, perDegreeAbove, thresholdC, temperatureC } = facility;
  return served.map((mw, hour) => {
    const warmth = Math.max(thresholdC, temperatureC[place.year]![hour]!) - thresholdC;
    return fixedShare * place.phase.itCapacityMW + mw + (perIT + perDegreeAbove * warmth) * mw;
  });
}

/** Renewable power that reaches the site [MW]: Σ_i (1 − loss_i)·g_i[h]. */
export function deliveredMW(place: Place): Float64Array {
  const { renewables } = place.scenario;
  const sum = new Float64Array(place.hours);
  for (const [i, { generationMW }] of place.flows.renewables.entries()) {
    const arriving = 1 - renewables[i]!.loss;
    for (let hour = 0; hour < sum.length; hour++) sum[hour]! += arriving * generationMW[hour]!;
  }
  return sum;
}

/** Charge, respectively discharge, of all storages [MW]. */
export function chargeMW(place: Place): Float64Array {
  return sumOf(place, place.flows.storages, ({ chargeMW: mw }) => mw);
}

export function dischargeMW(place: Place): Float64Array {
  return sumOf(place, place.flows.storages, ({ dischargeMW: mw }) => mw);
}

/** Mean power at which a tier's work arrives [MW IT]. */
export function meanArrivingMW(place: Place, tier: LoadTier): number {
  return place.phase.itCapacityMW * place.scenario.load.utilisation * tier.share;
}

/** A tier's work by the hour of its arrival [MWh IT]. */
export function arrivingMWh(place: Place, tier: LoadTier): Float64Array {
  const mean = meanArrivingMW(place, tier);
  const shape = tier.arrivalShape[place.year]!;
  return hourly(place, (hour) => mean * shape[hour]!);
}

/** Work that a tier does in each hour [MWh IT, at full power]: its power, unless the two are apart. */
export function workMWh({ servedMW, workMWh = servedMW }: WeatherYearSchedule['tiers'][number]): Float64Array {
  return workMWh;
}

/** A tier's share of the phase's IT capacity [MW IT]. */
export function installedMW(place: Place, tier: LoadTier): number {
  return place.phase.itCapacityMW * tier.share;
}
