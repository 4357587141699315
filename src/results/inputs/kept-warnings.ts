/** Doubts as a result keeps them: by path and by the names the user gave, so that they can be told again from its files. */

import type { Warning } from '../../errors.ts';
import { distinct } from '../../scenario/series/profile-files.ts';

/**
 * @param nameOf what the user calls a file that the loader read; the text of the scenario is not kept, nor its lines
 */
export function keptWarnings(warnings: readonly Warning[], nameOf = (file: string): string => file): Warning[] {
  const kept = warnings.map((warning): Warning => {
    const { file, line, column, pointer: _, ...doubt } = warning;
    if (!doubt.code.startsWith('profile.') || file === undefined) return doubt;
    return { ...warning, file: nameOf(file) };
  });
  return distinct(kept);
}
