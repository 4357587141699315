import { expect, test } from 'vitest';
import type { Warning } from '../../src/errors.ts';
import { englishText } from '../../src/report/language/language.ts';
import { summaryText } from '../../src/report/summary.ts';
import { reachedShare } from '../../src/report/target.ts';
import { verdictOf } from '../../src/report/verdict.ts';
import type { Matching } from '../../src/scenario/scenario.ts';
import { exampleReport } from './example-report.ts';
import { plain } from './page.ts';
import { reportHtml } from './page-of.ts';

const hours = 480;

test('no name becomes markup, whatever it holds', () => {
  const hostile = (name: string) => `${name}<script>alert(1)</script>"' onload='x' &amp; {b|c} $& ]]> \u202e</style>`;
  const page = reportHtml(exampleReport({ hours, phases: 2, rename: hostile }));
  const harmless = reportHtml(exampleReport({ hours, phases: 2 }));
  const tagsOf = (text: string) => text.match(/<\/?[a-z!]\w*/gi) ?? [];
  expect(page).not.toMatch(/<script|\u202e/);
  // The same elements as with plain names: no name opened or closed one. Charts may break long names into lines of text.
  const isText = (tag: string) => /^<\/?text$/.test(tag);
  expect(tagsOf(page).filter((tag) => !isText(tag))).toEqual(tagsOf(harmless).filter((tag) => !isText(tag)));
  const written = /<[a-z][a-z0-9]*((?: [\w:-]+="[^"]*")*) ?\/?>/gi;
  expect(page.match(written)).toHaveLength(page.match(/<[a-z]/gi)?.length ?? 0);
  const attributes = [...page.matchAll(written)].flatMap(([, all = '']) => all.match(/ [\w:-]+(?==")/g) ?? []);
  expect(attributes.filter((name) => name.startsWith(' on'))).toEqual([]);
  expect(plain(page)).toContain(`Campus<script>alert(1)</script>"' onload='x' &amp; {b|c} $& ]]> �</style>`);
});

test('the page loads nothing, runs nothing and says nothing that is no value', () => {
  const page = reportHtml(exampleReport({ hours, phases: 2 }));
  const addresses = page.match(/https?:\/\/[^"\s]+/g) ?? [];
  expect(new Set(addresses)).toEqual(new Set(['http://www.w3.org/2000/svg']));
  expect(page).not.toMatch(/<(script|link|iframe|object|embed)\b|@import|url\((?!#)/i);
  expect(
    [...page.matchAll(/\b(?:src|href)="([^"]{0,22})/g)].every(([, value]) => value === 'data:image/png;base64,'),
  ).toBe(true);
  expect(page).not.toMatch(/\b(NaN|undefined|Infinity|null|\[object)\b/);
  expect(page).not.toMatch(/ style="/);
  expect(page).toContain("default-src 'none'");
});

test('a warning stands on the page and in the summary in the same words', () => {
  const data = exampleReport({ hours, phases: 1 });
  const warning: Warning = {
    code: 'scenario.unlikely',
    where: 'grid',
    problem: '0.09 a MWh',
    expected: 'Did you mean 90?',
  };
  const document = { ...data.document, warnings: [warning, { ...warning, file: 'a.csv', where: 'wind' }] };
  const page = plain(reportHtml({ ...data, document })).replace(/\s+/g, ' ');
  const summary = summaryText({ document, width: 200 });
  for (const words of ['grid: 0.09 a MWh. Did you mean 90?', 'a.csv, wind: 0.09 a MWh. Did you mean 90?']) {
    expect(page).toContain(words);
    expect(summary).toContain(`Warning: ${words}`);
  }
  expect(reportHtml(data)).not.toContain('Warnings');
});

test('a target that is kept stands in a green box whatever hours import, one that is missed does not', () => {
  const data = exampleReport({ hours, phases: 2, weatherYears: 2, oversize: 2 });
  const { weatherYears } = data.document.phases[1]!;
  const lowest = Math.min(...data.document.phases.flatMap((phase) => phase.weatherYears.map((year) => year.cfeScore)));
  expect(lowest).toBeLessThan(0.99);
  const boxOf = (matching: Matching) => {
    const { tone, headline } = verdictOf(data.document, { ...data.scenario, matching });
    return [tone, englishText(headline)] as const;
  };
  const kept = boxOf({ kind: 'hourly', target: lowest - 0.01, over: 'everyYear' });
  expect(kept[0]).toBe('good');
  expect(kept[1]).toMatch(/^The target of [\d.]+ %, hour by hour, is kept; the lowest hourly score/);
  expect(boxOf({ kind: 'hourly', target: lowest + 0.01, over: 'everyYear' })[0]).toBe('mixed');
  expect(boxOf({ kind: 'none' })[0]).toBe('mixed');
  // On average, weather years count by their load: of two with as much, their mean.
  const [first, second] = weatherYears.map(({ cfeScore }) => cfeScore) as [number, number];
  const target = { kind: 'hourly', target: 0.9, over: 'onAverage' } as const;
  const [small, large] = weatherYears.map((year, y) => ({ ...year, loadMWh: year.loadMWh * [1, 3][y]! }));
  const phase = { ...data.document.phases[1]!, weatherYears: [small!, large!] };
  expect(reachedShare(phase, target, data.scenario.weatherYears)).toBeCloseTo((first + 3 * second) / 4, 12);
});

test('headings are in order, pictures have words, the language is named', () => {
  const page = reportHtml(exampleReport({ hours, phases: 2, weatherYears: 2 }));
  expect(page).toContain('<html lang="en" dir="ltr">');
  const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  levels.forEach((level, at) => {
    expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
  for (const [image] of page.matchAll(/<img [^>]*>/g)) expect(image).toMatch(/ alt="[^"]{20,}"/);
  for (const [svg] of page.matchAll(/<svg [^>]*>/g)) expect(svg).toMatch(/ aria-(label="[^"]{20,}"|hidden="true")/);
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every tag that opens is closed', () => {
  const page = reportHtml(exampleReport({ hours, phases: 2 }));
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of page.matchAll(/<(\/?)([a-z][\w]*)([^>]*)>/gi)) {
    if (slash === '/') expect(open.pop()).toBe(name);
    else if (!rest.endsWith('/') && !['meta', 'img'].includes(name)) open.push(name);
  }
  expect(open).toEqual([]);
});

test('the same data give the same text', () => {
  const data = exampleReport({ hours, phases: 2 });
  expect(reportHtml(data)).toBe(reportHtml(data));
});

test('five phases of a whole year stay under 1 MB', () => {
  const page = reportHtml(exampleReport({ phases: 5 }));
  expect(Buffer.byteLength(page)).toBeLessThan(1e6);
});

test('where no plan exists the page says how much is missing and when', () => {
  const { document, ...rest } = exampleReport({ hours, phases: 2 });
  const { cost: _cost, certificate: _certificate, ...others } = document;
  const page = reportHtml({
    ...rest,
    schedule: undefined,
    document: {
      ...others,
      status: 'infeasible',
      phases: [],
      baselines: [],
      shortages: [
        {
          phase: 'phase 2',
          weatherYear: '2005',
          unmatchedMWh: 1234.56,
          permittedMWh: 0,
          unmatchedHours: 17,
          worstHours: [{ hour: 5, stamp: '2005-01-01T05:00Z', unmatchedMWh: 99.94 }],
        },
      ],
    },
  });
  const words = plain(page);
  expect(words).toContain(
    'No plan keeps the promise: at least 1,235 MWh stay unmatched in 17 hours, whatever is built.',
  );
  expect(words).toContain('2005-01-01T05:00Z');
  expect(words).toContain('1,234.6');
  expect(words).toContain('99.9');
  expect(page).not.toContain('<h2>Phases');
  expect(page).not.toContain('<h2>Hour by hour');
});
