/** A scenario → why it has no plan, and what would make one possible. */

import type { LoadedScenario } from '../../scenario/load.ts';
import type { Engine } from '../../studies/engine.ts';
import type { Repair } from '../../studies/repair/document.ts';
import { repair } from '../../studies/repair.ts';
import { headOfScenario } from './head-of-scenario.ts';

export async function repairOfScenario(
  loaded: LoadedScenario,
  asked: Repair['asked'],
  engine: Engine,
  keep: (so: Repair) => void,
): Promise<Repair> {
  const head = { ...headOfScenario(loaded), asked };
  return { ...head, ...(await repair(loaded.scenario, engine, (so) => keep({ ...head, ...so }))) };
}
