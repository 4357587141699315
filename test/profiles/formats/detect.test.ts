import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProfileError } from '../../../src/errors.ts';
import { detectFormat, foreignFormats, formatsOf, openingOf } from '../../../src/profiles/formats/detect.ts';
import { parseProfile } from '../../../src/profiles/read.ts';
import { draws } from '../../fixtures/draws.ts';
import { openings } from './openings.ts';

const examples = Object.entries(openings);
const namesOf = (text: string) => formatsOf(text).map(({ name }) => name);
function issueOf(action: () => unknown) {
  try {
    action();
  } catch (error) {
    if (error instanceof ProfileError) return error.issues[0];
    throw error;
  }
  return undefined;
}
/** Changes that spreadsheets and copying make to a file that is still the same. */
const disguises: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.trimEnd(),
  (text) => `${text}\n\n`,
  (text) => text.split('\n').slice(0, -2).join('\n'),
];

describe('the format is told by content', () => {
  test('there is an example of every format', () => {
    expect(examples.map(([name]) => name).toSorted()).toEqual(foreignFormats.map(({ name }) => name).toSorted());
  });

  test.each(examples)('%s is recognised by its own format alone', (name, text) => {
    for (const disguise of disguises) expect(namesOf(disguise(text))).toEqual([name]);
    expect(detectFormat(text, 'a.csv').foreign?.name).toBe(name);
  });

  test('what fits two formats alike is refused with both names, not read by whichever comes first', () => {
    const outcomes = examples.flatMap(([first, a]) =>
      examples
        .filter(([second]) => second !== first)
        .map(([second, b]) => ({ first, second, names: namesOf(a + b), text: a + b })),
    );
    const ambiguous = outcomes.filter(({ names }) => names.length > 1);
    expect(ambiguous.length).toBeGreaterThan(0);
    for (const { names, text } of ambiguous) {
      const issue = issueOf(() => detectFormat(text, 'a.csv'));
      expect(issue).toMatchObject({ code: 'profile.unknown-format' });
      expect(issue!.problem).toContain(`fits ${names[0]} and ${names[1]} alike`);
    }
    // Numbers above rows with stamps are a preamble.
    const others = outcomes.filter(({ first }) => first !== 'rows-without-time');
    for (const { first, second, names } of others) expect([first, second]).toEqual(expect.arrayContaining(names));
  });

  test('an opening is a hundred lines of ten thousand characters at most', () => {
    const { lines } = openingOf(`${'x'.repeat(20_000)}\n`.repeat(300));
    expect(lines.map(({ length }) => length)).toEqual(new Array(100).fill(10_000));
    expect(openingOf('a\n\nb').lines).toEqual(['a', '', 'b']);
  });
});

describe('damaged files end in faults, never in another error', () => {
  const outcome = (bytes: Uint8Array) => {
    try {
      return parseProfile(bytes, 'a.csv', { columns: [{ unit: 'capacityFactor' }], options: { year: 2019 } });
    } catch (error) {
      if (error instanceof ProfileError) return error;
      throw error;
    }
  };

  test('bytes changed anywhere in any format', () => {
    const change = fc.tuple(fc.nat(), fc.constantFrom(...Buffer.from('\t\n\r",;=-.09AZ\0\xff', 'latin1')));
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        ([, text], changes) => {
          const bytes = Buffer.from(text);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          // A few rows are never a year.
          expect(outcome(bytes)).toBeInstanceOf(ProfileError);
        },
      ),
      draws(300, 12),
    );
  });

  test('files cut off anywhere, formulas, mixed delimiters, one column', () => {
    for (const [, text] of examples) {
      for (let end = 0; end < text.length; end += 7) {
        expect(outcome(Buffer.from(text.slice(0, end)))).toBeInstanceOf(ProfileError);
      }
      expect(outcome(Buffer.from(text.replaceAll(/\d+\.\d+/g, '=1+1')))).toBeInstanceOf(ProfileError);
      expect(outcome(Buffer.from(text.replaceAll(/,(?=\d)/g, ';')))).toBeInstanceOf(ProfileError);
      expect(outcome(Buffer.from(text.replaceAll(/[,;].*/g, '')))).toBeInstanceOf(ProfileError);
    }
  });

  test('two million cells behind the header of any format end early', () => {
    for (const [, text] of examples) {
      // Of this thread alone: other tests run beside it.
      const started = process.threadCpuUsage();
      expect(outcome(Buffer.from(`${text}${','.repeat(2e6)}\n`))).toBeInstanceOf(ProfileError);
      expect(process.threadCpuUsage(started).user).toBeLessThan(0.5e6);
    }
  });
});
