/** Tables of the page: a caption, headings that say what they head, numbers to the right, room to scroll. */

import { type Html, html } from './html.ts';

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
    ({ title, unit, isText }) =>
      html`<th scope="col" class="${isText ? 'text' : 'number'}">${title}${unit === undefined ? undefined : unitOf(unit)}</th>`,
  );
  const lines = rows.map(({ name, unit, cells, isTotal, isGroup }) => {
    if (isGroup)
      return html`<tr class="group"><th scope="colgroup" colspan="${columns.length + 1}">${name}</th></tr>\n`;
    const values = cells.map((cell, at) => html`<td class="${columns[at]?.isText ? 'text' : 'number'}">${cell}</td>`);
    const head = html`<th scope="row">${name}${unit === undefined ? undefined : unitOf(unit)}</th>`;
    return html`<tr class="${isTotal ? 'total' : 'line'}">${head}${values}</tr>\n`;
  });
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr><th scope="col">${subject}</th>${heads}</tr></thead>
<tbody>
${lines}</tbody>
</table></div>
${note === undefined ? undefined : html`<p class="note">${note}</p>\n`}`;
}

const unitOf = (unit: string): Html => html` <span class="unit">${unit}</span>`;
