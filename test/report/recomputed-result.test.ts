/**
 * What a result says of events, years, sizes, costs, plants, storages and flexible load, worked out again from the hours:
 * two storages, two weather years of unequal weight, imports at another price in every hour.
 */

import { expect, test } from 'vitest';
import { costKindNames } from '../../src/report/cost-kinds.ts';
import type { CostKind } from '../../src/verify/annual-cost.ts';
import { exampleReport } from './example-report.ts';
import { exampleLedger, exampleStudies } from './example-studies.ts';
import { numberOf, rowsOf, tableOf } from './page.ts';
import { reportHtml } from './page-of.ts';

const HOURS = 1200;
const WEIGHTS = [0.25, 0.75];
const made = exampleReport({
  hours: HOURS,
  phases: 2,
  weatherYears: 2,
  oversize: 3,
  change: (scenario) => ({
    ...scenario,
    weatherYears: scenario.weatherYears.map((year, y) => ({ ...year, weight: WEIGHTS[y]! })),
    storages: ['battery', 'iron'].map((name, s) => ({ ...scenario.storages[0]!, name, wearPerMWh: 2 + s })),
    grid: {
      ...scenario.grid,
      importPricePerMWh: WEIGHTS.map((_, y) => Float64Array.from({ length: HOURS }, (__, h) => 50 + (h % 24) + y)),
    },
  }),
});
const { scenario } = made;
const data = { ...made, ledger: exampleLedger(scenario), studies: { values: exampleStudies(scenario).values } };
const page = reportHtml(data);
const phase = made.schedule!.phases[0]!;
const years = phase.weatherYears;
type Year = (typeof years)[number];

const sum = (values: Iterable<number>) => {
  let all = 0;
  for (const value of values) all += value;
  return all;
};
/** Of a year of 8,760 hours. */
const expected = (of: (year: Year, y: number) => number) =>
  sum(WEIGHTS.map((weight, y) => weight * of(years[y]!, y))) * (8760 / HOURS);
const delivered = (year: Year, h: number) =>
  sum(year.renewables.map(({ generationMW }, i) => (1 - scenario.renewables[i]!.loss) * generationMW[h]!));
const possible = (y: number, h: number) =>
  sum(
    scenario.renewables.map(
      ({ loss, capacityFactor }, i) => (1 - loss) * capacityFactor[y]![h]! * phase.capacities.renewables[i]!.capacityMW,
    ),
  );
/** What the weather would give of a plant, at the plant, and what of it was taken. */
const given = (i: number, y: number) =>
  sum(scenario.renewables[i]!.capacityFactor[y]!) * phase.capacities.renewables[i]!.capacityMW;
const taken = (i: number, y: number) => sum(years[y]!.renewables[i]!.generationMW);
const stamp = (y: number, h: number) => `${new Date(Date.UTC(2005 + y, 0, 1, h)).toISOString().slice(0, 16)}Z`;

/** By eye: hours that lack something, and up to six between two of them. */
function stretchesOf({ importMW, loadMW }: Year) {
  const lacks = Array.from(importMW, (mw) => mw > (1e-4 * sum(loadMW)) / HOURS);
  const hours = [...lacks.keys()].filter((h) => lacks[h]);
  const first = hours.filter((h) => !lacks.slice(Math.max(0, h - 7), h).some(Boolean));
  return first.map((from, at) => {
    const to = hours.findLast((h) => h < (first[at + 1] ?? HOURS))! + 1;
    const during = Array.from(importMW.subarray(from, to));
    return { from, to, mwh: sum(during), deepest: Math.max(...during) };
  });
}

test('each event has its start, its end, its hours, its energy, its deepest power, and what was curtailed in the week before', () => {
  const all = made.schedule!.phases.flatMap(({ weatherYears, name }) =>
    weatherYears.flatMap((year, y) => stretchesOf(year).map((event) => ({ ...event, name, y }))),
  );
  const rows = tableOf(page, 'The largest unmatched events').slice(1);
  expect(rows).toHaveLength(Math.min(20, all.length));
  expect(rows.length).toBeGreaterThan(5);
  const largest = all.toSorted((a, b) => b.mwh - a.mwh);
  rows.forEach((cells, at) => {
    const { name, y, from, to, mwh, deepest } = largest[at]!;
    expect(cells.slice(0, 5)).toEqual([name, `200${5 + y}`, stamp(y, from), stamp(y, to), String(to - from)]);
    expect(Math.abs(numberOf(cells[5]) - mwh)).toBeLessThanOrEqual(0.05001);
    expect(Math.abs(numberOf(cells[6]) - deepest)).toBeLessThanOrEqual(0.05001);
    if (name !== phase.name) return;
    const before = Array.from({ length: 168 }, (_, back) => from - 1 - back).filter((h) => h >= 0);
    const curtailed = sum(before.map((h) => possible(y, h) - delivered(years[y]!, h)));
    expect(Math.abs(numberOf(cells[7]) - curtailed)).toBeLessThanOrEqual(0.5 + 1e-6);
  });
  expect(page).toContain(`${all.length} stretches of unmatched hours in all phases and weather years`);
});

test('each weather year has what may be claimed by volume, what is curtailed, and when its worst event begins', () => {
  const rows = tableOf(page, 'Scores and energy of each phase in each weather year').slice(1);
  years.forEach((year, y) => {
    const stored = sum(year.storages.map(({ chargeMW, dischargeMW }) => sum(dischargeMW) - sum(chargeMW)));
    const hours = [...year.loadMW.keys()];
    const claim = sum(hours.map((h) => delivered(year, h))) + stored;
    expect(Math.abs(numberOf(rows[y]![3]) - (100 * claim) / sum(year.loadMW))).toBeLessThanOrEqual(0.05 + 1e-9);
    const curtailed = scenario.renewables.map((_, i) => given(i, y) - taken(i, y));
    expect(Math.abs(numberOf(rows[y]![7]) - sum(curtailed))).toBeLessThanOrEqual(0.5 + 1e-6);
    const worst = stretchesOf(year).toSorted((a, b) => b.mwh - a.mwh)[0]!;
    expect(rows[y]![8]).toBe(stamp(y, worst.from));
  });
});

/** A year of the first phase, by hand: money of each asset for what its hours ask for. */
function operation(): Map<string, number> {
  const sent = expected((_, y) => taken(0, y));
  const produced = (i: number) => expected((_, y) => given(i, y));
  const out = (s: number) => expected((year) => sum(year.storages[s]!.dischargeMW));
  return new Map([
    ['desert sun variableOpex', sent],
    ['coast wind energyPurchase', 40 * produced(1)],
    ['hill wind energyPurchase', 40 * produced(2)],
    ['line wheeling', 3 * sent],
    ['battery wear', 2 * out(0)],
    ['iron wear', 3 * out(1)],
    ['grid import', expected((year, y) => sum(year.importMW.map((mw, h) => mw * (50 + (h % 24) + y))))],
    ['grid subscribedPower', 5000 * phase.capacities.grid.subscribedPowerMW],
  ]);
}

test('what each asset costs to run follows from its hours, and all items of a phase are its annual cost', () => {
  const caption = 'Cost items: phases in EUR million a year, all phases together in EUR million';
  const rows = tableOf(page, caption).slice(1);
  const told = new Map(rows.slice(0, -1).map(([asset, kind, first]) => [`${asset} ${kind}`, numberOf(first)]));
  const items = made.document.cost!.items.filter(
    ({ phase: of, annualValue }) => of === phase.name && annualValue !== 0,
  );
  const ofHours = items.filter(({ kind }) => kind !== 'capital' && kind !== 'fixedOpex');
  expect(ofHours.map(({ name, kind }) => `${name} ${kind}`).toSorted()).toEqual([...operation().keys()].toSorted());
  for (const { name, kind, annualValue } of ofHours) {
    expect(annualValue / operation().get(`${name} ${kind}`)!).toBeCloseTo(1, 9);
  }
  expect(told.size).toBe(items.length);
  for (const { name, kind, annualValue } of items) {
    expect(Math.abs(told.get(`${name} ${costKindNames[kind as CostKind]}`)! - annualValue / 1e6)).toBeLessThanOrEqual(
      0.005001,
    );
  }
  const total = sum(items.map(({ annualValue }) => annualValue)) / 1e6;
  expect(Math.abs(numberOf(rows.at(-1)![2]) - total)).toBeLessThanOrEqual(0.005001);
  // Discounted: two years of each phase, paid at their ends.
  const [worth, later] = [
    [1, 2],
    [3, 4],
  ].map((ends) => sum(ends.map((end) => 1.1 ** -end)));
  for (const [, , first, second, whole] of rows) {
    const by = worth! * numberOf(first) + later! * numberOf(second);
    expect(Math.abs(numberOf(whole) - by)).toBeLessThanOrEqual(0.005 * (worth! + later! + 1) + 1e-9);
  }
});

test('the table of phases has sizes as they stand, the cost of a MWh of load, and the worst of its weather years', () => {
  const rows = rowsOf(page, 'What stands, what it costs, what it reaches');
  const cell = (name: string) => numberOf(rows.get(name)?.[0]);
  phase.capacities.renewables.forEach(({ name, capacityMW }) => {
    expect(cell(`${name} MW`)).toBeCloseTo(capacityMW, 1);
  });
  for (const { name, energyCapacityMWh } of phase.capacities.storages) {
    expect(cell(`${name} MWh`)).toBeCloseTo(energyCapacityMWh, 1);
  }
  const load = expected(({ loadMW }) => sum(loadMW));
  const annual = made.document.phases[0]!.annualCost;
  expect(Math.abs(cell('Annual cost EUR million/year') - annual / 1e6)).toBeLessThanOrEqual(0.005 + 1e-9);
  expect(Math.abs(cell('Levelised cost EUR/MWh') - annual / load)).toBeLessThanOrEqual(0.005 + 1e-9);
  const score = Math.min(...years.map(({ loadMW, importMW }) => 1 - sum(importMW) / sum(loadMW)));
  expect(cell('Lowest CFE score')).toBe(Math.floor(1e4 * score) / 100);
  expect(cell('Unmatched, worst year MWh')).toBe(Math.round(Math.max(...years.map(({ importMW }) => sum(importMW)))));
  const factor = scenario.grid.carbonIntensityKgPerMWh / 1000;
  expect(cell('Emissions of import t CO₂e/year')).toBe(Math.round(factor * expected(({ importMW }) => sum(importMW))));
  const all = (of: typeof given) => sum(years.flatMap((_, y) => scenario.renewables.map((__, i) => of(i, y))));
  expect(Math.abs(cell('Curtailed share') - 100 * (1 - all(taken) / all(given)))).toBeLessThanOrEqual(0.05 + 1e-9);
});

test('plants have what is new of them, what is curtailed, what was used by the ledger at what cost, and the break-even price of the study', () => {
  const energy = rowsOf(page, 'Plants in a year of phase 1: energy');
  const money = rowsOf(page, 'Plants in a year of phase 1: cost and price');
  scenario.renewables.forEach(({ name, committedMW }, i) => {
    const { capacityMW } = phase.capacities.renewables[i]!;
    const cells = energy.get(name)!.map(numberOf);
    expect(cells[0]).toBeCloseTo(capacityMW, 1);
    expect(cells[1]).toBeCloseTo(capacityMW - committedMW, 1);
    const curtailed = expected((_, y) => given(i, y) - taken(i, y));
    expect(Math.abs(cells[4]! - curtailed)).toBeLessThanOrEqual(0.5 + 1e-6);
    // The ledger says 2.7 TWh of each place, of 1,200 hours.
    const used = (2.7e6 * 8760) / HOURS;
    expect(cells[6]).toBe(Math.round(used));
    const items = made.document.cost!.items.filter((item) => item.phase === 'phase 1' && item.name === name);
    const [cost, , costUsed] = money.get(name)!.map(numberOf);
    const annual = sum(items.map(({ annualValue }) => annualValue));
    expect(Math.abs(cost! - annual / 1e3)).toBeLessThanOrEqual(0.05 + 1e-9);
    expect(Math.abs(costUsed! - annual / used)).toBeLessThanOrEqual(0.005 + 1e-9);
  });
  expect(money.get('desert sun')?.at(-1)).toBe('43.21');
});

test('each storage has its own energy, losses, cycles and hours at the ends', () => {
  const rows = tableOf(page, 'Storages in a year of each phase').slice(1);
  phase.capacities.storages.forEach(({ name, powerCapacityMW, energyCapacityMWh }, s) => {
    const [, told, ...cells] = rows[s]!;
    const of = (total: (storage: Year['storages'][number]) => number) =>
      expected(({ storages }) => total(storages[s]!));
    const [charged, out] = [of(({ chargeMW }) => sum(chargeMW)), of(({ dischargeMW }) => sum(dischargeMW))];
    const hours = (isThere: (share: number) => boolean) =>
      of(({ stateOfChargeMWh }) => stateOfChargeMWh.filter((mwh) => isThere(mwh / energyCapacityMWh)).length);
    const [full, empty] = [hours((share) => share > 0.899), hours((share) => share < 0.101)];
    expect(Math.min(full, empty)).toBeGreaterThan(10);
    expect(told).toBe(name);
    const figures = cells.map(numberOf);
    const own = [powerCapacityMW, energyCapacityMWh, charged, out, charged - out, out / energyCapacityMWh, full, empty];
    [0.05, 0.05, 0.5, 0.5, 0.5, 0.05, 0.5, 0.5].forEach((half, at) => {
      expect(Math.abs(figures[at]! - own[at]!), `${name} ${at}`).toBeLessThanOrEqual(half + 1e-6);
    });
  });
});

test('flexible work has what arrives, what is moved, its share, and what is given up', () => {
  const [, tier, arrives, moved, share, , , givenUp] = tableOf(page, 'Work that waits, in a year of each phase')[1]!;
  // Nothing is given up, so what comes in a cyclic year is done in it.
  const arrived = expected(({ tiers }) => sum(tiers[1]!.servedMW));
  const late = expected(({ tiers }) => {
    const { backlogMWh } = tiers[1]!;
    return sum(backlogMWh.map((mwh, h) => Math.max(0, mwh - (h === 0 ? backlogMWh.at(-1)! : backlogMWh[h - 1]!))));
  });
  expect(tier).toBe('training');
  expect(late).toBeGreaterThan(1000);
  expect([arrives, moved, givenUp].map(numberOf)).toEqual([Math.round(arrived), Math.round(late), 0]);
  expect(Math.abs(numberOf(share) - (100 * late) / arrived)).toBeLessThanOrEqual(0.05 + 1e-9);
});
