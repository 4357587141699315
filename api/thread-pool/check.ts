/** Scenarios checked as they would be solved, one by one or many that share their profiles. */

import type { VariedPath, Warning } from '../../src/index.ts';
import { withValue } from '../../src/scenario/variation.ts';
import { namedProfiles } from '../jobs/named-profiles.ts';
import { loadStoredScenario, type StoredDocument, storedInputs } from '../jobs/stored-scenario.ts';
import type { ProfileFills } from '../schemas/fills.ts';
import type { ObjectPlace } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';

import { type Faulty, orFaults } from './faulty.ts';
import { fillsOf } from './fills.ts';

export interface Checked extends StoredDocument {
  readonly contentHash: string;
  readonly name: string;
  readonly description: string | null;
  readonly warnings: readonly Warning[];
  readonly fills: readonly ProfileFills[];
}

export interface ToCheck {
  readonly objects: ObjectPlace;
  readonly profiles: StoredDocument['profiles'];
  readonly scenarios: readonly string[];
  /** What of each scenario is given each of the values, in place of the scenario itself. */
  readonly varied?: { readonly path: VariedPath; readonly values: readonly unknown[] } | undefined;
}

/** In order, each scenario with each value. */
export async function checkScenarios({ objects, profiles, scenarios, varied }: ToCheck): Promise<(Checked | Faulty)[]> {
  const inputs = storedInputs(profiles, openObjects(objects));
  const found: (Checked | Faulty)[] = [];
  for (const given of scenarios) {
    const sent: unknown = JSON.parse(given);
    const variants = varied?.values.map((value) => JSON.stringify(withValue(sent, varied.path, value))) ?? [given];
    for (const text of variants) {
      found.push(
        await orFaults(async () => {
          const { contentHash, document, warnings, inputs: read } = (await loadStoredScenario(text, inputs)).loaded;
          const { name, description = null } = document;
          const named = namedProfiles(JSON.parse(text)).flatMap((name) =>
            profiles[name] === undefined ? [] : [[name, profiles[name]] as const],
          );
          return {
            contentHash,
            name,
            description,
            text,
            profiles: Object.fromEntries(named),
            warnings,
            fills: fillsOf(read),
          };
        }),
      );
    }
  }
  return found;
}
