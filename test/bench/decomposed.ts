/**
 * Many phases and weather years, block by block, against the same as one programme. Each plan runs in a process of its own,
 * so that its memory is its own. BENCH_LONG=1 adds five weather years as one programme, which is given 15 minutes.
 */

import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programToMps } from '../../src/lp/text/mps.ts';
import { formulate } from '../../src/model/formulation.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import type { Measurement } from './main.ts';
import type { PlanOnce } from './plan-once.ts';
import { richCase } from './weather.ts';

const FIFTEEN_MINUTES = 900;

interface Asked {
  readonly years: number;
  readonly phases: number;
  readonly method?: 'decomposed' | 'one-lp';
  readonly gap?: number;
}

const run = promisify(execFile);

async function planOnce({ years, phases, method = 'decomposed', gap = 1e-6 }: Asked): Promise<PlanOnce> {
  const file = new URL('./plan-once.ts', import.meta.url).pathname;
  const given = [years, phases, method, gap, FIFTEEN_MINUTES].map((value) => String(value));
  try {
    const { stdout } = await run(process.execPath, [file, ...given]);
    return JSON.parse(stdout) as PlanOnce;
  } catch (error) {
    // A refused plan is a figure too: the other measurements go on.
    console.error(error instanceof Error ? error.message : error);
    return { status: 'no answer', seconds: Number.NaN, peakMB: Number.NaN, iterations: Number.NaN };
  }
}

export async function* benchDecomposed(): AsyncGenerator<Measurement> {
  const year = await planOnce({ years: 1, phases: 1 });
  yield { name: `one phase, 1 year (${year.iterations} rounds)`, value: year.seconds, unit: 's' };
  const five = await planOnce({ years: 5, phases: 1 });
  yield { name: `one phase, 5 years ÷ 1 year (${five.iterations} rounds)`, ...ratio(five, year), limit: 3.5 };
  const twenty = await planOnce({ years: 20, phases: 1 });
  yield { name: `one phase, 20 years ÷ 5 years (${twenty.iterations} rounds)`, ...ratio(twenty, five), limit: 4.2 };
  yield { name: 'one phase, 20 years: memory', value: twenty.peakMB, unit: 'MB', limit: 1500 };
  const phases = await planOnce({ years: 1, phases: 5 });
  yield { name: `five phases, 1 year ÷ one phase (${phases.iterations} rounds)`, ...ratio(phases, year), limit: 4 };
  const all = await planOnce({ years: 20, phases: 5, gap: 1e-4 });
  yield { name: `five phases, 20 years (${all.status})`, value: all.seconds, unit: 's', limit: FIFTEEN_MINUTES };
  yield { name: 'five phases, 20 years: memory', value: all.peakMB, unit: 'MB', limit: 4000 };
  yield { name: 'five phases, 20 years: gap', value: all.gap ?? Number.NaN, unit: 'ratio', limit: 1e-4 };
  yield { name: 'npm run demo', value: await demoSeconds(), unit: 's', limit: 90 };
  const whole = await planOnce({ years: 1, phases: 1, method: 'one-lp' });
  const apart = Math.abs((year.objective ?? Number.NaN) - (whole.objective ?? Number.NaN)) / (whole.objective ?? 1);
  yield { name: `one LP (${whole.status})`, value: whole.seconds, unit: 's' };
  yield { name: 'one phase, 1 year ÷ one LP', value: year.seconds / whole.seconds, unit: 'ratio', limit: 0.15 };
  // Nothing to compare with where one LP came to no end.
  if (whole.status === 'optimal') yield { name: 'objectives apart', value: apart, unit: 'ratio', limit: 1e-6 };
  yield* natives(year.seconds);
  if (process.env.BENCH_LONG === '1') yield await fiveYearsAsOne();
}

function ratio(one: PlanOnce, other: PlanOnce): Pick<Measurement, 'value' | 'unit'> {
  const isAnswered = one.status === 'optimal' && other.status === 'optimal';
  return { value: isAnswered ? one.seconds / other.seconds : Number.NaN, unit: 'ratio' };
}

async function fiveYearsAsOne(): Promise<Measurement> {
  const { status, seconds } = await planOnce({ years: 5, phases: 1, method: 'one-lp' });
  return { name: `one phase, 5 years as one LP (${status})`, value: seconds, unit: 's' };
}

async function demoSeconds(): Promise<number> {
  const root = new URL('../..', import.meta.url).pathname;
  const begun = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const child = spawn('npm', ['run', 'demo'], { cwd: root, stdio: 'ignore' });
  child.on('error', reject);
  child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the demo ends with ${code}`))));
  await promise;
  return (performance.now() - begun) / 1000;
}

/** The same phase as MPS by solvers on the PATH, each given five minutes. */
async function* natives(ours: number): AsyncGenerator<Measurement> {
  const scenario = await richCase(1, 1);
  const place = await mkdtemp(join(tmpdir(), 'hourmatch-bench-'));
  try {
    const mps = join(place, 'phase.mps');
    await writeFile(mps, programToMps(formulate(scenario, wholeScope(scenario)).program));
    const commands: readonly (readonly [string, ...string[]])[] = [
      ['highs', '--time_limit', '300', mps],
      ['clp', mps, '-seconds', '300', '-dualsimplex'],
      ['glpsol', '--tmlim', '300', '--freemps', mps],
    ];
    for (const [command, ...given] of commands) yield await native(command, given, ours);
  } finally {
    await rm(place, { recursive: true });
  }
}

async function native(command: string, given: readonly string[], ours: number): Promise<Measurement> {
  const begun = performance.now();
  try {
    const { stdout } = await run(command, given, { maxBuffer: 2 ** 28, timeout: 330_000 });
    const isOptimal =
      /optimal (lp )?(solution found|objective)|status *: *optimal/i.test(stdout) && !/time limit/i.test(stdout);
    const answer = isOptimal ? 'optimal' : 'no optimum in 300 s';
    const seconds = (performance.now() - begun) / 1000;
    return { name: `one phase, 1 year ÷ ${command} on its MPS (${answer})`, value: ours / seconds, unit: 'ratio' };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return {
      name: `${command} on its MPS: ${isMissing ? 'not installed' : 'no answer'}`,
      value: Number.NaN,
      unit: '',
    };
  }
}
