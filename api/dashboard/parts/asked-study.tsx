/** A study of the scenario of a run, as a run of its own: found where it was asked for before, else asked for here; followed, and its answer shown. */

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../client/request.ts';
import type { Page, RunDocument, ScenarioDocument } from '../client/types.ts';
import { hasEnded, useRun } from '../state/run.ts';
import { duration } from '../words/figures.ts';
import { words } from '../words/words.ts';
import { Problem, Wait } from './states.tsx';

interface AskedStudyProps {
  readonly run: RunDocument;
  readonly scenario: ScenarioDocument;
  readonly study: RunDocument['study'];
  readonly asked?: Readonly<Record<string, unknown>>;
  /** Which of the runs of that study it is. */
  readonly isIt?: (run: RunDocument) => boolean;
  readonly said: { readonly ask: string; readonly hint: string; readonly looking: string };
  readonly show: (run: RunDocument) => ComponentChildren;
}

export function AskedStudy(props: AskedStudyProps) {
  const { run, scenario, study, asked, isIt = () => true, said } = props;
  const [found, setFound] = useState<RunDocument>();
  const [error, setError] = useState<Error>();
  const begin = () => {
    const { timeLimitSeconds } = run.options;
    setError(undefined);
    const body = { scenario, study, ...(asked && { asked }), options: { timeLimitSeconds } };
    ask<RunDocument>('/v1/runs', { method: 'POST', body }).then(setFound, setError);
  };
  // Whoever comes back finds what was asked before.
  useEffect(() => {
    const before = `/v1/runs?study=${study}&scenario=${run.scenario.contentHash}&limit=100`;
    ask<Page<RunDocument>>(before).then(
      ({ items }) => {
        const last = items.find(isIt);
        if (last !== undefined && last.status !== 'failed' && last.status !== 'cancelled') setFound(last);
      },
      // Then it is asked anew.
      () => undefined,
    );
  }, [run.id]);
  if (found !== undefined) return <Followed id={found.id} {...props} again={begin} />;
  return (
    <>
      {error !== undefined && <Problem error={error} retry={begin} />}
      <div class="row">
        <button type="button" onClick={begin}>
          {said.ask}
        </button>
        <span class="quiet">{said.hint}</span>
      </div>
    </>
  );
}

type FollowedProps = Pick<AskedStudyProps, 'said' | 'show'> & { readonly id: string; again(): void };

function Followed({ id, again, said, show }: FollowedProps) {
  const { run: w } = words();
  const { run, progress, error, reload } = useRun(id);
  if (error !== undefined) return <Problem error={error} retry={reload} />;
  if (run === undefined) return <Wait />;
  if (run.status === 'succeeded') return <>{show(run)}</>;
  if (hasEnded(run)) {
    return (
      <div class="problem" role="alert">
        <p lang={run.failure && 'en'}>{run.failure?.message ?? w.cancelledTitle}</p>
        <button type="button" onClick={again}>
          {w.again}
        </button>
      </div>
    );
  }
  const done = progress?.progress ?? run.progress;
  return (
    <div class="row" role="status">
      <label>
        {said.looking} <progress max={1} value={done} />
      </label>
      {progress !== undefined && <span class="quiet">{duration(progress.seconds)}</span>}
      <button type="button" onClick={() => void ask(run.links.self, { method: 'DELETE' })}>
        {w.cancel}
      </button>
    </div>
  );
}
