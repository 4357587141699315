/** First page: the campus that ships in one click where nothing is stored, else what there is. */

import { useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { Example, Page, RunDocument, StoredScenario } from '../../client/types.ts';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { go, linkTo } from '../../state/location.ts';
import { megawatts } from '../../words/figures.ts';
import { words } from '../../words/words.ts';

export function Start() {
  const found = useLoaded('start', async (signal) => {
    const [runs, examples] = await Promise.all([
      ask<Page<RunDocument>>('/v1/runs?limit=20', { signal }),
      ask<Page<Example>>('/v1/examples', { signal }),
    ]);
    return { runs: runs.items, examples: examples.items };
  });
  if (found.kind === 'loading') return <Wait />;
  if (found.kind === 'failed') return <Problem error={found.error} retry={found.retry} />;
  const { runs, examples } = found.value;
  const w = words();
  return (
    <>
      {runs.length > 0 && (
        <section>
          <h1>{w.runs}</h1>
          <ul class="plain">
            {runs.map((run) => (
              <li key={run.id}>
                <a href={linkTo(['runs', run.id])}>{run.scenario.name}</a> {w.run.status[run.status]}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Examples examples={examples} isFirst={runs.length === 0} />
    </>
  );
}

function Examples({ examples, isFirst }: { readonly examples: readonly Example[]; readonly isFirst: boolean }) {
  const { start: w } = words();
  const [error, setError] = useState<Error>();
  const [taken, setTaken] = useState<string>();
  const take = async (name: string) => {
    setTaken(name);
    setError(undefined);
    try {
      const { id } = await ask<StoredScenario>('/v1/examples', { method: 'POST', body: { name } });
      const run = await ask<RunDocument>('/v1/runs', { method: 'POST', body: { scenario: id } });
      go(linkTo(['runs', run.id]));
    } catch (refused) {
      setError(refused as Error);
      setTaken(undefined);
    }
  };
  const Title = isFirst ? 'h1' : 'h2';
  return (
    <section>
      <Title>{isFirst ? w.title : w.more}</Title>
      {isFirst && <p class="lead">{w.detail}</p>}
      {error !== undefined && <Problem error={error} />}
      <ul class="cards">
        {examples.map(({ name, title, description, phases, weatherYears }, at) => (
          <li key={name} class="card">
            <h3>{title}</h3>
            <p>{description}</p>
            <p class="quiet">
              {w.phases(phases.length)}
              {phases.length > 1 &&
                ` · ${w.from(megawatts(phases[0]!.itCapacityMW), megawatts(phases.at(-1)!.itCapacityMW))}`}
              {` · ${w.weatherYears(weatherYears.length)}`}
            </p>
            <button
              type="button"
              class={isFirst && at === 0 ? 'main' : ''}
              disabled={taken !== undefined}
              aria-label={`${w.plan}: ${title}`}
              onClick={() => take(name)}
            >
              {taken === name ? words().loading : w.plan}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
