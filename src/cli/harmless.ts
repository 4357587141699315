/** Text that came from outside, before it reaches a terminal: nothing in it moves the cursor or turns the writing round. */
export function harmless(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (stranger) => {
    const code = (stranger.codePointAt(0) ?? 0).toString(16);
    return `\\u{${code}}`;
  });
}
