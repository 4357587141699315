/** A scenario with other values of what is varied. */

import { ResultError } from '../../errors.ts';
import { type LoadedScenario, loadScenarioDocument, type TextOptions } from '../../scenario/load.ts';
import { isIssue, variedPath, withValue } from '../../scenario/variation.ts';

export type Variation = readonly { readonly path: string; readonly value: number | string | boolean }[];

/**
 * @param options where its files are
 * @throws ScenarioError with every fault; ResultError where a path leads nowhere
 */
export async function loadVaried(
  document: unknown,
  variation: Variation,
  options: TextOptions,
): Promise<LoadedScenario> {
  let varied = document;
  for (const { path: text, value } of variation) {
    const path = variedPath(text, document);
    if (isIssue(path)) throw new ResultError(options.file, [{ ...path, where: text }]);
    varied = withValue(varied, path, value);
  }
  return loadScenarioDocument(varied, options);
}
