/** `npm run bench`: every measurement with its limit; ends with 1 where a limit is missed. */

import { benchDecomposed } from './decomposed.ts';
import { benchOneLp } from './one-lp.ts';
import { benchProfiles } from './profiles.ts';
import { benchSolvers } from './solvers.ts';

/** A figure; ratios are taken within one run, since machines differ and are shared. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be. */
  readonly limit?: number;
}

const benches = [benchProfiles, benchSolvers, benchOneLp, benchDecomposed];

let missed = 0;
for (const bench of benches) {
  for (const { name, value, unit, limit } of await bench()) {
    const isMissed = limit !== undefined && !(value <= limit);
    if (isMissed) missed++;
    const verdict = limit === undefined ? '' : `  (at most ${limit}${isMissed ? ': MISSED' : ''})`;
    console.log(`${name.padEnd(46)} ${Number(value.toPrecision(3))} ${unit}${verdict}`);
  }
}
process.exitCode = missed > 0 ? 1 : 0;
