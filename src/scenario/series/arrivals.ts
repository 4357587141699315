/** Shape of the arriving work, and whether a tier that may not wait can serve it. */

import { curveFaults } from '../checks/throughput.ts';
import type { Draft } from '../document/draft.ts';
import { conflict, type Fault, type Path } from '../faults/fault.ts';
import type { HourlySeries } from '../scenario.ts';
import { cornersOf, powerShareFor } from '../throughput-curve.ts';

type Tier = Draft['load']['tiers'][number];

/** Every weather year scaled to mean 1: only the proportions of a shape count. */
export function shapeOf(series: HourlySeries): HourlySeries {
  return series.map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value / mean);
  });
}

/** A shape that is 0 throughout; and, for firm tiers, arrivals above the installed power, below the floor or too steep. */
export function arrivalFaults(tier: Tier, path: Path, utilisation: number | undefined, series: HourlySeries): Fault[] {
  const at = [...path, 'arrivalProfile'];
  if (series.some((values) => values.every((value) => value === 0))) {
    return [
      {
        code: 'profile.out-of-range',
        path: at,
        problem: 'the shape is 0 in every hour',
        expected: 'Expected work in some hour.',
      },
    ];
  }
  if (utilisation === undefined) return [];
  const depth = depthFaults(tier, path, utilisation, series);
  if (tier.deadlineHours !== 0 || depth.length > 0) return depth;
  const { throughput } = tier;
  if (throughput !== undefined && curveFaults(throughput, path).length > 0) return [];
  const shape = shapeOf(series);
  const { peak } = extremes(shape);
  const power = throughput === undefined ? shape : powerFor(shape, cornersOf(throughput), utilisation);
  const { trough, step } = extremes(power);
  const faults: Fault[] = [];
  // A tier that may shed gives up what its installed power or its ramp cannot serve.
  const mayShed = tier.shed !== undefined;
  if (!mayShed && utilisation * peak > 1) {
    const problem = `firm work arrives at up to ${rounded(utilisation * peak)} of the tier's installed power (peak ${rounded(peak)} × utilisation ${utilisation})`;
    faults.push(
      conflict(
        at,
        problem,
        `Expected at most 1: lower load.utilisation to ${floored(1 / peak)}, give the tier a deadline, or let it shed.`,
      ),
    );
  }
  const { floorShare = 0, rampSharePerHour } = tier;
  if (trough < floorShare) {
    const needs = throughput === undefined ? 'firm work that arrives' : 'power that firm work needs';
    const problem = `${floorShare} is above the least ${needs}, ${rounded(trough)} of its mean`;
    faults.push(
      conflict([...path, 'floorShare'], problem, `Expected at most ${floored(trough)}, or a deadline above 0.`),
    );
  }
  if (!mayShed && rampSharePerHour !== undefined && utilisation * step > rampSharePerHour) {
    const problem = `${rampSharePerHour} is less than the steepest change of the firm work that arrives, ${rounded(utilisation * step)} of the installed power`;
    faults.push(
      conflict(
        [...path, 'rampSharePerHour'],
        problem,
        'A tier without deadline cannot smooth it: allow the change, or give it a deadline.',
      ),
    );
  }
  return faults;
}

/** Work that exceeds the machines has to be held back, more of it than may be. */
function depthFaults({ endurance }: Tier, path: Path, utilisation: number, series: HourlySeries): Fault[] {
  if (endurance === undefined) return [];
  const peak = utilisation * extremes(shapeOf(series)).peak;
  const least = 1 - 1 / peak;
  if (endurance.depthShare >= least) return [];
  const problem = `${endurance.depthShare} of what arrives may be held back, but ${rounded(least)} of it has to be where it is ${rounded(peak)} of the installed power`;
  const expected = `Expected at least ${Math.ceil(least * 1000) / 1000}, or a lower load.utilisation.`;
  return [conflict([...path, 'endurance', 'depthShare'], problem, expected)];
}

/** The power of firm work where it is not in proportion, as a share of the mean that arrives. */
function powerFor(
  shape: HourlySeries,
  corners: Parameters<typeof powerShareFor>[0],
  utilisation: number,
): HourlySeries {
  return shape.map((values) => values.map((value) => powerShareFor(corners, utilisation * value) / utilisation));
}

/** Highest and lowest value, and the largest change from an hour to the next, the last hour's to the first included. */
function extremes(shape: HourlySeries): { peak: number; trough: number; step: number } {
  let [peak, trough, step] = [0, Number.POSITIVE_INFINITY, 0];
  for (const values of shape) {
    let before = values[values.length - 1]!;
    for (const value of values) {
      peak = Math.max(peak, value);
      trough = Math.min(trough, value);
      step = Math.max(step, Math.abs(value - before));
      before = value;
    }
  }
  return { peak, trough, step };
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Rounded down, so that the proposed value holds. */
function floored(value: number): number {
  return Math.floor(value * 1000) / 1000;
}
