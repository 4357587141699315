import { expect, test } from 'vitest';
import type { Warning } from '../../src/errors.ts';
import { amount, number, say, scored, share, small } from '../../src/report/content/words.ts';
import { costKinds } from '../../src/report/cost-kinds.ts';
import { french, type Phrase } from '../../src/report/language/french.ts';
import { languageNamed } from '../../src/report/language/language.ts';
import { sheetHtml } from '../../src/report/studies/sheet-page.ts';
import { sheetOf } from '../../src/report/studies/studies.ts';
import type { Comparison } from '../../src/studies/comparison/document.ts';
import type { Operation } from '../../src/studies/operate/document.ts';
import { exampleReport } from './example-report.ts';
import { exampleLedger, exampleStudies } from './example-studies.ts';
import { plain } from './page.ts';
import { reportHtml } from './page-of.ts';

const gapsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, gap]) => gap!).sort();
const phrases = Object.entries(french);

/** Gaps, signs and units alone are the same in both. */
const hasWords = (phrase: string) => /\p{L}{4}/u.test(phrase.replace(/\{\w+\}/g, ''));

test('every phrase has French that is not its English, with the same gaps', () => {
  expect(phrases.length).toBeGreaterThan(400);
  for (const [english, words] of phrases) {
    expect({ english, gaps: gapsOf(words) }).toEqual({ english, gaps: gapsOf(english) });
  }
  expect(phrases.filter(([english, words]) => english === words && hasWords(english))).toEqual([]);
});

const wish = { hours: 480, phases: 2, oversize: 2 };

test('no English phrase is left in a French report, and no gap is open', () => {
  const page = plain(reportHtml(exampleReport(wish), 'fr'));
  const english = plain(reportHtml(exampleReport(wish)));
  const whole = phrases.map(([phrase]) => phrase).filter((phrase) => gapsOf(phrase).length === 0 && phrase.length > 14);
  const said = whole.filter((phrase) => english.includes(phrase));
  expect(said.length).toBeGreaterThan(60);
  expect(said.filter((phrase) => page.includes(phrase))).toEqual([]);
  expect(page).not.toMatch(/\{\w+\}/);
});

const wordsOf = (text: string) => text.match(/\p{L}{2,}/gu) ?? [];
const frenchWords = new Set(phrases.flatMap(([, words]) => wordsOf(words.replace(/\{\w+\}/g, ' '))));
/** Names of programs, files, fields, laws and units, which are the same in every language. */
const codes = new Set(
  wordsOf(
    `hourmatch json SHA scenario studies values alternatives sweep outsample repair ledger matching target last percent
    points auto verify optimise explain highs lp one native YAML capexPerMW capexPerMWh durationHours dea battery energyBalance
    storageCycles EUR kEUR MWh MW Md UTC solar wind grid janv févr mars avr mai juin juil août sept oct nov déc janvier CVaR bn
    MEUR MB AB content scope years csv stress siteMaximumMW name currency discountRate costSet firstYear itCapacityMW technology`,
  ),
);

/** Words of a French page that are in no French phrase, no code and no name of a user's, which are `Zq` and a number here. */
function strangersIn(page: string): string[] {
  const words = wordsOf(plain(page.replace(/<style>.*?<\/style>/s, ' ').replace(/<[^>]*>/g, ' '))).map((word) =>
    word.trim(),
  );
  return [...new Set(words)].filter(
    (word) => !frenchWords.has(word) && !codes.has(word) && !/^(Zq|[a-f]{2,})$/.test(word),
  );
}

test('every word of a French report is of a French phrase, also what doubts, studies and the ledger say', () => {
  let turn = 0;
  const data = exampleReport({ ...wish, rename: () => `Zq${turn++}` });
  const warnings: Warning[] = [
    {
      code: 'scenario.unlikely',
      where: 'grid',
      problem: '0.09 per MWh, where at least 5 is usual',
      expected: 'Did you mean 90? It looks like a price per kWh written as one per MWh.',
    },
    { code: 'profile.gaps', where: 'file', file: 'Zq', problem: '3 hours are missing from 2005-01-01T00:00Z' },
  ];
  const document = {
    ...data.document,
    warnings,
    solver: { ...data.document.solver, reason: '2 blocks of hours, linked by their sizes' },
  };
  const all = { ...data, document, studies: exampleStudies(data.scenario), ledger: exampleLedger(data.scenario) };
  const page = reportHtml(all, 'fr');
  expect(wordsOf(plain(page)).length).toBeGreaterThan(2000);
  expect(strangersIn(page)).toEqual([]);
  const { cost: _, certificate: __, ...without } = document;
  const shortage = {
    phase: 'Zq',
    weatherYear: 'Zq',
    unmatchedMWh: 1,
    permittedMWh: 0,
    unmatchedHours: 0,
    worstHours: [],
  };
  const noPlan = { ...without, status: 'infeasible' as const, phases: [], baselines: [], shortages: [shortage] };
  expect(strangersIn(reportHtml({ ...all, schedule: undefined, document: noPlan }, 'fr'))).toEqual([]);
  // One word that nobody translated is seen.
  expect(strangersIn(page.replace('</main>', '<p>Prix of load</p></main>'))).toEqual(['of', 'load']);
});

test('every word of the French page of a study that stands by itself is of a French phrase', () => {
  const reached = { cfeScore: 0.97, unmatchedMWh: 1234, unmatchedHours: 12, closingMWh: 5, operatingCostPerYear: 1e6 };
  const operation = {
    scenario: { name: 'Zq1', contentHash: 'ab', currency: 'EUR' },
    synthetic: true,
    asked: {
      ...{ phase: 'Zq2', weatherYear: 'Zq3', windowHours: 36, stepHours: 24, solver: 'highs' },
      forecast: { kind: 'errors', dayAheadError: 0.1, autocorrelation: 0.9, seed: 1 },
    },
    ...{ target: 0.95, hours: 8760, hoursDone: 168, plan: reached, perfect: reached, forecast: reached },
    prices: { unmatchedPerMWh: 100, beyondPerMWh: 5000, precautionPerMWhHour: 0.1 },
    forecastErrors: [{ plant: 'Zq4', leadHours: 24, meanAbsoluteError: 0.09 }],
    months: [{ month: 2, planMWh: 1, perfectMWh: 2, forecastMWh: 3 }],
    dearest: [{ stamp: '2005-01-01T00:00Z', unmatchedMWh: 12 }],
    // The cast: what its page does not tell of is left out.
  } as unknown as Operation;
  for (const [study, document] of [
    ['operate', operation],
    ['comparison', comparison],
  ] as const) {
    const page = sheetHtml(sheetOf(study, document), languageNamed('fr'));
    expect(wordsOf(plain(page)).length).toBeGreaterThan(150);
    expect(strangersIn(page)).toEqual([]);
  }
  const byMonth = sheetOf('operate', operation).parts.find(({ chart }) => chart)!;
  expect(languageNamed('fr').text(byMonth.sentences![0]!).replaceAll(/\s/gu, ' ')).toBe(
    'Le plus en févr. : 3 MWh ; le plan, qui connaît l’année, y laisse 1 MWh.',
  );
  const bars = byMonth.chart!.draw(languageNamed('fr')).option;
  expect(bars).toMatchObject({ xAxis: { data: ['févr.'] }, series: [{ data: [1] }, { data: [2] }, { data: [3] }] });
  const studies = exampleStudies(exampleReport({ ...wish, rename: () => 'Zq5' }).scenario);
  // One that was stopped says so first, in every language.
  const unfinished = ['Zq6', 'years of part 2 of 5', 'two maxima raised together'];
  const stopped = sheetHtml(sheetOf('repair', { ...studies.repair, unfinished }), languageNamed('fr'));
  expect(plain(stopped)).toMatch(/Il manque : Zq6, les années de la partie 2 sur 5, deux maximums relevés ensemble\. /);
  expect(strangersIn(stopped)).toEqual([]);
  for (const name of Object.keys(studies) as (keyof typeof studies)[]) {
    expect(strangersIn(sheetHtml(sheetOf(name, studies[name] as never), languageNamed('fr')))).toEqual([]);
  }
});

const place = { phase: 'Zq2', weatherYear: 'Zq3' };
const costs = { old: 2e7, oldAtNewPrices: 3e7, new: 4e7 };
/** Everything that may differ between results, and everything that may not be compared. */
const comparison: Comparison = {
  ...{ schemaVersion: 1, hourmatchVersion: '0', synthetic: true },
  results: ['Zq1', 'Zq4'].map((label) => ({
    ...{ label, name: label, contentHash: '', resultSha256: '', study: 'plan', currency: 'EUR' },
  })),
  differences: [-2e7, 0, 2e7].map((by, at) => ({
    result: `Zq${5 + at}`,
    inputs: at === 0 ? [] : [{ path: 'Zq6', old: 3 }, ...(at === 1 ? [] : [{ path: 'Zq7', new: 'Zq8' }])],
    sizes: [
      { phase: 'Zq2', name: 'grid', quantity: 'subscribedPowerMW', old: 1, new: 2 },
      { phase: 'Zq2', name: 'Zq9', quantity: 'energyCapacityMWh', old: 2, new: 1 },
    ],
    cost: {
      ...{ ...costs, new: costs.old + by, priceEffect: 1e7, volumeEffect: by - 1e7 },
      items: costKinds.slice(0, 12).map((kind) => ({ phase: 'Zq2', name: 'Zq9', kind, ...costs })),
    },
    scores: [
      ...['annualCost', 'levelisedCostPerMWh', 'annualEmissionsTonnes', 'cfeScore', 'annualMatchShare', 'unmatchedMWh'],
      ...['curtailedMWh', 'exportMWh', 'storageLossesMWh', 'shiftedMWh', 'shedMWh', 'importMWh'],
    ].map((quantity) => ({ ...place, quantity, old: 0.5, new: 0.6 })),
    hours: [0, 1, 2].map((hours) => ({
      ...{ ...place, nowUnmatched: at * hours, nowMatched: at + hours, storageTurned: hours },
      first: [{ stamp: '2005-01-01T00:00Z', oldImportMW: 1, newImportMW: 2 }],
    })),
    notCompared: [
      'one is a plan, the other a dispatch.',
      'one is a dispatch, the other a plan.',
      ...['infeasible', 'unbounded', 'limit', 'without a plan'].map((is) => `sizes, cost and hours: Zq1 is ${is}.`),
      'cost: one is in EUR, the other in EUR.',
      'hours of Zq2: the other has no such phase.',
      'hours of Zq2, Zq3: the other has no such weather year.',
    ],
  })),
};

test('what changed between results is told with its direction, in whole sentences', () => {
  const page = plain(sheetHtml(sheetOf('comparison', comparison)));
  expect(page).toContain(
    'Zq5: 0 inputs and 2 sizes differ. The cost falls by EUR 20.0 million (−100.0 %). 3 hours flipped. ' +
      'Zq6: 1 input and 2 sizes differ. The cost is the same. 9 hours flipped. ' +
      'Zq7: 2 inputs and 2 sizes differ. The cost rises by EUR 20.0 million (+100.0 %). 15 hours flipped.',
  );
  expect(page).toContain('Price effect +10.00: the old plan');
});

test('numbers follow the language: thin spaces and commas, a percent sign apart, money with its currency last', () => {
  const { text } = languageNamed('fr');
  expect(text(number(-12_345.678, 2))).toBe('−12\u202f345,68');
  expect(text(share(0.1234))).toBe('12,3\u202f%');
  expect(text(scored(0.999_99))).toBe('99,99\u202f%');
  expect(text(amount('EUR', 2.5e9))).toBe('2,50\u202fMd\u202fEUR');
  expect(text(amount('EUR', 12_300_000))).toBe('12,3\u202fM\u202fEUR');
  expect(text(amount('EUR', 1234))).toBe('1\u202f234\u202fEUR');
  expect(text(small(2e-10))).toBe('2e-10');
  expect(text(number(Number.POSITIVE_INFINITY))).toBe('illimité');
  expect(text(say('{size} MW', { size: number(1000) }))).toBe('1\u202f000 MW');
  expect(text({ instant: '2026-08-01T05:06:00Z' })).toBe('1 août 2026, 05:06 UTC');
  expect(text({ month: 7 })).toBe('août');
  // No line begins with a colon, and none ends with what opens a quotation.
  expect(text(say('{phase}: {asset}', { phase: 'A : b', asset: 'c' }))).toBe('A : b\u00a0: c');
  expect(text({ names: ['a', 'b'], between: '; ' })).toBe('a\u00a0; b');
  for (const [english] of phrases) expect(text({ say: english as Phrase, with: {} })).not.toMatch(/ [:;?!»]|« /);
});
