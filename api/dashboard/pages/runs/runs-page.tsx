/** All runs: filtered, chosen for a comparison. */

import { useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { Page, RunDocument } from '../../client/types.ts';
import { Downloads } from '../../parts/downloads.tsx';
import { RunCells, RunHeads } from '../../parts/run-cells.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { go, linkTo, place, refine } from '../../state/location.ts';
import { whole } from '../../words/figures.ts';
import { pair, words } from '../../words/words.ts';
import { RunFilter } from './run-filter.tsx';

interface Found extends Page<RunDocument> {
  readonly total: number;
}

const MOST_COMPARED = 4;

export function RunsPage() {
  const w = words();
  const { query } = place.value;
  const asked = new URLSearchParams({ limit: '50' });
  for (const name of ['name', 'status', 'order', 'cursor', 'from', 'batch']) {
    const value = query.get(name);
    if (value !== null && value !== '') asked.set(name, value);
  }
  const found = useLoaded(`/v1/runs?${asked}`, (signal) => ask<Found>(`/v1/runs?${asked}`, { signal }));
  return (
    <>
      <h1>{w.runs}</h1>
      <RunFilter />
      {found.kind === 'loading' && <Wait />}
      {found.kind === 'failed' && <Problem error={found.error} retry={found.retry} />}
      {found.kind === 'ready' && <RunTable found={found.value} />}
    </>
  );
}

/** Many runs are listed: what is not looked at is not drawn. */
function Files({ run }: { readonly run: RunDocument }) {
  const { files: w } = words();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary aria-label={pair(w.title, run.scenario.name)}>{w.title}</summary>
      {isOpen && <Downloads run={run} />}
    </details>
  );
}

function RunTable({ found: { items, total, nextCursor } }: { readonly found: Found }) {
  const w = words();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (id: string, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id));
  const isFull = chosen.length >= MOST_COMPARED;
  return (
    <>
      <p role="status">{w.list.total(whole(items.length), whole(total))}</p>
      <div class="row">
        <button
          type="button"
          class="main"
          disabled={chosen.length < 2}
          onClick={() => go(linkTo(['compare'], { runs: chosen.join(',') }))}
        >
          {w.list.compare(chosen.length)}
        </button>
        <span class="quiet">{w.list.compareHint}</span>
      </div>
      <Scroll label={w.runs}>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col" class="text">
                {w.scenario}
              </th>
              <RunHeads />
              <td />
            </tr>
          </thead>
          <tbody>
            {items.map((run) => (
              <tr key={run.id}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={pair(w.compare, run.scenario.name)}
                    checked={chosen.includes(run.id)}
                    disabled={run.links.schedule === undefined || (isFull && !chosen.includes(run.id))}
                    onChange={(event) => choose(run.id, event.currentTarget.checked)}
                  />
                </td>
                <th scope="row" class="long text">
                  {run.scenario.name}
                </th>
                <RunCells run={run} />
                <td class="text">
                  <Files run={run} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {nextCursor !== undefined && (
        <button type="button" onClick={() => refine({ cursor: nextCursor })}>
          {w.list.next}
        </button>
      )}
    </>
  );
}
