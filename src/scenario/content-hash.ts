/** The hash that says whether two scenarios ask for the same: of what they hold, not of how or where it is written. */

import { createHash } from 'node:crypto';
import type { Provenance } from './fill.ts';
import { fileFor } from './references.ts';
import type { ScenarioDocument } from './schema.ts';

/** JSON with the fields of every object in the order of their names, so that equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    const fields = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return Object.fromEntries(fields);
  });
}

/**
 * SHA-256 in hex. File references count by what their files hold: moving or renaming a file changes nothing, another
 * byte in it does. Values filled in from technology data count too.
 */
export function contentHash(
  document: ScenarioDocument,
  sha256OfFile: ReadonlyMap<string, string>,
  provenance: readonly Provenance[],
): string {
  const withContent = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(withContent);
    if (typeof part !== 'object' || part === null) return part;
    const { file, column } = part as { file?: unknown; column?: unknown };
    if (typeof file === 'string' && typeof column === 'string') {
      const files = document.weatherYears.map(({ name }) => sha256OfFile.get(fileFor({ file, column }, name)));
      return { column, files };
    }
    return Object.fromEntries(Object.entries(part).map(([field, value]) => [field, withContent(value)]));
  };
  const filled = provenance.filter(({ from }) => from.kind === 'technology').map(({ where, value }) => [where, value]);
  return createHash('sha256')
    .update(canonicalJson({ document: withContent(document), filled }))
    .digest('hex');
}
