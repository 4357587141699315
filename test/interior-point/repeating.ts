/** Blocks whose hours repeat, with equations by code of an hour and by lists of entries. */

import type { LinearProgram } from '../../src/lp/linear-program.ts';
import { decompose } from '../../src/model/decomposition.ts';
import { hourMajor } from '../../src/solvers/interior-point/form/hour-major.ts';
import { type StandardForm, standardForm } from '../../src/solvers/interior-point/form/standard-form.ts';
import { type NormalEquations, sparseEquations } from '../../src/solvers/interior-point/iterate/block.ts';
import { kernelsOf, repeatingEquations } from '../../src/solvers/interior-point/linalg/kernel/kernels.ts';
import { symbolicFactorOf } from '../../src/solvers/interior-point/linalg/symbolic-factorisation.ts';
import { templateOf } from '../../src/solvers/interior-point/linalg/template.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { asTheyAre } from './forms.ts';

/** Sites whose hours, rows and columns differ, and so do those that join hours; in the last ones a row runs across them. */
export const repeatingSeeds = [4, 7, 13, 21, 33, 35, 36, 43, 59, 1, 2, 14, 15, 18];

const seedOfTwoAcross = 18;

/** With an equation beside the row across its hours, on the same columns. */
function withRowAcross(program: LinearProgram): LinearProgram {
  const { rowCount, rowStart, rowStep, columnIndex, coefficient, rowLower, rowUpper } = program;
  const like = rowStep.indexOf(-1);
  const entries = [rowStart[like]!, rowStart[like + 1]!] as const;
  const own = coefficient.slice(...entries).map((value, k) => value * (1 + (k % 5)));
  return {
    ...program,
    rowCount: rowCount + 1,
    rowLower: Float64Array.of(...rowLower, 3),
    rowUpper: Float64Array.of(...rowUpper, 3),
    rowStart: Int32Array.of(...rowStart, rowStart[rowCount]! + own.length),
    rowStep: Int32Array.of(...rowStep, -1),
    columnIndex: Int32Array.of(...columnIndex, ...columnIndex.slice(...entries)),
    coefficient: Float64Array.of(...coefficient, ...own),
  };
}

interface RepeatingSite {
  readonly form: StandardForm;
  /** By code, and by lists. */
  readonly equations: readonly [NormalEquations, NormalEquations];
}

const known = new Map<number, RepeatingSite>();

/** Made once: code takes a while. Blocks on the same equations share their arrays. */
export function repeatingSite(seed: number): RepeatingSite {
  const site = known.get(seed) ?? newRepeatingSite(seed);
  known.set(seed, site);
  return site;
}

function newRepeatingSite(seed: number): RepeatingSite {
  const site = randomSite({ seed, isSingle: true });
  const block = decompose(site, wholeScope(site)).program.block(0);
  const given = standardForm(
    seed === seedOfTwoAcross ? { ...block, program: withRowAcross(block.program) } : block,
    asTheyAre,
  );
  const { template, numbers } = templateOf(given)!;
  const form = hourMajor(given);
  return {
    form,
    equations: [
      { kind: 'repeating', ...repeatingEquations(kernelsOf(template)!, numbers)! },
      sparseEquations(form, symbolicFactorOf(form), false),
    ],
  };
}
