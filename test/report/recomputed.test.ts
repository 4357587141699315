/** Every number of the sections about hours, worked out again from the hours by plain sums. */

import { expect, test } from 'vitest';
import { averageDaysOf } from '../../src/report/hours/average-days.ts';
import { longestDelayHours } from '../../src/report/hours/longest-delay.ts';
import { languageNamed } from '../../src/report/language/language.ts';
import { plants } from '../../src/report/sections/plants.ts';
import { exampleReport } from './example-report.ts';
import { numberOf, plain, rowsOf, tableOf } from './page.ts';
import { reportHtml } from './page-of.ts';

const HOURS = 2400;
const data = exampleReport({ hours: HOURS, phases: 2, weatherYears: 2, oversize: 2 });
const { scenario, document } = data;
const schedule = data.schedule!;
const page = reportHtml(data);

const sum = (values: Iterable<number>) => Array.from(values).reduce((all, value) => all + value, 0);
/** Both weather years have the same weight and length. */
const expected = (of: (y: number) => number) => ((of(0) + of(1)) / 2) * (8760 / HOURS);
const first = schedule.phases[0]!;

test('each weather year has its scores, its energy and its worst event', () => {
  const rows = tableOf(page, 'Scores and energy of each phase in each weather year').slice(1);
  expect(rows).toHaveLength(4);
  first.weatherYears.forEach(({ loadMW, importMW }, y) => {
    const cells = rows[y]!;
    const counted = (1e-4 * sum(loadMW)) / HOURS;
    const unmatched = importMW.filter((mw) => mw > counted);
    expect(unmatched.length).toBeGreaterThan(20);
    expect(numberOf(cells[2])).toBe(Math.floor(1e4 * (1 - sum(importMW) / sum(loadMW))) / 100);
    expect(numberOf(cells[4])).toBe(Math.round(sum(loadMW)));
    expect(numberOf(cells[5])).toBe(Math.round(sum(importMW)));
    expect(numberOf(cells[6])).toBe(unmatched.length);
    // The longest run of hours with at most six matched ones in between.
    let [energy, pause, most] = [0, 99, 0];
    for (const mw of importMW) {
      pause = mw > counted ? 0 : pause + 1;
      if (pause > 6) energy = 0;
      else energy += mw;
      most = Math.max(most, energy);
    }
    expect(Math.abs(numberOf(cells[9]) - most)).toBeLessThan(0.1);
  });
});

test('the net open position is the mean over all hours of the month, and its shortage that of one hour in ten', () => {
  const mean = rowsOf(page, 'Mean position, phase 1 [MW]');
  const short = rowsOf(page, 'Shortage that one hour in ten exceeds, phase 1 [MW]');
  const hour = 20;
  const values = first.weatherYears.flatMap((flows, y) =>
    Array.from({ length: 31 }, (_, day) => {
      const h = 24 * day + hour;
      const possible = scenario.renewables.reduce(
        (all, { loss, capacityFactor }, i) =>
          all + (1 - loss) * capacityFactor[y]![h]! * first.capacities.renewables[i]!.capacityMW,
        0,
      );
      const battery = flows.storages[0]!;
      return possible + battery.dischargeMW[h]! - battery.chargeMW[h]! - flows.loadMW[h]!;
    }),
  );
  expect(numberOf(mean.get('20')?.[0])).toBe(Math.round(sum(values) / 62));
  // Of 62 values, the seventh from below: at most six, a tenth, are worse.
  const seventh = values.toSorted((a, b) => a - b)[6]!;
  expect(numberOf(short.get('20')?.[0])).toBe(Math.round(Math.max(0, -seventh)));
  expect(mean.get('20')?.[11]).toBe('–');
});

test('plants have what they deliver after losses, their share, their cost and what nine years of ten give', () => {
  const energy = rowsOf(page, 'Plants in a year of phase 1: energy');
  const money = rowsOf(page, 'Plants in a year of phase 1: cost and price');
  const delivered = scenario.renewables.map(({ loss }, i) =>
    first.weatherYears.map((flows) => (1 - loss) * sum(flows.renewables[i]!.generationMW)),
  );
  const all = sum(delivered.map((years) => expected((y) => years[y]!)));
  scenario.renewables.forEach(({ name, loss }, i) => {
    const cells = energy.get(name)!;
    const own = expected((y) => delivered[i]![y]!);
    expect(numberOf(cells[2])).toBe(Math.round(own / (1 - loss)));
    expect(numberOf(cells[3])).toBe(Math.round(own));
    expect(numberOf(cells[5])).toBeCloseTo((100 * own) / all, 1);
    expect(numberOf(cells[6])).toBe(Math.round(sum(delivered[i]!) / 2));
    expect(numberOf(cells[7])).toBe(Math.round(Math.min(...delivered[i]!)));
    expect(cells[8]).toBe(cells[7]);
    const items = document.cost!.items.filter((item) => item.phase === 'phase 1' && item.name === name);
    const cost = sum(items.map(({ annualValue }) => annualValue));
    expect(numberOf(money.get(name)?.[1])).toBeCloseTo(cost / own, 2);
    // The example has no prices.
    expect(money.get(name)?.slice(2)).toEqual(['–', '–', '–']);
  });
});

test('with prices, plants have what they capture: price, rate, and what their shape costs', () => {
  const price = Float64Array.from({ length: HOURS }, (_, h) => 20 + (h % 24));
  const phases = schedule.phases.map((phase) => ({
    ...phase,
    weatherYears: phase.weatherYears.map((flows) => ({ ...flows, shadowPricePerMWh: price })),
  }));
  const { text, optional } = languageNamed('en');
  const tables = plants({ ...data, schedule: { phases } })!.blocks.filter((block) => block.kind === 'table');
  const told = tables.find(({ caption }) => text(caption) === 'Plants in a year of phase 1: cost and price')!;
  const money = new Map(told.rows.map(({ name, cells }) => [text(name), cells.map(optional)]));
  const mean = sum(price) / HOURS;
  scenario.renewables.forEach(({ name }, i) => {
    const generation = first.weatherYears.map((flows) => flows.renewables[i]!.generationMW);
    const earned = sum(generation.map((series) => sum(series.map((mw, h) => mw * price[h]!))));
    const capture = earned / sum(generation.map(sum));
    const [, , captured, rate, shape] = money.get(name)!;
    expect(numberOf(captured)).toBeCloseTo(capture, 2);
    expect(numberOf(rate)).toBeCloseTo((100 * capture) / mean, 1);
    expect(numberOf(shape)).toBeCloseTo(mean - capture, 2);
  });
});

test('the average day of a month has the means of its hours, by kind of source and of the load', () => {
  const { supply, loadMW } = averageDaysOf(scenario, schedule, 0);
  const [month, hour] = [1, 12];
  const mean = (of: (y: number, h: number) => number) =>
    sum(first.weatherYears.flatMap((_, y) => Array.from({ length: 28 }, (__, day) => of(y, 24 * (31 + day) + hour)))) /
    56;
  const year = (y: number) => first.weatherYears[y]!;
  const at = 24 * month + hour;
  expect(loadMW[at]).toBeCloseTo(
    mean((y, h) => year(y).loadMW[h]!),
    9,
  );
  expect(supply.get('storage')![at]).toBeCloseTo(
    mean((y, h) => year(y).storages[0]!.dischargeMW[h]!),
    9,
  );
  expect(supply.get('import')![at]).toBeCloseTo(
    mean((y, h) => year(y).importMW[h]!),
    9,
  );
  const wind = mean((y, h) => year(y).renewables[1]!.generationMW[h]! + year(y).renewables[2]!.generationMW[h]!);
  expect(supply.get('wind')![at]).toBeCloseTo(wind, 9);
  expect(loadMW.slice(24 * 4).some((mw) => mw > 0)).toBe(false);
});

test('each bar says what all of it comes to', () => {
  const renewables = first.capacities.renewables.reduce((all, { capacityMW }) => all + capacityMW, 0);
  expect(page).toContain(`>${Math.round(renewables)}</text>`);
});

test('months have their hours and add up to the year', () => {
  const rows = tableOf(page, 'Months of an expected year of phase 1').slice(1);
  expect(rows).toHaveLength(13);
  const inMonth = (month: number, series: Float64Array) =>
    sum(series.filter((_, h) => new Date(Date.UTC(2005, 0, 1, h)).getUTCMonth() === month));
  rows.slice(0, 12).forEach((cells, month) => {
    const of = (series: (flows: (typeof first)['weatherYears'][number]) => Float64Array) =>
      expected((y) => inMonth(month, series(first.weatherYears[y]!)));
    const [load, imported] = [of(({ loadMW }) => loadMW), of(({ importMW }) => importMW)];
    expect(Math.abs(numberOf(cells[1]) - load)).toBeLessThanOrEqual(0.5 + 1e-6);
    expect(Math.abs(numberOf(cells[5]) - of(({ storages }) => storages[0]!.dischargeMW))).toBeLessThanOrEqual(
      0.5 + 1e-6,
    );
    expect(Math.abs(numberOf(cells[6]) - imported)).toBeLessThanOrEqual(0.5 + 1e-6);
    if (load > 0) expect(numberOf(cells[9])).toBeCloseTo(100 * (1 - imported / load), 1);
    else expect(cells[9]).toBe('–');
  });
  const year = expected((y) => sum(first.weatherYears[y]!.loadMW));
  expect(Math.abs(numberOf(rows[12]![1]) - year)).toBeLessThanOrEqual(0.5 + 1e-6);
});

test('what imports emit is their energy times the factor, and a claim of the year says so much beyond the hours', () => {
  const cells = tableOf(page, 'Emissions in a year of each phase')[1]!;
  const of = (series: (flows: (typeof first)['weatherYears'][number]) => Float64Array) =>
    expected((y) => sum(series(first.weatherYears[y]!)));
  const [load, imported] = [of(({ loadMW }) => loadMW), of(({ importMW }) => importMW)];
  const factor = scenario.grid.carbonIntensityKgPerMWh / 1000;
  expect(cells.slice(1, 3).map(numberOf)).toEqual([Math.round(load), Math.round(imported)]);
  expect(numberOf(cells[3])).toBeCloseTo(imported * factor, 1);
  expect(numberOf(cells[4])).toBeCloseTo((1000 * imported * factor) / load, 1);
  expect(numberOf(cells[5])).toBeCloseTo(load * factor, 1);
  const beyond = expected((y) => {
    const { loadMW, importMW, renewables, storages } = first.weatherYears[y]!;
    const delivered = sum(renewables.map((plant, i) => (1 - scenario.renewables[i]!.loss) * sum(plant.generationMW)));
    const claim = delivered - sum(storages[0]!.chargeMW) + sum(storages[0]!.dischargeMW);
    return sum(importMW) - Math.max(0, sum(loadMW) - claim);
  });
  const told =
    /phase 1: by the year .*? the difference is ([\d,]+) MWh of an expected year. Unmatched by the hour are ([\d,]+) MWh/.exec(
      plain(page),
    )!;
  expect(told.slice(1).map(numberOf)).toEqual([beyond, imported].map(Math.round));
  // What is generated serves load or is stored here: the year claims no more than the hours.
  expect(Math.round(beyond)).toBe(0);
});

test('storages have their energy, their cycles and their hours at the ends', () => {
  const cells = tableOf(page, 'Storages in a year of each phase')[1]!;
  const battery = (y: number) => first.weatherYears[y]!.storages[0]!;
  const { energyCapacityMWh } = first.capacities.storages[0]!;
  const out = expected((y) => sum(battery(y).dischargeMW));
  expect(numberOf(cells[4])).toBe(Math.round(expected((y) => sum(battery(y).chargeMW))));
  expect(numberOf(cells[5])).toBe(Math.round(out));
  expect(numberOf(cells[7])).toBeCloseTo(out / energyCapacityMWh, 1);
  const [least, most] = [scenario.storages[0]!.minimumStateOfCharge, scenario.storages[0]!.maximumStateOfCharge];
  const hours = (isCounted: (share: number) => boolean) =>
    Math.round(expected((y) => battery(y).stateOfChargeMWh.filter((mwh) => isCounted(mwh / energyCapacityMWh)).length));
  expect(numberOf(cells[8])).toBe(hours((share) => share >= most - 0.001));
  expect(numberOf(cells[9])).toBe(hours((share) => share <= least + 0.001));
});

test('work that comes at 10 MWh an hour and leaves 25 waiting has waited for three hours; the example never longer than a day', () => {
  const arrived = new Float64Array(6).fill(10);
  expect(longestDelayHours(arrived, Float64Array.of(0, 10, 20, 25, 0, 0))).toBe(3);
  expect(longestDelayHours(arrived, new Float64Array(6))).toBe(0);
  const cells = tableOf(page, 'Work that waits, in a year of each phase')[1]!;
  expect(cells[1]).toBe('training');
  expect(numberOf(cells[5])).toBeGreaterThan(3);
  expect(numberOf(cells[5])).toBeLessThanOrEqual(24);
  expect(cells[6]).toBe('24');
});

test('what capital and fixed operation of each asset cost a year follows from the page: prices, interest, recovery factor, sizes', () => {
  const rows = tableOf(page, 'Cost of each vintage').slice(1);
  expect(rows.length).toBeGreaterThan(4);
  const [phase] = document.phases;
  const costs = new Map<string, [capital: number, fixed: number]>();
  for (const [name = '', builtIn, unit, price, interest, lifetime, factor, capital, fixed] of rows) {
    const [rate, years] = [scenario.discountRate, numberOf(lifetime)];
    const recovery = rate / (1 - (1 + rate) ** -years);
    expect(numberOf(factor)).toBeCloseTo(recovery, 6);
    expect(Math.abs(numberOf(capital) - numberOf(price) * (1 + numberOf(interest) / 100) * recovery)).toBeLessThan(0.1);
    if (builtIn !== '2026') continue;
    // Of what was committed the capital is spent, its operation is not.
    const { capacityMW, powerCapacityMW, energyCapacityMWh, newMW, newMWh } = {
      ...phase!.renewables[name],
      ...phase!.storages[name],
      ...phase!.links[name],
    } as Record<string, number>;
    const [built, stands] = unit === 'MW' ? [newMW!, capacityMW ?? powerCapacityMW!] : [newMWh!, energyCapacityMWh!];
    const [before, fixedBefore] = costs.get(name) ?? [0, 0];
    costs.set(name, [before + built * numberOf(capital), fixedBefore + stands * numberOf(fixed)]);
  }
  expect([...costs.values()].filter(([capital]) => capital > 0).length).toBeGreaterThanOrEqual(3);
  for (const [name, [capital, fixed]] of costs) {
    const item = (kind: string) =>
      document.cost!.items.find((one) => one.phase === phase!.name && one.name === name && one.kind === kind)
        ?.annualValue ?? 0;
    // Cents of each unit.
    expect(Math.abs(capital - item('capital'))).toBeLessThanOrEqual(1e-6 * capital);
    expect(Math.abs(fixed - item('fixedOpex'))).toBeLessThanOrEqual(1e-6 * fixed);
  }
});
