/** Reads a report as a person would: its tables as text, its words without markup. */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export function plain(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Rows of the table with this caption, heading first; every cell as text. */
export function tableOf(page: string, caption: string): string[][] {
  const found = page.split(/<table[^>]*>/).find((part) => plain(part.split('</caption>')[0] ?? '') === caption);
  if (found === undefined) throw new Error(`no table ${JSON.stringify(caption)}`);
  const rows = (found.split('</table>')[0] ?? '').split('<tr').slice(1);
  return rows.map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map((cell) => plain(cell[1] ?? '')));
}

/** A table as a record: first cell of each row → the others. */
export function rowsOf(page: string, caption: string): Map<string, string[]> {
  return new Map(tableOf(page, caption).map(([name = '', ...cells]) => [name, cells]));
}

/** Back to a number: `−1,234.5` → −1234.5. */
export function numberOf(text: string | undefined): number {
  return Number((text ?? 'nothing').replace('−', '-').replaceAll(',', '').replace(' %', ''));
}
