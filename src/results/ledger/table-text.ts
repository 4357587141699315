/** A table of a ledger as CSV and as JSON. */

import { ISSUING_BODY } from '../../ledger/naming.ts';
import type { Cell, LedgerTable } from '../../ledger/table.ts';

/** Comment lines that begin with #, a head, one row a record: comma, UTF-8, LF. */
export function tableToCsv(table: LedgerTable, place: string): string {
  const { kind, columns, rows } = table;
  const lines = [
    `# hourmatch ledger: ${kind} of ${place}`,
    `# issuing_body: ${ISSUING_BODY}`,
    '# energy: whole watt-hours below 2^53; an hour of 2.2 GW is beyond 32 bits: read as 64-bit integers',
    columns.map(({ name }) => name).join(','),
  ];
  for (let row = 0; row < rows; row++) {
    let line = '';
    for (const [at, { values }] of columns.entries()) line += (at === 0 ? '' : ',') + cellOf(values[row]!);
    lines.push(line);
  }
  return `${lines.join('\n')}\n`;
}

/** Names are the user's: what a spreadsheet would run as a formula becomes text by an apostrophe. */
function cellOf(value: Cell): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** By column: a fifth of the bytes of one object a record. */
export function tableToJson({ kind, columns, rows, chainStart }: LedgerTable, place: string): string {
  return JSON.stringify({
    ledger: kind,
    place,
    issuingBody: ISSUING_BODY,
    rows,
    chainStart,
    columns: columns.map(({ name, type, values }) => ({ name, type, values })),
  });
}
