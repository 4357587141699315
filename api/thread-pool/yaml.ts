/** Scenarios as YAML, read and written beside the main thread: a megabyte of it takes seconds. */

import { stringify } from 'yaml';
import { ScenarioError } from '../../src/errors.ts';
import { valueOfText } from '../../src/scenario/document/source.ts';
import { inSchemaOrder } from '../schemas/scenario.ts';

/**
 * Plain data alone: whoever sends aliases, tags, fields that stand twice or more than any scenario holds is told where.
 *
 * @returns JSON, for whoever bounds that
 * @throws ScenarioError with every fault
 */
export function jsonOfYaml(bytes: Uint8Array): string {
  const value = valueOfText(new TextDecoder().decode(bytes), 'body');
  return JSON.stringify(value, (field, part: unknown) => {
    if (typeof part === 'number' && !Number.isFinite(part)) throw notFinite(field, part);
    return part;
  });
}

/** JSON has no word for it, and null would hide it. */
const notFinite = (field: string, value: number) =>
  new ScenarioError('body', [
    { code: 'scenario.syntax', where: field, problem: `${value} is no number of a scenario` },
  ]);

/** @param json document of a scenario */
export function yamlOfJson(json: string): string {
  return stringify(inSchemaOrder(JSON.parse(json)), { lineWidth: 0, aliasDuplicateObjects: false });
}
