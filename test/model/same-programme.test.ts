/** What a scenario does not ask for costs it nothing: the programme of the shipped campus stays the one it was, to the bit. */

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { LinearProgram } from '../../src/lp/linear-program.ts';
import { decompose } from '../../src/model/decomposition.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { repository } from '../fixtures/repository.ts';

/** Of every number of a programme. */
function digestOf(programs: readonly LinearProgram[]): string {
  const hash = createHash('sha256');
  for (const { objective, objectiveConstant, columnLower, columnUpper, ...rows } of programs) {
    const { rowLower, rowUpper, rowStart, columnIndex, coefficient } = rows;
    const numbers = [objective, Float64Array.of(objectiveConstant), columnLower, columnUpper, rowLower, rowUpper];
    for (const array of [...numbers, rowStart, columnIndex, coefficient]) {
      hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

// Where a law of the model is meant to change, these change with it, and the bench says what that costs.
test.each([
  ['nouaceur', '778fc92378554f5c'],
  ['memorandum-2026', '3865b13337005675'],
])('%s', async (name, digest) => {
  const { scenario } = await loadScenario(`${repository}data/scenarios/${name}.yaml`);
  const { program } = decompose(scenario, wholeScope(scenario));
  const last = program.blockCount - 1;
  expect(digestOf([program.linking, program.block(0).program, program.block(last).program])).toBe(digest);
});
