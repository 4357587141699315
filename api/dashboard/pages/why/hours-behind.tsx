/** The hours behind a number, of each weather year as a file. */

import { useState } from 'preact/hooks';
import { download } from '../../client/download.ts';
import type { ResultDocument, RunDocument } from '../../client/types.ts';
import { Problem } from '../../parts/states.tsx';
import type { Question } from '../../parts/why.tsx';
import { pair } from '../../words/words.ts';
import { columnsFor } from './answers.ts';

export function HoursBehind({
  run,
  result,
  question,
}: {
  readonly run: RunDocument;
  readonly result: ResultDocument;
  readonly question: Question;
}) {
  const [error, setError] = useState<Error>();
  const columns = columnsFor(question, result);
  const places = result.phases.flatMap(({ name: phase, weatherYears }) =>
    weatherYears.flatMap(({ name: year }) =>
      (question.phase ?? phase) === phase && (question.year ?? year) === year ? [{ phase, year }] : [],
    ),
  );
  const fetchHours = (phase: string, year: string) => {
    const query = new URLSearchParams({ phase, weatherYear: year, format: 'csv' });
    for (const column of columns) query.append('columns', column);
    setError(undefined);
    download(`${run.links.schedule}?${query}`, `${phase} ${year}.csv`).catch(setError);
  };
  return (
    <>
      {error !== undefined && <Problem error={error} />}
      {columns.length > 0 && (
        <p class="quiet">
          <code>{columns.join(', ')}</code>
        </p>
      )}
      <ul class="plain row">
        {places.map(({ phase, year }) => (
          <li key={`${phase} ${year}`}>
            <button type="button" onClick={() => fetchHours(phase, year)}>
              {pair(`${phase}, ${year}`, 'CSV')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
