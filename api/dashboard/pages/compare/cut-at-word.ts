/** A text as it is where it is short enough, else its first words with an ellipsis, in at most so many characters. */
export function cutAtWord(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const words = text.slice(0, longest).replace(/\s+\S*$/, '');
  return `${words.slice(0, longest - 1)}…`;
}
