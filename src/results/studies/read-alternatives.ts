/** A scenario → what else is nearly as good as its cheapest plan. */

import type { LoadedScenario } from '../../scenario/load.ts';
import type { Alternatives } from '../../studies/alternatives/document.ts';
import { alternatives } from '../../studies/alternatives.ts';
import type { Engine } from '../../studies/engine.ts';
import { headOfScenario } from './head-of-scenario.ts';

export async function alternativesOfScenario(
  loaded: LoadedScenario,
  asked: Alternatives['asked'],
  engine: Engine,
  keep: (so: Alternatives) => void,
): Promise<Alternatives> {
  const head = { ...headOfScenario(loaded), asked };
  const { slack, groups } = asked;
  return { ...head, ...(await alternatives(loaded.scenario, slack, engine, groups, (so) => keep({ ...head, ...so }))) };
}
