/** Other sizes than those of the plan, for what weather does to them: of some years tested in the others, and of ever more years. */

import type { Scenario } from '../../scenario/scenario.ts';
import { joinedYears } from '../../scenario/weather-years.ts';
import type { Engine } from '../engine.ts';
import { outsample } from '../outsample.ts';
import { plan } from '../plan.ts';
import type { Outsample } from './document.ts';

type Fold = NonNullable<Outsample['folds']>[number];
type Grown = NonNullable<Outsample['grown']>;

const namesOf = (years: readonly Scenario[]) => years.map(({ weatherYears }) => weatherYears[0]!.name);

async function tested(
  years: readonly Scenario[],
  buildOut: Parameters<typeof outsample>[0]['buildOut'],
  engine: Engine,
) {
  return outsample({ scenario: joinedYears(years), buildOut, kinds: years.map(() => 'weather') }, engine);
}

/**
 * Years dealt out in turn to as many parts; each part is tested with sizes that were planned on all others, so every year once.
 *
 * @param years scenarios of one weather year each, alike but for their series; at least as many as parts
 * @param keep hears of the parts that are done
 */
export async function foldsOf(
  years: readonly Scenario[],
  parts: number,
  engine: Engine,
  keep: (folds: Fold[]) => void = () => undefined,
): Promise<Fold[]> {
  const folds: Fold[] = [];
  for (let part = 0; part < parts; part++) {
    const testing = years.filter((_, y) => y % parts === part);
    const sizing = years.filter((_, y) => y % parts !== part);
    const answer = await plan(joinedYears(sizing), engine, 'together', false);
    const about = { sizedOn: namesOf(sizing), testedIn: namesOf(testing), status: answer.status };
    folds.push(
      answer.status === 'optimal'
        ? { ...about, objective: answer.cost.objective, phases: await tested(testing, answer.buildOut, engine) }
        : { ...about, phases: [] },
    );
    keep([...folds]);
  }
  return folds;
}

/**
 * Plans, tests, and adds the year in which most is missing of those that miss the target, until none does: the plan of fewer years
 * that keeps it in all.
 *
 * @param own years to begin with @param others to be added; each a scenario of one weather year
 * @param keep hears of the years that were added so far, as of a plan that was not found in time
 */
export async function grownOf(
  own: readonly Scenario[],
  others: readonly Scenario[],
  engine: Engine,
  keep: (grown: Grown) => void = () => undefined,
): Promise<Grown> {
  const steps: Grown['steps'] = [];
  let [sizing, waiting] = [own, others];
  for (;;) {
    const answer = await plan(joinedYears(sizing), engine, 'together', false);
    const about = { sizedOn: namesOf(sizing), status: answer.status };
    if (answer.status !== 'optimal') return { ...about, steps };
    const { objective } = answer.cost;
    const phases = waiting.length === 0 ? [] : await tested(waiting, answer.buildOut, engine);
    const missing = waiting.map((_, y) =>
      phases.reduce((sum, { years }) => sum + (years[y]!.meetsTarget === false ? years[y]!.unmatchedMWh : 0), 0),
    );
    const unmatchedMWh = Math.max(0, ...missing);
    if (unmatchedMWh === 0) return { ...about, objective, steps };
    const worst = missing.indexOf(unmatchedMWh);
    const missed = missing.filter((mwh) => mwh > 0).length;
    steps.push({ objective, missed, added: namesOf(waiting)[worst]!, unmatchedMWh });
    [sizing, waiting] = [[...sizing, waiting[worst]!], waiting.filter((_, y) => y !== worst)];
    keep({ sizedOn: namesOf(sizing), status: 'limit', steps: [...steps] });
  }
}
