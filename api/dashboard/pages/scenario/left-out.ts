/** What a scenario leaves out and something else stands for: a value of the technology with its source, or the schema's default. */

import { alternativesOf, pathOf, placeInForm, type Scalar, type SchemaNode, schemaAt } from './leaves.ts';

/** As `GET /v1/technologies` lists them. */
export interface CostSet {
  readonly name: string;
  readonly technologies: Readonly<Record<string, { readonly parameters: Readonly<Record<string, Parameter>> }>>;
}

interface Parameter {
  readonly value: unknown;
  readonly unit: string;
  readonly source: string;
  readonly year: number;
  readonly note?: string;
}

export interface LeftOut {
  readonly keys: readonly (string | number)[];
  readonly path: string;
  /** Where it would stand in the form. */
  readonly group: string;
  readonly label: string;
  readonly description: string;
  readonly unit: string;
  /** One value, or a table by year. */
  readonly value: Scalar | readonly { readonly year: number; readonly value: number }[];
  /** Undefined where the schema has it. */
  readonly source?: { readonly from: string; readonly year: number; readonly note: string };
}

type Document = Readonly<Record<string, unknown>>;

export function leftOutOf(root: SchemaNode, document: Document, sets: readonly CostSet[]): LeftOut[] {
  const costSet = (document.costSet ?? schemaAt(root, ['costSet'])?.default) as string;
  const technologies = sets.find(({ name }) => name === costSet)?.technologies ?? {};
  return absentFrom(root, document, root, []).flatMap(({ keys, field, node, thing }) => {
    const parameter = technologies[String(thing.technology)]?.parameters[field];
    const value = parameter?.value ?? node.default;
    if (!isShown(value)) return [];
    const path = [...keys, field];
    const { title: group, label } = placeInForm(document, path);
    return {
      ...{ keys: path, path: pathOf(path), group, label, value },
      description: node.description ?? '',
      unit: parameter?.unit ?? node.unit ?? '',
      ...(parameter && {
        source: { from: `${costSet}: ${parameter.source}`, year: parameter.year, note: parameter.note ?? '' },
      }),
    };
  });
}

interface Absent {
  readonly keys: readonly (string | number)[];
  readonly field: string;
  readonly node: SchemaNode;
  /** In which it could stand. */
  readonly thing: Document;
}

function absentFrom(root: SchemaNode, part: unknown, node: SchemaNode, keys: Absent['keys']): Absent[] {
  if (Array.isArray(part)) {
    return part.flatMap((item, at) => absentFrom(root, item, schemaAt(root, [at], node) ?? {}, [...keys, at]));
  }
  if (typeof part !== 'object' || part === null) return [];
  const thing = part as Document;
  const fields = fieldsOf(root, node, thing);
  return Object.entries(fields).flatMap(([field, inner]) =>
    field in thing ? absentFrom(root, thing[field], inner, [...keys, field]) : [{ keys, field, node: inner, thing }],
  );
}

/** Of the alternative that a thing is: by its kind, else the first whose fields include all of its own. */
function fieldsOf(root: SchemaNode, node: SchemaNode, thing: Document): NonNullable<SchemaNode['properties']> {
  const own = alternativesOf(root, node).find(({ properties }) => {
    if (properties === undefined || !Object.keys(thing).every((field) => field in properties)) return false;
    const { kind } = properties;
    return kind?.const === undefined || kind.const === thing.kind;
  });
  return own?.properties ?? {};
}

/** One value or a table by year: an empty list stands for nothing. */
const isShown = (value: unknown): value is LeftOut['value'] =>
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.length > 0 && typeof value[0].year === 'number');
