/** As many faults as people read, and how many more there are: an answer is never longer than what it is about. */

import type { Issue } from '../../errors.ts';
import { most } from '../schema/bounds.ts';

/** @param unworded faults that were counted only */
export function listedIssues(
  issues: readonly Issue[],
  unworded: number,
  file: string,
): { issues: readonly Issue[]; total: number } {
  const total = issues.length + unworded;
  const listed = issues.slice(0, most.faultsTold);
  const more = total - listed.length;
  if (more === 0) return { issues: listed, total };
  const problem = `and ${more.toLocaleString('en-US')} more`;
  return { issues: [...listed, { code: 'scenario.more', where: file, problem, file }], total };
}
