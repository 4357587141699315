/** No field of the schema of a scenario is left out of the assumptions, whatever is added to it. */

import { expect, test } from 'vitest';
import { languageNamed } from '../../src/report/language/language.ts';
import { assumptions } from '../../src/report/sections/assumptions.ts';
import { type SchemaNode, scenarioJsonSchema } from '../../src/scenario/schema/json-schema.ts';
import { exampleReport } from './example-report.ts';

/** What is to be found of one value, and whether it has a unit. */
interface Planted {
  readonly text: string;
  readonly field: string;
  readonly unit: string | undefined;
}

/** A document with every field, of each choice the one at `turn`; each text and number in it occurs once. */
function documentOf(turn: number): { document: unknown; planted: Planted[] } {
  const planted: Planted[] = [];
  let count = 100_000;
  const plant = (value: string | number, text: string, field: string, unit: string | undefined) => {
    planted.push({ text, field, unit });
    return value;
  };
  const madeBy = (node: SchemaNode, field: string, unit: string | undefined): unknown => {
    const own = node.unit ?? unit;
    const choices = node.anyOf ?? node.oneOf;
    if (choices !== undefined) return madeBy(choices[turn % choices.length]!, field, own);
    if (node.properties !== undefined) {
      return Object.fromEntries(
        Object.entries(node.properties).map(([name, inner]) => [
          name,
          madeBy(inner, name, name === 'column' ? undefined : inner.unit),
        ]),
      );
    }
    if (node.items !== undefined) return [madeBy(node.items, field, own)];
    if (node.const !== undefined) return plant(node.const, String(node.const), field, own);
    if (node.enum !== undefined)
      return plant(node.enum[turn % node.enum.length]!, node.enum[turn % node.enum.length]!, field, own);
    const next = ++count;
    switch (node.type) {
      case 'string':
        return plant(`text ${next}`, `text ${next}`, field, own);
      case 'boolean':
        return false;
      default:
        return plant(next, String(next), field, own);
    }
  };
  return { document: madeBy(scenarioJsonSchema(), '', undefined), planted };
}

const data = exampleReport({ hours: 48, phases: 1 });
const { text } = languageNamed('en');

/** Name, value and unit of each row. */
function rowsOf(document: unknown): (readonly [string, string, string])[] {
  const section = assumptions({ ...data, asked: document as typeof data.asked, provenance: [] });
  const [table] = section.blocks.flatMap((block) =>
    block.kind === 'table' && text(block.caption) === 'Every input, with its source' ? [block] : [],
  );
  return table!.rows.map(({ name, cells: [value = '', unit = ''] }) => [
    text(name),
    text(value).replaceAll(/(?<=\d),(?=\d)/g, ''),
    text(unit),
  ]);
}

test('every field of the schema stands in the assumptions with its value and its unit', () => {
  const fields = new Set<string>();
  // Of a union the fourth choice is the last there is.
  for (const turn of [0, 1, 2, 3]) {
    const { document, planted } = documentOf(turn);
    const rows = rowsOf(document);
    expect(planted.length).toBeGreaterThan(130);
    for (const { text: value, field, unit } of planted) {
      const found = rows.filter(([name, shown]) =>
        [name, ...shown.split(/[;:] /)].some((part) => part.includes(value)),
      );
      expect({ value, field, found: found.length > 0 }).toEqual({ value, field, found: true });
      const isMeasured = unit !== undefined && !['year', 'relative'].includes(unit);
      if (isMeasured && /^\d+$/.test(value)) expect([field, found[0]![2]]).not.toEqual([field, '']);
      fields.add(field);
    }
    expect(rows.map(([name]) => name)).toContain('mayPause');
  }
  for (const name of [
    'carbonPricePerTonne',
    'workRate',
    'restHours',
    'reserveHours',
    'salvage',
    'interestDuringConstruction',
  ]) {
    expect([...fields]).toContain(name);
  }
});
