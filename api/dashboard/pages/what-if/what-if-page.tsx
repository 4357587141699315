/** What a change would cost: at once between two proven numbers, and exactly when the slider rests. */

import { useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { ResultDocument, RunDocument, ScenarioDocument } from '../../client/types.ts';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { place, refine } from '../../state/location.ts';
import { words } from '../../words/words.ts';
import { leavesOf } from '../scenario/leaves.ts';
import { Answer } from './answer.tsx';
import { SliderRow } from './slider-row.tsx';
import { type Slider, sliderGroups, slidersOf } from './sliders.ts';
import { type Changes, keyOf, useBands } from './use-band.ts';
import { type Asked, useExact } from './use-exact.ts';

interface WhatIfProps {
  readonly run: RunDocument;
  readonly result: ResultDocument;
  readonly scenario: ScenarioDocument;
}

export function WhatIfPage({ run, result, scenario }: WhatIfProps) {
  const ids = (place.value.query.get('solved') ?? '').split(',').filter(Boolean);
  const sliders = slidersOf(scenario, result.phases);
  // Asked once: what is solved from here on is known without.
  const found = useLoaded(run.id, () => Promise.all(ids.map((id) => askedBefore(id, scenario, sliders))));
  if (found.kind === 'loading') return <Wait />;
  if (found.kind === 'failed') return <Problem error={found.error} retry={found.retry} />;
  return <Sliders run={run} result={result} scenario={scenario} sliders={sliders} before={found.value} />;
}

async function askedBefore(id: string, base: ScenarioDocument, sliders: readonly Slider[]): Promise<Asked> {
  const [run, scenario] = await Promise.all([
    ask<RunDocument>(`/v1/runs/${id}`),
    ask<ScenarioDocument>(`/v1/runs/${id}/scenario`),
  ]);
  const was = new Map(leavesOf(base).map(({ path, value }) => [path, value]));
  const changes = leavesOf(scenario).flatMap(({ path, value }) =>
    typeof value === 'number' && was.get(path) !== value && sliders.some((slider) => slider.path === path)
      ? [[path, value] as const]
      : [],
  );
  return { run, changes: Object.fromEntries(changes) };
}

interface SlidersProps extends WhatIfProps {
  readonly sliders: readonly Slider[];
  readonly before: readonly Asked[];
}

function Sliders({ run, result, scenario, sliders, before }: SlidersProps) {
  const { moves: w } = words();
  const [changes, setChanges] = useState<Changes>({});
  const [moved, setMoved] = useState<Slider>();
  const [known, setKnown] = useState<readonly Asked[]>(before);
  const learn = (asked: Asked) =>
    setKnown((last) => {
      const next = [...last.filter((one) => one.run.id !== asked.run.id), asked];
      const solved = next.filter(hasPlan).map((one) => one.run.id);
      if (solved.length > 0) refine({ solved: solved.slice(-MOST_SOLVED).join(',') });
      return next;
    });
  const solved = known.filter(hasPlan).slice(-MOST_SOLVED);
  const { told, error } = useBands(
    run.id,
    changes,
    solved.map((one) => one.run.id),
  );
  const refused = useExact(run, scenario, sliders, changes, known, learn);
  const move = (slider: Slider, value: number) => {
    const { [slider.path]: _, ...others } = changes;
    setMoved(slider);
    setChanges(value === slider.base ? others : { ...others, [slider.path]: value });
  };
  const { currency } = result.scenario;
  return (
    <>
      <p>{w.hint}</p>
      <Answer
        run={run}
        changes={changes}
        told={told}
        asked={known.find((one) => keyOf(one.changes) === keyOf(changes))}
        solved={solved}
        moved={moved}
        learn={learn}
      />
      {error !== undefined && <Problem error={error} />}
      {refused !== undefined && <Problem {...refused} />}
      <form class="sliders" onSubmit={(event) => event.preventDefault()}>
        {sliderGroups.map((group) => {
          const own = sliders.filter((slider) => slider.group === group);
          return (
            own.length > 0 && (
              <fieldset key={group}>
                <legend>{w.groups[group]}</legend>
                {own.map((slider) => (
                  <SliderRow
                    key={slider.path}
                    slider={slider}
                    value={changes[slider.path] ?? slider.base}
                    currency={currency}
                    move={(value) => move(slider, value)}
                  />
                ))}
              </fieldset>
            )
          );
        })}
      </form>
    </>
  );
}

/** The API takes no more of them. */
const MOST_SOLVED = 8;

const hasPlan = ({ run }: Asked) => run.figures !== undefined;
