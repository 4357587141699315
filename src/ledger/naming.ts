/** What the records of a ledger call things: devices, hours, certificates. */

import { slugOf } from '../scenario/schema/names.ts';
import { stampOfHour } from '../time.ts';
import type { Account } from './account.ts';
import type { Passage } from './pieces.ts';

/** What the records rest on, said in every row. */
export interface Statement {
  /** Of the phase and the weather year: a part of every id, so that none stands twice in a ledger. */
  readonly placeId: string;
  readonly isSynthetic: boolean;
  /** Of the scenario. */
  readonly contentHash: string;
}

export const ISSUING_BODY = 'planned, not issued';

/** Another number where the same schedule would give other records. */
export const LEDGER_RULE = 'hourmatch-ledger-2';

export class Naming {
  readonly plants: readonly string[];
  readonly storages: readonly string[];
  readonly site: string;
  readonly weather: string;
  readonly #placeId: string;
  readonly #stamps: readonly string[];
  readonly #certificates: readonly (readonly string[])[];
  readonly #consumptions: readonly string[];
  readonly #discharges: readonly (readonly string[])[];

  constructor({ place: { scenario, y } }: Account, { placeId, isSynthetic }: Statement) {
    const taken = new Set<string>();
    const ids = (things: readonly { readonly name: string }[]) => things.map(({ name }) => ownId(name, taken));
    this.plants = ids(scenario.renewables);
    this.storages = ids(scenario.storages);
    this.site = ownId(scenario.name, taken);
    this.weather = isSynthetic ? 'synthetic, not measured' : 'not marked synthetic';
    this.#placeId = placeId;
    const { year, hours } = scenario.weatherYears[y]!;
    this.#stamps = Array.from({ length: hours + 1 }, (_, hour) => stampOfHour(year, hour));
    this.#certificates = this.plants.map((plant) => this.#byHour(plant));
    this.#consumptions = this.#byHour(this.site);
    this.#discharges = this.storages.map((storage) => this.#byHour(`${storage}/discharge`));
  }

  /** @param hour may be the number of hours: the end of the last */
  stamp(hour: number): string {
    return this.#stamps[hour]!;
  }

  certificate(plant: number, hour: number): string {
    return this.#certificates[plant]![hour]!;
  }

  consumption(hour: number): string {
    return this.#consumptions[hour]!;
  }

  charge({ storage, chargedHour, chargedRecord }: Omit<Passage, 'chargedCycle'>): string {
    return `${this.#placeId}/${this.storages[storage]!}/charge/${this.stamp(chargedHour)}/${chargedRecord + 1}`;
  }

  discharge(storage: number, hour: number): string {
    return this.#discharges[storage]![hour]!;
  }

  /** Made once: a certificate is named in many records. */
  #byHour(of: string): string[] {
    return this.#stamps.map((stamp) => `${this.#placeId}/${of}/${stamp}`);
  }
}

/** Names that differ in signs alone have the same slug. */
function ownId(name: string, taken: Set<string>): string {
  const slug = slugOf(name);
  let id = slug;
  for (let number = 2; taken.has(id); number++) id = `${slug}-${number}`;
  taken.add(id);
  return id;
}
