/** What the document of a study says first: of which scenario it is. */

import type { LoadedScenario } from '../../scenario/load.ts';
import { hourmatchVersion } from '../document/hourmatch-version.ts';

export function headOfScenario({ scenario: { name, currency }, contentHash, inputs }: LoadedScenario) {
  const synthetic = inputs.some((input) => input.synthetic);
  return { schemaVersion: 1 as const, hourmatchVersion, synthetic, scenario: { name, contentHash, currency } };
}
