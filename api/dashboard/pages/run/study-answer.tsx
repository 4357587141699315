/** What a study has found, in a sentence or two, with its documents. */

import type { RunDocument } from '../../client/types.ts';
import { Downloads } from '../../parts/downloads.tsx';
import { Later } from '../../parts/later.tsx';
import { language, linkTo } from '../../state/location.ts';
import { words } from '../../words/words.ts';

export function StudyAnswer({ run }: { readonly run: RunDocument }) {
  const { run: w, files } = words();
  return (
    <>
      <h1>{run.scenario.name}</h1>
      <section>
        <h2>{w.study[run.study]}</h2>
        {run.answer === 'partial' && <p class="quiet">{w.answer.partial}</p>}
        <p>{run.headline?.[language.value]}</p>
        {(run.study === 'sweep' || run.study === 'alternatives') && (
          <Later
            name="study-chart"
            load={async () => (await import('../studies/study-chart.tsx')).StudyChart}
            given={{ run }}
          />
        )}
        {run.onRun !== undefined && <a href={linkTo(['runs', run.onRun])}>{w.standsOn}</a>}
      </section>
      <section>
        <h2>{files.title}</h2>
        <Downloads run={run} />
      </section>
    </>
  );
}
