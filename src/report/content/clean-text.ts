/** Text that no format stumbles over: what XML and HTML forbid, and what could reorder the words beside a name, is shown as �. */

export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Noncharacter_Code_Point}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (stranger) =>
      /\s/.test(stranger) ? ' ' : '\ufffd',
    );
}
