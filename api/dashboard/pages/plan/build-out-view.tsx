/** What to contract and build when. */

import { Bars } from '../../charts/bars.tsx';
import type { ResultDocument, ScenarioDocument } from '../../client/types.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { significant } from '../../words/figures.ts';
import { pair, words } from '../../words/words.ts';
import { buildOutOf } from './build-out.ts';

export function BuildOutView({ result, scenario }: { result: ResultDocument; scenario: ScenarioDocument }) {
  const { buildOut: w } = words();
  const { power, energy, rows } = buildOutOf(result, scenario);
  const last = rows.filter(({ sizes }) => sizes.at(-1)!.all > 0);
  const sentence = last.map(({ name, unit, sizes }) => `${name} ${significant(sizes.at(-1)!.all)} ${unit}`).join(', ');
  const hasCommitted = rows.some(({ sizes }) => sizes.some(({ committed }) => committed > 0));
  const phaseOfColumn = [
    undefined,
    undefined,
    ...result.phases.flatMap(({ name }) => (hasCommitted ? [name, name] : [name])),
  ];
  const head = result.phases.flatMap(({ name }) => (hasCommitted ? [name, pair(name, w.committed)] : [name]));
  return (
    <section>
      <h2>{w.title}</h2>
      <p>{`${w.inPhase(result.phases.at(-1)!.name)} ${sentence}.`}</p>
      <h3>{w.power}</h3>
      <Bars label={`${w.power}. ${sentence}`} bars={power} write={(value) => `${significant(value)} MW`} />
      {energy.some(({ parts }) => parts.some(({ value }) => value > 0)) && (
        <>
          <h3>{w.energy}</h3>
          <Bars label={`${w.energy}. ${sentence}`} bars={energy} write={(value) => `${significant(value)} MWh`} />
        </>
      )}
      <DataTable
        title={w.title}
        write={(value) => significant(value, 4)}
        asks={([name], column) => {
          const phase = phaseOfColumn[column];
          return phase === undefined ? undefined : { of: 'size', name: String(name), phase };
        }}
        data={{
          head: [w.asset, w.unit, ...head],
          rows: rows.map(({ name, unit, sizes }) => [
            name,
            unit,
            ...sizes.flatMap(({ all, committed }) => (hasCommitted ? [all, committed] : [all])),
          ]),
        }}
      />
    </section>
  );
}
