/** Which watt-hours of which plant and hour went where: one phase under one weather year. */

import { ResultError } from '../errors.ts';
import { Arrivals, type Passage, type Piece, passed, takeFrom } from './pieces.ts';
import { type Slice, type StorageOrder, StorageQueue } from './storage-queue.ts';
import { type LedgerPlace, type WholeFlows, wholeFlows } from './whole-flows.ts';

/** A slice of generation that serves a slice of consumption. */
export interface Allocation {
  readonly hour: number;
  readonly slice: Slice;
  /** Served; through a storage less than the slice is certified for. */
  readonly wattHours: number;
  /** Where it begins among the watt-hours consumed in the hour. */
  readonly offset: number;
  /** Absent where it came directly. */
  readonly passage?: Passage;
}

export interface Charge {
  readonly hour: number;
  readonly storage: number;
  readonly record: number;
  readonly slice: Slice;
  /** Where it came out of another storage. */
  readonly passage?: Passage;
}

export interface Discharge {
  readonly hour: number;
  readonly storage: number;
  readonly wattHours: number;
  /** What was charged for it. */
  readonly charged: number;
}

/** Energy in a storage at the turn of the year [Wh]. */
export interface Balance {
  readonly fromPreviousCycle: number;
  /** Of unknown origin: it was there before the year that fills the queue. */
  readonly openingBalance: number;
}

export interface Account {
  readonly place: LedgerPlace;
  readonly order: StorageOrder;
  readonly flows: WholeFlows;
  readonly allocations: readonly Allocation[];
  readonly charges: readonly Charge[];
  readonly discharges: readonly Discharge[];
  /** By plant and hour [Wh]; issued = exported + stored + direct + unclaimed + what is lost on the way. */
  readonly exported: readonly Float64Array[];
  readonly stored: readonly Float64Array[];
  readonly direct: readonly Float64Array[];
  /** Arrived and used by nobody: the rounding of uses. */
  readonly unclaimed: readonly Float64Array[];
  /** By storage, in store at the turn of the year. */
  readonly balances: readonly Balance[];
}

/** Weighted averages mix everything in store into every hour. */
const MOST_ALLOCATIONS = 4_000_000;

/**
 * The year is a circle, so nothing stands at its beginning: a first round fills the storages, a second is recorded.
 *
 * @throws ResultError where the schedule breaks a law, or where the order would make more than four million allocations
 */
export function accountOf(place: LedgerPlace, order: StorageOrder): Account {
  const flows = wholeFlows(place);
  const queues = flows.storages.map(({ content }) => new StorageQueue(order, content.at(-1) ?? 0));
  new Round(flows, queues, -1).run();
  const balances = queues.map(balanceOf);
  const round = new Round(flows, queues, 0);
  round.run();
  const { allocations, charges, discharges, exported, stored, direct, unclaimed } = round;
  return { place, order, flows, allocations, charges, discharges, exported, stored, direct, unclaimed, balances };
}

function balanceOf({ lots }: StorageQueue): Balance {
  let [fromPreviousCycle, openingBalance] = [0, 0];
  for (const { hour, content } of lots) {
    if (hour < 0) openingBalance += content;
    else fromPreviousCycle += content;
  }
  return { fromPreviousCycle, openingBalance };
}

class Round {
  readonly allocations: Allocation[] = [];
  readonly charges: Charge[] = [];
  readonly discharges: Discharge[] = [];
  readonly exported: Float64Array[];
  readonly stored: Float64Array[];
  readonly direct: Float64Array[];
  readonly unclaimed: Float64Array[];
  readonly #flows: WholeFlows;
  readonly #queues: readonly StorageQueue[];
  readonly #cycle: number;

  constructor(flows: WholeFlows, queues: readonly StorageQueue[], cycle: number) {
    const none = () => flows.delivered.map(() => new Float64Array(flows.hours));
    [this.exported, this.stored, this.direct, this.unclaimed] = [none(), none(), none(), none()];
    this.#flows = flows;
    this.#queues = queues;
    this.#cycle = cycle;
  }

  run(): void {
    for (let h = 0; h < this.#flows.hours; h++) this.#hour(h);
  }

  #hour(h: number): void {
    const { storages, exported, load } = this.#flows;
    const arrivals = new Arrivals(this.#flows, h, this.#cycle);
    for (const { slice } of arrivals.take(exported[h]!)) this.exported[slice.plant]![h]! += slice.wattHours;
    const outOfStore = storages.flatMap((_, s) => this.#discharge(s, h));
    for (let s = 0; s < storages.length; s++) this.#charge(s, h, arrivals, outOfStore);
    const stillNeeded = load[h]! - outOfStore.reduce((sum, { slice }) => sum + slice.wattHours, 0);
    const direct = arrivals.take(Math.min(stillNeeded, arrivals.left));
    for (const { slice } of direct) this.direct[slice.plant]![h]! += slice.wattHours;
    for (const { slice } of arrivals.take(arrivals.left)) this.unclaimed[slice.plant]![h]! += slice.wattHours;
    if (this.#cycle === 0) this.#allocate(h, [...direct, ...outOfStore]);
  }

  #discharge(storage: number, h: number): Piece[] {
    const { discharged, lostStanding, lostDischarging } = this.#flows.storages[storage]!;
    const queue = this.#queues[storage]!;
    queue.lose(lostStanding[h]!);
    const drawn = queue.draw(discharged[h]!, lostDischarging[h]!);
    if (this.#cycle === 0 && drawn.length > 0) {
      const charged = drawn.reduce((sum, { slice }) => sum + slice.wattHours, 0);
      this.discharges.push({ hour: h, storage, wattHours: discharged[h]!, charged });
    }
    return drawn.map((one) => passed(one, storage));
  }

  /** What plants deliver comes first, then what another storage gives. */
  #charge(storage: number, h: number, arrivals: Arrivals, outOfStore: Piece[]): void {
    const { charged, lostCharging } = this.#flows.storages[storage]!;
    const direct = arrivals.take(Math.min(charged[h]!, arrivals.left));
    let missing = charged[h]!;
    for (const { slice } of direct) {
      this.stored[slice.plant]![h]! += slice.wattHours;
      missing -= slice.wattHours;
    }
    const pieces = [...direct, ...takeFrom(outOfStore, missing)];
    this.#queues[storage]!.charge(
      h,
      this.#cycle,
      pieces.map(({ slice }) => slice),
      lostCharging[h]!,
    );
    if (this.#cycle === 0) {
      this.charges.push(...pieces.map((piece, record) => ({ hour: h, storage, record, ...piece })));
    }
  }

  #allocate(hour: number, pieces: readonly Piece[]): void {
    let offset = 0;
    for (const piece of pieces) {
      const { wattHours } = piece.slice;
      if (wattHours > 0) this.allocations.push({ hour, offset, wattHours, ...piece });
      offset += wattHours;
    }
    if (this.allocations.length <= MOST_ALLOCATIONS) return;
    const problem = `weighted averages mix all that is in store into every hour: more than ${MOST_ALLOCATIONS.toLocaleString('en-US')} allocations a year`;
    const expected = 'Another order of the storages: fifo or lifo.';
    throw new ResultError('The ledger', [{ code: 'result.unaccountable', where: 'order', problem, expected }]);
  }
}
