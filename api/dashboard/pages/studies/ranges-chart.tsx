/** Ranges of sizes at a little more than the least cost, as bars. */

import type { Alternatives } from '../../client/types.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { language } from '../../state/location.ts';
import { share, significant, whole } from '../../words/figures.ts';
import { pair } from '../../words/words.ts';
import { rangesOf, type Size, type SizeRanges, unitOf } from './size-ranges.ts';
import { studyWords } from './study-words.ts';

export function RangesChart({ found }: { readonly found: Alternatives }) {
  const w = studyWords[language.value];
  const { sizes, asked } = found;
  if (sizes.length === 0) return null;
  const slack = asked.slack.map((one) => share(one, 2)).join(' · ');
  const must = sizes.filter(({ verdict }) => verdict === 'mustHave').length;
  const isOfPhases = new Set(sizes.map(({ phase }) => phase)).size > 1;
  const nameOf = ({ phase, name, quantity }: Size) => {
    const asset = `${name}${w.quantities[quantity]}`;
    return isOfPhases ? pair(phase, asset) : asset;
  };
  return (
    <>
      <div role="img" aria-label={w.rangesOf(whole(sizes.length), whole(must), slack)}>
        {rangesOf(found).map((ranges) => (
          <Row key={nameOf(ranges.size)} name={nameOf(ranges.size)} ranges={ranges} />
        ))}
      </div>
      <p class="quiet">{w.rangeLegend(slack)}</p>
      <DataTable
        title={w.ranges}
        write={(value) => significant(value, 5)}
        data={{
          head: w.rangeHeads,
          rows: sizes.flatMap((size) =>
            size.ranges.map(({ slack, least, noLessThan, greatest, noMoreThan }) => [
              nameOf(size),
              unitOf(size),
              w.verdicts[size.verdict],
              slack,
              size.cheapest,
              ...[noLessThan, least, greatest, noMoreThan].map((end) => end ?? '–'),
            ]),
          ),
        }}
      />
    </>
  );
}

function Row({ name, ranges: { size, unit, cheapest, bars } }: { readonly name: string; readonly ranges: SizeRanges }) {
  const w = studyWords[language.value];
  const { least, greatest } = size.ranges.at(-1) ?? {};
  const told = (end: number | undefined) => (end === undefined ? '?' : significant(end, 3));
  return (
    <div class="bar">
      <span class="bar-name">
        {name} {size.verdict === 'mustHave' && <small class="tag">{w.verdicts.mustHave}</small>}
      </span>
      <span class="ranges">
        {bars.map(({ slack, proven, found }) => (
          <span class="range" key={slack}>
            {[proven, found].map(
              (stretch, at) =>
                stretch !== undefined && (
                  <i
                    key={at}
                    class={at === 0 ? 'range-proven' : 'range-found'}
                    style={{ left: percent(stretch[0]), width: percent(stretch[1] - stretch[0]) }}
                  />
                ),
            )}
          </span>
        ))}
        <i class="range-cheapest" style={{ left: percent(cheapest) }} />
      </span>
      <span class="bar-total">{`${told(least)} … ${told(greatest)} ${unit}`}</span>
    </div>
  );
}

const percent = (part: number) => `${part * 100}%`;
