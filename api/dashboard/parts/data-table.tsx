/** What a chart shows as a table, and as a file with every digit. */

import { useState } from 'preact/hooks';
import { save } from '../client/download.ts';
import { words } from '../words/words.ts';
import { Scroll } from './scroll.tsx';

export interface Data {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** @param write numbers as they are shown; the file has them whole */
export function DataTable({ title, data, write }: { title: string; data: Data; write: (value: number) => string }) {
  const { table: w } = words();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="data" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{`${w.show}: ${title}`}</summary>
      <button type="button" onClick={() => save(new Blob([csvOf(data)], { type: 'text/csv' }), `${title}.csv`)}>
        {w.csv}
      </button>
      {isOpen && (
        <Scroll label={title}>
          <table>
            <thead>
              <tr>
                {data.head.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.rows.map(([first, ...cells], at) => (
                <tr key={at}>
                  <th scope="row">{first}</th>
                  {cells.map((cell, column) => (
                    <td key={column}>{typeof cell === 'number' ? write(cell) : cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </details>
  );
}

function csvOf({ head, rows }: Data): string {
  const cell = (value: string | number) => {
    // A spreadsheet takes a text that begins like a formula for one.
    const text = typeof value === 'string' && /^[=+@\t-]/.test(value) ? `'${value}` : String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${[head, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`;
}
