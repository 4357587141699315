/** The columns of a profile: what each holds, and its year week by week; a week without values is hatched. */

import type { InspectionDocument } from '../../client/types.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { language } from '../../state/location.ts';
import { significant, whole } from '../../words/figures.ts';
import { profileWords } from './profile-words.ts';

type Column = InspectionDocument['columns'][number];

/** Of a file of hundreds the first are drawn. */
const MOST_DRAWN = 12;

export function Columns({ columns }: { readonly columns: readonly Column[] }) {
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
                <td>{quantity}</td>
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
        <Weeks key={column.name} column={column} />
      ))}
    </>
  );
}

const [STEP, HEIGHT] = [10, 60];

function Weeks({ column: { name, weeklyMeans } }: { readonly column: Column }) {
  const w = profileWords[language.value];
  const known = weeklyMeans.filter((mean) => mean !== null);
  if (known.length === 0) return null;
  const [least, most] = [Math.min(0, ...known), Math.max(...known)];
  const y = (value: number) => (most === least ? 0 : ((value - least) / (most - least)) * HEIGHT);
  return (
    <section>
      <h3>{name}</h3>
      <svg
        class="weeks"
        role="img"
        aria-label={w.weeks(name, whole(weeklyMeans.length - known.length))}
        viewBox={`0 0 ${weeklyMeans.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {weeklyMeans.map((mean, week) =>
          mean === null ? (
            <line key={week} class="absent" x1={week * STEP} x2={week * STEP + STEP} y1={HEIGHT} y2={0} />
          ) : (
            <rect key={week} x={week * STEP} width={STEP - 1} y={HEIGHT - y(mean)} height={y(mean)} />
          ),
        )}
      </svg>
      <DataTable
        title={name}
        write={(value) => significant(value, 4)}
        data={{ head: w.weekHeads, rows: weeklyMeans.map((mean, week) => [String(week + 1), mean ?? '–']) }}
      />
    </section>
  );
}
