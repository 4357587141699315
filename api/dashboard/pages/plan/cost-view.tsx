/** What a year of each phase costs, by kind, and each item of it. */

import { costColours } from '../../../../src/report/charts/colours.ts';
import { Bars } from '../../charts/bars.tsx';
import type { ResultDocument } from '../../client/types.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { money, significant } from '../../words/figures.ts';
import { words } from '../../words/words.ts';

type Cost = NonNullable<ResultDocument['cost']>;

/** Of import as everywhere on these pages: that of the report is nearly the page in the dark. */
const colourOf = (kind: keyof typeof costColours) => (kind === 'import' ? 'var(--unmatched)' : costColours[kind]);

export function CostView({ cost: { items }, result }: { readonly cost: Cost; readonly result: ResultDocument }) {
  const { costs: w } = words();
  const { phases, scenario } = result;
  const { currency } = scenario;
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const sumOf = (phase: string, kind: string) =>
    items.reduce((sum, item) => sum + (item.phase === phase && item.kind === kind ? item.annualValue : 0), 0);
  const bars = phases.map(({ name }) => ({
    name,
    parts: kinds.map((kind) => ({ name: w.kinds[kind], colour: colourOf(kind), value: sumOf(name, kind) })),
  }));
  const largest = kinds
    .map((kind) => ({ kind, value: phases.reduce((sum, { name }) => sum + sumOf(name, kind), 0) }))
    .sort((a, b) => b.value - a.value)[0];
  const rows = items.map(({ name, phase, kind, annualValue, value }) => [
    name,
    phase,
    w.kinds[kind],
    annualValue,
    value,
  ]);
  return (
    <section>
      <h2>{w.title}</h2>
      <p>{largest !== undefined && w.largest(w.kinds[largest.kind])}</p>
      <Bars label={w.title} bars={bars} write={(value) => money(value, currency)} />
      <DataTable
        title={w.title}
        write={(value) => significant(value, 5)}
        asks={(row, column) => {
          const item = items[rows.indexOf(row as (typeof rows)[number])];
          return item && column > 2 ? { of: 'cost', name: item.name, phase: item.phase, kind: item.kind } : undefined;
        }}
        data={{
          head: [w.item, w.phase, w.kind, `${w.perYear} (${currency})`, `${w.discounted} (${currency})`],
          rows,
        }}
      />
    </section>
  );
}
