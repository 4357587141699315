/** The file of a scenario → why it has no plan, and what would make one possible. */

import { loadScenario } from '../scenario/load.ts';
import type { Engine } from '../studies/engine.ts';
import type { Repair } from '../studies/repair/document.ts';
import { repair } from '../studies/repair.ts';
import { headOfScenario } from './head-of-scenario.ts';

/** @throws ScenarioError with every fault of the scenario */
export async function repairOfScenario(
  [file]: readonly string[],
  asked: Repair['asked'],
  engine: Engine,
): Promise<Repair> {
  const loaded = await loadScenario(file!);
  return { ...headOfScenario(loaded), asked, ...(await repair(loaded.scenario, engine)) };
}
