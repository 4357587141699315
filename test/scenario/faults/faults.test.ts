import { describe, expect, test } from 'vitest';
import { pointerOf } from '../../../src/scenario/faults/fault.ts';
import { campaignCases } from '../checks/campaign-cases.ts';
import { loadCases } from '../checks/load-cases.ts';
import { ruleCases } from '../checks/rule-cases.ts';
import { supplyCases } from '../checks/supply-cases.ts';
import { changed, example, files, issuesOf, load, marked } from '../example.ts';
import { schemaCases } from '../schema/schema-cases.ts';

describe('each fault is told once, with the value shown and what was expected', () => {
  test('the example itself has no fault', async () => {
    expect(await issuesOf(example)).toEqual([]);
  });

  test.each([...schemaCases, ...ruleCases, ...supplyCases, ...loadCases, ...campaignCases])(
    '%s',
    async (_, from, to, where, problem, expected) => {
      const { text, places } = marked(changed([from, to]));
      const issues = await issuesOf(text);
      expect(issues).toHaveLength(1);
      const [issue] = issues;
      expect(issue?.where).toBe(where);
      expect(wordedAs(issue!.pointer!) || 'example.yaml').toBe(where);
      expect(issue?.problem).toContain(problem);
      expect(issue?.expected).toContain(expected);
      expect(issue?.file).toBe('example.yaml');
      if (places[0] !== undefined) expect({ line: issue?.line, column: issue?.column }).toEqual(places[0]);
    },
  );

  test('a link that may grow needs its costs and lifetime', async () => {
    const issues = await issuesOf(changed(['capacityMW: 3000', 'capacityMW: 3000, maximumMW: 4000']));
    expect(issues.map(({ where, code }) => [where, code])).toEqual([
      ['links[0].lifetimeYears', 'scenario.missing-field'],
      ['links[0].capexPerMW', 'scenario.missing-field'],
      ['links[0].fixedOpexPerMWYear', 'scenario.missing-field'],
    ]);
    expect(
      await issuesOf(changed(['capacityMW: 3000', 'capacityMW: 3000, maximumMW: 4000, technology: hvdc'])),
    ).toEqual([]);
  });

  test('weights are given to every weather year or to none', async () => {
    const years = changed(["- { name: '2005' }", "- { name: '2005', weight: 1 }\n  - ¦{ name: '2006' }"]);
    const { text, places } = marked(years);
    const [issue] = (await issuesOf(text)).filter(({ where }) => where === 'weatherYears[1].weight');
    expect(issue).toMatchObject({ problem: 'no weight, but other weather years have one', ...places[0] });
  });
});

test('a weight of zero is one fault, not a missing weight as well', async () => {
  const years = "- { name: '2005', weight: ¦0 }\n  - { name: 'again', weight: 1 }";
  const again = { ...files, 'again.csv': files['2005.csv']! };
  const { text, places } = marked(changed(["- { name: '2005' }", years]));
  expect(await issuesOf(text, again)).toMatchObject([
    { where: 'weatherYears[0].weight', problem: '0 is not above 0', ...places[0] },
  ]);
});

describe('nothing hides a fault, and no name is special', () => {
  test('eight faults planted at once give eight issues, in the order of the text', async () => {
    const { text, places } = marked(
      changed(
        ['currency: EUR', 'currency: ¦euro'],
        ['firstYear: 2028', 'firstYear: ¦2029'],
        ['deadlineHours: 168', 'deadlineHours: ¦"168"'],
        ['column: wind', 'column: ¦wnd'],
        ['link: line', 'link: ¦lin'],
        ['technology: battery', '¦chargeEfficency: 0.9, technology: battery'],
        ['exportPricePerMWh: 0', 'exportPricePerMWh: ¦.inf'],
        ['target: 1', 'target: ¦100'],
      ),
    );
    const issues = await issuesOf(text);
    expect(issues.map(({ line, column }) => ({ line, column }))).toEqual(places);
    expect(issues.map(({ code }) => code)).toEqual([
      'scenario.out-of-range',
      'scenario.conflict',
      'scenario.wrong-type',
      'profile.missing-column',
      'scenario.unknown-name',
      'scenario.unknown-field',
      'scenario.out-of-range',
      'scenario.out-of-range',
    ]);
  });

  test.each(['result', 'feasible', '__proto__', 'constructor', 'toString', 'Dakhla–Casablanca', 'مركز'])(
    'an asset may be called %s',
    async (name) => {
      expect((await load(changed(['name: coast', `name: ${name}`]))).scenario.renewables[0]?.name).toBe(name);
      expect((await load(changed(['name: Li-ion', `name: ${name}`]))).scenario.storages[0]?.name).toBe(name);
    },
  );

  test('JSON, tabs and all, is read as well as YAML', async () => {
    const { document } = await load(example);
    const { contentHash } = await load(JSON.stringify(document, null, '\t'));
    expect(contentHash).toBe((await load(example)).contentHash);
  });

  test('an empty text, a list and a bomb of brackets are refused, not crashed on', async () => {
    expect((await issuesOf(''))[0]?.problem).toBe('the file is empty');
    expect((await issuesOf('[]'))[0]?.problem).toBe('this is a list');
    expect((await issuesOf('['.repeat(50_000)))[0]?.code).toBe('scenario.syntax');
  });
});

/** A pointer in the words of `where`. */
const wordedAs = (pointer: string) =>
  pointer
    .slice(1)
    .replaceAll('/', '.')
    .replaceAll(/\.(\d+)/g, '[$1]');

test('a pointer escapes what divides it, and names longer than any of a schema are not told back', () => {
  expect(pointerOf(['storages', 0, 'a/b~c'])).toBe('/storages/0/a~1b~0c');
  expect(pointerOf([])).toBe('');
  expect(pointerOf(['x'.repeat(81)])).toBeUndefined();
});
