/** A sweep on its way: points that are there are verified, the others solved; what is finished is kept whatever happens. */

import { dirname, relative } from 'node:path';
import type { LoadedScenario, StudyInput, Sweep } from '../../index.ts';
import type { Context } from '../context.ts';
import { emphasisOf } from '../emphasis.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { estimateText } from '../progress/remaining.ts';
import { solveInto } from '../solve-into.ts';
import { keepThreads, runJob } from '../thread/run-job.ts';
import { warned } from '../warned.ts';
import type { Vary } from './vary.ts';

/** Rounded up: what is proven must not be told better than it is. */
const PROVEN = { style: 'percent', maximumSignificantDigits: 2, roundingMode: 'ceil' } as const;

export interface SweepRequest extends Pick<StudyInput, 'study' | 'solver' | 'method'> {
  readonly file: string;
  readonly loaded: LoadedScenario;
  readonly vary: readonly Vary[];
  readonly directory: string;
  readonly band?: number;
  readonly lastPercent: boolean;
  readonly gap?: number;
  readonly threads?: number;
  readonly jobs?: number;
  readonly timeLimit?: number;
  readonly json?: true;
}

export async function runSweep(request: SweepRequest, context: Context): Promise<ExitCode> {
  const { terminal, signal } = context;
  const { directory, json } = request;
  await warned(request.file, request.loaded, terminal);
  const work = await sweepWork(request, context);
  try {
    const sweep = await work.run();
    const { studyText } = await import('../../report/studies/studies.ts');
    const layout = { width: terminal.printWidth, style: emphasisOf(terminal) };
    terminal.print(json ? JSON.stringify(sweep, null, 2) : studyText('sweep', sweep, layout));
    terminal.note(`Written to ${relative('.', directory) || '.'}.`);
    const hasPlan = sweep.points.some(({ answer }) => answer?.objective !== undefined);
    return hasPlan ? exitCode.ok : exitCode.noPlan;
  } catch (error) {
    if (!signal.aborted) throw error;
    terminal.note(`Interrupted. ${work.kept()} The same command goes on from there.`);
    return exitCode.interrupted;
  }
}

async function sweepWork(request: SweepRequest, context: Context) {
  const { terminal, signal } = context;
  const { loaded, file, vary, directory, study, band, lastPercent } = request;
  const ours = await import('../../index.ts');
  await ours.requireSweepPlace(directory);
  await ours.removeDrafts(directory);
  const points = await ours.pointsOfSweep(loaded.document, vary, { file, directory: dirname(file) });
  const sweep = new ours.SweepState({ loaded, vary, study, points, directory, band, lastPercent });
  const gap = request.gap ?? sweep.gap;
  const { threads, jobs } = sharesOf(request, ours.usualThreads());
  keepThreads();
  const began = performance.now();
  let solvedHere = 0;
  const solve = async (at: number): Promise<boolean> => {
    const place = sweep.placeOf(at);
    const isThere = await ours.holdsVerified(place, gap, (one) => runJob('verification', one, signal));
    if (!isThere) await solvePoint(place, points[at]!.loaded, { ...request, threads, gap }, signal);
    solvedHere += isThere ? 0 : 1;
    const text = await sweep.finish(at);
    const left = sweep.open(at).length;
    const each = (performance.now() - began) / 1000 / Math.max(1, solvedHere);
    const hasPace = band === undefined && left > 0 && solvedHere > 0;
    const more = `${isThere ? ', there already and verified' : ''}; ${points.length - left} of ${points.length}`;
    terminal.note(`${points[at]!.label}: ${text}${more}${hasPace ? `, ${estimateText(each * left)} left` : ''}`);
    return sweep.hasPlan(at);
  };
  const bound = async (asked: readonly { readonly at: number; readonly by: readonly number[] }[]) => {
    if (asked.length === 0) return [];
    const bands = await runJob('bands', sweep.bandsToFind(asked), signal);
    const widest = Math.max(...bands.map(ours.widthOf));
    const isClosed = Number.isFinite(widest);
    const width = isClosed
      ? `the widest band is ${widest.toLocaleString('en-US', PROVEN).replace('%', ' %')}`
      : 'not all of them from both sides';
    terminal.note(`${asked.length} values bounded without solving, ${width}`);
    return bands;
  };
  const work = { count: points.length, jobs, solve };
  return {
    kept: () => `${sweep.finished()} of ${points.length} values are solved and kept.`,
    async run(): Promise<Sweep> {
      if (band === undefined) await ours.sweepAll(work);
      else sweep.takeBands(await ours.sweepBanded({ ...work, values: sweep.curve(), band, bound }));
      return sweep.complete();
    },
  };
}

async function solvePoint(
  place: string,
  loaded: LoadedScenario,
  {
    file,
    study,
    solver,
    method,
    threads,
    gap,
    timeLimit,
  }: SweepRequest & { readonly threads: number; readonly gap: number },
  signal: AbortSignal,
): Promise<void> {
  const { inputsOnDisk } = await import('../../results/inputs/stored-inputs.ts');
  const { scenario } = loaded;
  const input: StudyInput = {
    ...{ scenario, study, solver, method, threads, foresight: 'together', baselines: 'none' },
    relativeGap: gap,
    timeLimitSeconds: timeLimit ?? Number.POSITIVE_INFINITY,
  };
  await solveInto(place, loaded, { input, readInput: inputsOnDisk(dirname(file)), hasReport: false, signal });
}

/** Blocks of one value share threads; what they leave idle solves further values beside it. */
function sharesOf({ threads, jobs, loaded: { scenario } }: SweepRequest, usual: number) {
  const all = threads ?? usual;
  const blocks = scenario.phases.length * scenario.weatherYears.length;
  const side = jobs ?? Math.max(1, Math.floor(all / blocks));
  return { threads: Math.max(1, Math.floor(all / side)), jobs: side };
}
