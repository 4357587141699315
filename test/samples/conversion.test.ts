/**
 * Conversions of real exports. Columns are read here by splitting lines, so that no reader of ours is in the way.
 */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { PhotovoltaicPlant } from '../../src/profiles/conversion/plant-options.ts';
import { toCapacityFactor } from '../../src/profiles/conversion/to-capacity-factor.ts';
import { sunPosition } from '../../src/profiles/physics/sun-position.ts';
import { turbineCurve } from '../../src/profiles/physics/turbine.ts';
import { column } from '../profiles/conversion/columns.ts';
import { onSample } from './sample.ts';

const linesOf = (path: string) => readFileSync(path, 'utf8').split(/\r?\n/);
const cells = (lines: string[], isRow: (line: string) => boolean) =>
  lines.filter(isRow).map((line) => line.split(',').map(Number));
const at = (rows: number[][], index: number) => rows.map((row) => row[index]!);
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

for (const [year, low, high] of [
  // PVGIS quotes about 1,500 to 1,600 kWh/kWp a year there at 14 % of losses; 2016 had 2.7 % less light than 2015.
  [2015, 1500, 1600],
  [2016, 1460, 1560],
] as const) {
  const file = `pvgis_valencia_39.48N0.34W_SARAH2_36deg_${year}.csv`;
  onSample(file, `a kilowatt at 36° in Valencia gives ${low} to ${high} kWh`, (path) => {
    const lines = linesOf(path);
    const rows = cells(lines, (line) => /^\d{8}:/.test(line));
    const columns = [
      column('irradiance', 'W/m²', at(rows, 1), { irradiance: 'plane' }),
      column('temperature', '°C', at(rows, 3), { heightM: 2 }),
      column('windSpeed', 'm/s', at(rows, 4), { heightM: 10 }),
    ];
    const { values } = toCapacityFactor(columns, { kind: 'photovoltaic', mounting: { kind: 'as-recorded' } }).profile;
    const yearly = mean(values) * 8760;
    console.log(`Valencia ${year}: ${yearly.toFixed(0)} kWh/kWp from ${(mean(at(rows, 1)) * 8.76).toFixed(0)} kWh/m²`);
    expect(yearly).toBeGreaterThan(low);
    expect(yearly).toBeLessThan(high);
  });
}

onSample(
  'ninja_pv_MA_34.6401_-4.8542_uncorrected.csv',
  'from the same light and warmth another model makes the same year',
  (path) => {
    const lines = linesOf(path);
    const rows = cells(lines, (line) => /^2019-/.test(line));
    const columns = [
      column('irradiance', 'kW/m²', at(rows, 3), { irradiance: 'beamPlane' }),
      column('irradiance', 'kW/m²', at(rows, 4), { irradiance: 'diffusePlane' }),
      column('temperature', '°C', at(rows, 5), { heightM: 2 }),
    ];
    // The file states a system_loss of 0.1, and 35° towards the south.
    const plant = { kind: 'photovoltaic', mounting: { kind: 'as-recorded' }, losses: 0.1 } as const;
    const ours = toCapacityFactor(columns, plant).profile.values;
    const theirs = at(rows, 2);
    const squares = theirs.map((value, hour) => (value - ours[hour]!) ** 2);
    console.log(
      `mean ${mean(ours).toFixed(4)} against ${mean(theirs).toFixed(4)}, root mean square ${Math.sqrt(mean(squares)).toFixed(4)}`,
    );
    expect(Math.abs(mean(ours) / mean(theirs) - 1)).toBeLessThan(0.05);
    expect(Math.sqrt(mean(squares))).toBeLessThan(0.02);
  },
);

const mojave = { latitudeDeg: 34.85, longitudeDeg: -116.78 };

onSample(
  'nsrdb_psm3_60min_TMY_mojave_34.87N116.78W.csv',
  'sun and clock are right: recorded beam and sky are the recorded global irradiance',
  (path) => {
    const lines = linesOf(path);
    const rows = cells(lines.slice(3), (line) => line !== '');
    // Eight hours behind UTC; the middle of each hour.
    const closure = (minutes: number) => {
      const errors = rows.flatMap(([, , , , , beam, sky, whole], hour) => {
        const { up } = sunPosition(
          Date.UTC(2015, 0, 1, 8) + hour * 3_600_000 + minutes * 60_000,
          mojave.latitudeDeg,
          mojave.longitudeDeg,
        );
        return up > 0.1 ? [(beam! * up + sky! - whole!) ** 2] : [];
      });
      return Math.sqrt(mean(errors));
    };
    console.log(`root mean square ${closure(30).toFixed(2)} W/m²; ten minutes off ${closure(20).toFixed(1)}`);
    expect(closure(30)).toBeLessThan(3);
    expect(Math.min(closure(20), closure(40))).toBeGreaterThan(8);
  },
);

onSample(
  'nsrdb_psm3_60min_TMY_mojave_34.87N116.78W.csv',
  'in the Mojave a split of global irradiance comes near the recorded beam, and a tracker gives a fifth to a third more',
  (path) => {
    const lines = linesOf(path);
    const rows = cells(lines.slice(3), (line) => line !== '');
    const inUtc = (index: number) => at(rows, index).map((_, hour, all) => all[(hour + 8760 - 8) % 8760]!);
    const beam = column('irradiance', 'W/m²', inUtc(5), { irradiance: 'beamNormal' });
    const sky = column('irradiance', 'W/m²', inUtc(6), { irradiance: 'diffuse' });
    const whole = column('irradiance', 'W/m²', inUtc(7), { irradiance: 'global' });
    const air = [column('temperature', '°C', inUtc(9)), column('windSpeed', 'm/s', inUtc(12))];
    const yearly = (light: (typeof beam)[], mounting: PhotovoltaicPlant['mounting']) =>
      mean(toCapacityFactor([...light, ...air], { kind: 'photovoltaic', mounting }, mojave).profile.values) * 8760;
    const south = { kind: 'fixed', tiltDeg: 34.85, azimuthDeg: 180 } as const;
    const fixed = yearly([whole, beam, sky], south);
    const tracked = yearly([whole, beam, sky], { kind: 'tracking' });
    console.log(
      `fixed ${fixed.toFixed(0)}, from global alone ${yearly([whole], south).toFixed(0)}, tracking ${tracked.toFixed(0)} kWh/kWp`,
    );
    expect(yearly([whole], south) / fixed).toBeCloseTo(1, 1);
    expect(fixed).toBeGreaterThan(1700);
    expect(fixed).toBeLessThan(1900);
    expect(tracked / fixed).toBeGreaterThan(1.2);
    expect(tracked / fixed).toBeLessThan(1.34);
  },
);

onSample(
  'nrel_windtoolkit_2012_texas.srw',
  'a good site of the Texas panhandle gives 0.35 to 0.50, more with larger rotors',
  (path) => {
    const lines = linesOf(path);
    const rows = cells(lines.slice(5), (line) => line !== '');
    const columns = [
      column('temperature', 'C', at(rows, 4), { heightM: 100 }),
      column('pressure', 'atm', at(rows, 5), { heightM: 100 }),
      column('windSpeed', 'm/s', at(rows, 6), { heightM: 100 }),
    ];
    const site = { latitudeDeg: 35.2, longitudeDeg: -101.9, elevationM: 1080 };
    const turbines = ['strong-wind', 'medium-wind', 'low-wind'] as const;
    const factors = turbines.map((turbine) =>
      mean(
        toCapacityFactor(columns, { kind: 'wind', hubHeightM: 100, curve: { kind: 'generic', turbine } }, site).profile
          .values,
      ),
    );
    console.log(`capacity factors ${factors.map((factor) => factor.toFixed(3)).join(', ')}`);
    expect(factors).toEqual(factors.toSorted((a, b) => a - b));
    expect(factors[0]).toBeGreaterThan(0.35);
    expect(factors[2]).toBeLessThan(0.5);
  },
);

/** Mean of a curve in winds of a Rayleigh law. */
const inWinds = (curve: (speed: number) => number, scale: number) =>
  mean(Array.from({ length: 1000 }, (_, i) => curve(scale * Math.sqrt(-Math.log((i + 0.5) / 1000)))));

onSample(
  'windpowerlib_power_curves.csv',
  'half of all published turbines give within 6 % of our curve for their specific power',
  (path) => {
    const lines = linesOf(path);
    const [head, ...rows] = lines.filter((line) => line !== '').map((line) => line.split(','));
    const differences = rows.flatMap(([name, ...shares]) => {
      const points = shares.flatMap((share, i) =>
        share === '' ? [] : [[Number(head![i + 1]), Number(share)] as const],
      );
      const nameplate = Math.max(...points.map(([, watts]) => watts));
      const diameter = Number(/\d+(?=\/)/.exec(name!)![0]);
      const specificPowerWPerM2 = nameplate / ((Math.PI / 4) * diameter ** 2);
      const published = (speed: number) => {
        const next = points.findIndex(([at]) => at >= speed);
        if (next < 1) return 0;
        const [[from, low], [to, high]] = [points[next - 1]!, points[next]!];
        return (low + ((high - low) * (speed - from)) / (to - from)) / nameplate;
      };
      const ours = turbineCurve({ specificPowerWPerM2, cutInMPerS: 3, cutOutMPerS: 25 });
      return [inWinds(ours, 8) / inWinds(published, 8) - 1];
    });
    const sorted = differences.toSorted((a, b) => a - b);
    console.log(
      `yield against published: median ${sorted[33]!.toFixed(3)}, quartiles ${sorted[16]!.toFixed(3)}, ${sorted[50]!.toFixed(3)}`,
    );
    expect(differences).toHaveLength(67);
    expect(Math.abs(sorted[33]!)).toBeLessThan(0.03);
    expect(sorted[16]).toBeGreaterThan(-0.06);
    expect(sorted[50]).toBeLessThan(0.06);
  },
);
