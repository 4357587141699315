/** Sizes of a plan in weather years: the least that stays unmatched there, whatever it costs, proven phase by phase. */

import { VerificationError } from '../errors.ts';
import { cfeScore } from '../metrics/cfe-score.ts';
import { unmatched } from '../metrics/unmatched.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { onlyYear } from '../scenario/weather-years.ts';
import type { BuildOut, PhaseSchedule, WeatherYearSchedule } from '../schedule/schedule.ts';
import { stampOfHour } from '../time.ts';
import { relativeGap, tolerance } from '../units.ts';
import { roomMWh } from '../verify/law.ts';
import { verifySchedule } from '../verify/verify-schedule.ts';
import { sizesBuilt } from './asked-scopes.ts';
import type { Engine } from './engine.ts';
import type { Outsample } from './outsample/document.ts';
import { certifyStage, type Stage, solutionAt } from './prove.ts';
import { leastImportScope } from './scope.ts';
import { solveForSure } from './solve-scope.ts';

/** Of what is missing, or of a thousandth of the work where less is: a tenth of a MWh of a thousand. */
const GAP = 1e-4;
const SIDE_BY_SIDE = 4;

type PhaseResult = Outsample['phases'][number];
type YearResult = PhaseResult['years'][number];

export interface SizesToTest {
  /** In the weather years that are tested. */
  readonly scenario: Scenario;
  readonly buildOut: readonly BuildOut[];
  /** By weather year: whether the sizes were made for it, it is another, or a harder one. */
  readonly kinds: readonly Outsample['tested'][number]['kind'][];
}

/** Years that are done in all phases, rising, and what was found in them. */
export interface TestedSoFar {
  readonly years: readonly number[];
  readonly phases: PhaseResult[];
}

/**
 * Hours know their year ahead, as those of the plan do.
 *
 * @param keep hears of each year that is done while others are not
 * @throws VerificationError where an answer breaks a law or is not proven; SolverError where there is none
 */
export async function outsample(
  { scenario, buildOut, kinds }: SizesToTest,
  engine: Engine,
  keep: (so: TestedSoFar) => void = () => undefined,
): Promise<PhaseResult[]> {
  const { emissionsLimitTonnesPerYear: _, ...grid } = scenario.grid;
  const open: Scenario = {
    ...scenario,
    matching: { kind: 'none' },
    grid: { ...grid, importLimitMW: Number.POSITIVE_INFINITY },
  };
  const coarse: Engine = { ...engine, relativeGap: GAP };
  const { phases, weatherYears } = scenario;
  const built = buildOut.map(sizesBuilt);
  const found: YearResult[][] = [];
  const phasesIn = (years: readonly number[]) =>
    phases.map(({ name }, p) =>
      phaseResult(
        name,
        years.map((y) => ({ ...found[y]![p]!, kind: kinds[y] })),
      ),
    );
  // One by one, some side by side: with sizes given no year has to do with another, and those that leave nothing take longer.
  const places = weatherYears.flatMap((_, y) => phases.map((_, p) => ({ p, y }))).values();
  const solved = weatherYears.map((): TestedPlace[] => []);
  const work = async () => {
    for (const { p, y } of places) {
      const ofYear = solved[y]!;
      ofYear[p] = await testedPlace(open, built, { p, y }, coarse);
      if (Object.keys(ofYear).length < phases.length) continue;
      requireLawful(onlyYear(open, y), ofYear, buildOut);
      found[y] = ofYear.map(({ schedule, atLeastMWh }, at) =>
        yearResult(scenario, { p: at, y }, schedule.weatherYears[0]!, atLeastMWh),
      );
      solved[y] = [];
      const years = [...found.keys()].filter((one) => found[one] !== undefined);
      if (years.length < weatherYears.length) keep({ years, phases: phasesIn(years) });
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return phasesIn([...found.keys()]);
}

interface TestedPlace {
  readonly schedule: PhaseSchedule;
  readonly atLeastMWh: number;
}

async function testedPlace(
  scenario: Scenario,
  built: readonly Float64Array[],
  { p, y }: { readonly p: number; readonly y: number },
  engine: Engine,
): Promise<TestedPlace> {
  const scope = { ...leastImportScope(scenario, p, built), weatherYears: [y] };
  const task = `${scenario.phases[p]!.name}, ${scenario.weatherYears[y]!.name}: least unmatched energy`;
  const stage = await solveForSure(scenario, scope, engine, task);
  if (stage.status !== 'solved') {
    throw new VerificationError(`${task}: none was found (${stage.status}), though the grid may serve all.`);
  }
  const [schedule] = solutionAt(scenario, stage).phases;
  return { schedule: schedule!, atLeastMWh: leastProven(scenario, { p, y }, stage) };
}

/** @param scenario of one weather year */
function requireLawful(scenario: Scenario, places: readonly TestedPlace[], buildOut: readonly BuildOut[]): void {
  const { violations } = verifySchedule(scenario, { phases: places.map(({ schedule }) => schedule) }, buildOut);
  if (violations.length === 0) return;
  throw new VerificationError(`Sizes in other years break a law: ${violations[0]!.problem}`);
}

/** What the duals prove of the import [MWh]. */
function leastProven(
  { load, phases, weatherYears }: Scenario,
  { p, y }: { p: number; y: number },
  stage: Stage,
): number {
  const { objective, dualBound } = certifyStage(stage);
  const floor = tolerance.gapFloorShare * load.utilisation * phases[p]!.itCapacityMW * weatherYears[y]!.hours;
  const gap = relativeGap(objective, dualBound, floor);
  if (gap <= GAP) return Math.max(0, dualBound);
  throw new VerificationError(
    `Unmatched energy is ${objective} MWh, proven no more than ${dualBound}: a gap of ${gap}.`,
  );
}

function phaseResult(
  name: string,
  years: readonly (YearResult & { readonly kind: SizesToTest['kinds'][number] | undefined })[],
): PhaseResult {
  const others = years.filter(({ kind }) => kind === 'weather');
  return {
    name,
    years: years.map(({ kind: _, ...year }) => year),
    ...(others.length > 0 && { summary: summaryOf(others) }),
  };
}

const WINDOWS = [24, 72, 168];

function yearResult(
  scenario: Scenario,
  { p, y }: { readonly p: number; readonly y: number },
  flows: WeatherYearSchedule,
  atLeastMWh: number,
): YearResult {
  const { matching, phases, weatherYears } = scenario;
  const { name, loadMW, importMW } = flows;
  const counted = unmatched(loadMW, importMW);
  const loadMWh = loadMW.reduce((sum, mw) => sum + mw, 0);
  const { year, hours } = weatherYears[y]!;
  return {
    name,
    cfeScore: cfeScore(loadMW, importMW),
    ...counted,
    atLeastMWh,
    ...(matching.kind === 'hourly' && {
      // By what is proven: what a coarse answer leaves over is no miss.
      meetsTarget: atLeastMWh <= (1 - matching.target) * loadMWh + roomMWh(phases[p]!) * hours,
    }),
    worst: WINDOWS.filter((length) => length < hours).map((length) => {
      const { from, energy } = worstWindow(importMW, length);
      return { hours: length, from: stampOfHour(year, from), unmatchedMWh: energy };
    }),
  };
}

/** The first of the stretches of this length in which most is imported. */
export function worstWindow(
  importMW: Float64Array,
  length: number,
): { readonly from: number; readonly energy: number } {
  let sum = 0;
  for (let h = 0; h < length; h++) sum += importMW[h]!;
  let [energy, from] = [sum, 0];
  for (let h = length; h < importMW.length; h++) {
    sum += importMW[h]! - importMW[h - length]!;
    if (sum > energy) [energy, from] = [sum, h - length + 1];
  }
  return { from, energy };
}

const QUANTILES = [0.5, 0.9, 1];
const WORST_SHARE = 0.1;

/** Of years that are as likely as each other. */
export function summaryOf(years: readonly YearResult[]): NonNullable<PhaseResult['summary']> {
  const n = years.length;
  const rising = years.map(({ unmatchedMWh }) => unmatchedMWh).toSorted((a, b) => a - b);
  const falling = years.map((year) => year.cfeScore).toSorted((a, b) => b - a);
  const targeted = years.filter(({ meetsTarget }) => meetsTarget !== undefined);
  return {
    n,
    ...(targeted.length > 0 && { missed: targeted.filter(({ meetsTarget }) => meetsTarget === false).length }),
    quantiles: QUANTILES.map((share) => {
      const rank = Math.max(0, Math.ceil(share * n) - 1);
      return { share, unmatchedMWh: rising[rank]!, cfeScore: falling[rank]! };
    }),
    conditionalValueAtRisk: { share: WORST_SHARE, unmatchedMWh: meanOfWorst(rising, WORST_SHARE) },
  };
}

/** A share that is no whole number of years takes a part of the last of them (Rockafellar and Uryasev, 2002). */
function meanOfWorst(rising: readonly number[], share: number): number {
  let left = share * rising.length;
  const all = left;
  let sum = 0;
  for (const value of rising.toReversed()) {
    const taken = Math.min(1, left);
    sum += taken * value;
    left -= taken;
    if (left <= 0) break;
  }
  return sum / all;
}
