/** What may be asked of a run beside its scenario: the study and how it is answered. */

import * as z from 'zod';
import type { StudyInput } from '../../src/index.ts';
import { solvers } from '../../src/solvers/registry.ts';
import { tolerance } from '../../src/units.ts';

const solverNames = ['auto', ...Object.keys(solvers)] as ['auto', ...(keyof typeof solvers)[]];

/** A day is the most that the queue allows; a little below it, so that a run can say so itself. */
export const LONGEST_SECONDS = 80_000;
const USUAL_SECONDS = 3_600;

const optionsOf = (longestSeconds: number) =>
  z.strictObject({
    foresight: z
      .enum(['together', 'phaseByPhase'])
      .default('together')
      .meta({ description: 'Phases planned together, or each given what stands. together when left out.' }),
    method: z
      .enum(['auto', 'one-lp', 'decomposed'])
      .default('auto')
      .meta({ description: 'One programme for a solver, or blocks of hours. auto decides by size.' }),
    solver: z.enum(solverNames).default('auto').meta({ description: 'Of one programme. auto decides by size.' }),
    relativeGap: z
      .number()
      .min(1e-9)
      .lt(1)
      .default(tolerance.relativeGap)
      .meta({ description: 'Largest gap between cost and proven bound, as a share of the cost.', unit: '1' }),
    timeLimitSeconds: z
      .number()
      .gt(0)
      .max(longestSeconds)
      .default(Math.min(USUAL_SECONDS, longestSeconds))
      .meta({
        description: `For all solves of the run together, writing their programmes included; ${Math.min(USUAL_SECONDS, longestSeconds)} when left out.`,
        unit: 's',
      }),
    baselines: z
      .enum(['none', 'first', 'all'])
      .default('none')
      .meta({ description: 'Phases in which the plan is compared with its twins. none when left out.' }),
  });

/** Of a run that is asked for. @param longestSeconds that whoever runs the service allows */
export const runOptionsOf = optionsOf;

export type RunOptions = z.output<ReturnType<typeof runOptionsOf>>;

/** Of other studies than plan and dispatch. */
export const studyOptionsOf = (longestSeconds: number) => optionsOf(longestSeconds).pick({ timeLimitSeconds: true });

export function studyInputOf(
  scenario: StudyInput['scenario'],
  asked: StudyInput['study'],
  { foresight, method, solver, relativeGap, timeLimitSeconds, baselines }: RunOptions,
  threads: number,
): StudyInput {
  const options = { foresight, method, solver, relativeGap, timeLimitSeconds, baselines };
  return { scenario, study: asked, ...options, threads, remedies: true };
}
