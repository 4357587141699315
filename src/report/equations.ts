/** The equations of the model, and the laws that every answer is held to, as their sources state them. */

import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** One law or cost of the model, or one law of the verification. */
export interface Equation {
  readonly name: string;
  /** The file it stands in, without extension: `storage`. */
  readonly subject: string;
  readonly words: string;
  readonly equation: string;
  /** What its price means; costs have none, nor has what is only verified. */
  readonly dual?: string;
}

/** `stateOfCharge` of the model and `state-of-charge` of the verification are one name. */
export const plainName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Comments outlive the compiler. */
const extension = extname(import.meta.url);
const modelDirectory = new URL('../model/', import.meta.url);
const lawsDirectory = new URL('../verify/laws/', import.meta.url);

/** All equations of the model, by subject. */
export const readEquations = (): Equation[] => equationsIn(modelDirectory);

/** All laws that `verify` recomputes and reports list, by subject. */
export const readLaws = (): Equation[] => equationsIn(lawsDirectory);

function equationsIn(directory: URL): Equation[] {
  const files = readdirSync(directory)
    .filter((file) => file.endsWith(extension))
    .sort();
  return files.flatMap((file) =>
    equationsOf(file.slice(0, -extension.length), readFileSync(new URL(file, directory), 'utf8')),
  );
}

const documented =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export (?:function (\w+)|const \w+ = law(?:OfPlaces)?\('([\w-]+)')/g;

/** Exported functions and laws whose docstring has an `@equation`; where it has several, they hold together. */
export function equationsOf(subject: string, source: string): Equation[] {
  return [...source.matchAll(documented)].flatMap(([, comment = '', ofModel, ofVerification]) => {
    const [words = '', ...tags] = plainText(comment).split(/^@/m);
    const tagged = (wanted: string) =>
      tags.flatMap((text) => (text.startsWith(`${wanted} `) ? joined(text.slice(wanted.length + 1)) : []));
    const equation = tagged('equation').join('; ');
    const [dual] = tagged('dual');
    if (equation === '') return [];
    const name = ofModel ?? ofVerification ?? '';
    return [{ name, subject, words: joined(words), equation, ...(dual ? { dual } : {}) }];
  });
}

/** Without the asterisks of the comment. */
function plainText(comment: string): string {
  return comment.replace(/^\s*\* ?/gm, '');
}

function joined(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
