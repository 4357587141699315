/** Where sets of technology data lie: in the package, or in a result. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFolder } from '../../package-folder.ts';

export const shippedTechnologies = fileURLToPath(new URL('data/technologies', packageFolder));

/** In a result, beside `scenario.json`. */
export const STORED_TECHNOLOGIES = 'inputs/technologies';

/** The sets of technology data for a scenario: a result has copies of those it was made with; else those that ship. */
export function technologiesFor(directory: string): string {
  const stored = join(directory, STORED_TECHNOLOGIES);
  return existsSync(stored) ? stored : shippedTechnologies;
}
