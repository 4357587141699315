/** What handing a program to HiGHS costs: our arrays against the same program as text from memory. */

import loadHighs, { type Highs } from 'highs';
import { programToMps } from '../../src/lp/text/mps.ts';
import { passToHighs } from '../../src/solvers/highs-run.ts';
import { requireMeaningful } from '../../src/solvers/program-checks.ts';
import { storageYear } from '../conformance/storage-year.ts';

const ROUNDS = 5;

/** A ratio of medians above 1 would mean that writing a file and having it read were the better adapter. */
export async function benchSolvers(): Promise<{ name: string; value: number; unit: string; limit?: number }[]> {
  const program = storageYear(8400);
  const mps = new TextEncoder().encode(programToMps(program));
  const highs = await loadHighs();
  const fromArrays: number[] = [];
  const fromText: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    fromArrays.push(
      milliseconds(highs, (model) => {
        requireMeaningful(program, { timeLimitSeconds: Number.POSITIVE_INFINITY });
        passToHighs(model, program);
      }),
    );
    fromText.push(milliseconds(highs, (model) => model.readModel({ format: 'mps', data: mps })));
  }
  const ratio = median(fromArrays) / median(fromText);
  return [
    { name: `${program.rowCount} rows to HiGHS from arrays`, value: median(fromArrays), unit: 'ms' },
    { name: `${program.rowCount} rows to HiGHS as MPS from memory`, value: median(fromText), unit: 'ms' },
    { name: 'arrays against MPS', value: ratio, unit: 'ratio', limit: 1 },
  ];
}

/** A new model each time: filling it, and nothing else. */
function milliseconds(highs: Highs, fill: (model: Parameters<typeof passToHighs>[0]) => unknown): number {
  return highs.withModel((model) => {
    const started = performance.now();
    fill(model);
    return performance.now() - started;
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
