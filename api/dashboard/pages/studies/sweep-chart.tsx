/** The cost along what a sweep varies, with its band, and what the last points of target cost. */

import { BandChart } from '../../charts/band-chart.tsx';
import type { Sweep } from '../../client/types.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { language } from '../../state/location.ts';
import { money, share, significant, whole } from '../../words/figures.ts';
import { words } from '../../words/words.ts';
import { studyWords } from './study-words.ts';
import { curveOf, TARGET } from './sweep-curve.ts';

/** Nothing where two paths or words are varied: that is in its document. */
export function SweepChart({ sweep }: { readonly sweep: Sweep }) {
  const w = studyWords[language.value];
  const { heads } = words().moves;
  const known = curveOf(sweep);
  if (known === undefined) return null;
  const { path } = sweep.vary[0]!;
  const { currency } = sweep.scenario;
  const isOfTarget = path === TARGET;
  const name = isOfTarget ? w.target : path;
  const writeValue = (value: number) => (isOfTarget ? share(value, 2) : significant(value, 6));
  const [from, to] = [known[0]!.value, known.at(-1)!.value];
  const solved = known.filter(({ exact }) => exact !== undefined).length;
  return (
    <>
      <BandChart
        label={w.curve(name, whole(solved), whole(known.length - solved), writeValue(from), writeValue(to))}
        known={known}
        from={from}
        to={to}
        isCurve
        write={(cost) => money(cost, currency)}
        writeValue={writeValue}
      />
      <p class="quiet">{w.curveLegend}</p>
      <DataTable
        title={w.cost(name)}
        write={(value) => significant(value, 6)}
        data={{
          head: [path, ...heads.map((head) => `${head} [${currency}]`)],
          rows: known.map(({ value, lower, upper, exact }) => [value, lower ?? '–', upper ?? '–', exact ?? '–']),
        }}
      />
      {sweep.lastPercent !== undefined && <LastPoints last={sweep.lastPercent} currency={currency} />}
    </>
  );
}

function LastPoints({ last, currency }: { last: NonNullable<Sweep['lastPercent']>; currency: string }) {
  const w = studyWords[language.value];
  const { steps, target, events } = last;
  const [from, to, point] = w.pointHeads;
  return (
    <>
      <DataTable
        title={w.points}
        write={(value) => significant(value, 6)}
        data={{
          head: [from!, to!, `${point} [${currency}]`],
          rows: steps.map(({ from, to, costPerPoint }) => [share(from, 2), share(to, 2), costPerPoint]),
        }}
      />
      {events.length > 0 && (
        <DataTable
          title={w.closed(share(target, 2))}
          write={(value) => significant(value, 4)}
          data={{
            head: w.closedHeads,
            rows: events.map(({ from, phase, weatherYear, hours, unmatchedMWh }) => [
              from,
              phase,
              weatherYear,
              hours,
              unmatchedMWh,
            ]),
          }}
        />
      )}
    </>
  );
}
