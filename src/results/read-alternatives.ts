/** The file of a scenario → what else is nearly as good as its cheapest plan. */

import { loadScenario } from '../scenario/load.ts';
import type { Alternatives } from '../studies/alternatives/document.ts';
import { alternatives } from '../studies/alternatives.ts';
import type { Engine } from '../studies/engine.ts';
import { headOfScenario } from './head-of-scenario.ts';

/** @throws ScenarioError with every fault of the scenario */
export async function alternativesOfScenario(
  [file]: readonly string[],
  asked: Alternatives['asked'],
  engine: Engine,
): Promise<Alternatives> {
  const loaded = await loadScenario(file!);
  return { ...headOfScenario(loaded), asked, ...(await alternatives(loaded.scenario, asked.slack, engine)) };
}
