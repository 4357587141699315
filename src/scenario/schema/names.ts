/** Names that people give: shown on pages and in spreadsheets, used in file names, so what they may hold is fixed here. */

const LONGEST_NAME = 80;

/** Letters of any script, digits, spaces and a little punctuation; a spreadsheet would run = + - @ in front as a formula. */
export const namePattern = new RegExp(
  `^(?![=+\\-@ ])(?=.*[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N} _.,:()+%&'’–·°=@-]{1,${LONGEST_NAME}}(?<! )$`,
  'u',
);

export const nameExpectation = `a name of letters, digits, spaces and _ . , : ( ) + % & ' ’ – · ° = @ -, at most ${LONGEST_NAME} characters, beginning with none of = + - @`;

/** What is wrong with a name that does not fit `namePattern`, in words; control characters are shown as code points. */
export function nameFault(name: string): string {
  const shown = JSON.stringify(name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);
  if (name === '') return 'the name is empty';
  if (name.length > LONGEST_NAME) return `${shown} has ${name.length} characters`;
  if (/^[=+\-@]/.test(name)) return `${shown} begins with ${name[0]}, which spreadsheets take for a formula`;
  if (/^ | $/.test(name)) return `${shown} begins or ends with a space`;
  const stranger = /[^\p{L}\p{M}\p{N} _.,:()+%&'’–·°=@-]/u.exec(name)?.[0];
  if (stranger === undefined) return `${shown} holds neither a letter nor a digit`;
  const isVisible = /[\p{P}\p{S}]/u.test(stranger);
  const codePoint = stranger.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `${shown} holds ${isVisible ? stranger : `the character U+${codePoint}`}`;
}

/** Part of a file name: lower case, runs of anything but letters and digits become one hyphen (`40 MW` → `40-mw`). */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
