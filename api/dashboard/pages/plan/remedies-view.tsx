/** The study `repair` as a run: started here, followed, and its least remedies told, each to be tried at once. */

import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { Page, Repair, RunDocument, ScenarioDocument } from '../../client/types.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { language } from '../../state/location.ts';
import { hasEnded, useRun } from '../../state/run.ts';
import { duration, fixed, share, whole } from '../../words/figures.ts';
import { pair, words } from '../../words/words.ts';
import { changedBy, offered, type Remedy } from './remedies.ts';

interface RemediesProps {
  readonly run: RunDocument;
  readonly scenario: ScenarioDocument;
  /** Plans the changed scenario. */
  tryOut(changed: ScenarioDocument): void;
  /** Is told of the highest target that was found to be met with all else as it is. */
  hearTarget(target: number): void;
}

export function RemediesView({ run, scenario, tryOut, hearTarget }: RemediesProps) {
  const { remedies: w } = words();
  const [study, setStudy] = useState<RunDocument>();
  const [error, setError] = useState<Error>();
  const begin = () => {
    const { timeLimitSeconds } = run.options;
    setError(undefined);
    const body = { scenario, study: 'repair', options: { timeLimitSeconds } };
    ask<RunDocument>('/v1/runs', { method: 'POST', body }).then(setStudy, setError);
  };
  // Whoever comes back finds what was asked before.
  useEffect(() => {
    const before = `/v1/runs?study=repair&scenario=${run.scenario.contentHash}&limit=1`;
    ask<Page<RunDocument>>(before).then(
      ({ items: [last] }) => {
        if (last !== undefined && last.status !== 'failed' && last.status !== 'cancelled') setStudy(last);
      },
      // Then it is asked anew.
      () => undefined,
    );
  }, [run.id]);
  if (study !== undefined) {
    const tried = { scenario, tryOut, hearTarget };
    return <Followed id={study.id} {...tried} again={begin} />;
  }
  return (
    <>
      {error !== undefined && <Problem error={error} retry={begin} />}
      <div class="row">
        <button type="button" onClick={begin}>
          {w.find}
        </button>
        <span class="quiet">{w.hint}</span>
      </div>
    </>
  );
}

type TriedProps = Pick<RemediesProps, 'scenario' | 'tryOut' | 'hearTarget'>;

function Followed({ id, again, ...tried }: TriedProps & { readonly id: string; again(): void }) {
  const w = words();
  const { run, progress, error, reload } = useRun(id);
  if (error !== undefined) return <Problem error={error} retry={reload} />;
  if (run === undefined) return <Wait />;
  if (run.status === 'succeeded') return <Remedies run={run} {...tried} />;
  if (hasEnded(run)) {
    return (
      <div class="problem" role="alert">
        <p lang={run.failure && 'en'}>{run.failure?.message ?? w.run.cancelledTitle}</p>
        <button type="button" onClick={again}>
          {w.run.again}
        </button>
      </div>
    );
  }
  const done = progress?.progress ?? run.progress;
  return (
    <div class="row" role="status">
      <label>
        {w.remedies.looking} <progress max={1} value={done} />
      </label>
      {progress !== undefined && <span class="quiet">{duration(progress.seconds)}</span>}
      <button type="button" onClick={() => void ask(run.links.self, { method: 'DELETE' })}>
        {w.run.cancel}
      </button>
    </div>
  );
}

const told = (quantity: Remedy['quantity'], value: number): string => {
  if (quantity === 'target' || quantity === 'flexibleShare') return share(value, 2);
  return quantity === 'deadlineHours' ? `${whole(value)} h` : `${fixed(value, 1)} MW`;
};

function Remedies({ run, scenario, tryOut, hearTarget }: TriedProps & { readonly run: RunDocument }) {
  const { remedies: w } = words();
  const found = useLoaded(run.id, async (signal) => {
    const repair = await ask<Repair>(run.links.result!, { signal });
    const target = repair.remedies.find(({ quantity, verdict }) => quantity === 'target' && verdict === 'enough');
    if (target !== undefined) hearTarget(offered(target));
    return repair;
  });
  if (found.kind === 'loading') return <Wait />;
  if (found.kind === 'failed') return <Problem error={found.error} retry={found.retry} />;
  const enough = found.value.remedies.filter(({ verdict }) => verdict === 'enough');
  return (
    <>
      <p>{run.headline?.[language.value]}</p>
      {enough.length > 0 && (
        <Scroll label={w.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{w.what}</th>
                <th scope="col">{w.now}</th>
                <th scope="col">{w.enough}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {enough.map((remedy) => {
                const { name, quantity, present = 0 } = remedy;
                const changed = changedBy(scenario, remedy);
                const title = quantity === 'target' ? w.quantity[quantity] : `${name}, ${w.quantity[quantity]}`;
                return (
                  <tr key={title}>
                    <th scope="row">{title}</th>
                    <td>{told(quantity, present)}</td>
                    <td>{told(quantity, offered(remedy))}</td>
                    <td class="text">
                      {changed !== undefined && (
                        <button type="button" aria-label={pair(w.try, title)} onClick={() => tryOut(changed)}>
                          {w.try}
                        </button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  );
}
