/** A result under the name and description that its scenario has by now: neither is solved for. */

import { exactJson } from '../files/exact-json.ts';
import { SCENARIO_FILE } from '../files/file-names.ts';
import { type StoredScenario, sha256Of } from '../inputs/stored-inputs.ts';
import type { ResultDocument } from './result-document.ts';

export interface ScenarioWords {
  readonly name: string;
  /** Null where there is none. */
  readonly description: string | null;
}

/**
 * @param files bytes of `result.json` and `scenario.json`
 * @returns the same, each number as it was; the first names the hash of the second
 */
export function inWords(
  files: { readonly result: Uint8Array; readonly scenario: Uint8Array },
  { name, description }: ScenarioWords,
): { readonly result: Buffer; readonly scenario: Buffer } {
  // The casts: both were written by this program, and are judged by whoever reads the directory.
  const parsed = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));
  const result = parsed(files.result) as ResultDocument & { readonly files?: object };
  const stored = parsed(files.scenario) as StoredScenario;
  const { name: _, description: __, ...asked } = stored.scenario;
  const words = { name, ...(description !== null && { description }) };
  const scenario = Buffer.from(exactJson({ ...stored, scenario: { ...words, ...asked } }));
  const renamed = {
    ...result,
    scenario: { ...result.scenario, name },
    files: { ...result.files, [SCENARIO_FILE]: sha256Of(scenario) },
  };
  return { result: Buffer.from(exactJson(renamed)), scenario };
}
