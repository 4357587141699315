/** What a storage holds, hour by hour in whole watt-hours, after the state of charge of its schedule. */

import type { Storage } from '../scenario/scenario.ts';
import { previousHour } from '../time.ts';
import { wholeDown } from './whole-watt-hours.ts';

/** All of them in Wh, by hour; charged = what is lost in charging + what comes into store, and so on. */
export interface StorageContent {
  readonly charged: Float64Array;
  readonly discharged: Float64Array;
  readonly lostCharging: Float64Array;
  readonly lostStanding: Float64Array;
  readonly lostDischarging: Float64Array;
  /** At the end of the hour; the hour before the first is the last. */
  readonly content: Float64Array;
  /** Largest energy that was discharged beyond what was in store [Wh]: nothing but rounding in a schedule that keeps the laws. */
  readonly largestShortfall: number;
}

type Efficiencies = Pick<Storage, 'chargeEfficiency' | 'dischargeEfficiency'>;

/** Turns of the year until it ends as it begins; each can only lose the few watt-hours of its rounding. */
const MOST_TURNS = 100;

/**
 * Losses are what the state of charge leaves of charge and discharge: those of charging and of discharging by their
 * efficiency, the rest, rounding with it, as self-discharge. The content never passes the state of charge.
 *
 * @param charged @param discharged whole Wh, never both in one hour
 */
export function storageContent(
  storage: Efficiencies,
  charged: Float64Array,
  discharged: Float64Array,
  stateOfChargeMWh: Float64Array,
): StorageContent {
  const hours = charged.length;
  const targets = stateOfChargeMWh.map(wholeDown);
  const none = () => new Float64Array(hours);
  const [lostCharging, lostStanding, lostDischarging, content] = [none(), none(), none(), none()];
  const given = discharged.slice();
  content[hours - 1] = targets[hours - 1] ?? 0;
  let largestShortfall = 0;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const atStart = content[hours - 1];
    for (let h = 0; h < hours; h++) {
      const before = content[previousHour(h, hours)]!;
      const available = before + charged[h]!;
      largestShortfall = Math.max(largestShortfall, discharged[h]! - available);
      given[h] = Math.min(discharged[h]!, available);
      content[h] = Math.min(targets[h]!, available - given[h]!);
      const lost = available - given[h]! - content[h]!;
      const ofCharge = Math.min(lost, charged[h]! - Math.floor(storage.chargeEfficiency * charged[h]!));
      const ofDischarge = Math.min(lost - ofCharge, Math.round(given[h]! / storage.dischargeEfficiency) - given[h]!);
      const standing = Math.min(before, lost - ofCharge - ofDischarge);
      lostStanding[h] = standing;
      lostDischarging[h] = ofDischarge;
      lostCharging[h] = lost - ofDischarge - standing;
    }
    if (content[hours - 1] === atStart) {
      return { charged, discharged: given, lostCharging, lostStanding, lostDischarging, content, largestShortfall };
    }
  }
  throw new RangeError('The content of a storage does not end the year as it begins it.');
}
