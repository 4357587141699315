import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WindPlant } from '../../../src/profiles/conversion/plant-options.ts';
import { toCapacityFactor } from '../../../src/profiles/conversion/to-capacity-factor.ts';
import type { HourlyColumn } from '../../../src/profiles/hours/hourly-reading.ts';
import { airDensity, pressureAbove, standardPressure } from '../../../src/profiles/physics/air.ts';
import { farmCurve } from '../../../src/profiles/physics/farm-curve.ts';
import { nominalSpeed, pointCurve, turbineCurve } from '../../../src/profiles/physics/turbine.ts';
import { column } from './columns.ts';

/** A curve on which the share is the speed ÷ 20, so that factors tell the speed at the hub. */
const straight = {
  kind: 'points',
  points: [
    [0, 0],
    [20, 1],
  ],
} as const;
const lossless = { smoothing: { share: 0, leastMPerS: 0 }, wakeLoss: 0, electricalLoss: 0, availability: 1 };
const plant = (rest: Partial<WindPlant> = {}): WindPlant => ({
  kind: 'wind',
  hubHeightM: 100,
  curve: straight,
  ...lossless,
  ...rest,
});
const speed = (values: number[], heightM?: number, unit = 'm/s') =>
  column('windSpeed', unit, values, heightM === undefined ? {} : { heightM, name: `WS${heightM}M` });
const speeds = (columns: HourlyColumn[], rest: Partial<WindPlant> = {}) =>
  Array.from(toCapacityFactor(columns, plant(rest)).profile.values, (share) => share * 20);

test.each([
  ['m/s', 10],
  ['km/h', 36],
  ['mph', 22.3694],
  ['kn', 19.4384],
])('10 m/s in %s is 10 m/s', (unit, value) => {
  expect(speeds([speed([value], 100, unit)])[0]).toBeCloseTo(10, 4);
});

test('from 10 m to 100 m the power law with 1/7 makes 5 m/s to 6.95 m/s: 5 · 10^(1/7)', () => {
  expect(speeds([speed([5], 10)], { shear: { kind: 'power', exponent: 1 / 7 } })[0]).toBeCloseTo(6.947, 3);
});

test('over grass of 0.03 m the logarithmic law makes it 6.98 m/s: 5 · ln(100 ÷ 0.03) ÷ ln(10 ÷ 0.03)', () => {
  expect(speeds([speed([5], 10)], { shear: { kind: 'logarithmic', roughnessM: 0.03 } })[0]).toBeCloseTo(6.982, 3);
});

test('between 80 m and 125 m the recorded speeds are joined along the logarithm of height: at 100 m half way', () => {
  // ln(100 ÷ 80) ÷ ln(125 ÷ 80) = ½; and at 10 m below both, and never less than nothing.
  const two = [speed([8, 3], 80), speed([10, 9], 125)];
  expect(speeds(two, { shear: { kind: 'recorded' } })[0]).toBeCloseTo(9, 9);
  expect(speeds(two, { shear: { kind: 'recorded' }, hubHeightM: 10 })[1]).toBe(0);
  const beyond = speeds(two, { shear: { kind: 'recorded' }, hubHeightM: 125 * (125 / 80) })[0];
  expect(beyond).toBeCloseTo(12, 9);
});

test('a speed recorded at the hub is used as it is, though others are recorded too', () => {
  expect(speeds([speed([4], 10), speed([7], 100)], { shear: { kind: 'power', exponent: 0.3 } })).toEqual([7]);
});

test('a cold high site: air of 1.0 kg/m³ carries what 6.5 % less wind carries at 1.225: ∛(1 ÷ 1.225) = 0.9346', () => {
  expect(speeds([speed([10], 100)], { airDensityKgPerM3: 1 })[0]).toBeCloseTo(9.346, 3);
});

test('density comes from recorded temperature and pressure, at the height of the hub', () => {
  // 88,000 Pa at the ground and 5 °C: 100 m higher 86,926 Pa, 1.0887 kg/m³.
  expect(pressureAbove(88_000, 5, 100)).toBeCloseTo(86_926, -1);
  expect(airDensity(101_325, 15)).toBeCloseTo(1.225, 3);
  const columns = [speed([10], 100), column('temperature', '°C', [5]), column('pressure', 'hPa', [880])];
  const felt = speeds(columns)[0];
  expect(felt).toBeCloseTo(10 * Math.cbrt(1.0887 / 1.225), 2);
  const atHub = [
    speed([10], 100),
    column('temperature', '°C', [5]),
    column('pressure', 'atm', [0.8579], { heightM: 100 }),
  ];
  expect(speeds(atHub)[0]).toBeCloseTo(felt!, 2);
});

test.each([
  ['Pa', 88_000],
  ['hPa', 880],
  ['mbar', 880],
  ['kPa', 88],
  ['bar', 0.88],
])('880 hPa in %s is 880 hPa', (unit, value) => {
  const columns = [speed([10], 100), column('temperature', '°C', [5]), column('pressure', unit, [value])];
  expect(speeds(columns)[0]).toBeCloseTo(10 * Math.cbrt(1.0887 / 1.225), 2);
});

test('pressure reduced to the sea is refused at a site 1,000 m up, where air has 899 hPa', () => {
  expect(standardPressure(1000)).toBeCloseTo(89_875, -1);
  const columns = [speed([10], 100), column('temperature', '°C', [5]), column('pressure', 'hPa', [1013])];
  const site = { latitudeDeg: 33, longitudeDeg: -5, elevationM: 1000 };
  expect(() => toCapacityFactor(columns, plant(), site)).toThrow(/^pressure /);
  expect(() => toCapacityFactor(columns, plant({ airDensityKgPerM3: 1.1 }), site)).not.toThrow();
});

test('wakes of 8 %, cables of 2 % and 97 % of the time leave 87.5 % of full output', () => {
  const { wakeLoss, electricalLoss, availability, ...rest } = plant();
  expect([wakeLoss, electricalLoss, availability]).toEqual([0, 0, 1]);
  const { profile, steps } = toCapacityFactor([speed([20], 100)], rest);
  expect(profile.values[0]).toBeCloseTo(0.92 * 0.98 * 0.97, 12);
  expect(steps.join('\n')).toContain('wakes 8 %, cables 2 %, availability 97 %: 87.455 % left');
});

test('a turbine stands still below cut-in and from cut-out, and gives its nameplate between rated speed and cut-out', () => {
  const curve = turbineCurve({ specificPowerWPerM2: 320, cutInMPerS: 3, cutOutMPerS: 25 });
  expect([0, 2.9, 25, 40].map(curve)).toEqual([0, 0, 0, 0]);
  expect([12, 15, 24.9].map(curve)).toEqual([1, 1, 1]);
  // 320 W/m² is what wind of 10.5 m/s brings at a power coefficient of 0.45: ½ · 1.225 · 0.45 · 10.51³ = 320.
  expect(0.5 * 1.225 * 0.45 * nominalSpeed(320) ** 3).toBeCloseTo(320, 9);
});

test('a turbine with more rotor for its nameplate gives more in any wind below cut-out, and never falls as wind grows', () => {
  const [weak, strong] = [240, 420].map((specificPowerWPerM2) =>
    turbineCurve({ specificPowerWPerM2, cutInMPerS: 3, cutOutMPerS: 25 }),
  );
  for (let v = 0; v < 25; v += 0.05) {
    expect(weak!(v)).toBeGreaterThanOrEqual(strong!(v));
    expect(strong!(Math.min(24.99, v + 0.05))).toBeGreaterThanOrEqual(strong!(v));
  }
});

test('points are joined by straight lines, with nothing outside them', () => {
  const curve = pointCurve([
    [3, 0.1],
    [5, 0.3],
    [12, 1],
    [25, 1],
  ]);
  expect([2.9, 3, 5, 12, 20, 25, 25.1].map(curve)).toEqual([0, 0.1, 0.3, 1, 1, 1, 0]);
  expect(curve(4)).toBeCloseTo(0.2, 12);
});

test('a farm smears what its turbine does at once: at cut-out about half of it stands', () => {
  const turbine = turbineCurve({ specificPowerWPerM2: 320, cutInMPerS: 3, cutOutMPerS: 25 });
  const farm = farmCurve(turbine, { share: 0.1, leastMPerS: 0.5 });
  expect(farm(25)).toBeGreaterThan(0.4);
  expect(farm(25)).toBeLessThan(0.6);
  expect(farm(2.5)).toBeGreaterThan(0);
  expect(farm(11)).toBeLessThan(turbine(11));
  expect(farm(16)).toBeCloseTo(1, 4);
  // At 2 m/s a tenth is too little to reach cut-in: only the least spread of 0.5 m/s does.
  expect(farm(2)).toBeGreaterThan(0);
  expect(farmCurve(turbine, { share: 0.1, leastMPerS: 0 })(2)).toBe(0);
});

test('spread changes nothing where a curve is a straight line', () => {
  const farm = farmCurve((v) => 0.3 + v / 100, { share: 0.12, leastMPerS: 0.5 });
  for (const v of [2, 8.04, 15]) expect(farm(v)).toBeCloseTo(0.3 + v / 100, 12);
});

test('every factor of every curve is within 0…1, and the same wind gives the same bits', () => {
  const curves = [
    ...(['strong-wind', 'medium-wind', 'low-wind'] as const).map((turbine) => ({ kind: 'generic' as const, turbine })),
    { kind: 'parameters' as const, specificPowerWPerM2: 300, cutOutMPerS: 28 },
  ];
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { minLength: 1, maxLength: 20 }),
      fc.constantFrom(...curves),
      (values, curve) => {
        const convert = () =>
          toCapacityFactor([speed(values, 100)], { kind: 'wind', hubHeightM: 100, curve }).profile.values;
        const factors = convert();
        expect(factors.every((factor) => factor >= 0 && factor <= 1)).toBe(true);
        expect(convert()).toEqual(factors);
      },
    ),
    { seed: 5, numRuns: 60 },
  );
});

test('what only a guess could fill is refused: height, shear, a second height, a curve', () => {
  expect(() => speeds([speed([5])])).toThrow(/^windSpeed /);
  expect(speeds([speed([5])], { speedHeightM: 100 })).toEqual([5]);
  expect(() => speeds([speed([5], 10)])).toThrow(/^shear /);
  expect(() => speeds([speed([5], 10)], { shear: { kind: 'recorded' } })).toThrow(/^shear /);
  expect(() => speeds([speed([5], 10), speed([6], 10)])).toThrow(/^columns /);
  expect(() => speeds([column('temperature', '°C', [5])])).toThrow(/^columns /);
  expect(() => speeds([speed([-999], 100)])).toThrow(/^WS100M /);
  expect(() =>
    speeds([speed([5], 100)], {
      curve: {
        kind: 'points',
        points: [
          [3, 0],
          [12, 2000],
        ],
      },
    }),
  ).toThrow(/^curve.points /);
  expect(() =>
    speeds([speed([5], 100)], {
      curve: {
        kind: 'points',
        points: [
          [12, 0],
          [3, 1],
        ],
      },
    }),
  ).toThrow(/^curve.points /);
  const twice = [
    [3, 0],
    [12, 0.5],
    [12, 1],
  ] as const;
  expect(() => speeds([speed([5], 100)], { curve: { kind: 'points', points: twice } })).toThrow(/^curve.points /);
  expect(() => speeds([speed([5], 100)], { hubHeightM: 0 })).toThrow(/^plant /);
});
