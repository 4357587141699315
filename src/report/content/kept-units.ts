/** A number and its unit stay on one line: the space between them is one that no line breaks at. */

const BEFORE_UNIT = /(?<=\d) (?=(?:[kMG]Wh?|[A-Z]{3}|h|t|kg|%)(?![\p{L}\d]))/gu;

export const keptUnits = (text: string): string => text.replace(BEFORE_UNIT, '\u00a0');
