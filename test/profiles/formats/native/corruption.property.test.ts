import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseProfile } from '../../../../src/profiles/read.ts';
import { draws } from '../../../fixtures/draws.ts';
import { FILE, FIRST_ROW_LINE, faultsAfter, faultsOf, linesOfYear, setCell, textOf } from '../../year-fixture.ts';

const someLine = fc.integer({ min: FIRST_ROW_LINE, max: FIRST_ROW_LINE + 8759 });

/** Text that is no number in plain decimal or exponent notation, by an independent rule: a character none can hold. */
const noNumber = fc
  .tuple(fc.string({ maxLength: 8 }), fc.constantFrom(...'abcdfgxyz_%;:/ ()"\'#é\t'), fc.string({ maxLength: 8 }))
  .map((parts) => parts.join('').replace(/[,\n\0\ufeff]/g, ''))
  .filter((text) => Buffer.from(text).toString() === text);

/** Lines of one file, each of them once. */
const several = { minLength: 6, maxLength: 6, selector: ([line]: readonly [number, ...unknown[]]) => line } as const;

test('any cell that is made no number is refused with its line and column', () => {
  let tried = 0;
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(someLine, fc.integer({ min: 2, max: 5 }), noNumber), several), (cells) => {
      const issues = faultsAfter((lines) => {
        for (const [line, column, cell] of cells) setCell(lines, line, column, cell);
      });
      tried += cells.length;
      const expected = cells.map(([line, column]) => ['profile.bad-number', line, column]);
      expect(issues.map((issue) => [issue.code, issue.line, issue.column])).toEqual(
        expected.toSorted(([, a], [, b]) => Number(a) - Number(b)),
      );
    }),
    draws(4, 6),
  );
  expect(tried).toBeGreaterThanOrEqual(24);
});

test('any stamp that is changed in one character is refused with its line', () => {
  const [stampLength, replacements] = [17, '0123456789-:TZ /+tz.'];
  fc.assert(
    fc.property(
      someLine,
      fc.integer({ min: 0, max: stampLength - 1 }),
      fc.constantFrom(...replacements),
      (line, at, character) => {
        let isChanged = false;
        const issues = faultsAfter((lines) => {
          const row = lines[line - 1]!;
          isChanged = row[at] !== character;
          lines[line - 1] = row.slice(0, at) + character + row.slice(at + 1);
        });
        expect(issues.some((issue) => issue.line === line)).toBe(isChanged);
        expect(issues.length > 0).toBe(isChanged);
      },
    ),
    draws(20, 7),
  );
});

test('any run of rows taken out, doubled or moved is refused near its line', () => {
  let tried = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 8700 }),
      fc.integer({ min: 1, max: 50 }),
      fc.constantFrom('out', 'doubled', 'moved'),
      (hour, count, change) => {
        const issues = faultsAfter((lines) => {
          const start = FIRST_ROW_LINE - 1 + hour;
          const run = lines.slice(start, start + count);
          if (change === 'doubled') lines.splice(start, 0, ...run);
          else lines.splice(start, count);
          if (change === 'moved') lines.splice(start + 1, 0, ...run);
        });
        tried++;
        // Moved rows begin one line further down; a doubled run begins where the first one ends.
        const line = FIRST_ROW_LINE + hour + { out: 0, doubled: count, moved: 1 }[change];
        expect(issues.map((issue) => issue.line)).toContain(line);
      },
    ),
    draws(12, 8),
  );
  expect(tried).toBeGreaterThanOrEqual(12);
});

test('no beginning of a file passes for the whole', () => {
  const whole = Buffer.from(textOf(linesOfYear(2005)));
  const nearEnds = fc.oneof(
    fc.integer({ min: 0, max: whole.length - 1 }),
    fc.integer({ min: 0, max: 300 }),
    fc.integer({ min: whole.length - 60, max: whole.length - 1 }),
  );
  fc.assert(
    fc.property(nearEnds, (length) => {
      expect(faultsOf(whole.subarray(0, length)).length).toBeGreaterThan(0);
    }),
    draws(40, 9),
  );
});

test('bytes changed anywhere end in a profile or in faults, never in another error', () => {
  const whole = Buffer.from(textOf(linesOfYear(2005)));
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: whole.length - 1 }),
      fc.uint8Array({ minLength: 1, maxLength: 4 }),
      (at, with_) => {
        const spoilt = Buffer.from(whole);
        spoilt.set(with_.subarray(0, whole.length - at), at);
        if (faultsOf(spoilt).length > 0) return;
        // Accepted: then it must still be a year of numbers in range.
        const { columns } = parseProfile(spoilt, FILE);
        expect(columns.every(({ values }) => values.length === 8760 && values.every(Number.isFinite))).toBe(true);
      },
    ),
    draws(20, 10),
  );
});
