/** Every value that a scenario states, whatever fields it has: by the thing it is of, with the unit that the schema gives it. */

import { alternatives, fieldsOf, jsonSchemaOf, type SchemaNode } from '../scenario/schema/json-schema.ts';
import { type ScenarioDocument, scenarioSchema } from '../scenario/schema/schema.ts';

export interface AskedInput {
  /** `storages[0].capexPerMWh` */
  readonly where: string;
  /** The list that the thing is in, and its name; absent of what holds for the whole scenario. */
  readonly of?: { readonly list: string; readonly name: string };
  /** From the thing on: `purchase.term.lastYear`. */
  readonly field: string;
  /** Several where they belong together: values by year or month, points of a curve. */
  readonly value: Scalar | readonly (Scalar | readonly Scalar[])[];
  /** As the schema has it: `currency/MWh`. */
  readonly unit: string;
  /** What holds where the field is left out. */
  readonly isDefault: boolean;
}

type Scalar = string | number | boolean;

/** In the order of the document; of a column of a file, the file stands by its name. */
export function askedInputs(document: ScenarioDocument): AskedInput[] {
  const inputs: AskedInput[] = [];
  const visit = (
    part: unknown,
    nodes: readonly SchemaNode[],
    place: Pick<AskedInput, 'where' | 'of' | 'field'>,
  ): void => {
    if (part === undefined) return;
    const value = plainValue(part);
    if (value !== undefined) {
      inputs.push({
        ...place,
        value,
        unit: unitIn(nodes),
        isDefault: nodes.some((node) => isSame(node.default, part)),
      });
    } else if (Array.isArray(part)) {
      const items = nodes.flatMap((node) => (node.items === undefined ? [] : alternatives(node.items)));
      for (const [at, item] of part.entries()) visit(item, items, placeOf(item, at, place));
    } else {
      for (const [field, inner] of Object.entries(part as object)) {
        if (field === 'name' && place.field === '' && place.of !== undefined) continue;
        visit(inner, nodes.flatMap((node) => fieldsOf(node, field)).flatMap(alternatives), inside(place, field));
      }
    }
  };
  visit(document, alternatives(jsonSchemaOf(scenarioSchema)), { where: '', field: '' });
  return inputs;
}

/** Of the points of a curve, that of what is read off it. */
function unitIn(nodes: readonly SchemaNode[]): string {
  const inRows = nodes.flatMap(({ items }) => Object.values(items?.properties ?? {}));
  return [...nodes, ...inRows.toReversed()].find(({ unit }) => unit !== undefined)?.unit ?? '';
}

const inside = ({ where, of, field }: Pick<AskedInput, 'where' | 'of' | 'field'>, name: string) => ({
  where: where === '' ? name : `${where}.${name}`,
  ...(of && { of }),
  field: field === '' ? name : `${field}.${name}`,
});

/** A thing with a name begins a group of its own. */
function placeOf(item: unknown, at: number, { where, of, field }: Pick<AskedInput, 'where' | 'of' | 'field'>) {
  const own = `${where}[${at}]`;
  if (typeof item === 'object' && item !== null && 'name' in item && of === undefined) {
    return { where: own, of: { list: field, name: String(item.name) }, field: '' };
  }
  return { where: own, ...(of && { of }), field: `${field}[${at}]` };
}

/** A scalar, a list of them, or rows of a table with them: what is told in one line. */
function plainValue(part: unknown): AskedInput['value'] | undefined {
  if (isScalar(part)) return part;
  if (!Array.isArray(part)) return undefined;
  const rows = part.map((item) => (isScalar(item) ? item : isNamed(item) ? undefined : Object.values(item as object)));
  return rows.every((row) => isScalar(row) || (row?.every(isScalar) ?? false)) && rows.length > 0
    ? (rows as AskedInput['value'])
    : undefined;
}

const isScalar = (part: unknown): part is Scalar => ['string', 'number', 'boolean'].includes(typeof part);
const isNamed = (item: unknown) => typeof item === 'object' && item !== null && 'name' in item;
const isSame = (one: unknown, other: unknown) => one !== undefined && JSON.stringify(one) === JSON.stringify(other);
