/** The exact answer of a change, once it rests: a run like any other, given up when the slider moves on. */

import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { RunDocument, ScenarioDocument } from '../../client/types.ts';
import { useOnceBack } from '../../state/once-back.ts';
import { hasEnded } from '../../state/run.ts';
import { type Slider, withChanges } from './sliders.ts';
import { type Changes, keyOf } from './use-band.ts';

const REST_MILLISECONDS = 1_500;

export interface Asked {
  readonly run: RunDocument;
  readonly changes: Changes;
}

/** @param known runs of changes, solved or not @param hear is told of the run that was submitted */
export function useExact(
  base: RunDocument,
  scenario: ScenarioDocument,
  sliders: readonly Slider[],
  changes: Changes,
  known: readonly Asked[],
  hear: (asked: Asked) => void,
): { readonly error: Error; retry(): void } | undefined {
  const [error, setError] = useState<Error>();
  const [round, setRound] = useState(0);
  const retry = () => setRound((last) => last + 1);
  useOnceBack(error !== undefined, retry);
  useEffect(() => {
    setError(undefined);
    const isKnown = known.some((one) => keyOf(one.changes) === keyOf(changes));
    if (Object.keys(changes).length === 0 || isKnown) return undefined;
    let [isGone, submitted]: [boolean, RunDocument | undefined] = [false, undefined];
    const timer = setTimeout(async () => {
      try {
        const body = {
          scenario: withChanges(scenario, sliders, changes),
          study: base.study,
          options: { ...base.options, baselines: 'none' },
        };
        submitted = await ask<RunDocument>('/v1/runs', { method: 'POST', body });
        if (isGone) await giveUp(submitted);
        else hear({ run: submitted, changes });
      } catch (refused) {
        if (!isGone) setError(refused as Error);
      }
    }, REST_MILLISECONDS);
    return () => {
      isGone = true;
      clearTimeout(timer);
      if (submitted !== undefined) void giveUp(submitted);
    };
  }, [keyOf(changes), round]);
  return error && { error, retry };
}

/** What is solved stays; what is not would only stand in the way. */
async function giveUp({ links: { self } }: RunDocument): Promise<void> {
  try {
    if (hasEnded(await ask<RunDocument>(self))) return;
    await ask(self, { method: 'DELETE' });
    await ask(self, { method: 'DELETE' });
  } catch {
    // Nobody waits for it any more.
  }
}
