/** What hourly matching, flexible load and storage are worth: the plan beside its twins without them. */

import { useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { ResultDocument, RunDocument } from '../../client/types.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { Problem } from '../../parts/states.tsx';
import { go, linkTo } from '../../state/location.ts';
import { change, changeShare, share } from '../../words/figures.ts';
import { words } from '../../words/words.ts';

export function TwinsView({ run, result }: { readonly run: RunDocument; readonly result: ResultDocument }) {
  const { twins: w, run: runWords } = words();
  const [error, setError] = useState<Error>();
  const { baselines, cost, scenario } = result;
  const solve = async () => {
    try {
      const document = await ask(run.links.scenario);
      const options = { ...run.options, baselines: 'all' };
      const next = await ask<RunDocument>('/v1/runs', {
        method: 'POST',
        body: { scenario: document, study: run.study, options },
      });
      go(linkTo(['runs', next.id]));
    } catch (refused) {
      setError(refused as Error);
    }
  };
  return (
    <section>
      <h2>{w.title}</h2>
      {error !== undefined && <Problem error={error} />}
      {baselines.length === 0 ? (
        <>
          <p>{w.none}</p>
          <button type="button" onClick={solve}>
            {w.solve}
          </button>
        </>
      ) : (
        <Scroll label={w.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{w.twin}</th>
                <th scope="col">{w.cost}</th>
                <th scope="col">{w.score}</th>
              </tr>
            </thead>
            <tbody>
              {baselines.map(({ kind, status, objective, phases }) => (
                <tr key={kind}>
                  <th scope="row" class="long">
                    {w.kinds[kind]}
                  </th>
                  <td>
                    {objective === undefined || cost === undefined
                      ? runWords.answer[status]
                      : `${change((objective - cost.objective) / 1e6, 2)} M ${scenario.currency} (${changeShare(objective / cost.objective - 1)})`}
                  </td>
                  <td>{phases.length === 0 ? '–' : share(Math.min(...phases.map((phase) => phase.lowestCfeScore)))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
