/** Which hours of profiles a scenario's own answers filled. */

import type { ScenarioInput } from '../../src/index.ts';
import { filledHours } from '../../src/profiles/profile.ts';
import { MOST_STRETCHES, type ProfileFills } from '../schemas/fills.ts';

/** Of each column that has such hours; of one that is read in several ways, those of all. */
export function fillsOf(inputs: readonly ScenarioInput[]): ProfileFills[] {
  return inputs.flatMap(({ file, readings = [] }) => {
    const columns = Map.groupBy(
      readings.flatMap((reading) => reading.columns),
      ({ name }) => name,
    );
    return [...columns].flatMap(([column, read]) => {
      const filled = read.flatMap((one) => one.filled).sort((a, b) => a.first.localeCompare(b.first));
      if (filled.length === 0) return [];
      const stretches = filled.slice(0, MOST_STRETCHES).map(({ method, first, hours }) => ({ method, first, hours }));
      return [{ file, column, hours: filledHours({ filled }), stretches }];
    });
  });
}
