import { describe, expect, test } from 'vitest';
import { accountOf } from '../../src/ledger/account.ts';
import { supplyOf } from '../../src/ledger/supply.ts';
import { totalsOf } from '../../src/ledger/totals.ts';
import { placeWith } from './place.ts';

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

test('half a load is matched by twice the energy in half the hours', () => {
  // As the scenario analysis tool of Granular Energy scores it: Σ min(g, l) ÷ Σ l.
  const place = placeWith({ loadMW: [0.5, 0.5], generationMW: [[1, 0]], exportMW: [0.5, 0], importMW: [0, 0.5] });
  const { load, plants } = totalsOf(accountOf(place, 'fifo'));
  expect(load).toMatchObject({ loadWh: 1e6, servedDirectlyWh: 5e5, importedWh: 5e5, roundingWh: 0 });
  expect(plants[0]).toMatchObject({ issuedWh: 1e6, usedDirectlyWh: 5e5, exportedWh: 5e5 });
});

test('each use is taken from all plants in proportion, and certificates stand at the meter', () => {
  const place = placeWith({
    loadMW: [2.9],
    generationMW: [[2], [2]],
    plants: [{ loss: 0.05 }],
    exportMW: [1],
  });
  const [first, second] = totalsOf(accountOf(place, 'fifo')).plants;
  // 1.9 and 2 MWh arrive; a MWh of export is 1 × 1.9 ÷ 3.9 of the one, rounded, and the rest of the other.
  expect(first).toMatchObject({ issuedWh: 2e6, lostOnTheWayWh: 1e5, exportedWh: 487_179, usedDirectlyWh: 1_412_821 });
  expect(second).toMatchObject({ issuedWh: 2e6, lostOnTheWayWh: 0, exportedWh: 512_821, usedDirectlyWh: 1_487_179 });
});

/** Charges 10 MWh in hours 0 and 1, and gives 8 and 8 in hours 2 and 3: η⁺ = η⁻ = √0.8 would, here 0.8 and 1. */
const twoLots = {
  loadMW: [1, 1, 8, 8],
  generationMW: [[11, 11, 0, 0]],
  storages: [
    {
      chargeMW: [10, 10, 0, 0],
      dischargeMW: [0, 0, 8, 8],
      stateOfChargeMWh: [8, 16, 8, 0],
      chargeEfficiency: 0.8,
    },
  ],
};

describe('a storage', () => {
  test.each([
    ['fifo', [0, 1]],
    ['lifo', [1, 0]],
  ] as const)('gives by %s the hours %o', (order, origins) => {
    const { allocations } = accountOf(placeWith(twoLots), order);
    const fromStore = allocations.filter(({ passage }) => passage !== undefined);
    expect(fromStore.map(({ slice }) => slice.hour)).toEqual(origins);
    for (const { slice, wattHours } of fromStore) {
      expect([slice.certified, wattHours]).toEqual([10_000_000, 8_000_000]);
    }
  });

  test('gives by weighted average of everything in it', () => {
    const { allocations } = accountOf(placeWith(twoLots), 'weightedAverage');
    const fromStore = allocations.filter(({ passage }) => passage !== undefined);
    expect(fromStore.map(({ hour, slice, wattHours }) => [hour, slice.hour, wattHours])).toEqual([
      [2, 0, 4_000_000],
      [2, 1, 4_000_000],
      [3, 0, 4_000_000],
      [3, 1, 4_000_000],
    ]);
  });

  test('loses what its state of charge says, by charging, standing and discharging', () => {
    const place = placeWith({
      loadMW: [0, 0, 6.075],
      generationMW: [[10, 0, 0]],
      storages: [
        {
          chargeMW: [10, 0, 0],
          dischargeMW: [0, 0, 6.075],
          stateOfChargeMWh: [9, 8.1, 0],
          chargeEfficiency: 0.9,
          dischargeEfficiency: 0.75 / 0.9,
          selfDischargePerHour: 0.1,
        },
      ],
    });
    // 9 of 10 arrive, 0.9 and 0.81 leak, 7.29 × 0.8333 = 6.075 come out.
    const [storage] = totalsOf(accountOf(place, 'fifo')).storages;
    expect(storage).toMatchObject({
      chargedWh: 10_000_000,
      lostChargingWh: 1_000_000,
      lostStandingWh: 1_710_000,
      lostDischargingWh: 1_215_000,
      dischargedWh: 6_075_000,
    });
  });

  test('that is full at the turn of the year gives what the year before charged', () => {
    const place = placeWith({
      loadMW: [5, 0, 0],
      generationMW: [[0, 0, 5]],
      storages: [{ chargeMW: [0, 0, 5], dischargeMW: [5, 0, 0], stateOfChargeMWh: [0, 0, 5] }],
    });
    const account = accountOf(place, 'fifo');
    expect(account.allocations).toHaveLength(1);
    expect(account.allocations[0]).toMatchObject({ hour: 0, slice: { hour: 2, cycle: -1 }, wattHours: 5_000_000 });
    expect(account.balances).toEqual([{ fromPreviousCycle: 5_000_000, openingBalance: 0 }]);
  });

  test('that holds more than a year turns over has an opening balance, which matches nothing', () => {
    const place = placeWith({
      loadMW: [0, 2],
      generationMW: [[2, 0]],
      storages: [{ chargeMW: [2, 0], dischargeMW: [0, 2], stateOfChargeMWh: [12, 10] }],
    });
    const account = accountOf(place, 'fifo');
    expect(account.balances).toEqual([{ fromPreviousCycle: 2_000_000, openingBalance: 8_000_000 }]);
    expect(totalsOf(account).load).toMatchObject({
      loadWh: 2_000_000,
      servedFromStorageWh: 0,
      openingBalanceWh: 2_000_000,
    });
    expect(totalsOf(accountOf(place, 'lifo')).load).toMatchObject({
      servedFromStorageWh: 2_000_000,
      openingBalanceWh: 0,
    });
  });

  test('that charges another leaves the origin as it was', () => {
    const place = placeWith({
      loadMW: [0, 0, 8.1],
      generationMW: [[10, 0, 0]],
      storages: [
        { chargeMW: [10, 0, 0], dischargeMW: [0, 9, 0], stateOfChargeMWh: [10, 0, 0], dischargeEfficiency: 0.9 },
        { chargeMW: [0, 9, 0], dischargeMW: [0, 0, 8.1], stateOfChargeMWh: [0, 9, 0], dischargeEfficiency: 0.9 },
      ],
    });
    const account = accountOf(place, 'fifo');
    expect(account.charges.map(({ storage, hour, passage }) => [storage, hour, passage?.storage])).toEqual([
      [0, 0, undefined],
      [1, 1, 0],
    ]);
    expect(account.allocations).toHaveLength(1);
    expect(account.allocations[0]).toMatchObject({
      hour: 2,
      slice: { plant: 0, hour: 0, cycle: 0, offset: 0, certified: 10_000_000 },
      wattHours: 8_100_000,
      passage: { storage: 1, chargedHour: 1 },
    });
  });
});

test('a remainder of rounding is named where load is rounded up and generation down', () => {
  const third = 1 / 3;
  const place = placeWith({ loadMW: [third], generationMW: [[third / 2], [third / 2]] });
  const supply = supplyOf(accountOf(place, 'fifo'));
  expect(sum(supply.directly)).toBe(333_332);
  expect(sum(supply.rounding)).toBe(2);
});

describe('a schedule that breaks a law has no ledger', () => {
  const refusal = (wish: Parameters<typeof placeWith>[0]): string => {
    try {
      accountOf(placeWith(wish), 'fifo');
    } catch (error) {
      return (error as { issues: { problem: string }[] }).issues.map(({ problem }) => problem).join('; ');
    }
    return 'none';
  };
  test.each([
    [
      'both ways',
      { loadMW: [1], generationMW: [[2]], storages: [{ chargeMW: [1], dischargeMW: [1], stateOfChargeMWh: [5] }] },
      'is charged and discharged at once',
    ],
    [
      'from nothing',
      { loadMW: [1], generationMW: [[1]], exportMW: [2], importMW: [2] },
      'is exported that no plant has delivered',
    ],
    [
      'grid energy',
      {
        loadMW: [0, 5],
        generationMW: [[0, 0]],
        storages: [{ chargeMW: [5, 0], dischargeMW: [0, 5], stateOfChargeMWh: [5, 0] }],
        importMW: [5, 0],
      },
      'is stored or exported that nothing has delivered',
    ],
    [
      'empty store',
      { loadMW: [5], generationMW: [[0]], storages: [{ chargeMW: [0], dischargeMW: [5], stateOfChargeMWh: [0] }] },
      'is discharged that was never in store',
    ],
    [
      'past the load',
      {
        loadMW: [0, 5],
        generationMW: [[10, 0]],
        storages: [{ chargeMW: [10, 0], dischargeMW: [0, 10], stateOfChargeMWh: [10, 0] }],
      },
      'is discharged that nothing uses',
    ],
    ['no balance', { loadMW: [1], generationMW: [[2]] }, 'lie between supply and need'],
    ['no weather', { loadMW: [2e6], generationMW: [[2e6]] }, 'is generated beyond what the weather allows'],
  ] as const)('%s', (_, wish, words) => {
    expect(refusal(wish)).toContain(words);
  });
});

describe('what is a hair below nothing, as solvers leave it,', () => {
  const below = (mwh: number) =>
    placeWith({
      loadMW: [1, 1, 1],
      generationMW: [
        [3, mwh, 1],
        [mwh, 0, 0],
      ],
      importMW: [0, 0, mwh],
      exportMW: [mwh, 0, 0],
      storages: [{ chargeMW: [2, mwh, mwh], dischargeMW: [mwh, 1, 0], stateOfChargeMWh: [2, 1, mwh] }],
    });

  test('is nothing', () => {
    const { load, plants, storages } = totalsOf(accountOf(below(-1e-15), 'fifo'));
    expect(load).toMatchObject({ loadWh: 3e6, servedDirectlyWh: 2e6, servedFromStorageWh: 1e6, importedWh: 0 });
    expect(plants[1]).toMatchObject({ issuedWh: 0, exportedWh: 0 });
    expect(storages[0]).toMatchObject({ chargedWh: 2e6, dischargedWh: 1e6, lostStandingWh: 1e6 });
  });

  test('is refused where it is more', () => {
    const problems = ['import', 'export', 'generated', 'charged', 'discharged', 'in store'].map((flow) =>
      expect.objectContaining({ problem: expect.stringContaining(`100000 Wh is ${flow} below nothing in `) }),
    );
    expect(() => accountOf(below(-0.1), 'fifo')).toThrow(
      expect.objectContaining({ issues: expect.arrayContaining(problems) }),
    );
  });
});
