/** A report as a workbook: a sheet a section, numbers and dates as such, and the hours of one phase and weather year. */

import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { type Content, type Row, type Section, shortCode, type Table } from '../content/content.ts';
import { type Figure, type Said, say } from '../content/words.ts';
import type { HourTable } from '../hours/hour-table.ts';
import type { Language } from '../language/language.ts';
import type { LedgerExtract } from '../report-data.ts';
import { sectionsWithTables } from './blocks.ts';

type Value = string | number | Date | null;

/** Excel's own limit. */
const LONGEST_NAME = 31;
const LONGEST_TEXT = 32_000;
const bold: CellStyle = { font: { bold: true } };
const head: CellStyle = {
  ...bold,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F4F5F6' } },
  alignment: { wrapText: true, vertical: 'top' },
};
const STAMP_FORMAT = 'yyyy-mm-dd hh:mm';

export async function contentWorkbook(
  content: Content,
  { hours, extract }: { readonly hours: HourTable | undefined; readonly extract: LedgerExtract | undefined },
  language: Language,
): Promise<Uint8Array> {
  const names = new Set<string>();
  const sheets = [
    summarySheet(content, language),
    ...sectionsWithTables(content).map(({ section, tables }) => sectionSheet(section, tables, language)),
    ...(hours === undefined ? [] : [hourSheet(hours, language)]),
    ...(extract === undefined ? [] : [extractSheet(extract, language)]),
  ].map((sheet) => ({ ...sheet, name: sheetName(sheet.name, names) }));
  const made = new Date(content.seal.createdAt);
  return writeXlsx({
    sheets,
    properties: {
      title: language.text(content.title),
      creator: `hourmatch ${content.seal.hourmatchVersion}`,
      description: `result.json SHA-256 ${content.seal.resultSha256}`,
      created: made,
      modified: made,
    },
  });
}

/** Letters that a tab may not have are left out; two tabs of one name are told apart. */
function sheetName(title: string, taken: Set<string>): string {
  const plain = title
    .replace(/[[\]*?/\\:']/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // Whole words where they do not fit: the last of them is left out.
  const words = plain.length > LONGEST_NAME ? plain.slice(0, LONGEST_NAME + 1).replace(/ \S*$/, '') : plain;
  let name = words.slice(0, LONGEST_NAME);
  for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain.slice(0, LONGEST_NAME - 4)} (${count})`;
  taken.add(name.toLowerCase());
  return name;
}

class Sheet {
  readonly rows: Value[][] = [];
  readonly cells = new Map<string, Partial<Cell>>();

  add(values: readonly (readonly [Value, CellStyle?])[]): void {
    values.forEach(([, style], column) => {
      if (style !== undefined) this.cells.set(`${this.rows.length},${column}`, { style });
    });
    this.rows.push(values.map(([value]) => value));
  }
}

function summarySheet(content: Content, { text }: Language): WriteSheet {
  const sheet = new Sheet();
  const { title, subtitle, verdict, synthetic, facts, seal } = content;
  const line = (...said: Said[]) => sheet.add(said.map((one) => [text(one)]));
  sheet.add([[text(title), { font: { bold: true, size: 14 } }]]);
  line(subtitle);
  sheet.add([[text(verdict.headline), bold]]);
  line(verdict.detail);
  if (synthetic !== undefined) {
    sheet.add([[text(say('SYNTHETIC PROFILES – NOT MEASURED')), bold]]);
    line(synthetic);
  }
  for (const { value, name } of facts) line(name, value);
  line(say('Document code'), shortCode(seal));
  line('result.json SHA-256', seal.resultSha256);
  line('hourmatch', seal.hourmatchVersion);
  const sentences = content.sections.find(({ id }) => id === 'verdict')?.blocks ?? [];
  for (const block of sentences) if (block.kind === 'list') for (const item of block.items) line(item);
  return { name: text(say('Summary')), ...sheet, columns: [{ width: 60 }, { width: 40 }] };
}

function sectionSheet({ title }: Section, tables: readonly Table[], language: Language): WriteSheet {
  const sheet = new Sheet();
  const { text } = language;
  const isOne = tables.length === 1;
  for (const { caption, subject, columns, rows, note } of tables) {
    if (!isOne) sheet.add([[text(caption), bold]]);
    const hasUnits = rows.some(({ unit = '' }) => unit !== '');
    const hasGroups = rows.some(({ role }) => role === 'group');
    const heads = columns.map(({ title: name, unit }) =>
      unit === undefined ? text(name) : `${text(name)} [${text(unit)}]`,
    );
    const left = [...(hasGroups ? [text(say('Group'))] : []), text(subject), ...(hasUnits ? [text(say('Unit'))] : [])];
    sheet.add([...left, ...heads].map((name) => [name, head]));
    let group = '';
    for (const row of rows) {
      if (row.role === 'group') group = text(row.name);
      else sheet.add(rowOf(row, { group: hasGroups ? group : undefined, hasUnits }, language));
    }
    if (note !== undefined) sheet.add([[text(note)]]);
    sheet.add([]);
  }
  return {
    name: text(title),
    ...sheet,
    freezePane: { rows: isOne ? 1 : 0, columns: 1 },
    columns: [{ width: 32 }, ...Array.from({ length: widest(tables) + 1 }, () => ({ width: 18 }))],
  };
}

const widest = (tables: readonly Table[]) => Math.max(...tables.map(({ columns }) => columns.length));

function rowOf(
  { name, unit = '', cells, role }: Row,
  { group, hasUnits }: { readonly group: string | undefined; readonly hasUnits: boolean },
  language: Language,
): (readonly [Value, CellStyle?])[] {
  const left = [
    ...(group === undefined ? [] : [group]),
    language.text(name),
    ...(hasUnits ? [language.text(unit)] : []),
  ];
  const own = cells.map((said) => cellOf(said, language));
  const all = [...left.map((value): readonly [Value, CellStyle?] => [value]), ...own];
  return role === 'total' ? all.map(([value, style]) => [value, { ...style, ...bold }]) : all;
}

function cellOf(said: Said | undefined, { text }: Language): readonly [Value, CellStyle?] {
  if (said === undefined) return [null];
  if (typeof said === 'object' && 'stamp' in said) return [new Date(said.stamp), { numFmt: STAMP_FORMAT }];
  if (typeof said === 'object' && 'value' in said && Number.isFinite(said.value)) return numberOf(said);
  return [text(said).slice(0, LONGEST_TEXT)];
}

const decimals = (count: number) => (count === 0 ? '' : `.${'0'.repeat(count)}`);

/** Each reader's own signs for thousands and decimals; the value has every digit, a score what its text says. */
function numberOf({ value, as }: Figure): readonly [number, CellStyle?] {
  switch (as.kind) {
    case 'decimals':
      return [value, { numFmt: `#,##0${decimals(as.decimals)}` }];
    case 'percent':
      return [value, { numFmt: `0${decimals(as.decimals)}%` }];
    case 'change':
      return [value, { numFmt: `+0${decimals(as.decimals)}%;-0${decimals(as.decimals)}%` }];
    case 'score':
      return [Math.floor(value * 1e4 + 1e-4) / 1e4, { numFmt: '0.00%' }];
    case 'tiny':
      return [value, { numFmt: '0E+00' }];
    case 'plainPercent':
      return [value, { numFmt: '0.####%' }];
    case 'year':
      return [value, { numFmt: '0' }];
    case 'money':
      return [value, { numFmt: '#,##0.00' }];
    case 'plain':
      return [value];
    default: {
      const never: never = as;
      throw new TypeError(`unknown figure ${String(never)}`);
    }
  }
}

function hourSheet({ title, columns, stamps }: HourTable, { text }: Language): WriteSheet {
  const heads = [text(say('Hour that begins at (UTC)')), ...columns.map(({ name }) => text(name))];
  const rows: Value[][] = [
    heads,
    ...stamps.map((stamp, h) => [stamp, ...columns.map(({ values }) => values[h] ?? null)]),
  ];
  return {
    name: text(title),
    rows,
    cells: new Map(heads.map((_, column) => [`0,${column}`, { style: head }])),
    freezePane: { rows: 1, columns: 1 },
    columns: [{ width: 18, numFmt: STAMP_FORMAT }, ...columns.map(() => ({ width: 16, numFmt: '#,##0.000' }))],
  };
}

function extractSheet({ names, rows }: LedgerExtract, { text }: Language): WriteSheet {
  const clean = (value: Value) => (typeof value === 'string' ? text(value) : value);
  return {
    name: text(say('Ledger extract')),
    rows: [names.map((name) => text(name)), ...rows.map((row) => row.map(clean))],
    cells: new Map(names.map((_, column) => [`0,${column}`, { style: head }])),
    freezePane: { rows: 1, columns: 1 },
    columns: names.map((_, column) => ({
      width: 18,
      ...(rows.some((row) => row[column] instanceof Date) && { numFmt: STAMP_FORMAT }),
    })),
  };
}
