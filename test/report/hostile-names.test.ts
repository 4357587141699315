/** Names that would do harm somewhere: as a formula, as markup, as a command of the typesetter, by turning text round. */

import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { hourTable } from '../../src/report/hours/hour-table.ts';
import { languageNamed } from '../../src/report/language/language.ts';
import { reportContent } from '../../src/report/report.ts';
import { makeReport } from '../../src/report/report-on-demand.ts';
import { pdfData } from '../../src/report/writers/pdf-data.ts';
import { exampleReport } from './example-report.ts';
import { exampleLedger } from './example-studies.ts';
import { plain } from './page.ts';
import { pdfFaultsOf } from './pdf-faults.ts';
import { filesOf, readWorkbook } from './read-workbook.ts';

const evil = [
  '=cmd|calc!A1',
  '+1+1',
  '@SUM(1)',
  '-2+3',
  '\t=1',
  '<script>alert(1)</script>',
  '#panic("x") $x$ *bold* \\',
  '\u202eabc\u2066',
  '\ufffe\uffff\u0000\u0007',
  '\ud800 alone \udfff',
  'é'.repeat(200),
  'مرحبا 漢字 \u{1f600}',
];
const known: string[] = [];
/** The same thing has the same name wherever it is named. */
function rename(name: string): string {
  if (!known.includes(name)) known.push(name);
  return `${evil[known.indexOf(name) % evil.length]} ${name}`;
}
const data = exampleReport({ hours: 240, phases: 2, rename });
const resultJson = Buffer.from('{"a":1}\n');
const make = (format: 'html' | 'pdf' | 'xlsx' | 'csv') => makeReport({ data, resultJson, format, language: 'fr' });

const page = Buffer.from(await make('html')).toString('utf8');
const typeset = pdfData(reportContent(data, '0'.repeat(64)), languageNamed('fr'), (text) => text);

/** What XML 1.0 or a reader of text may not meet. */
const forbidden = /(?![\n\t\r])[\p{Cc}\p{Noncharacter_Code_Point}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

test('a table of values has no cell that begins as a formula, and every number as a number', async () => {
  const text = Buffer.from(await make('csv')).toString('utf8');
  const { data: rows, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([7]));
  for (const cell of rows.flat()) {
    if (!Number.isFinite(Number(cell))) expect(cell).not.toMatch(/^[=+@\t\r-]/);
    expect(cell).not.toMatch(forbidden);
  }
  expect(rows.flat().join('\n')).toContain("'=cmd|calc!A1");
});

test('a workbook has no formula, no character that XML forbids, and the totals of the result', async () => {
  const bytes = await make('xlsx');
  for (const text of filesOf(bytes).values()) {
    expect(text).not.toMatch(forbidden);
    expect(text).not.toMatch(/<f[ >]/);
  }
  const sheets = readWorkbook(bytes);
  expect(sheets.length).toBeGreaterThan(10);
  expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length);
  for (const { name } of sheets) expect(name).toMatch(/^[^[\]*?/\\:]{1,31}$/);
  const costs = sheets.find(({ name }) => name === 'Coûts')!;
  const total = costs.rows.find(([name]) => name === 'Total général')!;
  expect(total[2]).toBeCloseTo(data.document.phases[0]!.annualCost / 1e6, 9);
  expect(total[4]).toBeCloseTo(data.document.cost!.objective / 1e6, 9);
  expect(costs.xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  const hours = sheets.at(-1)!;
  const table = hourTable(data)!;
  expect(hours.rows).toHaveLength(241);
  table.columns.forEach(({ values }, column) => {
    const read = hours.rows.slice(1).reduce((sum, row) => sum + Number(row[column + 1]), 0);
    expect(read).toBeCloseTo(
      values.reduce((sum, value) => sum + value, 0),
      6,
    );
  });
  // Days since 30 December 1899.
  expect(hours.rows[1]![0]).toBe(Date.UTC(2005, 0, 1) / 86_400_000 + 25_569);
});

test('a PDF is tagged from its title to the last cell, names its language, and holds the result; what is not so is found', async () => {
  const bytes = Buffer.from(await make('pdf'));
  expect(pdfFaultsOf(bytes)).toEqual([]);
  const text = bytes.toString('latin1');
  expect(text).toMatch(/\/Lang\s*\(fr\)/);
  expect(text).toContain('/EmbeddedFile');
  // As long as what they replace, so that nothing else moves.
  const planted = [
    ['/Alt', '/Alx', '13: a figure without words'],
    ['/Scope', '/Scopx', '15: a head without a scope'],
    ['/Lang', '/Lanx', '11: no language'],
    ['/DisplayDocTitle true', '/DisplayDocTitle null', '07: the title is not shown'],
    ['/S /THead', '/S /TFoox', '02: an element of the type /TFoox'],
    ['/S /H2', '/S /H3', '14: /H3 after level 1'],
    ['/K [0', '/K [9', '01: content that no element names'],
    ['/FontFile', '/FontFilx', '31: a font that is not inside'],
  ] as const;
  const wrong = planted.reduce((whole, [right, other]) => whole.replaceAll(right, other), text);
  expect(pdfFaultsOf(Buffer.from(wrong, 'latin1'))).toEqual(
    expect.arrayContaining(planted.map(([, , fault]) => fault)),
  );
});

test('what the typesetter is given is data without a character that turns text round or that XML forbids', () => {
  const { data: given, files } = typeset;
  const texts = [
    JSON.stringify(given),
    ...[...files].flatMap(([name, bytes]) => (name.endsWith('svg') ? [Buffer.from(bytes).toString()] : [])),
  ];
  expect(texts.length).toBeGreaterThan(5);
  for (const text of texts) expect(text).not.toMatch(forbidden);
  expect(texts[0]).toContain('#panic');
});

test('no word of a user is too long for its cell: on a page it may break, in a PDF after every few letters', () => {
  const cells = [...page.matchAll(/<t[dh]([^>]*)>(.*?)<\/t[dh]>/gs)].map(([, attributes = '', inside = '']) => ({
    mayBreak: /long|scope="row"|colgroup/.test(attributes) || inside.includes('class="hash"'),
    longest: Math.max(
      ...plain(inside)
        .split(' ')
        .map((word) => [...word].length),
    ),
  }));
  expect(cells.filter(({ longest }) => longest >= 200).length).toBeGreaterThan(10);
  expect(cells.filter(({ mayBreak, longest }) => !mayBreak && longest >= 20)).toEqual([]);
  const texts = JSON.stringify(typeset.data).matchAll(/"(?:text|title)":"((?:[^"\\]|\\.)*)","(?:code":false|number)/g);
  const words = [...texts].flatMap(([, text = '']) => text.split(/[\s\u200b]/));
  expect(words.length).toBeGreaterThan(1000);
  expect(words.filter((word) => word.length > 26)).toEqual([]);
});

test('of a table in a PDF every column has room for the longest word of its head', () => {
  const long = exampleReport({ hours: 48, phases: 1, rename: (name) => name.padEnd(200, ' longer') });
  const whole = reportContent({ ...long, ledger: exampleLedger(long.scenario) }, '0'.repeat(64));
  const tablesOf = (section: (typeof whole.sections)[number]) => section.blocks.filter(({ kind }) => kind === 'table');
  const content = { ...whole, sections: whole.sections.map((one) => ({ ...one, blocks: tablesOf(one) })) };
  // The cast: what the typesetter is given, as far as it is looked at.
  const { sections } = pdfData(content, languageNamed('fr'), (text) => text).data as unknown as {
    sections: { blocks: { parts?: { columns: { title: string; width: number | null }[] }[] }[] }[];
  };
  const tables = sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.parts ?? []));
  expect(tables.length).toBeGreaterThan(20);
  for (const { columns } of tables.filter((one) => one.columns.every(({ width }) => width !== null))) {
    const all = columns.reduce((sum, { width }) => sum + width!, 0);
    // Letters of 7 points, or of 8 where columns are few, on a line of 178 mm.
    const letters = columns.length > 7 ? 135 : 118;
    for (const { title, width } of columns) {
      const longest = Math.max(...title.split(/[\s\u200b]/).map((word) => word.length));
      expect({ title, fits: (letters * width!) / all > longest }).toEqual({ title, fits: true });
    }
  }
});

test('where a table of a PDF goes on below, its rows are told apart there too', () => {
  const ten = exampleReport({ hours: 48, phases: 11 });
  const { data: given } = pdfData(reportContent(ten, '0'.repeat(64)), languageNamed('en'), (text) => text);
  // The cast: what the typesetter is given, as far as it is looked at.
  const { sections } = given as unknown as {
    sections: { blocks: { parts?: { caption: string; rows: { cells: { text: string }[] }[] }[] }[] }[];
  };
  const parts = sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.parts ?? []));
  const costs = parts.filter(({ caption }) => caption.startsWith('Cost items'));
  expect(costs).toHaveLength(2);
  for (const { rows } of costs) {
    const names = rows.map(({ cells }) => `${cells[0]!.text} ${cells[1]!.text}`);
    expect(names.length).toBeGreaterThan(10);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('a page keeps them as text', () => {
  expect(page).not.toMatch(/<script|\u202e/);
  expect(page).not.toMatch(forbidden);
  expect(page).toContain('&lt;script&gt;');
  // What would turn it round, or is half a letter, is seen to have been there.
  expect(page).toContain('>\ufffdabc\ufffd line');
  expect(page).toContain('\ufffd alone \ufffd hill wind');
});
