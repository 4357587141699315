/** Tables of the page: a caption, headings that say what they head, numbers to the right, room to scroll. */

import { type Html, html, keptDates } from './html.ts';

type Cell = string | Html;

export interface Table {
  readonly caption: string;
  /** Heading of the first column, which names the rows. */
  readonly subject: string;
  readonly columns: readonly { readonly title: string; readonly unit?: string; readonly isText?: boolean }[];
  readonly rows: readonly Row[];
  readonly note?: Cell | undefined;
}

interface Row {
  readonly name: Cell;
  readonly unit?: string | undefined;
  readonly cells: readonly Cell[];
  readonly isTotal?: boolean;
  /** Starts a group of rows. */
  readonly isGroup?: boolean;
}

export function table({ caption, subject, columns, rows, note }: Table): Html {
  const heads = columns.map(
    (column) =>
      html`<th scope="col" class="${classOf(column, column.title, 'head')}">${column.title}${column.unit === undefined ? undefined : unitOf(column.unit)}</th>`,
  );
  const lines = rows.map(({ name, unit, cells, isTotal, isGroup }) => {
    if (isGroup)
      return html`<tr class="group"><th scope="colgroup" colspan="${columns.length + 1}">${name}</th></tr>\n`;
    const values = cells.map((cell, at) => html`<td class="${classOf(columns[at], cell, 'cell')}">${cell}</td>`);
    const head = html`<th scope="row">${typeof name === 'string' ? keptDates(name) : name}${unit === undefined ? undefined : unitOf(unit)}</th>`;
    return html`<tr class="${isTotal ? 'total' : 'line'}">${head}${values}</tr>\n`;
  });
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table${columns.length < MANY_COLUMNS ? undefined : html` class="many"`}>
<caption>${caption}</caption>
<thead><tr><th scope="col">${subject}</th>${heads}</tr></thead>
<tbody>
${lines}</tbody>
</table></div>
${note === undefined ? undefined : html`<p class="note">${note}</p>\n`}`;
}

/** Words longer than the stamp of an hour, or the longest of our heads, may break anywhere: a name of 200 letters would push all else off the page. */
const LONG_WORD = { head: /\S{15}/u, cell: /\S{20}/u };

const classOf = (column: Table['columns'][number] | undefined, cell: Cell, of: keyof typeof LONG_WORD): string =>
  `${column?.isText ? 'text' : 'number'}${typeof cell === 'string' && LONG_WORD[of].test(cell) ? ' long' : ''}`;

/** So many columns need smaller letters on paper. */
const MANY_COLUMNS = 11;

const unitOf = (unit: string): Html => html` <span class="unit">${unit}</span>`;
