/** A scenario as the text of its linear programme, or one phase of it as a network. */

import { formulate, programToLp, programToMps, pypsaFolder, wholeScope } from '../../index.ts';
import type { Job } from './jobs.ts';

export const programme: Job<'programme'> = async ({ scenario, phases, format }) => {
  const { program } = formulate(scenario, { ...wholeScope(scenario), phases });
  return format === 'mps' ? programToMps(program) : programToLp(program);
};

export const network: Job<'network'> = async ({ scenario, phases }) =>
  pypsaFolder(scenario, { ...wholeScope(scenario), phases });
