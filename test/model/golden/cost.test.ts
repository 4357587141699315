import { test } from 'vitest';
import { buildablesOf } from '../../../src/model/buildable.ts';
import {
  buildOutCost,
  flowCost,
  producedEnergyCost,
  salvageCost,
  shortfallCost,
  subscriptionCost,
} from '../../../src/model/cost.ts';
import { hoursOf } from '../../../src/model/hourly.ts';
import { priceInPhase } from '../../../src/model/present-value.ts';
import { costOfArrival, poolsOf } from '../../../src/model/renewable.ts';
import { Columns, expectCost } from '../../fixtures/rows.ts';
import { battery, line, own, phase, plant, series, site } from '../../fixtures/site.ts';

const table = (...points: readonly (readonly [number, number])[]) => points.map(([year, value]) => ({ year, value }));
const phases = [phase('first', 2030, 2, 1), phase('second', 2032, 2, 1)];
const hours = hoursOf(['first', 'only'], 2, 4380);
const twoPhases = (wish: Partial<Parameters<typeof site>[0]>) => site({ hours: 2, phases, ...wish });
const vintagesOf = (columns: Columns, length: number) => ['b2030', 'b2032'].map((name) => columns.block(name, length));

test('a vintage is paid at the price of the year it was built, rent at that of the year of payment', () => {
  const scenario = twoPhases({
    renewables: [plant('wind', [1, 1], { lifetimeYears: 10, purchase: own(table([2030, 100], [2032, 60]), 1) })],
    storages: [
      battery({
        purchase: { kind: 'tolling', pricePerMWMonth: table([2030, 1], [2033, 4]) },
        lifetimeYears: 10,
        powerLifetimeYears: 10,
      }),
    ],
  });
  const columns = new Columns();
  // Two years of 100 / 10 + 1, and of 60 / 10 + 1. Twelve months at 3 and at 4, whenever it was rented first.
  expectCost(
    buildOutCost(scenario, buildablesOf(scenario), phases[1]!, vintagesOf(columns, 3)),
    columns,
    '+22 b2030[0] +14 b2032[0] +84 b2030[1] +84 b2032[1]',
  );
});

test('each stretch of a line costs its operation from its year on, and its price once it has worn out', () => {
  const capacityMW = table([2030, 2], [2032, 5]);
  const cable = { capacityMW, maximumMW: 9, lifetimeYears: 3, capexPerMW: table([2032, 60], [2033, 90]) };
  const scenario = twoPhases({ links: [line('cable', { ...cable, fixedOpexPerMWYear: 7 })] });
  const columns = new Columns();
  const vintages = vintagesOf(columns, 1);
  const first = buildOutCost(scenario, buildablesOf(scenario), phases[0]!, vintages.slice(0, 1));
  // What is built in 2030 at 60 is paid over three years.
  expectCost(first, columns, `+${2 * (20 + 7)} b2030[0] +${2 * 2 * 7}`);
  const second = buildOutCost(scenario, buildablesOf(scenario), phases[1]!, vintages);
  // 2033: the first stretch and the first vintage are bought anew at 90; the second stretch is new in 2032 and stands.
  expectCost(second, columns, `+${20 + 30 + 14} b2030[0] +${2 * (20 + 7)} b2032[0] +${2 * (7 + 7 + 30) + 3 * 2 * 7}`);
});

test('the way is paid for what is sent in each hour, at the charges of the hour and the price of the year', () => {
  const scenario = twoPhases({
    discountRate: 0.25,
    renewables: [
      plant('far', [1, 1], {
        link: 'cable',
        loss: 0.2,
        wheelingPerMWh: table([2030, 0], [2031, 9]),
        wheelingPerMWhByHour: [series(1, 0)],
      }),
    ],
    links: [line('cable', { loss: 0.2, wheelingPerMWhByHour: [series(7, 3)] })],
  });
  const [pool] = poolsOf(scenario, phases[0]!);
  const columns = new Columns();
  const [flow] = columns.flows(columns.block('g', 2));
  // 0 at 0.8 and 9 at 0.64 are worth 4 in both; a MWh that arrives was 1.25 MWh at the plant.
  expectCost(
    flowCost('generation', hours, (h) => costOfArrival(pool!, 0, h), flow!),
    columns,
    `+${4380 * 1.25 * (4 + 8)} g[0] +${4380 * 1.25 * (4 + 3)} g[1]`,
  );
});

test('all that is produced is paid for, whatever becomes of it, and so is what is promised and not taken', () => {
  const columns = new Columns();
  const [K, short] = [columns.column('K'), columns.column('short')];
  expectCost(producedEnergyCost(hours, 2, series(1, 0.5), K), columns, `+${4380 * 2 * 1.5} K`);
  expectCost(shortfallCost(hours, 0.5, 2, short), columns, '+8760 short');
});

test('subscribed power is paid by its size, at a price that is worth as much as those of its years', () => {
  const columns = new Columns();
  const M = columns.column('M');
  const scenario = twoPhases({});
  const charge = priceInPhase(scenario, phases[1]!, table([2030, 10], [2032, 20], [2033, 40]));
  expectCost(subscriptionCost(phases[1]!, 2, charge, M), columns, '+60 M');
});

test('what stands as the plan ends owes its annuities to come, and is worth its investment in proportion to its years left', () => {
  const wind = { lifetimeYears: 4, interestDuringConstruction: 0.1, committedMW: 3, purchase: own(100) };
  const scenario = twoPhases({ discountRate: 1, renewables: [plant('wind', [1, 1], wind)] });
  const columns = new Columns();
  const vintages = vintagesOf(columns, 1);
  // At a rate of 1 money is worth 1/16 at the end of 2033. Of 110 built in 2032 two of four annuities of 16/15 are to come, each
  // half the one before it: 0.8. What was built in 2030 has just worn out; what was committed has its capital spent.
  const owed = salvageCost(scenario, 'none', buildablesOf(scenario), phases[1]!, vintages);
  expectCost(owed, columns, '+5.5 b2032[0]');
  const sold = salvageCost(scenario, 'linear', buildablesOf(scenario), phases[1]!, vintages);
  expectCost(sold, columns, '+2.0625 b2032[0]');
});
