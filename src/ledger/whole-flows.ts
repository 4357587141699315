/** A schedule in whole watt-hours: what each plant is certified for, and what the site does with it, hour by hour. */

import { type Issue, ResultError } from '../errors.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { effectiveMW } from '../schedule/effective.ts';
import type { PhaseSchedule, WeatherYearSchedule } from '../schedule/schedule.ts';
import { stampOfHour } from '../time.ts';
import { tolerance } from '../units.ts';
import { type StorageContent, storageContent } from './storage-content.ts';
import { wholeDown, wholeUp } from './whole-watt-hours.ts';

/** One phase under one weather year. */
export interface LedgerPlace {
  readonly scenario: Scenario;
  /** Index of the phase. */
  readonly p: number;
  /** Index of the weather year. */
  readonly y: number;
  readonly phase: PhaseSchedule;
  readonly flows: WeatherYearSchedule;
}

/** All in Wh, by hour; plants and storages in the order of the scenario. */
export interface WholeFlows {
  readonly hours: number;
  /** At the plants' meters: what is curtailed is not among it. */
  readonly issued: readonly Float64Array[];
  /** At the site, after the losses of the way. */
  readonly delivered: readonly Float64Array[];
  readonly storages: readonly StorageContent[];
  readonly exported: Float64Array;
  readonly load: Float64Array;
  readonly imported: Float64Array;
}

/** Several parts of an hour are rounded, each by less than one. */
const ROUNDING = 64;

/** @throws ResultError where the schedule breaks a law, so that its energy cannot be accounted for */
export function wholeFlows(place: LedgerPlace): WholeFlows {
  const { scenario, y, flows } = place;
  const rounded = (values: Float64Array) => values.map(wholeDown);
  const issued = flows.renewables.map(({ generationMW }) => rounded(generationMW));
  const delivered = issued.map((wattHours, i) => {
    const arriving = 1 - scenario.renewables[i]!.loss;
    return wattHours.map((one) => Math.floor(one * arriving));
  });
  const draft = {
    hours: scenario.weatherYears[y]!.hours,
    issued,
    delivered,
    charged: flows.storages.map(({ chargeMW }) => rounded(chargeMW)),
    discharged: flows.storages.map(({ dischargeMW }) => rounded(dischargeMW)),
    exported: rounded(flows.exportMW),
    load: flows.loadMW.map(wholeUp),
    imported: flows.importMW.map(wholeUp),
  };
  const faults = new Faults(place);
  faults.expectNothingNegative();
  faults.expectWeather();
  balance(draft, faults);
  const contents = () =>
    scenario.storages.map((storage, s) => {
      const { stateOfChargeMWh } = flows.storages[s]!;
      return storageContent(storage, draft.charged[s]!, draft.discharged[s]!, stateOfChargeMWh);
    });
  let storages = contents();
  for (const [s, { largestShortfall }] of storages.entries()) {
    faults.expectSmall(largestShortfall, faults.storageName(s), 'is discharged that was never in store');
  }
  faults.throwIfAny();
  while (chargesMore(draft, storages)) storages = contents();
  return { ...draft, storages };
}

/** One storage that gives a little less leaves less for another; whether that was so, and was mended. */
function chargesMore({ hours, delivered, charged, exported }: Draft, storages: readonly StorageContent[]): boolean {
  const given = storages.map(({ discharged }) => discharged);
  let isMended = false;
  for (let h = 0; h < hours; h++) {
    let short = sumAt(charged, h) + exported[h]! - sumAt(delivered, h) - sumAt(given, h);
    if (short > 0) isMended = true;
    for (const uses of charged) short -= lessen(uses, h, short);
  }
  return isMended;
}

interface Draft extends Omit<WholeFlows, 'storages'> {
  readonly charged: readonly Float64Array[];
  readonly discharged: readonly Float64Array[];
}

/**
 * Rounding leaves an hour a few watt-hours short of what the schedule says, in which the uses give way: what is charged
 * and discharged at once, what is exported and charged beyond what is there, what is discharged beyond the load.
 */
function balance({ hours, delivered, charged, discharged, exported, load }: Draft, faults: Faults): void {
  for (let h = 0; h < hours; h++) {
    for (let s = 0; s < charged.length; s++) {
      const both = Math.min(charged[s]![h]!, discharged[s]![h]!);
      if (both === 0) continue;
      faults.expectSmall(both, faults.storageName(s), 'is charged and discharged at once', h);
      charged[s]![h]! -= both;
      discharged[s]![h]! -= both;
    }
    const [arrived, outOfStore] = [sumAt(delivered, h), sumAt(discharged, h)];
    const beyond = exported[h]! - arrived;
    faults.expectSmall(beyond, 'site', 'is exported that no plant has delivered', h);
    lessen(exported, h, beyond);
    let short = sumAt(charged, h) + exported[h]! - arrived;
    // From one storage into another: more than rounding has to come from somewhere.
    if (short > faults.roomAt(h)) short -= outOfStore;
    if (short > 0) {
      faults.expectSmall(short, 'site', 'is stored or exported that nothing has delivered', h);
      for (const uses of [exported, ...charged]) short -= lessen(uses, h, short);
    }
    const used = sumAt(charged, h) + exported[h]!;
    let over = outOfStore - load[h]! - Math.max(0, used - arrived);
    if (over > 0) {
      faults.expectSmall(over, 'site', 'is discharged that nothing uses', h);
      for (const uses of discharged) over -= lessen(uses, h, over);
    }
    const supply = arrived + sumAt(discharged, h) + faults.importedAt(h);
    faults.expectSmall(Math.abs(supply - load[h]! - used), 'site', 'lie between supply and need', h);
  }
}

/** @returns by how much it was lessened */
function lessen(uses: Float64Array, h: number, wish: number): number {
  const less = Math.min(uses[h]!, Math.max(0, wish));
  uses[h]! -= less;
  return less;
}

export function sumAt(series: readonly Float64Array[], h: number): number {
  let sum = 0;
  for (const values of series) sum += values[h]!;
  return sum;
}

const MOST_LISTED = 10;

/** What is more than rounding and the tolerance of the laws. */
class Faults {
  readonly #place: LedgerPlace;
  readonly #issues: Issue[] = [];
  #count = 0;

  constructor(place: LedgerPlace) {
    this.#place = place;
  }

  storageName(s: number): string {
    return this.#place.scenario.storages[s]!.name;
  }

  importedAt(h: number): number {
    return wholeUp(this.#place.flows.importMW[h]!);
  }

  /** What the laws of the verification tolerate in an hour [Wh]. */
  roomAt(h: number): number {
    const { scenario, p, flows } = this.#place;
    let largest = flows.loadMW[h]!;
    for (const { generationMW } of flows.renewables) largest += generationMW[h]!;
    for (const { stateOfChargeMWh } of flows.storages) largest += stateOfChargeMWh[h]!;
    const { itCapacityMW } = scenario.phases[p]!;
    return ROUNDING + wholeUp(tolerance.hourlyShare * itCapacityMW + tolerance.relative * largest);
  }

  /** What is a hair below nothing counts as nothing. */
  expectNothingNegative(): void {
    const { scenario, flows } = this.#place;
    const { renewables, storages } = scenario;
    const series: (readonly [string, string, Float64Array])[] = [
      ['site', 'is load below nothing', flows.loadMW],
      ['site', 'is import below nothing', flows.importMW],
      ['site', 'is export below nothing', flows.exportMW],
      ...flows.renewables.map(
        (plant, i) => [renewables[i]!.name, 'is generated below nothing', plant.generationMW] as const,
      ),
      ...flows.storages.flatMap(({ chargeMW, dischargeMW, stateOfChargeMWh }, s) => [
        [storages[s]!.name, 'is charged below nothing', chargeMW] as const,
        [storages[s]!.name, 'is discharged below nothing', dischargeMW] as const,
        [storages[s]!.name, 'is in store below nothing', stateOfChargeMWh] as const,
      ]),
    ];
    for (const [subject, words, values] of series) {
      for (let h = 0; h < values.length; h++) {
        if (values[h]! < 0) this.expectSmall(wholeUp(-values[h]!), subject, words, h);
      }
    }
  }

  /** No certificate without weather for it. */
  expectWeather(): void {
    const { scenario, y, phase, flows } = this.#place;
    for (const [i, { name, capacityFactor }] of scenario.renewables.entries()) {
      const atWorkMW = effectiveMW(phase.capacities.renewables[i]!);
      const { generationMW } = flows.renewables[i]!;
      for (let h = 0; h < generationMW.length; h++) {
        const excess = generationMW[h]! - capacityFactor[y]![h]! * atWorkMW;
        if (excess > 0) this.expectSmall(wholeUp(excess), name, 'is generated beyond what the weather allows', h);
      }
    }
  }

  /** @param h where left out, the largest tolerance of the year counts */
  expectSmall(wattHours: number, subject: string, words: string, h?: number): void {
    if (wattHours <= ROUNDING) return;
    const { scenario, y, flows } = this.#place;
    const hours = h === undefined ? flows.loadMW.keys() : [h];
    let room = 0;
    for (const hour of hours) room = Math.max(room, this.roomAt(hour));
    if (wattHours <= room) return;
    this.#count++;
    if (this.#issues.length >= MOST_LISTED) return;
    const { year } = scenario.weatherYears[y]!;
    const when = h === undefined ? '' : ` in ${stampOfHour(year, h)}`;
    const where = `${flows.name}: ${subject}`;
    const expected = 'A schedule that keeps the laws; hourmatch verify lists all that are broken.';
    this.#issues.push({ code: 'result.unaccountable', where, problem: `${wattHours} Wh ${words}${when}`, expected });
  }

  throwIfAny(): void {
    if (this.#issues.length === 0) return;
    const { scenario, phase } = this.#place;
    const more = this.#count - this.#issues.length;
    const last = { code: 'result.unaccountable', where: phase.name, problem: `and ${more} more of the kind` } as const;
    throw new ResultError(`${scenario.name}, ${phase.name}`, more > 0 ? [...this.#issues, last] : this.#issues);
  }
}
