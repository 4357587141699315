/** Two to four plans beside each other, differences first. */

import { ask } from '../../client/request.ts';
import type { Comparison } from '../../client/types.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { linkTo, place } from '../../state/location.ts';
import { change, changeShare, money, significant, whole } from '../../words/figures.ts';
import { pair, words } from '../../words/words.ts';
import { StudiesOfPlan } from '../studies/studies-of-plan.tsx';
import { Differences, shown } from './differences.tsx';

export function ComparePage() {
  const w = words();
  const runs = (place.value.query.get('runs') ?? '').split(',').filter(Boolean);
  return (
    <>
      <h1>{w.compare}</h1>
      {runs.length < 2 ? (
        <p>
          {w.comparison.choose} <a href={linkTo(['runs'])}>{w.runs}</a>
        </p>
      ) : (
        <Compared runs={runs} />
      )}
    </>
  );
}

function Compared({ runs }: { readonly runs: readonly string[] }) {
  const { comparison: w } = words();
  const found = useLoaded(runs.join(), (signal) =>
    ask<Comparison>('/v1/comparisons', { method: 'POST', body: { runs }, signal }),
  );
  if (found.kind === 'loading') return <Wait />;
  if (found.kind === 'failed') return <Problem error={found.error} retry={found.retry} />;
  const { results, differences } = found.value;
  const [first, ...others] = results;
  const base = first!;
  return (
    <>
      <p>
        {w.base} <a href={linkTo(['runs', base.label])}>{base.name}</a>
        {base.objective !== undefined && `${words().colon}${money(base.objective, base.currency)}`}
      </p>
      {differences.map((difference, at) => {
        const other = others[at]!;
        const name = others.length > 1 ? pair(String(at + 1), other.name) : other.name;
        // Plans of one scenario have one name: what was asked otherwise tells them apart.
        const title = [name, changesOf(difference)].filter(Boolean).join(' · ');
        return (
          <section key={other.label}>
            <h2>
              <a href={linkTo(['runs', other.label])}>{title}</a>
            </h2>
            <p class="lead">{sentenceOf(difference, other.currency)}</p>
            <Differences difference={difference} currency={other.currency} of={title} />
            <DataTable
              title={pair(w.scores, name)}
              write={(value) => significant(value, 5)}
              data={{
                head: [w.phase, w.weatherYear, w.quantity, w.before, w.after],
                rows: difference.scores.map(({ phase, weatherYear = '', quantity, old, new: now }) => [
                  phase,
                  weatherYear,
                  quantity,
                  old,
                  now,
                ]),
              }}
            />
          </section>
        );
      })}
      <StudiesOfPlan key={base.label} id={base.label} />
    </>
  );
}

/** `discountRate 0.05 → 0.08`, of as many inputs as a heading holds. */
function changesOf({ inputs }: Comparison['differences'][number]): string {
  const { comparison: w } = words();
  // What it is called stands before them.
  const telling = inputs.filter(({ path }) => path !== 'name' && path !== 'description');
  const told = telling
    .slice(0, IN_HEADING)
    .map(({ path, old, new: now }) => `${path} ${shown(old, IN_TITLE)} → ${shown(now, IN_TITLE)}`);
  return [...told, ...(telling.length > IN_HEADING ? [w.others(whole(telling.length - IN_HEADING))] : [])].join(', ');
}

const IN_HEADING = 2;
/** Characters of a value. */
const IN_TITLE = 40;

function sentenceOf({ inputs, sizes, cost, hours }: Comparison['differences'][number], currency: string): string {
  const { comparison: w } = words();
  const flipped = hours.reduce((sum, { nowMatched, nowUnmatched }) => sum + nowMatched + nowUnmatched, 0);
  const counts = w.counts(whole(inputs.length), whole(sizes.length), whole(flipped));
  if (cost === undefined) return counts;
  const by = cost.new - cost.old;
  return `${w.cost(`${change(by / 1e6, 2)} M ${currency}`, changeShare(by / cost.old))} ${counts}`;
}
