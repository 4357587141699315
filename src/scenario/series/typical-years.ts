/**
 * A typical year is stitched of months from different years, so its hours never went together with those of another
 * file: sun and wind that are planned with hour by hour come from the same weather, or whoever plans says otherwise.
 */

import type { ProfileFile } from '../../profiles/profile.ts';
import { conflict, type Fault } from '../faults/fault.ts';
import { fileFor, readingKeyFor, type SeriesUse } from './references.ts';

/** What follows the weather; prices and the shape of work are the user's own to pair. */
const followsWeather = ({ unit }: SeriesUse) => unit === 'capacityFactor' || unit === 'pue';

/** Typical years of a weather year that stand beside weather of other files and are not accepted there. */
export function typicalYearFaults(
  weatherYear: string,
  uses: readonly SeriesUse[],
  files: ReadonlyMap<string, ProfileFile>,
): Fault[] {
  const weather = uses.filter(followsWeather).flatMap((use) => {
    const file = files.get(readingKeyFor(use.reference, weatherYear));
    return file === undefined ? [] : [{ use, file, name: fileFor(use.reference, weatherYear) }];
  });
  return weather
    .filter(({ use, file }) => file.provenance?.isTypicalYear === true && use.reference.typicalYear !== 'accept')
    .flatMap(({ use, file, name }) => {
      const others = weather.filter((other) => other.file.sha256 !== file.sha256).map((other) => other.name);
      if (others.length === 0) return [];
      return conflict(
        use.path,
        `${name} is a typical year, beside weather of ${[...new Set(others)].join(', ')}`,
        'Its months come from different years, so calm and cloud of the other files fall on other days than they did. Take real years, or say typicalYear: accept.',
      );
    });
}
