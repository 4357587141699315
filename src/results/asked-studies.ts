/** Studies that solve: what each is made from, and how its document is made from that and from what was asked. */

import type { StudyDocuments } from '../report/studies/studies.ts';
import type { Engine } from '../studies/engine.ts';
import { alternativesOfScenario } from './read-alternatives.ts';
import { outsampleOfDirectory } from './read-outsample.ts';
import { repairOfScenario } from './read-repair.ts';

export type AskedStudy = 'outsample' | 'repair' | 'alternatives';

export interface StudyToMake<Name extends AskedStudy = AskedStudy> {
  readonly study: Name;
  /** Directories of results and files of scenarios. */
  readonly places: readonly string[];
  readonly asked: StudyDocuments[Name]['asked'];
}

const makers: {
  readonly [Name in AskedStudy]: (
    places: readonly string[],
    asked: StudyDocuments[Name]['asked'],
    engine: Engine,
  ) => Promise<StudyDocuments[Name]>;
} = {
  outsample: outsampleOfDirectory,
  repair: repairOfScenario,
  alternatives: alternativesOfScenario,
};

/** @throws InputError where something it is made from is missing or wrong; as its studies do */
export function makeStudy<Name extends AskedStudy>(
  { study, places, asked }: StudyToMake<Name>,
  engine: Engine,
): Promise<StudyDocuments[Name]> {
  return makers[study](places, asked, engine);
}
