/** The column that a scenario names, drawn where it is named: its gaps, how they are filled, and whether it was measured. */

import { useState } from 'preact/hooks';
import type { ProfileFills } from '../../../schemas/fills.ts';
import { ask } from '../../client/request.ts';
import type { InspectionDocument } from '../../client/types.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { language, linkTo } from '../../state/location.ts';
import { whole } from '../../words/figures.ts';
import { Weeks } from './columns.tsx';
import { answered } from './profile-view.tsx';
import { profileWords } from './profile-words.ts';

/** As a scenario writes it. */
export type Reference = Readonly<Record<string, unknown>> & { readonly file: string; readonly column: string };

interface DrawnProps {
  readonly reference: Reference;
  readonly weatherYear: string;
  /** Of all profiles of the scenario. */
  readonly fills: readonly ProfileFills[];
}

export function DrawnProfile(props: DrawnProps) {
  const w = profileWords[language.value];
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="drawn-profile" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{w.drawn}</summary>
      {isOpen && <Drawn {...props} />}
    </details>
  );
}

function Drawn({ reference, weatherYear, fills }: DrawnProps) {
  const w = profileWords[language.value];
  const name = reference.file.replace('profile:', '').replaceAll('{weatherYear}', weatherYear);
  const answers = answered.flatMap((field) => [reference[field] ?? []].flat().map((value) => [field, String(value)]));
  const path = `/v1/profiles/${name}/inspection?${new URLSearchParams(answers)}`;
  const found = useLoaded(path, (signal) => ask<InspectionDocument>(path, { signal }));
  if (found.kind === 'loading') return <Wait />;
  if (found.kind === 'failed') return <Problem error={found.error} retry={found.retry} />;
  const column = found.value.columns.find((one) => one.name === reference.column);
  const { fill } = reference;
  const filled = fills.find((one) => one.file === `profile:${name}` && one.column === reference.column);
  return (
    <>
      <p class="row">
        <a href={linkTo(['profiles', name])}>{name}</a>
        {found.value.synthetic && <span class="tag">{w.synthetic}</span>}
      </p>
      {column === undefined ? (
        <p>{w.noColumn}</p>
      ) : (
        <Weeks column={column} known={found.value} filled={filled?.stretches} />
      )}
      {filled !== undefined && <Filled filled={filled} />}
      {column !== undefined && filled === undefined && column.missingHours > 0 && (
        <p>
          {typeof fill === 'string'
            ? w.filledBy(whole(column.missingHours), fill)
            : w.notFilled(whole(column.missingHours))}
        </p>
      )}
    </>
  );
}

function Filled({ filled: { column, hours, stretches } }: { readonly filled: ProfileFills }) {
  const w = profileWords[language.value];
  const told = stretches.reduce((sum, stretch) => sum + stretch.hours, 0);
  return (
    <>
      <p>{w.filled(whole(hours), told < hours ? whole(stretches.length) : undefined)}</p>
      <DataTable
        title={`${w.filledHours}: ${column}`}
        write={whole}
        data={{ head: w.filledHeads, rows: stretches.map(({ first, hours, method }) => [first, hours, method]) }}
      />
    </>
  );
}
