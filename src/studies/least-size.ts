/** The least that a size needs to be for all laws to hold, whatever anything costs: proven on both sides. */

import type { BlockAngularProgram } from '../lp/block-angular.ts';
import type { Block, LinearProgram } from '../lp/linear-program.ts';
import { decompose } from '../model/decomposition.ts';
import { formulate } from '../model/formulation.ts';
import type { Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { certify, certifyBlocks } from '../verify/certificate.ts';
import type { Engine } from './engine.ts';
import { isDecomposed } from './method.ts';
import type { Stage } from './prove.ts';

export interface LeastSize {
  /** Of some plan that keeps all laws. */
  readonly size: number;
  /** No plan does with less. */
  readonly atLeast: number;
  readonly stage: Stage;
}

/**
 * @param i which size, in the order of `buildablesOf`: the largest that stands of it in any phase
 * @returns undefined where no size will do, or none was found in time
 */
export async function leastSize(
  scenario: Scenario,
  scope: Scope,
  i: number,
  engine: Engine,
  task: string,
): Promise<LeastSize | undefined> {
  const largestIT = Math.max(...scope.phases.map((p) => scenario.phases[p]!.itCapacityMW));
  if (isDecomposed(engine, scenario, scope)) {
    const decomposition = decompose(scenario, scope);
    const columns = decomposition.buildOut.phases.map(({ K }) => K.at(i));
    const { linking, block } = decomposition.program;
    const program: BlockAngularProgram = {
      ...decomposition.program,
      linking: withLargest(bounded(linking, largestIT), columns),
      block: (at, pulse) => {
        const own = block(at, pulse);
        return { ...own, program: unpriced(own.program) };
      },
    };
    const gapFloor = FLOOR_SHARE * largestIT;
    const found = await engine.solveBlocks(program, task, { relativeGap: engine.relativeGap, gapFloor });
    if (found.status === 'optimal') {
      const { objective, dualBound } = certifyBlocks(program, found);
      const { linking: sizes, blocks } = found;
      const stage: Stage = { status: 'solved', kind: 'decomposed', scope, decomposition, linking: sizes, blocks };
      return { size: objective, atLeast: Math.max(0, dualBound), stage };
    }
    if (found.status !== 'open') return undefined;
  }
  const formulation = formulate(scenario, scope);
  const program = withLargest(
    unpriced(bounded(formulation.program, largestIT)),
    formulation.phases.map(({ K }) => K.at(i)),
  );
  const optimum = await engine.solve(program, task);
  if (optimum.status !== 'optimal') return undefined;
  const { objective, dualBound } = certify(program, optimum.primal, optimum.rowDual);
  const stage: Stage = { status: 'solved', kind: 'whole', scope, formulation, optimum };
  return { size: objective, atLeast: Math.max(0, dualBound), stage };
}

/** Of the IT capacity: what is less than this needs no finer gap. */
const FLOOR_SHARE = 1e-2;

/** Nothing larger than this times the IT capacity stands in a proof: a size that costs nothing and has no end leaves it nothing. */
const LARGEST = 1e4;

function bounded(program: LinearProgram, largestIT: number): LinearProgram {
  const columnUpper = program.columnUpper.slice();
  for (const { name, first, length } of program.columnBlocks) {
    if (name !== 'built' && name !== 'capacity') continue;
    for (let j = first; j < first + length; j++) columnUpper[j] = Math.min(columnUpper[j]!, LARGEST * largestIT);
  }
  return { ...program, columnUpper };
}

function unpriced(program: LinearProgram): LinearProgram {
  return { ...program, objective: new Float64Array(program.columnCount), objectiveConstant: 0 };
}

/** With a last column that is no smaller than any of some others, and nothing but that to be made small. */
function withLargest(program: LinearProgram, columns: readonly number[]): LinearProgram {
  const { columnCount, rowCount, columnLower, columnUpper, rowLower, rowUpper, rowStart, rowStep } = program;
  const more = columns.length;
  const objective = new Float64Array(columnCount + 1);
  objective[columnCount] = 1;
  const entries = rowStart[rowCount]!;
  const block = (name: string, first: number, length: number): Block => ({ name, of: [], first, length });
  return {
    ...program,
    ...{ columnCount: columnCount + 1, rowCount: rowCount + more, objective, objectiveConstant: 0 },
    columnLower: Float64Array.of(...columnLower, 0),
    columnUpper: Float64Array.of(...columnUpper, Number.POSITIVE_INFINITY),
    rowLower: longer(rowLower, more, 0),
    rowUpper: longer(rowUpper, more, Number.POSITIVE_INFINITY),
    rowStart: Int32Array.from({ length: rowCount + more + 1 }, (_, r) =>
      r <= rowCount ? rowStart[r]! : entries + 2 * (r - rowCount),
    ),
    rowStep: Int32Array.from({ length: rowCount + more }, (_, r) => (r < rowCount ? rowStep[r]! : -1)),
    columnIndex: Int32Array.from({ length: entries + 2 * more }, (_, k) =>
      k < entries ? program.columnIndex[k]! : (k - entries) % 2 === 0 ? columns[(k - entries) / 2]! : columnCount,
    ),
    coefficient: Float64Array.from({ length: entries + 2 * more }, (_, k) =>
      k < entries ? program.coefficient[k]! : (k - entries) % 2 === 0 ? -1 : 1,
    ),
    columnBlocks: [...program.columnBlocks, block('largest', columnCount, 1)],
    rowBlocks: [...program.rowBlocks, block('noSmaller', rowCount, more)],
  };
}

function longer(values: Float64Array, more: number, value: number): Float64Array {
  const all = new Float64Array(values.length + more).fill(value);
  all.set(values);
  return all;
}
