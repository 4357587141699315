/** The same asked once more, of a run that came to no answer, or to none within its time. */

import { useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { RunDocument, ScenarioDocument } from '../../client/types.ts';
import { Problem } from '../../parts/states.tsx';
import { go, linkTo } from '../../state/location.ts';
import { words } from '../../words/words.ts';

interface RunAgainProps {
  readonly run: RunDocument;
  /** Its time was over: it is offered more. */
  readonly needsTime?: boolean;
}

export function RunAgain({ run, needsTime = false }: RunAgainProps) {
  const { run: w, scenario } = words();
  const [error, setError] = useState<Error>();
  const [isSent, setIsSent] = useState(false);
  const { timeLimitSeconds } = run.options;
  const [seconds, setSeconds] = useState(needsTime ? moreThan(timeLimitSeconds) : timeLimitSeconds);
  const again = async () => {
    setError(undefined);
    setIsSent(true);
    try {
      const { study, onRun, asked, options, priority, links } = run;
      const on = onRun === undefined ? { scenario: await ask<ScenarioDocument>(links.scenario) } : { onRun };
      const body = {
        study,
        ...on,
        ...(asked && { asked }),
        options: { ...options, timeLimitSeconds: seconds },
        priority,
      };
      const next = await ask<RunDocument>('/v1/runs', { method: 'POST', body });
      go(linkTo(['runs', next.id]));
    } catch (refused) {
      setError(refused as Error);
      setIsSent(false);
    }
  };
  return (
    <>
      {error !== undefined && <Problem error={error} retry={again} />}
      {needsTime && (
        <label>
          {w.timeLimit}{' '}
          <input
            type="number"
            min={1}
            value={seconds}
            onChange={({ currentTarget }) => {
              if (currentTarget.value !== '') setSeconds(currentTarget.valueAsNumber);
            }}
          />
        </label>
      )}
      <p class="row">
        <button type="button" class="main" disabled={isSent} onClick={again}>
          {w.again}
        </button>
        <a href={linkTo(['scenarios', 'run', run.id])}>{scenario}</a>
      </p>
    </>
  );
}

const LEAST_SECONDS = 60;
const TIMES_LONGER = 4;

/** What may be enough; a server that allows less says so. */
const moreThan = (seconds: number) => Math.max(LEAST_SECONDS, Math.ceil(TIMES_LONGER * seconds));
