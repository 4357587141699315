/** The first phase as one LP: what building it costs, what HiGHS needs for the same as MPS. */

import loadHighs from 'highs';
import { programToMps } from '../../src/lp/text/mps.ts';
import { formulate } from '../../src/model/formulation.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import type { Measurement } from './main.ts';

const BUILDS = 5;

export async function benchOneLp(): Promise<Measurement[]> {
  const { scenario } = await loadScenario(new URL('../../data/scenarios/first-phase.yaml', import.meta.url).pathname);
  const scope = wholeScope(scenario);
  const builds = Array.from({ length: BUILDS }, () => seconds(() => formulate(scenario, scope)));
  const building = builds.toSorted((a, b) => a - b)[Math.floor(BUILDS / 2)]!;
  const { program } = formulate(scenario, scope);

  const started = performance.now();
  const direct = await highsSolver.solve(program, { timeLimitSeconds: Number.POSITIVE_INFINITY });
  const solving = (performance.now() - started) / 1000;

  const mps = new TextEncoder().encode(programToMps(program));
  const highs = await loadHighs();
  let objectiveOfText = Number.NaN;
  const fromText = seconds(() =>
    highs.withModel((model) => {
      model.options.set({ output_flag: false });
      model.readModel({ format: 'mps', data: mps });
      model.run();
      objectiveOfText = model.getObjectiveValue();
    }),
  );

  if (direct.status !== 'optimal') throw new Error('the first phase has no optimum');
  const difference = Math.abs(direct.objective - objectiveOfText) / Math.abs(objectiveOfText);
  return [
    { name: `rows of the first phase`, value: program.rowCount, unit: '' },
    { name: `columns`, value: program.columnCount, unit: '' },
    { name: `non-zeros`, value: program.coefficient.length, unit: '' },
    { name: 'one LP from nothing', value: solving, unit: 's' },
    { name: 'building it ÷ solving it', value: building / solving, unit: 'ratio', limit: 0.05 },
    { name: 'one LP ÷ HiGHS on its MPS', value: solving / fromText, unit: 'ratio', limit: 1.25 },
    { name: 'objective apart from that of the MPS', value: difference, unit: 'ratio', limit: 1e-6 },
  ];
}

function seconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}
