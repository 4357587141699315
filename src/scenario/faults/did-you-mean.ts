/** The nearest of some known words to a misspelled one. */

/** Edits are insert, delete, replace and swap of neighbours; a letter that differs in case only costs half. */
function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    const above = rows[i - 1]!;
    for (let j = 1; j <= to.length; j++) {
      const [a, b] = [from[i - 1]!, to[j - 1]!];
      const replace = a === b ? 0 : a.toLowerCase() === b.toLowerCase() ? 0.5 : 1;
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + replace);
      if (i > 1 && j > 1 && a === to[j - 2] && from[i - 2] === b) least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[from.length]![to.length]!;
}

/** The known word within a third of the length in edits (at least one), or else the only one that begins like `word`. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  // Nobody misspells a long paragraph: the table of distances would only cost time.
  if (word.length > 100) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3));
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance < least || (distance === least && best === undefined)) [best, least] = [candidate, distance];
  }
  if (best !== undefined) return best;
  // `floor` for `floorShare`: far in letters, near in meaning; only where it is no guess between several.
  const longer = word.length < 3 ? [] : known.filter((one) => one.toLowerCase().startsWith(word.toLowerCase()));
  return new Set(longer).size === 1 ? longer[0] : undefined;
}
