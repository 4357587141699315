/** What `evaluation.ts` does with a block, by code of an hour where hours repeat. */

import { dot } from '../linalg/dense-cholesky.ts';
import { acrossOf } from '../linalg/kernel/across.ts';
import { acrossName, aheadName, linkedDualName, linkName } from '../linalg/kernel/evaluation.ts';
import { closeCircle, type RepeatingEquations, regionOf, setParameters } from '../linalg/kernel/kernels.ts';
import { type Arrays, Carries, runHours, setAcrossDuals } from '../linalg/kernel/segments.ts';
import { CLAMPED_TO } from '../parameters.ts';
import { type Block, type BlockEvaluation, otherSide, type Side } from './block.ts';
import { stepArrays } from './hourly-arrays.ts';
import { stepSecantDuals } from './hourly-secants.ts';
import { directionOf } from './normal-equations.ts';
import type { Step } from './point.ts';

/** As `takeStep`. */
export function takeStepHourly(equations: RepeatingEquations, block: Block, at: Side, step: Step): void {
  const { weights, lengths, clampedTo = CLAMPED_TO, boundDualsRest = false } = step;
  const [first, second, third] = [0, 1, 2].map((k) => ({ primal: weights.primal[k] ?? 0, dual: weights.dual[k] ?? 0 }));
  setParameters(equations, {
    ...{ 'first primal': first!.primal, 'second primal': second!.primal, 'third primal': third!.primal },
    ...(boundDualsRest
      ? { 'first dual': 0, 'second dual': 0, 'third dual': 0 }
      : { 'first dual': first!.dual, 'second dual': second!.dual, 'third dual': third!.dual }),
    ...{ 'primal length': lengths.primal, 'dual length': lengths.dual, 'clamped to': clampedTo },
  });
  runHours(equations, 'step', false, stepArrays(otherSide(at)));
  if (!boundDualsRest) stepSecantDuals(block, at, step);
  const [from, into] = [block.points[otherSide(at)].y, block.points[at].y];
  const [a, b, c] = (['predictor', 'corrector', 'centrality-corrector'] as const).map(
    (kind) => directionOf(block, otherSide(at), kind).dy,
  ) as [Float64Array, Float64Array, Float64Array];
  for (let r = 0; r < into.length; r++) {
    into[r] = from[r]! + lengths.dual * (first!.dual * a[r]! + second!.dual * b[r]! + third!.dual * c[r]!);
  }
}

/** As `weigh`; without ρ, once more with what it was. */
export function weighHourly(equations: RepeatingEquations, at: Side, ρ?: number): void {
  if (ρ !== undefined) setParameters(equations, { ρ });
  runHours(equations, 'weigh', false, { point: [`point ${at}`] });
}

/** As `evaluate`, but for the secants. */
export function evaluateHourly(
  equations: RepeatingEquations,
  { form, points, residuals }: Block,
  at: Side,
  links: Float64Array,
): BlockEvaluation {
  const { segments, segmentHours, template } = equations.kernels;
  const { columnCount, upper, fixedCost } = form;
  const residual = residuals[at];
  closeCircle(equations, `point ${at}`);
  const carries = new Carries(equations);
  for (let s = 0; s < segments; s++) for (const [l, z] of links.entries()) carries.set(linkName(l), s, z);
  const arrays: Arrays = { point: [`point ${at}`] };
  setAcrossDuals(equations, carries, arrays);
  runHours(equations, 'evaluate', false, arrays);
  const each = (name: string) => Array.from({ length: segments }, (_, s) => carries.of(name, s));
  const sum = (name: string) => each(name).reduce((total, value) => total + value, 0);
  const most = (name: string) => Math.max(...each(name));
  let primalResidual = most('primal residual');
  for (let s = 0; s < segments; s++) {
    const first = ((s + 1) % segments) * segmentHours * template.rows;
    template.carried.forEach((row, a) => {
      residual[first + row]! -= carries.of(aheadName(a), s);
      primalResidual = Math.max(primalResidual, Math.abs(residual[first + row]!));
    });
  }
  const linkedDual = Float64Array.from(links, (_, l) => sum(linkedDualName(l)));
  let [rows, size] = [sum('rows'), sum('rows apart')];
  const acrossLinks = regionOf(equations, 'across links');
  const rhs = regionOf(equations, 'across rhs');
  const [dual, open] = [points[at].y, residual].map((ofRows) => acrossOf(equations, ofRows));
  for (const [row, y] of dual!.entries()) {
    const own = acrossLinks.subarray(row * links.length, (row + 1) * links.length);
    open![row] = rhs[row]! - dot(own, links) - sum(acrossName(row));
    primalResidual = Math.max(primalResidual, Math.abs(open![row]!));
    rows += rhs[row]! * y;
    size += Math.abs(rhs[row]! * y);
    for (let l = 0; l < links.length; l++) linkedDual[l]! += own[l]! * y;
  }
  const bounds = sum('bounds earned');
  return {
    objective: fixedCost + sum('objective'),
    dualObjective: fixedCost + rows - sum('bounds paid'),
    provable: fixedCost + rows + sum('bounds unpaid') + sum('unpaid') * most('largest'),
    primalResidual,
    dualResidual: most('dual residual'),
    products: { sum: sum('products'), count: columnCount + upper.length },
    farkas: { excess: rows - bounds, open: most('open'), size: size + bounds },
    linkedDual,
  };
}
