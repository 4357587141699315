/** What may be asked of a run beside its scenario: the study and how it is answered. */

import * as z from 'zod';
import { type StudyInput, solvers, tolerance } from '../../src/index.ts';

const solverNames = ['auto', ...Object.keys(solvers)] as ['auto', ...(keyof typeof solvers)[]];

export const runOptions = z.strictObject({
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
  timeLimitSeconds: z.number().gt(0).max(80_000).default(3600).meta({
    description: 'For all solves of the run together, writing their programmes included; 3600 when left out.',
    unit: 's',
  }),
  baselines: z
    .enum(['none', 'first', 'all'])
    .default('none')
    .meta({ description: 'Phases in which the plan is compared with its twins. none when left out.' }),
});

export type RunOptions = z.output<typeof runOptions>;

export const study = z
  .enum(['plan', 'dispatch'])
  .meta({ description: 'plan finds sizes and schedule, dispatch the schedule of what is committed.' });

export function studyInputOf(
  scenario: StudyInput['scenario'],
  asked: StudyInput['study'],
  { foresight, method, solver, relativeGap, timeLimitSeconds, baselines }: RunOptions,
  threads: number,
): StudyInput {
  return { scenario, study: asked, foresight, method, solver, relativeGap, timeLimitSeconds, baselines, threads };
}
