/** A run: what is known of it while it is solved, and the pages of its answer after that. */

import { ask, keyNeeded } from '../../client/request.ts';
import type { ResultDocument, RunDocument, ScenarioDocument } from '../../client/types.ts';
import { Later } from '../../parts/later.tsx';
import { Problem, Wait } from '../../parts/states.tsx';
import { questionIn } from '../../parts/why.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { linkTo, place } from '../../state/location.ts';
import { hasEnded, useRun } from '../../state/run.ts';
import { words } from '../../words/words.ts';
import { HoursPage } from '../hours/hours-page.tsx';
import { PlanPage } from '../plan/plan-page.tsx';
import { RunAgain } from './run-again.tsx';
import { RunProgress } from './run-progress.tsx';
import { StudyAnswer } from './study-answer.tsx';

export function RunPage({ id, page }: { readonly id: string; readonly page: string }) {
  const { run, progress, error, isConnected, reload } = useRun(id);
  if (error !== undefined) return <Problem error={error} retry={reload} />;
  return (
    <>
      {!isConnected && (
        <p class="problem" role="alert">
          {words().connectionLost}
        </p>
      )}
      {run === undefined ? (
        <Wait />
      ) : hasEnded(run) ? (
        <Ended run={run} page={page} />
      ) : (
        <RunProgress run={run} progress={progress} />
      )}
    </>
  );
}

function Ended({ run, page }: { readonly run: RunDocument; readonly page: string }) {
  const { run: w } = words();
  if (run.status === 'succeeded')
    return run.asked === undefined ? <Answer run={run} page={page} /> : <StudyAnswer run={run} />;
  return (
    <>
      {run.links.result === undefined ? <h1>{run.scenario.name}</h1> : <StudyAnswer run={run} />}
      <div class="problem">
        <p>
          <strong>{run.status === 'failed' ? w.failedTitle : w.cancelledTitle}</strong>
        </p>
        {run.failure !== undefined && <p lang="en">{`${run.failure.message} (${run.failure.code})`}</p>}
      </div>
      <RunAgain run={run} />
    </>
  );
}

function Answer({ run, page }: { readonly run: RunDocument; readonly page: string }) {
  const found = useLoaded(run.id, async (signal) => {
    const [result, scenario] = await Promise.all([
      ask<ResultDocument>(`${run.links.self}/result`, { signal }),
      ask<ScenarioDocument>(run.links.scenario, { signal }),
    ]);
    return { result, scenario };
  });
  if (found.kind === 'loading') return <Wait />;
  if (found.kind === 'failed') return <Problem error={found.error} retry={found.retry} />;
  const { result, scenario } = found.value;
  const question = questionIn(place.value.query);
  return (
    <>
      <h1>{run.scenario.name}</h1>
      <Tabs run={run} page={page} hasPlan={result.phases.length > 0} />
      {/* A dialog lets nobody past it to where one signs in. */}
      {question !== undefined && result.phases.length > 0 && keyNeeded.value === undefined && (
        <Later
          key={JSON.stringify(question)}
          name="why"
          load={async () => (await import('../why/why-drawer.tsx')).WhyDrawer}
          given={{ run, result, scenario, question }}
        />
      )}
      <PageOfRun run={run} result={result} scenario={scenario} page={result.phases.length > 0 ? page : ''} />
    </>
  );
}

interface PageOfRunProps {
  readonly run: RunDocument;
  readonly result: ResultDocument;
  readonly scenario: ScenarioDocument;
  readonly page: string;
}

function PageOfRun({ page, ...given }: PageOfRunProps) {
  switch (page) {
    case 'hours':
      return <HoursPage {...given} />;
    case 'what-if':
      return (
        <Later
          name="what-if"
          load={async () => (await import('../what-if/what-if-page.tsx')).WhatIfPage}
          given={given}
        />
      );
    default:
      return <PlanPage {...given} />;
  }
}

function Tabs({ run, page, hasPlan }: { readonly run: RunDocument; readonly page: string; readonly hasPlan: boolean }) {
  const w = words();
  const { id, study, options } = run;
  // Duals of phases that were planned one by one prove nothing of the whole.
  const hasBands = hasPlan && study === 'plan' && options.foresight === 'together';
  const tabs = [
    ['', w.plan],
    ...(hasPlan ? ([['hours', w.hours]] as const) : []),
    ...(hasBands ? ([['what-if', w.whatIf]] as const) : []),
  ] as const;
  return (
    <nav class="tabs" aria-label={w.pagesOfRun}>
      {tabs.map(([name, title]) => (
        <a
          key={name}
          href={linkTo(name === '' ? ['runs', id] : ['runs', id, name])}
          aria-current={page === name ? 'page' : undefined}
        >
          {title}
        </a>
      ))}
      <a href={linkTo(['scenarios', 'run', id])}>{w.scenario}</a>
    </nav>
  );
}
