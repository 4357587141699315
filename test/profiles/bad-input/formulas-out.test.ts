/** A native file made of a foreign one holds no cell that a spreadsheet would run, wherever it cuts its lines. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nativeOfFile } from '../../../src/profiles/import/native-of-file.ts';
import { parseProfile } from '../../../src/profiles/read.ts';
import { exampleNamed } from './examples.ts';

const formulas = ['=cmd()', '@SUM(A1)', "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", '"=1+1"', '\t=1', ' =1+1'];

/** Cells that begin as formulas do, by any delimiter; signs of numbers aside. */
const running = (text: string) =>
  text
    .split(/[\n,;|\t]/)
    .map((cell) => cell.replace(/^[\s"]+/, ''))
    .filter((cell) => /^[=@+-]/.test(cell) && !/^[+-]\d+(\.\d+)?\s*$/.test(cell));

const { bytes, request } = exampleNamed('ninja-country');
const profile = parseProfile(bytes, 'fleet.csv', request!);

test('a series whose column is called =cmd() has a name of letters, and reads back', () => {
  for (const name of formulas) {
    const [column] = profile.columns;
    const text = nativeOfFile({ ...profile, columns: [{ ...column!, name }] });
    expect(running(text)).toEqual([]);
    expect(parseProfile(Buffer.from(text), 'native.csv').columns[0]!.values).toEqual(column!.values);
  }
  expect(() => nativeOfFile(profile, ['=cmd()', 'b'])).toThrow(RangeError);
});

test('names of files, reasons and warnings with formulas in them stay text', () => {
  const parts = fc.array(fc.constantFrom(...formulas, 'time', 'lat 33.4, -7.6', ',', ';', '|', '"'), { maxLength: 6 });
  fc.assert(
    fc.property(parts, parts, fc.constantFrom(',', ';', '|', ', '), (some, others, delimiter) => {
      const [why, warning] = [some.join(delimiter), others.join(delimiter)];
      const provenance = { ...profile.provenance!, why: `x${why}`, warnings: [`x${warning}`] };
      const text = nativeOfFile({ ...profile, file: `x${why.replaceAll('/', '')}.csv`, provenance });
      expect(running(text.slice(0, text.indexOf('\ntime [UTC]')))).toEqual([]);
    }),
    { seed: 12, numRuns: 20 },
  );
  expect(nativeOfFile(profile, undefined, ['x,=1+1, at 33.4, -7.6'])).toContain(
    "# note: warning: x,'=1+1, at 33.4, -7.6\n",
  );
});
