/** A run: what is known of it while it is solved, and the pages of its answer after that. */

import { ask } from '../../client/request.ts';
import type { ResultDocument, RunDocument } from '../../client/types.ts';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { hasEnded, useRun } from '../../state/run.ts';
import { words } from '../../words/words.ts';
import { PlanPage } from '../plan/plan-page.tsx';
import { RunProgress } from './run-progress.tsx';

export function RunPage({ id }: { readonly id: string }) {
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
        <Ended run={run} />
      ) : (
        <RunProgress run={run} progress={progress} />
      )}
    </>
  );
}

function Ended({ run }: { readonly run: RunDocument }) {
  const { run: w } = words();
  if (run.status === 'succeeded') return <Answer run={run} />;
  return (
    <>
      <h1>{run.scenario.name}</h1>
      <div class="problem">
        <p>
          <strong>{run.status === 'failed' ? w.failedTitle : w.cancelledTitle}</strong>
        </p>
        {run.failure !== undefined && <p lang="en">{`${run.failure.message} (${run.failure.code})`}</p>}
      </div>
    </>
  );
}

function Answer({ run }: { readonly run: RunDocument }) {
  const found = useLoaded(run.id, (signal) => ask<ResultDocument>(`/v1/runs/${run.id}/result`, { signal }));
  if (found.kind === 'loading') return <Wait />;
  if (found.kind === 'failed') return <Problem error={found.error} retry={found.retry} />;
  return <PlanPage run={run} result={found.value} />;
}
