/** What a chart shows as a table, and as a file with every digit. */

import { useState } from 'preact/hooks';
import { save } from '../client/download.ts';
import { pair, words } from '../words/words.ts';
import { Scroll } from './scroll.tsx';
import { type Question, Why } from './why.tsx';

interface Data {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

interface DataTableProps {
  readonly title: string;
  readonly data: Data;
  /** Numbers as they are shown; the file has them whole. */
  readonly write: (value: number) => string;
  /** What a number of a row may be asked for, by column. */
  readonly asks?: (row: Data['rows'][number], column: number) => Question | undefined;
}

export function DataTable({ title, data, write, asks = () => undefined }: DataTableProps) {
  const { table: w } = words();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="data" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{pair(w.show, title)}</summary>
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
              {data.rows.map((row, at) => (
                <tr key={at}>
                  <th scope="row">{row[0]}</th>
                  {row.slice(1).map((cell, column) => {
                    const text = typeof cell === 'number' ? write(cell) : cell;
                    const question = asks(row, column + 1);
                    return <td key={column}>{question === undefined ? text : <Why asks={question}>{text}</Why>}</td>;
                  })}
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
