/** The table of the model in the README, made from the docstrings; run with `--write` to bring the README up to date. */

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readEquations } from '../../src/report/equations.ts';

export const readmePath = fileURLToPath(new URL('../../README.md', import.meta.url));

const BEGIN = '<!-- model table: made by test/examples/model-table.ts -->';
const END = '<!-- end of model table -->';

/** Everything between the marks. */
function modelTable(): string {
  const rows = readEquations().map(({ subject, name, equation, dual }) => {
    const cells = [`\`${name}\``, `\`${equation}\``, dual ?? '', `[${subject}](src/model/${subject}.ts)`];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return ['', '| law | equation | its dual | file |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

/** The README with its table brought up to date. */
export function withModelTable(readme: string): string {
  const [before, rest] = split(readme, BEGIN);
  const [, after] = split(rest, END);
  return `${before}${BEGIN}${modelTable()}${END}${after}`;
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`the README has no mark ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes('--write')) {
  writeFileSync(readmePath, withModelTable(readFileSync(readmePath, 'utf8')));
}
