/** Fields that stand twice in one object: the parser of the language keeps the last of them and says nothing. */

export interface DuplicateField {
  /** From the top, such as storages, 0, technology. */
  readonly path: readonly (string | number)[];
  /** Of the second one, in the text. */
  readonly at: number;
}

type Open = { readonly fields: Set<string>; field: string } | { readonly fields?: never; index: number };

/** The first one. @param text that the parser has read: nothing of the grammar is looked at again */
export function duplicateFieldOf(text: string): DuplicateField | undefined {
  const open: Open[] = [];
  let quoted = { from: 0, to: 0 };
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === 0x22) {
      quoted = { from: at, to: endOfText(text, at) };
      at = quoted.to;
    } else if (letter === 0x7b) open.push({ fields: new Set(), field: '' });
    else if (letter === 0x5b) open.push({ index: 0 });
    else if (letter === 0x7d || letter === 0x5d) open.pop();
    else if (letter === 0x2c || letter === 0x3a) {
      const inner = open.at(-1)!;
      if (inner.fields === undefined) inner.index += 1;
      else if (letter === 0x3a) {
        const field = text.slice(quoted.from, quoted.to + 1);
        inner.field = field.includes('\\') ? (JSON.parse(field) as string) : field.slice(1, -1);
        if (inner.fields.has(inner.field)) return { path: open.map(keyOf), at: quoted.from };
        inner.fields.add(inner.field);
      }
    }
  }
  return undefined;
}

/** Where the quotes at `from` end. */
function endOfText(text: string, from: number): number {
  for (let at = from; ; ) {
    at = text.indexOf('"', at + 1);
    let before = at;
    while (text.charCodeAt(before - 1) === 0x5c) before -= 1;
    if ((at - before) % 2 === 0) return at;
  }
}

const keyOf = (inner: Open) => (inner.fields === undefined ? inner.index : inner.field);
