/** What tables tell of a run: what became of it, how much is matched, what it costs. */

import type { RunDocument } from '../client/types.ts';
import { language, linkTo } from '../state/location.ts';
import { fixed, instant, money, share } from '../words/figures.ts';
import { pair, words } from '../words/words.ts';

export function RunHeads() {
  const w = words();
  return (
    <>
      <th scope="col" class="text">
        {w.run.outcome}
      </th>
      <th scope="col">{w.phase.hourly}</th>
      <th scope="col">{w.phase.perMWh}</th>
      <th scope="col">{w.answer.total}</th>
      <th scope="col">{w.run.date}</th>
    </>
  );
}

const outcomeOf = ({ status, answer, study, asked }: RunDocument): string => {
  const w = words().run;
  const outcome = answer === undefined ? w.status[status] : w.answer[answer];
  return asked === undefined ? outcome : `${w.study[study]} – ${outcome}`;
};

export function RunCells({ run }: { readonly run: RunDocument | undefined }) {
  if (run === undefined) return <td class="text" colSpan={5} />;
  const { figures, headline } = run;
  const perMWh = figures?.levelisedCostPerMWh;
  return (
    <>
      <td class="text">
        <a href={linkTo(['runs', run.id])} aria-label={pair(outcomeOf(run), run.scenario.name)}>
          {outcomeOf(run)}
        </a>
      </td>
      {headline === undefined ? (
        <>
          <td>{figures === undefined ? '–' : share(figures.cfeScore)}</td>
          <td>{perMWh === undefined ? '–' : `${fixed(perMWh, 1)} ${figures!.currency}/MWh`}</td>
          <td>{figures === undefined ? '–' : money(figures.cost, figures.currency)}</td>
        </>
      ) : (
        <td class="text long" colSpan={3}>
          {headline[language.value]}
        </td>
      )}
      <td>{instant(run.createdAt)}</td>
    </>
  );
}
