/** Names and comments for program text: numbers that are unique by themselves, block names that only help the reader. */

import type { Block, LinearProgram } from '../linear-program.ts';

/** Enough to recognise a block; the oldest readers stop at 255 characters a line. */
const LONGEST_BLOCK_NAME = 32;
const LONGEST_COMMENT = 200;

/** `x17_charge`: the leading letter keeps it from being read as a number (`e5`, `inflow`) or a keyword. */
export function columnNames(program: LinearProgram): readonly string[] {
  return names('x', program.columnCount, program.columnBlocks);
}

/** `r17_balance`. */
export function rowNames(program: LinearProgram): readonly string[] {
  return names('r', program.rowCount, program.rowBlocks);
}

function names(letter: string, count: number, blocks: readonly Block[]): readonly string[] {
  const all = Array.from({ length: count }, (_, at) => `${letter}${at}`);
  for (const { name, first, length } of blocks) {
    const letters = name.replace(/[^A-Za-z]/g, '').slice(0, LONGEST_BLOCK_NAME);
    if (letters === '') continue;
    for (let at = first; at < first + length; at++) all[at] += `_${letters}`;
  }
  return all;
}

/** What each block is of, one line a block, without comment sign; the only place where text of the user appears. */
export function* describeBlocks(program: LinearProgram): Generator<string> {
  yield `${program.rowCount} rows, ${program.columnCount} columns, ${program.coefficient.length} coefficients`;
  yield* describe('x', program.columnBlocks);
  yield* describe('r', program.rowBlocks);
}

function* describe(letter: string, blocks: readonly Block[]): Generator<string> {
  for (const { name, of, first, length } of blocks) {
    if (length === 0) continue;
    yield oneLine(`${letter}${first} to ${letter}${first + length - 1}: ${[name, ...of].join(' | ')}`);
  }
}

/** Without control characters, line separators and direction marks: nothing can end the comment early. */
function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, LONGEST_COMMENT);
}
