/** Scenarios that ship: stored with their profiles and planned in one click. */

import { useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { Example, RunDocument, StoredScenario } from '../../client/types.ts';
import { Problem } from '../../parts/states.tsx';
import { go, linkTo } from '../../state/location.ts';
import { megawatts } from '../../words/figures.ts';
import { pair, words } from '../../words/words.ts';

export function Examples({ examples, isFirst }: { readonly examples: readonly Example[]; readonly isFirst: boolean }) {
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
  const Name = isFirst ? 'h2' : 'h3';
  return (
    <section>
      <Title>{isFirst ? w.title : w.more}</Title>
      {isFirst && <p class="lead">{w.detail}</p>}
      {error !== undefined && <Problem error={error} />}
      <ul class="cards">
        {examples.map(({ name, title, description, phases, weatherYears }, at) => (
          <li key={name} class="card">
            <Name lang="en">{title}</Name>
            <p lang="en">{description}</p>
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
              aria-label={pair(w.plan, title)}
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
