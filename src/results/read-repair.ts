/** A scenario → why it has no plan, and what would make one possible. */

import type { LoadedScenario } from '../scenario/load.ts';
import type { Engine } from '../studies/engine.ts';
import type { Repair } from '../studies/repair/document.ts';
import { repair } from '../studies/repair.ts';
import { headOfScenario } from './head-of-scenario.ts';

export async function repairOfScenario(
  loaded: LoadedScenario,
  asked: Repair['asked'],
  engine: Engine,
): Promise<Repair> {
  return { ...headOfScenario(loaded), asked, ...(await repair(loaded.scenario, engine)) };
}
