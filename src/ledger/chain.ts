/** Each row's hash covers that of the row before, so that none can be changed, left out or put elsewhere by itself. */

import { hash } from 'node:crypto';
import type { LedgerColumn } from './column.ts';
import { type CellWriter, renderedColumn } from './rendered-column.ts';

const PREVIOUS = 'previous_hash';

/** SHA-256 of each row's fields that never change, as JSON in the order of their names: hexadecimal digits. */
export function chainOf(columns: readonly LedgerColumn[], rows: number, chainStart: string): string[] {
  let previous = chainStart;
  const link = (name: string): CellWriter => {
    const before = Buffer.from(`${name}"`);
    return {
      largest: before.length + chainStart.length + 1,
      write: (_, to, at) => {
        to.set(before, at);
        const end = at + before.length + to.write(previous, at + before.length, 'latin1');
        to[end] = QUOTE;
        return end + 1;
      },
    };
  };
  const fields = [{ name: PREVIOUS }, ...columns.filter(({ changes }) => changes !== true)]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((field, at): CellWriter => {
      const before = `${at === 0 ? '{' : ','}${JSON.stringify(field.name)}:`;
      return 'kind' in field ? renderedColumn(field, { before, of: JSON.stringify }) : link(before);
    });
  const row = Buffer.alloc(fields.reduce((sum, { largest }) => sum + largest, 1));
  const hashes: string[] = [];
  for (let at = 0; at < rows; at++) {
    let end = 0;
    for (const field of fields) end = field.write(at, row, end);
    row[end] = CLOSING_BRACE;
    previous = hash('sha256', row.subarray(0, end + 1));
    hashes.push(previous);
  }
  return hashes;
}

const QUOTE = 0x22;
const CLOSING_BRACE = 0x7d;
