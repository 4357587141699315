/** A scenario as the text of its linear programme. */

import { formulate, programToLp, programToMps, wholeScope } from '../../index.ts';
import type { Job } from './jobs.ts';

export const programme: Job<'programme'> = async ({ scenario, phases, format }) => {
  const { program } = formulate(scenario, { ...wholeScope(scenario), phases });
  return format === 'mps' ? programToMps(program) : programToLp(program);
};
