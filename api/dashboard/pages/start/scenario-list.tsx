/** Stored scenarios with the last run of each. */

import { useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { ListedScenario, RunDocument } from '../../client/types.ts';
import { RunCells, RunHeads } from '../../parts/run-cells.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Problem } from '../../parts/states.tsx';
import { go, linkTo } from '../../state/location.ts';
import { megawatts } from '../../words/figures.ts';
import { pair, words } from '../../words/words.ts';

export function ScenarioList({ scenarios }: { readonly scenarios: readonly ListedScenario[] }) {
  const w = words();
  const [error, setError] = useState<Error>();
  const plan = async (scenario: string) => {
    try {
      const run = await ask<RunDocument>('/v1/runs', { method: 'POST', body: { scenario } });
      go(linkTo(['runs', run.id]));
    } catch (refused) {
      setError(refused as Error);
    }
  };
  return (
    <section>
      <h1>{w.scenarios}</h1>
      {error !== undefined && <Problem error={error} />}
      <Scroll label={w.scenarios}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.scenario}</th>
              <th scope="col">{w.phase.computing}</th>
              <RunHeads />
              <td />
            </tr>
          </thead>
          <tbody>
            {scenarios.map(({ id, name, phases, lastRun }) => (
              <tr key={id}>
                <th scope="row" class="long">
                  {name}
                </th>
                <td>{phases.map(({ itCapacityMW }) => megawatts(itCapacityMW)).join(' → ')}</td>
                <RunCells run={lastRun} />
                <td>
                  <div class="row actions">
                    <a class="button" href={linkTo(['scenarios', id])} aria-label={pair(w.editor.edit, name)}>
                      {w.editor.edit}
                    </a>
                    <button type="button" aria-label={pair(w.start.plan, name)} onClick={() => plan(id)}>
                      {w.start.plan}
                    </button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
