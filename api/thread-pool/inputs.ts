/** What a scenario was planned with: each parameter of an asset and where it came from, each file. */

import type { LoadedScenario } from '../../src/index.ts';
import { loadStoredScenario, type StoredDocument, storedInputs } from '../jobs/stored-scenario.ts';
import type { ObjectPlace } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';

export interface ScenarioInputs {
  readonly parameters: LoadedScenario['provenance'];
  readonly files: readonly {
    readonly file: string;
    readonly kind: string;
    readonly sha256: string;
    readonly synthetic: boolean;
  }[];
}

export async function inputsOfStored({
  objects,
  scenario: { text, profiles },
}: {
  readonly objects: ObjectPlace;
  readonly scenario: StoredDocument;
}): Promise<ScenarioInputs> {
  const { provenance, inputs } = (await loadStoredScenario(text, storedInputs(profiles, openObjects(objects)))).loaded;
  return {
    parameters: provenance,
    files: inputs.map(({ file, kind, sha256, synthetic }) => ({ file, kind, sha256, synthetic })),
  };
}
