/** A result directory → what its plan reaches when hours ahead are forecast. */

import { basename } from 'node:path';
import { ResultError } from '../../errors.ts';
import { erringForecast } from '../../profiles/synthesis/forecast-errors.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { onlyYear } from '../../scenario/weather-years.ts';
import type { Engine } from '../../studies/engine.ts';
import type { Operation } from '../../studies/operate/document.ts';
import { persistence } from '../../studies/operate/persistence.ts';
import type { Forecast } from '../../studies/operate/roll.ts';
import { uncovered } from '../../studies/operate/uncovered.ts';
import { yearToOperate } from '../../studies/operate/year-to-operate.ts';
import { operate } from '../../studies/operate.ts';
import { hourmatchVersion } from '../document/hourmatch-version.ts';
import { RESULT_FILE } from '../files/file-names.ts';
import { readResultDirectory } from '../read-directory.ts';
import { type IssuedForecasts, readIssuedForecasts } from './read-issued-forecasts.ts';

/** What `asked` names by name; the first where there is none of the name. */
export type OperationAsked = Omit<Operation['asked'], 'phase' | 'weatherYear'> & {
  readonly phase?: string;
  readonly weatherYear?: string;
};

/**
 * @param places the result and, where forecasts are those of a file, the file
 * @throws ResultError where there is no plan with its duals, or one that windows do not cover; ProfileError of the forecasts
 */
export async function operationOfDirectory(
  [directory, forecastFile]: readonly string[],
  asked: OperationAsked,
  engine: Engine,
  tell: { expect(programmes: number): void; keep(so: Operation): void },
): Promise<Operation> {
  const { loaded, schedule, buildOut, proofs = [], hashes, document } = await readResultDirectory(directory!);
  const { scenario } = loaded;
  const refuse = (where: string, problem: string, expected: string) =>
    new ResultError(basename(directory!), [{ code: 'result.unreadable', where, problem, expected }]);
  const named = (list: readonly { readonly name: string }[], name: string | undefined, where: string) => {
    const at = name === undefined ? 0 : list.findIndex((one) => one.name === name);
    if (at < 0) throw refuse(where, `there is no ${name}`, `one of: ${list.map((one) => one.name).join(', ')}`);
    return at;
  };
  const p = named(scenario.phases, asked.phase, 'phase');
  const y = named(scenario.weatherYears, asked.weatherYear, 'weatherYear');
  const left = uncovered(scenario, p);
  if (left.length > 0) {
    throw refuse(
      'scenario',
      `windows do not cover ${left.join('; nor ')}`,
      'a plan without it: leave it out and plan again',
    );
  }
  const study = document.study === 'dispatch' ? 'dispatch' : 'plan';
  const year = schedule && yearToOperate(scenario, { schedule, proofs, study }, { p, y }, asked.unmatchedPricePerMWh);
  if (schedule === undefined || buildOut === undefined || year === undefined) {
    throw refuse(
      'proof',
      'there is no plan with its duals',
      'the result of a plan or a dispatch, as optimise writes it',
    );
  }
  const whole: Operation['asked'] = {
    ...asked,
    ...{ phase: scenario.phases[p]!.name, weatherYear: scenario.weatherYears[y]!.name },
  };
  const issued = await issuedOf(forecastFile, onlyYear(scenario, y), whole);
  const forecast = issued?.forecast ?? madeForecast(year.scenario, whole.forecast);
  const head = {
    ...({ schemaVersion: 1, hourmatchVersion } as const),
    synthetic: loaded.inputs.some(({ synthetic }) => synthetic),
    scenario: { name: scenario.name, contentHash: loaded.contentHash, currency: scenario.currency },
    resultSha256: hashes.get(RESULT_FILE)!,
    inputs: issued ? [{ file: issued.file, sha256: issued.sha256 }] : [],
  };
  const given = { scenario, schedule, buildOut, y, year, asked: whole, ...(forecast && { forecast }) };
  const hours = Math.min(year.plan.loadMW.length, whole.hours ?? Number.POSITIVE_INFINITY);
  tell.expect((forecast ? 2 : 1) * Math.ceil(hours / whole.stepHours));
  return { ...head, ...(await operate(given, engine, (found) => tell.keep({ ...head, ...found }))) };
}

async function issuedOf(
  file: string | undefined,
  scenario: Scenario,
  { forecast, windowHours, stepHours, hours }: Operation['asked'],
): Promise<IssuedForecasts | undefined> {
  if (forecast.kind !== 'file') return undefined;
  const all = scenario.weatherYears[0]!.hours;
  const steps = Math.ceil((hours ?? all) / stepHours);
  const windows = Array.from({ length: steps }, (_, at): [number, number] => [
    at * stepHours,
    Math.min(all, at * stepHours + windowHours),
  ]);
  return readIssuedForecasts(file ?? '', scenario, windows);
}

function madeForecast({ renewables }: Scenario, asked: Operation['asked']['forecast']): Forecast | undefined {
  if (asked.kind !== 'persistence' && asked.kind !== 'errors') return undefined;
  const plants = renewables.map(({ name, capacityFactor }) =>
    asked.kind === 'errors' ? erringForecast(capacityFactor[0]!, name, asked) : persistence(capacityFactor[0]!),
  );
  return (from, to) => plants.map((plant) => plant(from, to));
}
