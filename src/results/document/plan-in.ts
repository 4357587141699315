import type { Answer, VerifiedPlan } from '../../studies/answer.ts';

/** What may be built and run, with its proof; undefined where there is none. */
export function planIn(answer: Answer): VerifiedPlan | undefined {
  if (answer.status === 'limit') return answer.best;
  return answer.status === 'optimal' ? answer : undefined;
}
