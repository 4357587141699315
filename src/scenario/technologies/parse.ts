/** The text of a set of technology data → the set, checked by the fields of a scenario that it stands in for. */

import type * as z from 'zod';
import type { Issue } from '../../errors.ts';
import { readSource } from '../document/source.ts';
import { nearest } from '../faults/did-you-mean.ts';
import { expectationOf } from '../faults/expectation.ts';
import { conflict, type Fault, issueOf } from '../faults/fault.ts';
import { schemaFaults } from '../faults/schema-faults.ts';
import { link, renewable, storage } from '../schema/assets.ts';
import { schemasAt } from '../schema/json-schema.ts';
import { scenarioSchema } from '../schema/schema.ts';
import { type TechnologySet, technologySet } from './technologies.ts';

/** The one that was read last: nearly every scenario names the same. */
let last: { readonly text: string; readonly set: TechnologySet } | undefined;

/** Reads a set of technology data; faults come as issues, to be told together with the scenario's. */
export function parseTechnologies(text: string, file: string): { set?: TechnologySet; issues: readonly Issue[] } {
  if (last?.text === text) return { set: last.set, issues: [] };
  const source = readSource(text, file);
  if (!source.isReadable) return { issues: source.faults.map((fault) => issueOf(fault, source)) };
  const faults = [...source.faults, ...schemaFaults(source, technologySet).faults];
  const set = faults.length === 0 ? technologySet.parse(source.value) : undefined;
  if (set !== undefined) faults.push(...Object.keys(set.technologies).flatMap((name) => parameterFaults(set, name)));
  if (set === undefined || faults.length > 0) return { issues: faults.map((fault) => issueOf(fault, source)) };
  last = { text, set };
  return { set, issues: [] };
}

const itemFields = { renewable: renewable.shape, storage: storage.shape, link: link.shape };

/** A parameter stands in for a field of the scenario, so it has that field's name, range and unit. */
function parameterFaults(set: TechnologySet, name: string): Fault[] {
  const technology = set.technologies[name];
  if (technology === undefined) return [];
  const list = `${technology.kind}s`;
  const fields: Readonly<Record<string, z.ZodType>> = itemFields[technology.kind];
  return Object.entries(technology.parameters).flatMap(([field, { value, unit }]): Fault[] => {
    const path = ['technologies', name, 'parameters', field];
    const nodes = schemasAt(scenarioSchema, [list, 0, field]);
    const schema = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (schema === undefined) {
      const meant = nearest(field, Object.keys(fields));
      const expected = meant === undefined ? `Expected a field of a ${technology.kind}.` : `Did you mean ${meant}?`;
      return [{ code: 'scenario.unknown-field', path, problem: 'unknown parameter', expected, atKey: true }];
    }
    const expectedUnit = nodes.find((node) => node.unit !== undefined)?.unit?.replace('currency', set.currency);
    const faults: Fault[] = [];
    if (!schema.safeParse(value).success) {
      const problem = `${JSON.stringify(value)} is out of range`;
      const expected = `Expected ${expectationOf(nodes)}.`;
      faults.push({ code: 'scenario.out-of-range', path: [...path, 'value'], problem, expected });
    }
    if (unit !== expectedUnit) {
      const problem = `${JSON.stringify(unit)} is not the unit of ${field}`;
      faults.push(conflict([...path, 'unit'], problem, `Expected ${expectedUnit}.`));
    }
    return faults;
  });
}
