/** What a schema finds wrong with a document, each finding handed to its wording. */

import type * as z from 'zod';
import type { Issue } from '../../errors.ts';
import { type Source, sourceOfValue } from '../document/value-source.ts';
import { most } from '../schema/bounds.ts';
import { jsonSchemaOf, schemasAt } from '../schema/json-schema.ts';
import { boundText } from './expectation.ts';
import { type Fault, issueOf, isWithin, type Path } from './fault.ts';
import {
  badText,
  emptyList,
  missingField,
  outOfRange,
  type Spot,
  tooLarge,
  unknownField,
  wrongChoice,
  wrongType,
} from './fault-words.ts';
import { listedIssues } from './listed-issues.ts';
import { sizeFaults } from './too-large.ts';

type Finding = z.core.$ZodIssue;
type SpotAt = (path: Path) => Spot;

/** What the schema finds; `unworded` faults are counted only, since wording costs more than finding. */
export interface SchemaFaults {
  readonly faults: readonly Fault[];
  readonly unworded: number;
}

/**
 * Every fault, one for each place; places whose text could not be read are passed over. Where something is larger than
 * the schema permits, that alone is told, and the value is not looked into.
 */
export function schemaFaults(source: Source, schema: z.ZodType): SchemaFaults & { readonly isTooLarge: boolean } {
  const sizes = sizeFaults(source.value, jsonSchemaOf(schema));
  if (sizes.length > 0) return { ...worded(sizes), isTooLarge: true };
  const checked = schema.safeParse(source.value);
  if (checked.success) return { faults: [], unworded: 0, isTooLarge: false };
  const spotAt = (path: Path): Spot => ({
    path,
    value: valueAt(source.value, path),
    written: source.writtenAt(path),
    nodes: schemasAt(schema, path),
  });
  const findings = [...checked.error.issues, ...besidesKind(source.value, schema, checked.error.issues)].flatMap(
    singly,
  );
  const told = worded(findings);
  const faults = told.faults.flatMap((finding) => faultsOf(finding, [], spotAt));
  const seen = new Set<string>();
  const distinct = faults.filter((fault) => {
    const place = JSON.stringify(fault.path);
    const isNew = !seen.has(place) && !source.unread.some((path) => isWithin(fault.path, path));
    seen.add(place);
    return isNew;
  });
  return { faults: distinct, unworded: told.unworded, isTooLarge: false };
}

/**
 * The same of a value that came by program, in the words that scenarios are judged with; none where the value fits.
 *
 * @param subject what the value as a whole is called
 */
export function schemaIssues(value: unknown, schema: z.ZodType, subject: string): Issue[] {
  const source = sourceOfValue(value, subject);
  const { faults, unworded } = schemaFaults(source, schema);
  const issues = faults.map((fault) => issueOf(fault, source));
  return [...listedIssues(issues, unworded, subject).issues];
}

function worded<T>(found: readonly T[]): { readonly faults: readonly T[]; readonly unworded: number } {
  const faults = found.slice(0, most.faultsWorded);
  return { faults, unworded: found.length - faults.length };
}

/** Of a document of a kind that there is not: what else is wrong, as far as it is wrong in one whose kind is not said. */
function besidesKind(value: unknown, schema: z.ZodType, [first, ...others]: readonly Finding[]): readonly Finding[] {
  if (first?.code !== 'invalid_union' || first.discriminator === undefined || others.length > 0) return [];
  if (first.path.length !== 1 || typeof value !== 'object' || value === null) return [];
  const { [first.discriminator]: _, ...rest } = value as Readonly<Record<string, unknown>>;
  const left = schema.safeParse(rest).error?.issues ?? [];
  return left.filter(({ path, code }) => code !== 'invalid_union' || path[0] !== first.discriminator);
}

/** Every unknown field is a finding of its own. */
function singly(finding: Finding): Finding[] {
  if (finding.code !== 'unrecognized_keys') return [finding];
  return finding.keys.map((key) => ({ ...finding, keys: [key] }));
}

function faultsOf(finding: Finding, above: Path, spotAt: SpotAt): Fault[] {
  const spot = spotAt([...above, ...(finding.path as Path)]);
  const { value } = spot;
  if (finding.code === 'unrecognized_keys') return finding.keys.map((key) => unknownField(spot, key));
  if (value === undefined && spot.path.length > 0) return [missingField(spot)];
  switch (finding.code) {
    case 'invalid_union':
      return unionFaults(finding, spot, spotAt);
    case 'too_small':
      if (typeof value === 'number') return [outOfRange({ ...spot, value }, lowerWords(finding))];
      return [typeof value === 'string' ? badText(spot, undefined) : emptyList(spot)];
    case 'too_big':
      if (typeof value === 'number') return [outOfRange({ ...spot, value }, upperWords(finding))];
      if (typeof value !== 'string' && !Array.isArray(value)) return [wrongType(spot)];
      return [tooLarge(spot.path, value, Number(finding.maximum))];
    case 'invalid_format':
      return [badText(spot, finding.pattern)];
    case 'custom':
      if (typeof value === 'number') return [outOfRange({ ...spot, value }, 'not possible here')];
      return [typeof value === 'string' ? badText(spot, undefined) : wrongType(spot)];
    case 'invalid_value':
      return [wrongChoice(spot, finding.values.map(String))];
    case 'invalid_key':
      return finding.issues.flatMap((part) => faultsOf(part, spot.path, () => ({ ...spot, value: spot.path.at(-1) })));
    default:
      return [wrongType(spot)];
  }
}

/** Of a union's branches the one the value was meant for: fields are judged one by one, anything else by its kind. */
function unionFaults(finding: Finding & { code: 'invalid_union' }, spot: Spot, spotAt: SpotAt): Fault[] {
  const choices = spot.nodes.flatMap((node) => node.const ?? node.enum ?? []);
  if (finding.errors.length === 0) return [wrongChoice(spot, choices)];
  const meant = finding.errors.find(
    (parts) => !parts.some((part) => part.path.length === 0 && part.code === 'invalid_type'),
  );
  return meant === undefined ? [wrongType(spot)] : meant.flatMap((part) => faultsOf(part, spot.path, spotAt));
}

function lowerWords({ minimum, inclusive }: Finding & { code: 'too_small' }): string {
  return `${inclusive === true ? 'below' : 'not above'} ${boundText(Number(minimum))}`;
}

function upperWords({ maximum, inclusive }: Finding & { code: 'too_big' }): string {
  return `${inclusive === true ? 'above' : 'not below'} ${boundText(Number(maximum))}`;
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at;
}
