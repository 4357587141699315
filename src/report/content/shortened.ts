/** A name where there is little room, its beginning and its end: what tells it from others often stands there. */
export function shortened(name: string, most: number): string {
  const letters = [...name];
  if (letters.length <= most) return name;
  const atEnd = Math.floor(most / 3);
  return `${letters.slice(0, most - atEnd - 1).join('')}…${letters.slice(-atEnd).join('')}`;
}

/** Letters of a head of a table; names of users stand in rows too, whole. */
export const MOST_IN_HEAD = 60;
