/** The equations of the model as its source states them. */

import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** One law or cost of the model. */
export interface Equation {
  readonly name: string;
  /** The file it stands in, without extension: `storage`. */
  readonly subject: string;
  readonly words: string;
  readonly equation: string;
  /** What its price means; costs have none. */
  readonly dual?: string;
}

/** Comments outlive the compiler. */
const extension = extname(import.meta.url);
const modelDirectory = new URL('../../model/', import.meta.url);

/** All equations, by subject. */
export function readEquations(directory: URL = modelDirectory): Equation[] {
  const files = readdirSync(directory)
    .filter((file) => file.endsWith(extension))
    .sort();
  return files.flatMap((file) =>
    equationsOf(file.slice(0, -extension.length), readFileSync(new URL(file, directory), 'utf8')),
  );
}

/** Exported functions whose docstring has an `@equation`. */
export function equationsOf(subject: string, source: string): Equation[] {
  const documented = source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export function (\w+)/g);
  return [...documented].flatMap(([, comment = '', name = '']) => {
    const [words = '', ...tags] = plainText(comment).split(/^@/m);
    const tag = (wanted: string) => tags.find((text) => text.startsWith(`${wanted} `))?.slice(wanted.length + 1);
    const [equation, dual] = [tag('equation'), tag('dual')];
    if (equation === undefined) return [];
    return [
      { name, subject, words: joined(words), equation: joined(equation), ...(dual ? { dual: joined(dual) } : {}) },
    ];
  });
}

/** Without the asterisks of the comment. */
function plainText(comment: string): string {
  return comment.replace(/^\s*\* ?/gm, '');
}

function joined(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
