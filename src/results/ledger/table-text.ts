/** A table of a ledger as CSV and as JSON, in UTF-8. */

import type { Cell } from '../../ledger/column.ts';
import { ISSUING_BODY } from '../../ledger/naming.ts';
import { renderedColumn, rowsOfBytes } from '../../ledger/rendered-column.ts';
import type { LedgerTable } from '../../ledger/table.ts';

/** Comment lines that begin with #, a head, one row a record: comma, LF. */
export function tableToCsv({ kind, columns, rows }: LedgerTable, place: string): Buffer {
  const head = [
    `# hourmatch ledger: ${kind} of ${place}`,
    `# issuing_body: ${ISSUING_BODY}`,
    '# energy: whole watt-hours below 2^53; an hour of 2.2 GW is beyond 32 bits: read as 64-bit integers',
    columns.map(({ name }) => name).join(','),
    '',
  ].join('\n');
  const rendered = columns.map((column, at) =>
    renderedColumn(column, { after: at === columns.length - 1 ? '\n' : ',', of: csvCell }),
  );
  return rowsOfBytes(rendered, rows, head);
}

/** Names are the user's: what a spreadsheet would run as a formula becomes text by an apostrophe. */
function csvCell(value: Cell): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** By column: a fifth of the bytes of one object a record. */
export function tableToJson({ kind, columns, rows, chainStart }: LedgerTable, place: string): Buffer {
  const head = JSON.stringify({ ledger: kind, place, issuingBody: ISSUING_BODY, rows, chainStart });
  const parts = columns.map((column, at) => {
    const { name, type } = column;
    const before = `${at === 0 ? '' : ','}${JSON.stringify({ name, type }).slice(0, -1)},"values":[`;
    const values = renderedColumn(column, { after: ',', of: JSON.stringify });
    const bytes = rowsOfBytes([values], rows, before, rows === 0 ? ']}' : '}');
    // In the place of the comma after the last.
    if (rows > 0) bytes[bytes.length - 2] = CLOSING_BRACKET;
    return bytes;
  });
  return Buffer.concat([Buffer.from(`${head.slice(0, -1)},"columns":[`), ...parts, Buffer.from(']}')]);
}

const CLOSING_BRACKET = 0x5d;
