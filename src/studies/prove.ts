/** From solved programmes to an answer that may be called optimal: laws, cost and bound recomputed by other code. */

import { VerificationError } from '../errors.ts';
import type { LinkedValues } from '../lp/block-angular.ts';
import type { Decomposition } from '../model/decomposition.ts';
import { solutionOf, solutionOfParts } from '../model/solution.ts';
import type { Formulation, Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { PhaseSchedule } from '../schedule/schedule.ts';
import type { Optimum } from '../solvers/solver.ts';
import { relativeGap, tolerance } from '../units.ts';
import { certify, certifyBlocks } from '../verify/certificate.ts';
import { recomputeCost } from '../verify/cost.ts';
import { gapFloorOf } from '../verify/gap-floor.ts';
import { verifySchedule } from '../verify/verify-schedule.ts';
import type { Certificate, Limited, Proof, Proven, SolverReport, VerifiedPlan } from './answer.ts';

/** One programme and its optimum; the stages of a study add up to its objective. */
export type Stage = WholeStage | DecomposedStage;

interface WholeStage {
  readonly status: 'solved';
  readonly kind: 'whole';
  readonly scope: Scope;
  readonly formulation: Formulation;
  readonly optimum: Optimum;
}

/** Values of the build-out and of each part; the first values of a part are its copies of the sizes. */
export interface DecomposedStage extends LinkedValues {
  readonly status: 'solved';
  readonly kind: 'decomposed';
  readonly scope: Scope;
  readonly decomposition: Decomposition;
  /** Of its values, where it was computed on the way. */
  readonly certificate?: ReturnType<typeof certifyBlocks>;
}

/**
 * @param asked what the schedule has to keep: the scenario, or for a dispatch of what stands the scenario without its promise
 * @param stages in the order of phases and weather years
 * @param gap the largest relative gap that counts as closed
 * @throws VerificationError when a law is broken, the costs disagree or the gap is not closed: a bug, never an answer
 */
export function prove(
  asked: Scenario,
  stages: readonly Stage[],
  solver: SolverReport,
  gap: number = tolerance.relativeGap,
): Proven {
  const plan = verifiedPlan(asked, stages, gap);
  requireProof(plan, gap);
  return { status: 'optimal', ...plan, solver };
}

/**
 * The same of a plan that was cut short by time. Equations of a point on its way hold to what rounding leaves, yet nobody
 * promises that laws do: a plan that breaks one, or of whose cost nothing is proven, is none.
 *
 * @returns `optimal` where the gap was closed by then
 */
export function proveAtLimit(
  asked: Scenario,
  stages: readonly Stage[],
  solver: SolverReport,
  gap: number = tolerance.relativeGap,
): Proven | Limited {
  const best = verifiedPlan(asked, stages, gap);
  const { verified, relativeGap: proven } = best.certificate;
  if (!verified || !Number.isFinite(proven)) return { status: 'limit', limit: 'time', solver };
  return proven <= gap ? { status: 'optimal', ...best, solver } : { status: 'limit', limit: 'time', best, solver };
}

/** Whatever holds of it: whoever asks has to look at the certificate. */
function verifiedPlan(asked: Scenario, stages: readonly Stage[], gap: number): VerifiedPlan {
  const solutions = stages.map((stage) => solutionAt(asked, stage));
  const schedule = { phases: mergePhases(solutions.flatMap(({ phases }) => phases)) };
  const buildOut = solutions.at(-1)!.buildOut;
  const verification = verifySchedule(asked, schedule, buildOut);
  const cost = recomputeCost(asked, schedule, buildOut);

  const parts = stages.map(certifyStage);
  const dualBound = parts.reduce((sum, part) => sum + part.dualBound, 0);
  const gapFloor = gapFloorOf(asked);
  const certificate: Certificate = {
    objective: cost.objective,
    dualBound,
    relativeGap: relativeGap(cost.objective, dualBound, gapFloor),
    gapFloor,
    maxViolationMWh: Math.max(verification.largestViolationMWh, ...parts.map((part) => part.maxViolation)),
    verified: verification.violations.length === 0,
    ...(gap === tolerance.relativeGap ? {} : { requiredGap: gap }),
  };
  return { schedule, buildOut, cost, certificate, verification, proofs: stages.map(proofOf) };
}

/** Schedules of a stage's phases and what each phase of the scenario built. */
export function solutionAt(asked: Scenario, stage: Stage): ReturnType<typeof solutionOf> {
  return stage.kind === 'whole'
    ? solutionOf(asked, stage.formulation, stage.optimum)
    : solutionOfParts(asked, stage.decomposition, stage);
}

export function certifyStage(stage: Stage): ReturnType<typeof certify> {
  return stage.kind === 'whole'
    ? certify(stage.formulation.program, stage.optimum.primal, stage.optimum.rowDual)
    : (stage.certificate ?? certifyBlocks(stage.decomposition.program, stage));
}

function proofOf(stage: Stage): Proof {
  const { kind, scope } = stage;
  if (kind === 'whole') return { kind, scope, rowDual: stage.optimum.rowDual };
  return { kind, scope, linkingDual: stage.linking.rowDual, partDuals: stage.blocks.map(({ rowDual }) => rowDual) };
}

function requireProof({ certificate, verification: { violations } }: VerifiedPlan, most: number): void {
  const { verified, relativeGap: gap, objective, dualBound } = certificate;
  if (!verified) {
    const shown = violations.slice(0, 10).map(({ problem }) => problem);
    throw new VerificationError(
      `The schedule breaks ${violations.length} laws; nothing is written.\n  ${shown.join('\n  ')}`,
    );
  }
  if (!(gap <= most)) {
    throw new VerificationError(
      `The cost recomputed from the schedule is ${objective}, the proven bound ${dualBound}: a gap of ${gap}, ` +
        `more than ${most}; nothing is written.`,
    );
  }
}

/** Weather years of one phase may come from several stages. */
function mergePhases(phases: readonly PhaseSchedule[]): PhaseSchedule[] {
  const merged = new Map<string, PhaseSchedule>();
  for (const phase of phases) {
    const before = merged.get(phase.name);
    const weatherYears = [...(before?.weatherYears ?? []), ...phase.weatherYears];
    merged.set(phase.name, { ...(before ?? phase), weatherYears });
  }
  return [...merged.values()];
}
