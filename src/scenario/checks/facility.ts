/** Power of the site is told in one way: by a PUE, or by what stays and what follows the machines. */

import type { Draft } from '../document/draft.ts';
import { conflict, type Fault } from '../faults/fault.ts';

export function facilityFaults({ load: { pue, facility } }: Draft): Fault[] {
  if (pue !== undefined && facility !== undefined) {
    const problem = 'given beside a pue, which tells the power of the site as well';
    return [conflict(['load', 'facility'], problem, 'Keep one of the two.')];
  }
  if (pue !== undefined || facility !== undefined) return [];
  const expected =
    'Expected a number at least 1 or { file, column }: Facility power ÷ IT power. Or load.facility in its place.';
  return [{ code: 'scenario.missing-field', path: ['load', 'pue'], problem: 'missing', expected }];
}
