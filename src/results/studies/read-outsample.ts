/** A result directory, and the files of other weather years → its sizes in those. */

import { basename, dirname, join } from 'node:path';
import { ResultError } from '../../errors.ts';
import { type LoadedScenario, loadScenarioDocument } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { joinedYears, onlyYear } from '../../scenario/weather-years.ts';
import type { Engine } from '../../studies/engine.ts';
import type { Outsample } from '../../studies/outsample/document.ts';
import { foldsOf, grownOf } from '../../studies/outsample/other-sizes.ts';
import { stressYears } from '../../studies/outsample/stress-years.ts';
import { outsample, type SizesToTest } from '../../studies/outsample.ts';
import { hourmatchVersion } from '../document/hourmatch-version.ts';
import { RESULT_FILE, TECHNOLOGIES } from '../files/file-names.ts';
import { unreadable } from '../files/inside-directory.ts';
import { type StoredInput, withReferences } from '../inputs/stored-inputs.ts';
import { type ResultDirectory, readResultDirectory } from '../read-directory.ts';

type Tested = Outsample['tested'][number];

/**
 * @param places the result, and the scenario file from whose folder the profiles of other years are named
 * @throws ResultError where there is no plan; ScenarioError with the faults of other years
 */
export async function outsampleOfDirectory(
  [directory, scenarioFile]: readonly string[],
  asked: Outsample['asked'],
  engine: Engine,
  keep: (so: Outsample) => void,
  loadedYears?: LoadedScenario,
): Promise<Outsample> {
  const result = await readResultDirectory(directory!);
  const { loaded, schedule, buildOut, hashes } = result;
  if (schedule === undefined || buildOut === undefined) {
    const problem = unreadable(RESULT_FILE, 'there is no plan whose sizes could be tested', 'the result of a plan');
    throw new ResultError(basename(directory!), [problem]);
  }
  const { scenario } = loaded;
  const others = loadedYears ?? (await otherYears(directory!, result, asked.weatherYears, scenarioFile));
  const own = scenario.weatherYears.map((_, y) => onlyYear(scenario, y));
  const stress = asked.stress ? stressYears(own[0]!, schedule) : [];
  const beside = others?.scenario.weatherYears.map((_, y) => onlyYear(others.scenario, y)) ?? [];
  const { fold, grow } = asked;
  requireOtherSizes(basename(directory!), asked, scenario, own.length + beside.length);
  const scenarios: Scenario[] = [...own, ...beside, ...stress.map((one) => one.scenario)];
  const tested: Tested[] = [
    ...scenario.weatherYears.map(({ name }): Tested => ({ name, kind: 'sized' })),
    ...asked.weatherYears.map((name): Tested => ({ name, kind: 'weather' })),
    ...stress.map(({ name, what }): Tested => ({ name, kind: 'stress', what })),
  ];
  const kinds = tested.map(({ kind }) => kind);
  const read = [loaded, ...(others ? [others] : [])].flatMap(({ inputs }) => inputs);
  const { matching } = scenario;
  const head = {
    ...({ schemaVersion: 1, hourmatchVersion } as const),
    synthetic: read.some(({ synthetic }) => synthetic),
    scenario: { name: scenario.name, contentHash: loaded.contentHash, currency: scenario.currency },
    resultSha256: hashes.get(RESULT_FILE)!,
    asked,
    inputs: (others?.inputs ?? [])
      .filter(({ kind }) => kind === 'profile')
      .map(({ file, sha256 }) => ({ file, sha256 })),
    ...(matching.kind === 'hourly' && { target: matching.target }),
  };
  let found: Found = { tested: [], phases: [] };
  const add = (more: Partial<Found>) => {
    found = { ...found, ...more };
    const unfinished = unfinishedOf(found, tested, asked);
    if (unfinished.length > 0) keep({ ...head, ...found, unfinished });
  };
  const sizes: SizesToTest = { scenario: joinedYears(scenarios), buildOut, kinds };
  const phases = await outsample(sizes, engine, (so) =>
    add({ tested: so.years.map((y) => tested[y]!), phases: so.phases }),
  );
  add({ tested, phases });
  if (fold !== undefined) await foldsOf([...own, ...beside], fold, engine, (folds) => add({ folds }));
  if (grow === true) found = { ...found, grown: await grownOf(own, beside, engine, (grown) => add({ grown })) };
  return { ...head, ...found };
}

type Found = Pick<Outsample, 'tested' | 'phases' | 'folds' | 'grown'>;

/** Years that were not tested, parts, and that years are added. */
function unfinishedOf(
  { tested, folds = [] }: Found,
  all: Outsample['tested'],
  { fold = 0, grow }: Outsample['asked'],
): string[] {
  const years = all.filter((one) => !tested.includes(one)).map(({ name }) => name);
  const parts = Array.from({ length: fold }, (_, part) => `years of part ${part + 1} of ${fold}`);
  return [
    ...years,
    ...parts.slice(folds.length),
    ...(grow ? ['the worst missed year added, until none is missed'] : []),
  ];
}

function requireOtherSizes(
  result: string,
  { fold = 0, grow }: Outsample['asked'],
  { matching }: Scenario,
  years: number,
): void {
  if (fold > years) {
    const problem = `${fold} parts of ${years} years`;
    const expected = 'at most one part a year: name more of them';
    throw new ResultError(result, [{ code: 'request.out-of-range', where: 'fold', problem, expected }]);
  }
  if (!grow || (matching.kind === 'hourly' && matching.over === 'everyYear')) return;
  const problem = 'no target is to be kept hour by hour in every year, so no year can miss it';
  throw new ResultError(result, [
    { code: 'request.out-of-range', where: 'grow', problem, expected: 'matching: { kind: hourly, over: everyYear }' },
  ]);
}

async function otherYears(
  directory: string,
  { loaded, inputs }: ResultDirectory,
  names: readonly string[],
  scenarioFile: string | undefined,
): Promise<LoadedScenario | undefined> {
  if (names.length === 0) return undefined;
  const years = loaded.document.weatherYears.map(({ name }) => name);
  const document = withReferences(loaded.document, (stored) => givenName(inputs, years, stored)) as object;
  return loadScenarioDocument(
    { ...document, weatherYears: names.map((name) => ({ name })) },
    {
      file: scenarioFile!,
      directory: dirname(scenarioFile!),
      technologies: join(directory, TECHNOLOGIES),
    },
  );
}

/** Of a copy in the result, the name by which the scenario called the file, for whatever weather year. */
function givenName(inputs: readonly StoredInput[], years: readonly string[], stored: string): string {
  for (const year of years) {
    const input = inputs.find(({ storedAs }) => storedAs === stored.replaceAll('{weatherYear}', year));
    if (input === undefined) continue;
    return stored.includes('{weatherYear}') ? input.file.replaceAll(year, '{weatherYear}') : input.file;
  }
  throw new RangeError(`${stored} is no input of a result that was read without fault.`);
}
