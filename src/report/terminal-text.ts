/** Text for terminals: nothing in a name moves the cursor, lines fit the width. */

/** Control characters, which could move a terminal's cursor, shown as code points. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (stranger) =>
    stranger === '\n' || stranger === '\t' ? ' ' : `\\u{${(stranger.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

export function lengthOf(text: string): number {
  return [...text].length;
}

/** Lines of at most `width` characters, broken at spaces; a longer word keeps a line to itself, unbroken. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** The same for a column of a table: longer words are broken too. */
export function folded(text: string, width: number): string[] {
  return wrapped(text, width).flatMap((line) => {
    const characters = [...line];
    const parts = Array.from({ length: Math.max(1, Math.ceil(characters.length / width)) }, (_, part) =>
      characters.slice(part * width, (part + 1) * width).join(''),
    );
    return parts;
  });
}
