import { InputError } from '../../src/errors.ts';
import type { Issue } from '../../src/index.ts';

/** Faults are an answer: on their way between threads errors would lose their class. */
export type Faulty = { readonly issues: readonly Issue[] };

/** Beyond these a list teaches nothing new, and whoever is told it has to read it. */
const MOST_ISSUES = 200;

export async function orFaults<T>(work: () => Promise<T>): Promise<T | Faulty> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) return { issues: firstOf(error.issues) };
    throw error;
  }
}

function firstOf(issues: readonly Issue[]): readonly Issue[] {
  if (issues.length <= MOST_ISSUES) return issues;
  const problem = `${issues.length - MOST_ISSUES} more faults, which are not listed`;
  return [...issues.slice(0, MOST_ISSUES), { code: 'request.more', where: 'request', problem }];
}
