/** The same asked once more, of a run that came to no answer. */

import { useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { RunDocument, ScenarioDocument } from '../../client/types.ts';
import { Problem } from '../../parts/states.tsx';
import { go, linkTo } from '../../state/location.ts';
import { words } from '../../words/words.ts';

export function RunAgain({ run }: { readonly run: RunDocument }) {
  const { run: w, scenario } = words();
  const [error, setError] = useState<Error>();
  const [isSent, setIsSent] = useState(false);
  const again = async () => {
    setError(undefined);
    setIsSent(true);
    try {
      const { study, onRun, asked, options, priority, links } = run;
      const on = onRun === undefined ? { scenario: await ask<ScenarioDocument>(links.scenario) } : { onRun };
      const body = { study, ...on, ...(asked && { asked }), options, priority };
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
      <p class="row">
        <button type="button" class="main" disabled={isSent} onClick={again}>
          {w.again}
        </button>
        <a href={linkTo(['scenarios', 'run', run.id])}>{scenario}</a>
      </p>
    </>
  );
}
