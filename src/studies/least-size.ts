/** The least that a size needs to be for all laws to hold, or several that grow together, whatever anything costs: proven on both sides. */

import type { BlockAngularProgram } from '../lp/block-angular.ts';
import type { VariableBlock } from '../lp/constraint.ts';
import type { Block, LinearProgram } from '../lp/linear-program.ts';
import { decompose } from '../model/decomposition.ts';
import { formulate } from '../model/formulation.ts';
import type { Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { certify, certifyBlocks } from '../verify/certificate.ts';
import type { Engine } from './engine.ts';
import { isDecomposed } from './method.ts';
import type { Stage } from './prove.ts';

/** One of those that grow together: `present` and so many steps are the most that stands of it in any phase [MW or MWh]. */
export interface GrowingSize {
  /** In the order of `buildablesOf`. */
  readonly i: number;
  readonly present: number;
  readonly step: number;
}

export interface LeastSize {
  /** Steps of some plan that keeps all laws. */
  readonly size: number;
  /** No plan does with fewer. */
  readonly atLeast: number;
  readonly stage: Stage;
}

/** @returns undefined where no size will do, or none was found in time */
export async function leastSize(
  scenario: Scenario,
  scope: Scope,
  sizes: readonly GrowingSize[],
  engine: Engine,
  task: string,
): Promise<LeastSize | undefined> {
  const largestIT = Math.max(...scope.phases.map((p) => scenario.phases[p]!.itCapacityMW));
  if (isDecomposed(engine, scenario, scope)) {
    const decomposition = decompose(scenario, scope);
    const { linking, block } = decomposition.program;
    const program: BlockAngularProgram = {
      ...decomposition.program,
      linking: withSteps(bounded(linking, largestIT), growthOf(decomposition.buildOut.phases, sizes)),
      block: (at, pulse) => {
        const own = block(at, pulse);
        return { ...own, program: unpriced(own.program) };
      },
    };
    const gapFloor = (FLOOR_SHARE * largestIT) / Math.max(...sizes.map(({ step }) => step));
    const found = await engine.solveBlocks(program, task, { relativeGap: engine.relativeGap, gapFloor });
    if (found.status === 'optimal') {
      const { objective, dualBound } = certifyBlocks(program, found);
      const { linking: values, blocks } = found;
      const stage: Stage = { status: 'solved', kind: 'decomposed', scope, decomposition, linking: values, blocks };
      return { size: objective, atLeast: Math.max(0, dualBound), stage };
    }
    if (found.status !== 'open') return undefined;
  }
  const formulation = formulate(scenario, scope);
  const program = withSteps(unpriced(bounded(formulation.program, largestIT)), growthOf(formulation.phases, sizes));
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

/** Columns that may be no larger than `present` and so many steps. */
type Growth = readonly { readonly column: number; readonly present: number; readonly step: number }[];

const growthOf = (phases: readonly { readonly K: VariableBlock }[], sizes: readonly GrowingSize[]): Growth =>
  sizes.flatMap(({ i, present, step }) => phases.map(({ K }) => ({ column: K.at(i), present, step })));

/** With a last column that counts steps, and nothing but that to be made small. */
function withSteps(program: LinearProgram, growth: Growth): LinearProgram {
  const { columnCount, rowCount, columnLower, columnUpper, rowLower, rowUpper, rowStart, rowStep } = program;
  const more = growth.length;
  const objective = new Float64Array(columnCount + 1);
  objective[columnCount] = 1;
  const block = (name: string, first: number, length: number): Block => ({ name, of: [], first, length });
  return {
    ...program,
    ...{ columnCount: columnCount + 1, rowCount: rowCount + more, objective, objectiveConstant: 0 },
    columnLower: Float64Array.from([...columnLower, 0]),
    columnUpper: Float64Array.from([...columnUpper, Number.POSITIVE_INFINITY]),
    rowLower: Float64Array.from([...rowLower, ...growth.map(({ present }) => -present)]),
    rowUpper: Float64Array.from([...rowUpper, ...growth.map(() => Number.POSITIVE_INFINITY)]),
    rowStart: Int32Array.from([...rowStart, ...growth.map((_, at) => rowStart[rowCount]! + 2 * (at + 1))]),
    rowStep: Int32Array.from([...rowStep, ...growth.map(() => -1)]),
    columnIndex: Int32Array.from([...program.columnIndex, ...growth.flatMap(({ column }) => [column, columnCount])]),
    coefficient: Float64Array.from([...program.coefficient, ...growth.flatMap(({ step }) => [-1, step])]),
    columnBlocks: [...program.columnBlocks, block('steps', columnCount, 1)],
    rowBlocks: [...program.rowBlocks, block('atMostSteps', rowCount, more)],
  };
}
