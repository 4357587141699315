/** The study `repair` as a run: started here, followed, and its least remedies told, each to be tried at once. */

import { ask } from '../../client/request.ts';
import type { Repair, RunDocument, ScenarioDocument } from '../../client/types.ts';
import { AskedStudy } from '../../parts/asked-study.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { language } from '../../state/location.ts';
import { fixed, share, whole } from '../../words/figures.ts';
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

export function RemediesView(props: RemediesProps) {
  const { remedies: w } = words();
  return (
    <AskedStudy
      {...props}
      study="repair"
      said={{ ask: w.find, hint: w.hint, looking: w.looking }}
      show={(repair) => <Remedies {...props} run={repair} />}
    />
  );
}

const told = (quantity: Remedy['quantity'], value: number): string => {
  if (quantity === 'target' || quantity === 'flexibleShare') return share(value, 2);
  if (quantity === 'firstYear') return String(value);
  return quantity === 'deadlineHours' ? `${whole(value)} h` : `${fixed(value, 1)} MW`;
};

function Remedies({ run, scenario, tryOut, hearTarget }: RemediesProps) {
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
