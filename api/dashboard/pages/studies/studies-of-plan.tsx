/** Beside plans that are compared: what the last per cent of the first costs, and what else is nearly as good as it. */

import { ask } from '../../client/request.ts';
import type { RunDocument, ScenarioDocument } from '../../client/types.ts';
import { AskedStudy } from '../../parts/asked-study.tsx';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { language, linkTo } from '../../state/location.ts';
import { StudyChart } from './study-chart.tsx';
import { studyWords } from './study-words.ts';
import { isLastPercent, TARGET } from './sweep-curve.ts';

/** As the command has them where nothing else is said. */
const lastTargets = [0.9, 0.92, 0.94, 0.96, 0.98, 0.99, 1];
const lastPercent = { vary: [{ path: TARGET, values: lastTargets }], band: 0.01, lastPercent: true };

/** @param id of a run that has ended with a plan */
export function StudiesOfPlan({ id }: { readonly id: string }) {
  const w = studyWords[language.value];
  const found = useLoaded(id, async (signal) => {
    const run = await ask<RunDocument>(`/v1/runs/${id}`, { signal });
    return { run, scenario: await ask<ScenarioDocument>(run.links.scenario, { signal }) };
  });
  if (found.kind === 'loading') return <Wait />;
  if (found.kind === 'failed') return <Problem error={found.error} retry={found.retry} />;
  const { run, scenario } = found.value;
  const saidOf = (study: 'sweep' | 'alternatives') => ({ ask: w.ask, hint: w.asks[study], looking: w.looking[study] });
  const given = { run, scenario, show: (one: RunDocument) => <Shown run={one} /> };
  return (
    <>
      {scenario.matching?.kind === 'hourly' && (
        <section>
          <h2>{w.lastPercent}</h2>
          <AskedStudy
            key={`sweep ${id}`}
            {...given}
            study="sweep"
            asked={lastPercent}
            isIt={isLastPercent}
            said={saidOf('sweep')}
          />
        </section>
      )}
      <section>
        <h2>{w.alternatives}</h2>
        <AskedStudy key={`alternatives ${id}`} {...given} study="alternatives" said={saidOf('alternatives')} />
      </section>
    </>
  );
}

function Shown({ run }: { readonly run: RunDocument }) {
  return (
    <>
      <p>
        {run.headline?.[language.value]} <a href={linkTo(['runs', run.id])}>{studyWords[language.value].open}</a>
      </p>
      <StudyChart run={run} />
    </>
  );
}
