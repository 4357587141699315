/** A scenario as the text of its linear programme, or one phase of it as a network. */

import { programToLp } from '../../lp/text/lp.ts';
import { programToMps } from '../../lp/text/mps.ts';
import { formulate } from '../../model/formulation.ts';
import { pypsaFolder } from '../../model/pypsa/network.ts';
import { wholeScope } from '../../studies/scope.ts';
import type { Job } from './jobs.ts';

export const programme: Job<'programme'> = async ({ scenario, phases, format }) => {
  const { program } = formulate(scenario, { ...wholeScope(scenario), phases });
  return format === 'mps' ? programToMps(program) : programToLp(program);
};

export const network: Job<'network'> = async ({ scenario, phases }) =>
  pypsaFolder(scenario, { ...wholeScope(scenario), phases });
