/** From solved programmes to an answer that may be called optimal: laws, cost and bound recomputed by other code. */

import { VerificationError } from '../errors.ts';
import { solutionOf } from '../model/solution.ts';
import type { Formulation, Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { PhaseSchedule } from '../schedule/schedule.ts';
import type { Optimum } from '../solvers/solver.ts';
import { tolerance } from '../units.ts';
import { certify } from '../verify/certificate.ts';
import { recomputeCost } from '../verify/cost.ts';
import { verifySchedule } from '../verify/verify-schedule.ts';
import type { Certificate, Proven, SolverReport } from './answer.ts';

/** One programme and its optimum; the stages of a study add up to its objective. */
export interface Stage {
  readonly scope: Scope;
  readonly formulation: Formulation;
  readonly optimum: Optimum;
}

/**
 * @param asked what the schedule has to keep: the scenario, or for a dispatch of what stands the scenario without its promise
 * @param stages in the order of phases and weather years
 * @throws VerificationError when a law is broken, the costs disagree or the gap is not closed: a bug, never an answer
 */
export function prove(asked: Scenario, stages: readonly Stage[], solver: SolverReport): Proven {
  const solutions = stages.map(({ formulation, optimum }) => solutionOf(asked, formulation, optimum));
  const schedule = { phases: mergePhases(solutions.flatMap(({ phases }) => phases)) };
  const buildOut = solutions.at(-1)!.buildOut;
  const verification = verifySchedule(asked, schedule, buildOut);
  const cost = recomputeCost(asked, schedule, buildOut);

  const parts = stages.map(({ formulation, optimum }) => certify(formulation.program, optimum.primal, optimum.rowDual));
  const dualBound = parts.reduce((sum, part) => sum + part.dualBound, 0);
  const certificate: Certificate = {
    objective: cost.objective,
    dualBound,
    relativeGap: relativeGap(cost.objective, dualBound),
    maxViolationMWh: Math.max(verification.largestViolationMWh, ...parts.map((part) => part.maxViolation)),
    verified: verification.violations.length === 0,
  };
  requireProof(
    certificate,
    verification.violations.map(({ problem }) => problem),
  );
  const proofs = stages.map(({ scope, optimum }) => ({ scope, rowDual: optimum.rowDual }));
  return { status: 'optimal', schedule, buildOut, cost, certificate, verification, proofs, solver };
}

export function relativeGap(objective: number, dualBound: number): number {
  return Math.abs(objective - dualBound) / Math.max(1, Math.abs(objective));
}

function requireProof({ verified, relativeGap: gap, objective, dualBound }: Certificate, problems: readonly string[]) {
  if (!verified) {
    const shown = problems.slice(0, 10).join('\n  ');
    throw new VerificationError(`The schedule breaks ${problems.length} laws; nothing is written.\n  ${shown}`);
  }
  if (!(gap <= tolerance.relativeGap)) {
    throw new VerificationError(
      `The cost recomputed from the schedule is ${objective}, the proven bound ${dualBound}: a gap of ${gap}, ` +
        `more than ${tolerance.relativeGap}; nothing is written.`,
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
