import { expect, test } from 'vitest';
import { englishText } from '../../src/report/language/language.ts';
import { sheetHtml } from '../../src/report/studies/sheet-page.ts';
import { sheetOf } from '../../src/report/studies/studies.ts';
import { exampleReport } from './example-report.ts';
import { exampleStudies } from './example-studies.ts';
import { numberOf, plain, rowsOf } from './page.ts';
import { reportHtml } from './page-of.ts';

const data = exampleReport({ hours: 240, phases: 2 });
const studies = exampleStudies(data.scenario);
const { values, alternatives, sweep, outsample, repair } = studies;

test('a report without studies names the command of each; a result without plan that of its repair', () => {
  const words = plain(reportHtml(data));
  for (const command of ['values .', 'alternatives scenario.json', 'sweep scenario.json', 'outsample .']) {
    expect(words).toContain(`This study was not run; in the directory of the result: hourmatch ${command}`);
  }
  expect(words).not.toContain('hourmatch repair');
  const without = plain(reportHtml(withoutPlan()));
  expect(without).toContain('hourmatch repair scenario.json -o studies/repair');
  expect(without).not.toContain('hourmatch values');
});

function withoutPlan() {
  const { cost: _, certificate: __, ...document } = data.document;
  return { ...data, schedule: undefined, document: { ...document, status: 'infeasible' as const, phases: [] } };
}

test('a report shows values, reduced costs and break-even prices as the study has them', () => {
  const page = reportHtml({ ...data, studies: { values } });
  const price = rowsOf(page, 'Break-even price of a contract for all that a plant produces, in EUR/MWh');
  expect(price.get('phase 1: desert sun MW')?.map(numberOf)).toEqual([81.5, 43.21, 700_101, 600_202, -99_899]);
  const reduced = rowsOf(page, 'Reduced cost of one more unit: what it costs more than it earns, present value in EUR');
  expect(reduced.get('phase 1: battery MWh')?.map(numberOf)).toEqual([82.5, 110_303, 100_101, 10_202]);
  expect(rowsOf(page, 'Worth of one more unit, in EUR a year').get('phase 1: desert sun MW')?.map(numberOf)).toEqual([
    83.5, 65_404, 1_505,
  ]);
  const plants = rowsOf(page, 'Plants in a year of phase 1: cost and price');
  expect(plants.get('Plant')?.at(-1)).toBe('Break-even price EUR/MWh');
  expect(numberOf(plants.get('desert sun')?.at(-1))).toBe(43.21);
  expect(plants.get('coast wind')?.at(-1)).toBe('–');
  const words = plain(page);
  expect(words).toContain(
    'phase 1, 2005: 61.06 on average (inference 62.07); the dearest hundredth of the hours is 23.4 % of it.',
  );
  expect(words).toContain('phase 1, training: EUR 78,308 for one more hour of deadline.');
  expect(words).not.toContain('hourmatch values .');
});

test('a report shows must-haves and choices, the last per cent with its band, and other weather', () => {
  const page = reportHtml({ ...data, studies: { alternatives, sweep, outsample } });
  const words = plain(page);
  expect(words).toContain('Must-have: desert sun, at least 83.3 MW.');
  expect(words).toContain('Choices, with nothing of them in some plan: battery energy.');
  const ranges = rowsOf(page, 'At 1 % more than the least cost').get('desert sun MW');
  expect(ranges?.map(numberOf)).toEqual([84.5, 84.4, 84.3, 84.6, 84.7]);
  const cost = rowsOf(page, 'Cost of all phases, discounted, in EUR thousand; levelised in EUR/MWh');
  expect(cost.get('0.95')?.slice(0, 4)).toEqual(['bounded', '–', '5,502.0', '5,553.0']);
  expect(cost.get('1')?.slice(0, 2)).toEqual(['optimal', '7,001.0']);
  const solved = { ...sweep, points: sweep.points.filter(({ answer }) => answer !== undefined) };
  const [costs] = sheetOf('sweep', solved).parts;
  expect(costs?.table?.columns.map(englishText)).toEqual(['answer', 'cost', 'levelised', 'lowest score']);
  expect(costs?.chart?.legend.map(({ name }) => englishText(name))).toEqual(['solved']);
  const two = { ...alternatives, sizes: alternatives.sizes.map((size, at) => ({ ...size, phase: `phase ${at + 1}` })) };
  const severally = sheetOf('alternatives', two).parts.find(({ table }) => table)!.table!;
  expect(severally.rows.map(({ name }) => englishText(name))[0]).toBe('phase 1: desert sun');
  expect(page).toContain(
    'aria-label="Cost in EUR thousand against matching.target: from 5,101.00 at 0.9 to 7,001.00 at 1."',
  );
  const curve = page.slice(page.indexOf('against matching.target: from')).split('</svg>')[0]!;
  const axis = [...curve.matchAll(/<text[^>]* text-anchor="end"[^>]*>([\d,.]+)<\/text>/g)].map(([, label]) =>
    numberOf(label),
  );
  const step = axis[1]! - axis[0]!;
  expect(axis.length).toBeGreaterThan(3);
  for (const label of axis) expect(label / step).toBeCloseTo(Math.round(label / step), 9);
  expect(rowsOf(page, 'What one more point of target costs').get('90.00 %')).toEqual(['100 %', 'EUR 190,204']);
  expect(words).toContain('From a target of 90.00 % to 100 % one more point costs EUR 190,204.');
  expect(rowsOf(page, 'phase 1: least unmatched energy, in MWh').get('2008')?.map(numberOf)).toEqual([
    99.02, 975, 98, 41, 14, 6,
  ]);
  expect(words).toContain('The target of 100 % is missed in 1 of 1 year it was not sized on.');
});

test('a result without plan shows what would make one possible', () => {
  const page = reportHtml({ ...withoutPlan(), studies: { repair } });
  expect(rowsOf(page, 'Each of these alone is enough, and no less of it').get('desert sun, site maximum MW')).toEqual([
    '60.0',
    '100.5',
    'below 99.5',
  ]);
  expect(plain(page)).toContain('Enough alone: desert sun with a site maximum of 100.5 MW; or a target of 88.33 %.');
});

test('a cause that holds at several times is told once, with all of them', () => {
  const [first] = repair.events;
  const another = { ...first!, from: '2005-02-03T00:00Z', unmatchedMWh: 21, largestMW: 3.2 };
  const other = {
    ...first!,
    from: '2005-03-04T00:00Z',
    cause: 'No plant makes anything for 7 h, and there is no storage.',
  };
  const events = [first!, another, other];
  const part = sheetOf('repair', { ...repair, events }).parts.find(
    ({ title }) => englishText(title) === 'When, most energy first',
  );
  expect(part?.sentences?.map(englishText)).toEqual([
    `${first!.cause} So in 2 of the 3 largest stretches, 49 MWh together, up to 4.1 MW: phase 1, 2005-01-01T00:00Z (28 MWh); phase 1, 2005-02-03T00:00Z (21 MWh).`,
    `phase 1, 2005-03-04T00:00Z, 7 hours: 28 MWh, up to 4.1 MW. ${other.cause}`,
  ]);
  const many = Array.from({ length: 11 }, () => first!);
  const [told] = sheetOf('repair', { ...repair, events: many }).parts[1]!.sentences!.map(englishText);
  expect(told).toMatch(/^With every site .* So in 11 of the 11 largest stretches, 308 MWh together, .*; and 7 more\.$/);
});

test('no line of a page ends between a number and its unit', () => {
  const page = reportHtml({ ...withoutPlan(), studies: { repair, sweep } });
  expect(page).toContain('site maximum of 100.5\u00a0MW; or a target of 88.33\u00a0%.');
  const text = page.replace(/<(style|svg)[\s\S]*?<\/\1>|<[^>]*>/g, '');
  expect(text.match(/\d (MWh?|GWh?|kW|%|h|t|kg)(?![\p{L}\d])/gu) ?? []).toEqual([]);
});

test('two sizes that read the same with one decimal are told with as many as tell them apart, and a bound is not told higher', () => {
  const cellsOf = (needed: number, infeasibleBelow: number) => {
    const remedy = { ...repair.remedies[0]!, needed, infeasibleBelow };
    const part = sheetOf('repair', { ...repair, remedies: [remedy] }).parts.find(({ table }) => table)!;
    return part.table!.rows[0]!.cells.slice(1).map((cell) => englishText(cell!));
  };
  expect(cellsOf(100.5, 99.5)).toEqual(['100.5', 'below 99.5']);
  expect(cellsOf(100.0201, 99.9812)).toEqual(['100.1', 'below 99.9']);
  expect(cellsOf(100.0004, 99.99999)).toEqual(['100.0', 'below 99.9']);
  expect(cellsOf(100.0004, 100.0001)).toEqual(['100.01', 'below 100.00']);
  expect(cellsOf(1_000.0004, 1_000.0001)).toEqual(['1,000.01', 'below 1,000.00']);
  expect(cellsOf(100, 100)).toEqual(['100.0', 'below 100.0']);
});

test('a date of a table or a sentence is not broken at its hyphens', () => {
  const stamp = '<span class="date">2005-01-30T05:00Z</span>';
  expect(sheetHtml(sheetOf('sweep', sweep))).toContain(`<th scope="row">${stamp}</th>`);
  expect(sheetHtml(sheetOf('repair', repair))).toContain('phase 1, <span class="date">2005-01-01T00:00Z</span>, 7');
});

test('what all stretches of the last step have in common is told once, what differs at each', () => {
  const rowsFor = (events: NonNullable<typeof sweep.lastPercent>['events']) => {
    const parts = sheetOf('sweep', { ...sweep, lastPercent: { ...sweep.lastPercent!, events } }).parts;
    const { sentences = [], table } = parts.find(({ title }) => englishText(title).startsWith('What the last step'))!;
    return [...sentences, ...table!.rows.map(({ name }) => name)].map(englishText);
  };
  const [event] = sweep.lastPercent!.events;
  const stamp = '2005-01-30T05:00Z';
  expect(rowsFor([event!, event!])).toEqual(['All of them: phase 1, 2005.', stamp, stamp]);
  const later = { ...event!, phase: 'phase 2' };
  expect(rowsFor([event!, later])).toEqual(['All of them: 2005.', `${stamp}, phase 1`, `${stamp}, phase 2`]);
});

test('a group is told from its members by its name, wherever sizes are told', () => {
  const [plant, storage] = alternatives.sizes;
  const sizes = [plant!, storage!, { ...plant!, name: 'sun', members: [plant!.name] }];
  const { headline, parts } = sheetOf('alternatives', { ...alternatives, sizes });
  expect(englishText(headline)).toContain('there is desert sun, sun (group).');
  const tables = parts.flatMap(({ table }) => (table === undefined ? [] : [table]));
  for (const { rows } of tables.slice(0, 2)) {
    expect(rows.map(({ name }) => englishText(name))).toEqual(['desert sun', 'battery energy', 'sun (group)']);
  }
});
