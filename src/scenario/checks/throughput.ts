/** Rules of a tier's throughput: a curve that bends down from idle to full power, and a floor that lies on it. */

import type { Draft } from '../document/draft.ts';
import { conflict, type Fault, type Path } from '../faults/fault.ts';
import type { Throughput, ThroughputPoint } from '../scenario.ts';
import { cornersOf, powerShareFor, workRateAt } from '../throughput-curve.ts';

type Tier = Draft['load']['tiers'][number];

export function throughputFaults(tier: Tier, path: Path, utilisation: number | undefined): Fault[] {
  const { throughput } = tier;
  if (throughput === undefined) return [];
  const faults = curveFaults(throughput, [...path, 'throughput', 'points']);
  return faults.length > 0 ? faults : floorFaults(tier, throughput, [...path, 'floorShare'], utilisation);
}

/** What is wrong with the points by themselves. */
export function curveFaults({ points }: Throughput, path: Path): Fault[] {
  const first = points[0]!;
  const last = points.at(-1)!;
  // What comes after a step that is wrong is judged by it.
  const steps = points.slice(1).map((point, at) => stepFaults(points, at + 1, point, [...path, at + 1]));
  const faults = [...(steps.find((found) => found.length > 0) ?? [])];
  if (first.workRate !== 0) {
    const problem = `${first.workRate} at the lowest power, which is that of idle machines`;
    faults.push(conflict([...path, 0, 'workRate'], problem, 'Expected 0: idle machines do no work.'));
  }
  for (const field of ['powerShare', 'workRate'] as const) {
    if (last[field] === 1) continue;
    const problem = `${last[field]} at the last point, which is full power`;
    faults.push(conflict([...path, points.length - 1, field], problem, 'Expected 1: shares are of full power.'));
  }
  return faults;
}

function stepFaults(points: readonly ThroughputPoint[], at: number, point: ThroughputPoint, path: Path): Fault[] {
  const before = points[at - 1]!;
  for (const field of ['powerShare', 'workRate'] as const) {
    if (point[field] > before[field]) continue;
    const problem = `${point[field]} does not come after ${before[field]}`;
    return [conflict([...path, field], problem, 'Power and work rise from point to point.')];
  }
  const two = points[at - 2];
  if (two === undefined) return [];
  const most = before.workRate + slopeOf(two, before) * (point.powerShare - before.powerShare);
  if (point.workRate <= most + ROUNDING) return [];
  const problem = `${point.workRate} bends the curve up: work rises faster above a power of ${before.powerShare} than below`;
  const expected = `Expected at most ${Number(most.toPrecision(4))}. Machines at two points do better than all at one below the line between them: leave that point out.`;
  return [conflict([...path, 'workRate'], problem, expected)];
}

const slopeOf = (from: ThroughputPoint, to: ThroughputPoint) =>
  (to.workRate - from.workRate) / (to.powerShare - from.powerShare);

/** Points on a line have slopes that differ in their last digits. */
const ROUNDING = 1e-12;

function floorFaults(
  { floorShare = 0 }: Tier,
  throughput: Throughput,
  path: Path,
  utilisation: number | undefined,
): Fault[] {
  if (utilisation === undefined || floorShare === 0) return [];
  const corners = cornersOf(throughput);
  const floor = floorShare * utilisation;
  const idle = corners[0]!.powerShare;
  if (floor < idle) {
    const problem = `${floorShare} of the mean is ${rounded(floor)} of the installed power, less than its machines draw without work, ${idle}`;
    const expected = `Expected at least ${Math.ceil((idle / utilisation) * 1000) / 1000}, or none, or throughput.spareMachines: shutDown.`;
    return [conflict(path, problem, expected)];
  }
  const work = workRateAt(corners, floor);
  if (work <= utilisation) return [];
  const problem = `at ${rounded(floor)} of the installed power its machines do ${rounded(work)}, more than the ${utilisation} that arrives`;
  const most = Math.floor((powerShareFor(corners, utilisation) / utilisation) * 1000) / 1000;
  return [conflict(path, problem, `Expected at most ${most}.`)];
}

const rounded = (value: number): number => Number(value.toPrecision(4));
