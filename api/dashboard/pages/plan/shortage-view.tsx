/** Why there is no plan: the energy that stays unmatched whatever is built, its hours, and what to try. */

import { useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { ResultDocument, RunDocument, ScenarioDocument } from '../../client/types.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { Problem } from '../../parts/states.tsx';
import { go, linkTo } from '../../state/location.ts';
import { hourStamp, share, significant, whole } from '../../words/figures.ts';
import { pair, words } from '../../words/words.ts';
import { attainableTarget } from './attainable-target.ts';
import { offered } from './remedies.ts';
import { RemediesView } from './remedies-view.tsx';

interface ShortageProps {
  readonly run: RunDocument;
  readonly result: ResultDocument;
  readonly scenario: ScenarioDocument;
}

export function ShortageView({ run, result: { shortages, remedies }, scenario }: ShortageProps) {
  const { shortage: w } = words();
  const [error, setError] = useState<Error>();
  const [least, setLeast] = useState(remedies?.target && offered(remedies.target));
  const target = least ?? attainableTarget(shortages, scenario);
  const tryOut = async (changed: object) => {
    try {
      const { study, options } = run;
      const body = { scenario: changed, study, options };
      const next = await ask<RunDocument>('/v1/runs', { method: 'POST', body });
      go(linkTo(['runs', next.id]));
    } catch (refused) {
      setError(refused as Error);
    }
  };
  return (
    <section>
      <h2>{w.title}</h2>
      <p>{w.detail}</p>
      <Scroll label={w.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.phase}</th>
              <th scope="col">{w.weatherYear}</th>
              <th scope="col">{w.unmatched}</th>
              <th scope="col">{w.permitted}</th>
              <th scope="col">{w.hours}</th>
              <th scope="col" class="text">
                {w.worst}
              </th>
            </tr>
          </thead>
          <tbody>
            {shortages.map(({ phase, weatherYear, unmatchedMWh, permittedMWh, unmatchedHours, worstHours }) => (
              <tr key={`${phase} ${weatherYear}`}>
                <th scope="row">{phase}</th>
                <td>{weatherYear}</td>
                <td>{`${significant(unmatchedMWh, 4)} MWh`}</td>
                <td>{`${significant(permittedMWh, 4)} MWh`}</td>
                <td>{whole(unmatchedHours)}</td>
                <td class="text">
                  {worstHours
                    .slice(0, 3)
                    .map((hour) => pair(hourStamp(hour.stamp), `${significant(hour.unmatchedMWh)} MWh`))
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <h2>{w.try}</h2>
      {error !== undefined && <Problem error={error} />}
      <div class="row">
        {target !== undefined && (
          <button
            type="button"
            class="main"
            onClick={() => tryOut({ ...scenario, matching: { ...scenario.matching, target } })}
          >
            {w.lowerTarget(share(target, least === undefined ? 1 : 2))}
          </button>
        )}
        {target !== undefined && <span class="quiet">{least === undefined ? w.reckoned : w.proven}</span>}
      </div>
      <RemediesView run={run} scenario={scenario} tryOut={tryOut} hearTarget={setLeast} />
      <p class="quiet">{w.more}</p>
    </section>
  );
}
