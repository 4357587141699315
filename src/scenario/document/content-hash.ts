/** The hash that says whether two scenarios ask for the same: of what they hold, not of how or where it is written. */

import { createHash } from 'node:crypto';
import type { Reference } from '../schema/fields.ts';
import type { ScenarioDocument } from '../schema/schema.ts';
import { fileFor } from '../series/references.ts';
import type { Provenance } from '../technologies/fill.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * SHA-256 in hex. File references count by what their files hold: moving or renaming a file changes nothing, another
 * byte in it does, and so does what is stated about them. Values filled in from technology data count too. Name and
 * description of the scenario ask for nothing.
 *
 * @param asked hash that a result gives of it: one that still counted both stays what it is
 */
export function contentHash(
  document: ScenarioDocument,
  sha256OfFile: ReadonlyMap<string, string>,
  provenance: readonly Provenance[],
  asked?: unknown,
): string {
  const withContent = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(withContent);
    if (typeof part !== 'object' || part === null) return part;
    if ('file' in part && 'column' in part) {
      const { file: _, ...stated } = part as Reference;
      const files = document.weatherYears.map(({ name }) => sha256OfFile.get(fileFor(part as Reference, name)));
      return { ...stated, files };
    }
    return Object.fromEntries(Object.entries(part).map(([field, value]) => [field, withContent(value)]));
  };
  const filled = provenance.filter(({ from }) => from.kind === 'technology').map(({ where, value }) => [where, value]);
  const hashOf = (counted: unknown) =>
    createHash('sha256')
      .update(canonicalJson({ document: withContent(counted), filled }))
      .digest('hex');
  const { name: _, description: __, ...nameless } = document;
  return asked !== undefined && asked === hashOf(document) ? asked : hashOf(nameless);
}
