/** Spaces that the French set and no line breaks at. */

export const KEPT = '\u00a0';

/** No line begins with a sign that the French set apart, nor ends with what opens a quotation. */
export const kept = (words: string): string => words.replace(/ (?=[:;?!»])/g, KEPT).replaceAll('« ', `«${KEPT}`);
