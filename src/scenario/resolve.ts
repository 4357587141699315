/** A reading and the files it names → series, filled-in assets, and every fault that shows only with the files at hand. */

import { tradeFaults } from './checks/trade.ts';
import { isConsequence, type Reading } from './document/parse.ts';
import { conflict, type Fault } from './faults/fault.ts';
import { arrivalFaults } from './series/arrivals.ts';
import { type Attached, attachProfiles } from './series/attach.ts';
import type { NamedFiles } from './series/files.ts';
import { type FilledAssets, fillAssets } from './technologies/fill-assets.ts';

export interface Resolved {
  /** Those of the reading and the new ones. */
  readonly faults: readonly Fault[];
  readonly attached: Attached;
  /** Undefined where the technology data could not be read. */
  readonly assets: FilledAssets | undefined;
}

export function resolveReading(reading: Reading, files: NamedFiles): Resolved {
  const { draft, uses } = reading;
  const attached = attachProfiles(draft, uses, files.profiles);
  const assets = files.technologies === undefined ? undefined : fillAssets(draft, files.technologies);
  const arrivals = draft.load.tiers.flatMap((tier, at) => {
    const path = ['load', 'tiers', at];
    const series = attached.seriesAt([...path, 'arrivalProfile']);
    return series === undefined ? [] : arrivalFaults(tier, path, draft.load.utilisation, series);
  });
  const found = [
    ...files.faults,
    ...attached.faults,
    ...(assets?.faults ?? []),
    ...arrivals,
    ...tradeFaults(draft, attached),
  ];
  const faults = [...reading.faults, ...found.filter((fault) => !isConsequence(fault, reading.unusable))];
  const isCalendarKnown = attached.calendars.every((calendar) => calendar !== undefined);
  if (faults.length === 0 && files.issues.length === 0 && !isCalendarKnown) {
    const expected = 'At least one hourly file tells the calendar year of each weather year.';
    return { faults: [conflict(['weatherYears'], 'no hourly file is named', expected)], attached, assets };
  }
  return { faults, attached, assets };
}
