import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { studyText } from '../../src/report/studies/studies.ts';
import { compareDirectories } from '../../src/results/studies/read-comparison.ts';
import { verifyStudyDirectory } from '../../src/results/studies/verify-study.ts';
import { writeStudyOf } from '../../src/results/studies/write-study.ts';
import { repriced } from '../../src/scenario/repriced.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { compareResults } from '../../src/studies/compare.ts';
import { flippedHours } from '../../src/studies/comparison/flipped-hours.ts';
import { recomputeCost } from '../../src/verify/cost.ts';
import { exampleScenario, runPhase } from '../report/example-campus.ts';
import { example, freshDirectory, loadCampus, madeUpAnswer, writeMadeUp } from '../results/campus.ts';
import { smallPlan } from '../verify/small-plan.ts';

type Changes = readonly (readonly [string, string])[];

const changed = (changes: Changes) => changes.reduce((before, [from, to]) => before.replace(from, to), example);

/** The campus as it is and with each text changed, run through the same hours. */
async function difference(changes: Changes, alter = (answer: Proven) => answer) {
  const place = await freshDirectory();
  const results = [];
  for (const [label, text] of [
    ['old', example],
    ['new', changed(changes)],
  ] as const) {
    const loaded = await loadCampus(place, text);
    const { schedule, buildOut } = label === 'old' ? madeUpAnswer(loaded) : alter(madeUpAnswer(loaded));
    const fileNamed = (file: string) => loaded.inputs.find((input) => input.file === file);
    const study = 'plan' as const;
    results.push({ label, resultSha256: '', study, status: 'optimal', loaded, fileNamed, schedule, buildOut });
  }
  return compareResults(results, '0').differences[0]!;
}

test('changed inputs are told by path, old and new; things by their name, files by what they hold', async () => {
  const { inputs, notCompared } = await difference([
    ['siteMaximumMW: 1500', 'siteMaximumMW: 900'],
    ['importPricePerMWh: 90', 'importPricePerMWh: 120'],
    ['column: sun', 'column: wind'],
    ['- { name: toString,', '- { name: Other, technology: battery }\n  - { name: toString, capexPerMWh: 7,'],
  ]);
  expect(inputs.map(({ path }) => path)).toEqual([
    'renewables[__proto__].siteMaximumMW',
    'renewables[constructor].capacityFactor',
    'grid.importPricePerMWh',
    'storages[toString].capexPerMWh',
    'storages[Other]',
  ]);
  expect(inputs[0]).toEqual({ path: 'renewables[__proto__].siteMaximumMW', old: 1500, new: 900 });
  expect(inputs[1]?.old).toMatch(/^sun of weather\/2005\.csv \([0-9a-f]{8}\)$/);
  expect(inputs[2]).toMatchObject({ old: 90, new: 120 });
  // What the technology data filled in before is what was asked.
  expect(inputs[3]).toMatchObject({ old: expect.anything(), new: 7 });
  expect(inputs[4]).toEqual({ path: 'storages[Other]', new: 'there' });
  expect(notCompared).toEqual([]);
});

test('the same hours at other prices are a price effect and nothing else, other hours at the same prices a volume effect', async () => {
  const byPrice = await difference([['importPricePerMWh: 90', 'importPricePerMWh: 120']]);
  expect(byPrice.cost?.priceEffect).toBeGreaterThan(0);
  expect(byPrice.cost?.volumeEffect).toBe(0);
  expect(byPrice.sizes).toEqual([]);
  expect(byPrice.hours).toEqual([]);
  const dearer = byPrice.cost!.items.map(({ kind }) => kind);
  expect(new Set(dearer)).toEqual(new Set(['import']));

  const halved = (answer: Proven): Proven => {
    const phases = answer.schedule.phases.map((phase) => ({
      ...phase,
      weatherYears: phase.weatherYears.map((year) => ({ ...year, importMW: year.importMW.map((mw) => mw / 2) })),
    }));
    return { ...answer, schedule: { phases } };
  };
  const byVolume = await difference([], halved);
  expect(byVolume.inputs).toEqual([]);
  expect(byVolume.cost?.priceEffect).toBe(0);
  expect(byVolume.cost?.volumeEffect).toBeLessThan(0);
});

test('a comparison that is written is verified as long as nothing in it is altered', async () => {
  const place = await freshDirectory();
  const [old, now] = [join(place, 'old'), join(place, 'now')];
  await writeMadeUp(old, place);
  const loaded = await loadCampus(place, changed([['importPricePerMWh: 90', 'importPricePerMWh: 120']]));
  await writeMadeUp(now, place, { loaded, answer: madeUpAnswer(loaded) });
  const comparison = await compareDirectories([old, now].map((directory) => ({ directory })));
  expect(studyText('comparison', comparison, { width: 80 })).toMatch(/^old → now\nnow: 1 input and 0 sizes differ/);
  const written = join(place, 'comparison');
  await writeStudyOf(written, 'comparison', [old, now], comparison);
  expect(await verifyStudyDirectory(written)).toMatchObject({ verified: true, disagreements: [] });
  expect(await verifyStudyDirectory(old)).toBeUndefined();

  const file = join(written, 'comparison.json');
  const text = await readFile(file, 'utf8');
  const alterations: [RegExp, string, string][] = [
    [/"new": 120/, '"new": 121', 'differences[0].inputs[0].new'],
    [/("priceEffect": )/, '$17', 'differences[0].cost.priceEffect'],
    [/("contentHash": ")./, '$1x', 'results[0].contentHash'],
    [/("resultSha256": ")./, '$1x', 'results[0].resultSha256'],
    [/("quantity": ")annualCost/, '$1cfeScore', 'differences[0].scores[0].quantity'],
    [
      /"hours": \[\]/,
      '"hours": [{"phase": "a", "weatherYear": "b", "nowUnmatched": 1, "nowMatched": 0, "storageTurned": 0, "first": []}]',
      'differences[0].hours',
    ],
  ];
  const altered = alterations.reduce((before, [from, to]) => before.replace(from, to), text);
  await writeFile(file, altered);
  for (const page of ['report.html', 'report.fr.html']) await writeFile(join(written, page), 'another');
  const found = (await verifyStudyDirectory(written))!.disagreements.map(({ where }) => where);
  expect(found).toEqual(
    expect.arrayContaining([...alterations.map(([, , where]) => where), 'report.html', 'report.fr.html']),
  );
  await expect(writeStudyOf(old, 'comparison', [old, now], comparison)).rejects.toThrow('not a valid result');
});

test('hours that flip and storage that turns round are counted by hand', () => {
  const { weatherYears } = smallPlan().schedule.phases[0]!;
  const [base] = weatherYears;
  const storages = (net: readonly number[]) => [
    {
      ...base!.storages[0]!,
      chargeMW: Float64Array.from(net, (mw) => Math.max(0, mw)),
      dischargeMW: Float64Array.from(net, (mw) => Math.max(0, -mw)),
    },
  ];
  const loadMW = new Float64Array(6).fill(10);
  const old = {
    ...base!,
    loadMW,
    importMW: Float64Array.of(5, 0, 0, 1e-4, 0, 2),
    storages: storages([1, 1, -1, 0, 1, 2]),
  };
  const now = {
    ...base!,
    loadMW,
    importMW: Float64Array.of(0, 3, 0, 0, 0, 2),
    storages: storages([1, -1, 1, 1, 0, 2]),
  };
  expect(flippedHours(old, now, { phase: 'first', year: 2005 })).toEqual({
    phase: 'first',
    weatherYear: 'calm',
    nowUnmatched: 1,
    nowMatched: 1,
    storageTurned: 2,
    first: [
      { stamp: '2005-01-01T00:00Z', oldImportMW: 5, newImportMW: 0 },
      { stamp: '2005-01-01T01:00Z', oldImportMW: 0, newImportMW: 3 },
    ],
  });
  expect(flippedHours(old, old, { phase: 'first', year: 2005 })).toBeUndefined();
});

/** Every number that is named as money is doubled, or every one that is not, whoever adds it. */
function doubled<T>(part: T, isMoney: boolean, field = ''): T {
  const isNamed =
    /(^capex|Opex|PerMWh$|PerMWYear$|PerMWhYear$|PerMWMonth$|PricePerTonne$)/.test(field) &&
    !/^(carbonIntensity|residualMix)/.test(field);
  const times = isNamed === isMoney ? 2 : 1;
  const isPrice = /^(discountRate|interestDuringConstruction|year|firstYear)$/.test(field);
  const walk = (value: unknown): unknown => {
    if (value instanceof Float64Array) return value.map((one) => times * one);
    if (typeof value === 'number') return isPrice ? value : times * value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    // A table by year is of the field that it stands in.
    const of = (name: string) => (name === 'value' ? field : name);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, doubled(inner, isMoney, of(name))]));
  };
  return walk(part) as T;
}

/** Three plans and what they cost, one of them with contracts that promise energy and end. */
function plansToReprice() {
  const example = exampleScenario({ hours: 600 });
  const scenario = { ...example, grid: { ...example.grid, carbonPricePerTonne: 50 } };
  const built = {
    scenario,
    schedule: { phases: scenario.phases.map((_, p) => runPhase(scenario, p, 3)) },
    buildOut: scenario.phases.map(({ name: phase }) => ({
      phase,
      renewables: scenario.renewables.map(({ name }) => ({ name, builtMW: 10 })),
      storages: scenario.storages.map(({ name }) => ({ name, builtMW: 5, builtMWh: 20 })),
      links: scenario.links.map(({ name }) => ({ name, builtMW: 3 })),
    })),
  };
  const contracts = smallPlan();
  const [, wind] = contracts.scenario.renewables;
  const term = { lastYear: 2029, after: 'merchant' as const };
  wind!.purchase = {
    kind: 'ppa',
    pays: 'used',
    pricePerMWh: 40,
    takeOrPayMWhPerYear: 200_000,
    mostMWhPerYear: 1e6,
    term,
  };
  contracts.scenario.storages[0]!.purchase = { kind: 'tolling', pricePerMWMonth: 900 };
  return [smallPlan(), built, contracts];
}

const costOf = ({
  scenario,
  schedule,
  buildOut,
}: Omit<ReturnType<typeof plansToReprice>[number], 'scenario'> & { readonly scenario: Scenario }) =>
  recomputeCost(scenario, schedule, buildOut).objective;

test('a plan at prices that are twice as high costs twice as much: no price is left behind', () => {
  for (const plan of plansToReprice()) {
    const after = costOf({ ...plan, scenario: repriced(plan.scenario, doubled(plan.scenario, true)) });
    expect(costOf(plan)).toBeGreaterThan(0);
    expect(after / costOf(plan)).toBeCloseTo(2, 9);
  }
});

test('a plan at the prices of a scenario where all but prices is twice as much costs the same: nothing else is a price', () => {
  for (const plan of plansToReprice()) {
    const other = { ...doubled(plan.scenario, false), weatherYears: plan.scenario.weatherYears };
    expect(costOf({ ...plan, scenario: repriced(plan.scenario, other) })).toBeCloseTo(costOf(plan), 6);
  }
});

test('where the other pays for all that is produced, no energy is promised beside it; where it owns, nothing is', () => {
  const [, , { scenario }] = plansToReprice() as [unknown, unknown, ReturnType<typeof smallPlan>];
  const withPurchase = (purchase: Scenario['renewables'][number]['purchase']) => ({
    ...scenario,
    renewables: scenario.renewables.map((plant) => ({ ...plant, purchase })),
  });
  const produced = { kind: 'ppa', pays: 'produced', pricePerMWh: 30, mostMWhPerYear: 7 } as const;
  expect(repriced(scenario, withPurchase(produced)).renewables[1]!.purchase).toEqual({
    ...produced,
    mostMWhPerYear: 1e6,
    term: { lastYear: 2029, after: 'merchant' },
  });
  const owned = { kind: 'own', capexPerMW: 1, fixedOpexPerMWYear: 2 } as const;
  expect(repriced(scenario, withPurchase(owned)).renewables[1]!.purchase).toEqual(owned);
});
