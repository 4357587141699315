/**
 * Alters the sources of a folder in small ways and counts which of the alterations its unit tests see:
 *
 *     npm run mutate -- src/metrics
 *     npm run mutate -- src/verify 400        only what stands on 400 of its lines, drawn with a seed
 *
 * Stryker is fetched into a folder of its own: 61 MB that nothing else needs.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sourcesBelow } from '../fixtures/repository.ts';
import { draws } from '../results/mutate.ts';

const STRYKER = '10.1.1';
const FOLDER = 'out/stryker-packages';

const [folder = 'src/metrics', wanted] = process.argv.slice(2);
const places = wanted === undefined ? [`${folder}/**/*.ts`] : linesOf(folder, Number(wanted));
const words = ['run', 'test/mutation/stryker.config.json', '--mutate', places.join(',')];
// Its sandbox asks for the compiler and names it nowhere.
const packages = [`@stryker-mutator/core@${STRYKER}`, `@stryker-mutator/vitest-runner@${STRYKER}`, 'typescript@6.0.3'];
execFileSync('npm', ['install', '--no-save', '--prefix', FOLDER, ...packages], { stdio: 'inherit' });
execFileSync(process.execPath, [`${FOLDER}/node_modules/@stryker-mutator/core/bin/stryker.js`, ...words], {
  stdio: 'inherit',
});

/** Lines that can hold something to alter, drawn without putting back. */
function linesOf(below: string, count: number): string[] {
  const left = sourcesBelow(below).flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, at) => (/^\s*(\/[/*]|\*|import |$)/.test(line) ? [] : [`${path}:${at + 1}-${at + 1}`])),
  );
  const draw = draws(1);
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(draw(left.length), 1)[0]!).sort();
}
