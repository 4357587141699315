/** Studies that solve: what each is made from, and how its document is made from that and from what was asked. */

import type { StudyDocuments } from '../../report/studies/studies.ts';
import { type LoadedScenario, loadScenario } from '../../scenario/load.ts';
import type { Engine } from '../../studies/engine.ts';
import { alternativesOfScenario } from './read-alternatives.ts';
import { type OperationAsked, operationOfDirectory } from './read-operate.ts';
import { outsampleOfDirectory } from './read-outsample.ts';
import { repairOfScenario } from './read-repair.ts';
import { valuesOfDirectory } from './read-values.ts';

export type AskedStudy = 'values' | 'outsample' | 'repair' | 'alternatives' | 'operate';

/** What is asked of each; of an operation, its place may be left open. */
type AskedOf<Name extends AskedStudy> = Name extends 'operate'
  ? OperationAsked
  : StudyDocuments[Name] extends { readonly asked: infer Asked }
    ? Asked
    : Readonly<Record<never, never>>;

export interface StudyToMake<Name extends AskedStudy = AskedStudy> {
  readonly study: Name;
  /** Directories of results and files of scenarios. */
  readonly places: readonly string[];
  readonly asked: AskedOf<Name>;
  /** In place of the file of a scenario, for what has none: the one it is about, or that of other weather years. */
  readonly loaded?: LoadedScenario;
}

/** Hears of a study on its way, where it can tell. */
export interface StudyOnItsWay {
  /** How many programmes it is going to solve. */
  expect(programmes: number): void;
  /** All that is known by now. */
  keep(document: StudyDocuments[AskedStudy]): void;
}

const nobody: StudyOnItsWay = { expect: () => undefined, keep: () => undefined };

const makers: {
  readonly [Name in AskedStudy]: (
    places: readonly string[],
    asked: AskedOf<Name>,
    engine: Engine,
    tell: StudyOnItsWay,
    loaded?: LoadedScenario,
  ) => Promise<StudyDocuments[Name]>;
} = {
  values: ([directory]) => valuesOfDirectory(directory!),
  outsample: (places, asked, engine, { keep }, loaded) => outsampleOfDirectory(places, asked, engine, keep, loaded),
  repair: async ([file], asked, engine, { keep }, loaded) =>
    repairOfScenario(loaded ?? (await loadScenario(file!)), asked, engine, keep),
  alternatives: async ([file], asked, engine, { keep }, loaded) =>
    alternativesOfScenario(loaded ?? (await loadScenario(file!)), asked, engine, keep),
  operate: operationOfDirectory,
};

/** @throws InputError where something it is made from is missing or wrong; as its studies do */
export function makeStudy<Name extends AskedStudy>(
  { study, places, asked, loaded }: StudyToMake<Name>,
  engine: Engine,
  tell: StudyOnItsWay = nobody,
): Promise<StudyDocuments[Name]> {
  return makers[study](places, asked, engine, tell, loaded);
}
