/**
 * `npm run bench`: every measurement with its limit, as it is taken; ends with 1 where a limit is missed.
 * `npm run bench -- decomposed` takes those of one group only.
 */

import { benchAdditions } from './additions.ts';
import { benchApi } from './api.ts';
import { benchBands } from './bands.ts';
import { benchDecomposed } from './decomposed.ts';
import { benchFuzz } from './fuzz.ts';
import { benchLedger } from './ledger.ts';
import { benchOneLp } from './one-lp.ts';
import { benchProfiles } from './profiles.ts';
import { benchSolvers } from './solvers.ts';
import { benchStudies } from './studies.ts';

/** A figure; ratios are taken within one run, since machines differ and are shared. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be. */
  readonly limit?: number;
}

const benches = {
  profiles: benchProfiles,
  fuzz: benchFuzz,
  ledger: benchLedger,
  solvers: benchSolvers,
  'one-lp': benchOneLp,
  decomposed: benchDecomposed,
  additions: benchAdditions,
  studies: benchStudies,
  bands: benchBands,
  api: benchApi,
};

const asked = process.argv.slice(2);
let missed = 0;
for (const [group, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(group)) continue;
  for await (const { name, value, unit, limit } of await bench()) {
    const isMissed = limit !== undefined && !(value <= limit);
    if (isMissed) missed++;
    const verdict = limit === undefined ? '' : `  (at most ${limit}${isMissed ? ': MISSED' : ''})`;
    console.log(`${name.padEnd(46)} ${Number(value.toPrecision(3))} ${unit}${verdict}`);
  }
}
process.exitCode = missed > 0 ? 1 : 0;
