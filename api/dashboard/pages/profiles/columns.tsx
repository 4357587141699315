/** The columns of a profile: what each holds, and its year week by week; what has no values is crossed out, what a scenario fills framed, each as wide as it is of its week or as can be seen. */

import type { ProfileFills } from '../../../schemas/fills.ts';
import type { InspectionDocument } from '../../client/types.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { language } from '../../state/location.ts';
import { significant, whole } from '../../words/figures.ts';
import { hoursByWeek } from './missing-weeks.ts';
import { profileWords, quantityNames } from './profile-words.ts';

type Column = InspectionDocument['columns'][number];

/** Of a file of hundreds the first are drawn. */
const MOST_DRAWN = 12;

type Known = Pick<InspectionDocument, 'gaps' | 'firstHour' | 'lastHour'>;

export function Columns({ known }: { readonly known: InspectionDocument }) {
  const { columns } = known;
  const w = profileWords[language.value];
  const number = (value: number | null) => (value === null ? '–' : significant(value, 4));
  return (
    <>
      <h2>{w.columns}</h2>
      <Scroll label={w.columns}>
        <table>
          <thead>
            <tr>
              {w.columnHeads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map(({ name, quantity, unit, hours, missingHours, duplicateHours, min, mean, max }) => (
              <tr key={name}>
                <th scope="row" class="long">
                  {name}
                </th>
                <td>{quantityNames[language.value][quantity] ?? quantity}</td>
                <td>{unit ?? '–'}</td>
                <td>{whole(hours)}</td>
                <td>{whole(missingHours)}</td>
                <td>{whole(duplicateHours)}</td>
                <td>{number(min)}</td>
                <td>{number(mean)}</td>
                <td>{number(max)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {columns.slice(0, MOST_DRAWN).map((column) => (
        <section key={column.name}>
          <h3>{column.name}</h3>
          <Weeks column={column} known={known} />
        </section>
      ))}
    </>
  );
}

const [STEP, HEIGHT] = [10, 60];
const HATCH = STEP / 4;
/** As wide as can be seen. */
const NARROWEST = STEP / 2;

/** Hatched, never the colour of zero. */
function Absent({ from, to }: { readonly from: number; readonly to: number }) {
  const strokes = Math.max(1, Math.round((to - from) / HATCH));
  const wide = (to - from) / strokes;
  return (
    <>
      <rect class="absent" x={from} width={to - from} y={0} height={HEIGHT} />
      {Array.from({ length: strokes }, (_, at) => (
        <line key={at} class="absent" x1={from + at * wide} x2={from + (at + 1) * wide} y1={HEIGHT} y2={0} />
      ))}
    </>
  );
}

export function Weeks({
  column: { name, weeklyMeans },
  known: file,
  filled = [],
}: {
  readonly column: Column;
  readonly known: Known;
  /** As the scenario that is looked at has it filled. */
  readonly filled?: ProfileFills['stretches'] | undefined;
}) {
  const w = profileWords[language.value];
  const known = weeklyMeans.filter((mean) => mean !== null);
  if (known.length === 0) return null;
  const [least, most] = [Math.min(0, ...known), Math.max(...known)];
  const stretches = filled.map(({ first, hours }) => ({ from: first, hours }));
  const hours = hoursByWeek(file, weeklyMeans.length, stretches);
  const y = (value: number) => (most === least ? 0 : ((value - least) / (most - least)) * HEIGHT);
  return (
    <>
      <svg
        class="weeks"
        role="img"
        aria-label={w.weeks(name, whole(weeklyMeans.length - known.length))}
        viewBox={`0 0 ${weeklyMeans.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {weeklyMeans.map((mean, week) => {
          const [start, end] = [week * STEP, week * STEP + STEP];
          const [absent, outlined] = [hours.absent[week]! * STEP, hours.filled[week]! * STEP];
          // What has no mean has no values but those that are filled.
          const drawn = mean === null ? start + outlined : end - absent;
          const seen = Math.max(outlined, NARROWEST);
          const known = drawn - outlined;
          return (
            <g key={week}>
              {mean !== null && (
                <rect x={start} width={Math.max(0, known - start - 1)} y={HEIGHT - y(mean)} height={y(mean)} />
              )}
              {outlined > 0 && <rect class="filled" x={drawn - seen} width={seen} y={0} height={HEIGHT} />}
              {drawn < end && <Absent from={drawn} to={end} />}
            </g>
          );
        })}
      </svg>
      <DataTable
        title={name}
        write={(value) => significant(value, 4)}
        data={{
          head: w.weekHeads,
          rows: weeklyMeans.map((mean, week) => [
            String(week + 1),
            mean ?? '–',
            ...[hours.absent, hours.filled].map((shares) => Math.round(shares[week]! * 168)),
          ]),
        }}
      />
    </>
  );
}
