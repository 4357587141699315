/** A run while it waits or is solved: bounds that close in, stage, time, and a way to stop it. */

import { useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { Progress, RunDocument } from '../../client/types.ts';
import { Problem } from '../../parts/states.tsx';
import { duration, share, significant, whole } from '../../words/figures.ts';
import { words } from '../../words/words.ts';

export function RunProgress({ run, progress }: { readonly run: RunDocument; readonly progress: Progress | undefined }) {
  const { run: w } = words();
  const [error, setError] = useState<Error>();
  const done = progress?.progress ?? run.progress;
  const bounds = progress?.tasks.find(({ objective, dualBound }) => objective !== undefined && dualBound !== undefined);
  const cancel = () => ask(`/v1/runs/${run.id}`, { method: 'DELETE' }).catch(setError);
  return (
    <>
      <h1>{run.scenario.name}</h1>
      <section class="card">
        <h2>{run.status === 'queued' ? w.queuedTitle : w.runningTitle}</h2>
        <label>
          {w.progress} {share(done, 0)}
          <progress max={1} value={done} />
        </label>
        <dl class="figures" aria-live="polite">
          {progress !== undefined && (
            <>
              <div>
                <dt>{w.stage}</dt>
                <dd lang="en">{progress.stage || progress.activity}</dd>
              </div>
              <div>
                <dt>{w.elapsed}</dt>
                <dd>{duration(progress.seconds)}</dd>
              </div>
              {progress.remainingSeconds !== undefined && (
                <div>
                  <dt>{w.remaining}</dt>
                  <dd>{w.about(duration(progress.remainingSeconds))}</dd>
                </div>
              )}
            </>
          )}
          {bounds !== undefined && (
            <>
              <div>
                <dt>{w.atLeast}</dt>
                <dd>{whole(bounds.dualBound!)}</dd>
              </div>
              <div>
                <dt>{w.atMost}</dt>
                <dd>{whole(bounds.objective!)}</dd>
              </div>
              {bounds.relativeGap !== undefined && (
                <div>
                  <dt>{w.gap}</dt>
                  <dd>{`${significant(bounds.relativeGap * 100, 2)} %`}</dd>
                </div>
              )}
            </>
          )}
        </dl>
        {bounds !== undefined && <p class="quiet">{w.boundsNote}</p>}
        {error !== undefined && <Problem error={error} />}
        <button type="button" onClick={cancel}>
          {w.cancel}
        </button>
      </section>
    </>
  );
}
