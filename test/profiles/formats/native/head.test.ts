import { describe, expect, test } from 'vitest';
import { parseProfile } from '../../../../src/profiles/read.ts';
import { brief, FILE, faultsAfter, faultsOf, HEADER, linesOfYear, textOf } from '../../year-fixture.ts';

describe('comment lines', () => {
  test('a file must say whether its series are synthetic', () => {
    expect(brief(faultsAfter((lines) => void lines.splice(1, 1, '# place: Boujdour')))).toEqual([
      ['profile.bad-header', 'synthetic', 4, 1, 'no line before the header says synthetic'],
    ]);
  });

  test.each(['True', 'yes', '1', 'false '])('synthetic: %j is neither true nor false', (value) => {
    expect(brief(faultsAfter((lines) => void lines.splice(1, 1, `# synthetic: ${value}`)))).toEqual([
      ['profile.bad-header', 'synthetic', 2, 1, JSON.stringify(value)],
    ]);
  });

  test('a file that says synthetic twice is refused, even in the same words', () => {
    expect(brief(faultsAfter((lines) => void lines.splice(2, 0, '# synthetic: true')))).toEqual([
      ['profile.bad-header', 'synthetic', 3, 1, 'said again after line 2'],
    ]);
  });

  test.each([
    ['true', true],
    ['false', false],
  ])('synthetic: %s is what the result says', (value, synthetic) => {
    const lines = linesOfYear(2005).with(1, `# synthetic: ${value}`);
    expect(parseProfile(Buffer.from(textOf(lines)), FILE).synthetic).toBe(synthetic);
  });

  test('free comments are welcome as key and value', () => {
    expect(faultsAfter((lines) => void lines.splice(2, 0, '# note: façade, 26.1° N: checked'))).toEqual([]);
  });

  test.each(['# checked by hand', '#note: x', '# Note: x', '# note:x', '# note: ', '#', '# '])(
    'the comment %j has no key and value',
    (comment) => {
      expect(brief(faultsAfter((lines) => void lines.splice(2, 1, comment)))).toEqual([
        ['profile.bad-header', 'comment', 3, 1, JSON.stringify(comment)],
      ]);
    },
  );

  test('a first line that a spreadsheet padded with commas is refused', () => {
    expect(brief(faultsAfter((lines) => void lines.splice(0, 1, '# hourmatch profile,,,,')))).toEqual([
      ['profile.bad-header', 'comment', 1, 1, '"# hourmatch profile,,,,"'],
    ]);
  });

  test('a header without any comment lines lacks the first line and the word on synthetic', () => {
    expect(brief(faultsAfter((lines) => void lines.splice(0, 3)))).toEqual([
      ['profile.bad-header', 'comment', 1, 1, 'no comment lines before the header'],
      ['profile.bad-header', 'synthetic', 1, 1, 'no line before the header says synthetic'],
    ]);
  });

  test.each(['# hourmatch profile\n# synthetic: true\n', '# hourmatch profile\n# synthetic: true'])(
    'comments alone are no profile: %j',
    (text) => {
      expect(faultsOf(text).map(({ where, problem }) => [where, problem])).toContainEqual([
        'header',
        'no header and no rows',
      ]);
    },
  );
});

describe('the header', () => {
  const replaced = (column: number, cell: string) =>
    brief(
      faultsAfter(
        (lines) =>
          void lines.splice(
            3,
            1,
            HEADER.split(',')
              .with(column - 1, cell)
              .join(','),
          ),
      ),
    );

  test.each(['time', 'time [local]', 'Time [UTC]', 'time [UTC] ', 'utc_timestamp'])('%j is not the time', (cell) => {
    expect(replaced(1, cell)).toEqual([['profile.bad-header', 'header', 4, 1, JSON.stringify(cell)]]);
  });

  test.each([
    ['wind', '"wind" names no unit', 'wind'],
    ['', '"" names no unit', 'header'],
    ['wind [MW]', '"wind [MW]" has an unknown unit', 'wind'],
    ['wind [capacityfactor]', '"wind [capacityfactor]" has an unknown unit', 'wind'],
    ['wind []', '"wind []" has an unknown unit', 'wind'],
    ['wind [toString]', '"wind [toString]" has an unknown unit', 'wind'],
    ['wind [__proto__]', '"wind [__proto__]" has an unknown unit', 'wind'],
    ['[pue]wind', '"[pue]wind" names no unit', '[pue]wind'],
  ])('%j: unit missing or unknown', (cell, problem, where) => {
    expect(replaced(2, cell)).toEqual([['profile.wrong-unit', where, 4, 2, problem]]);
  });

  test.each([
    ['cooling[pue]', 'cooling'],
    ['wind  [pue]', 'wind '],
    [' wind [pue]', ' wind'],
    ['1wind [pue]', '1wind'],
    ['north wind [pue]', 'north wind'],
    ['__proto__ [pue]', '__proto__'],
    [' [pue]', 'header'],
    ['e\u0301olien [pue]', 'e\u0301olien'],
  ])('%j is no name and unit', (cell, where) => {
    // Column 3 is the one of power usage effectiveness, so that its values stay in range.
    expect(replaced(3, cell)).toEqual([
      ['profile.bad-header', where, 4, 3, `${JSON.stringify(cell)} is no "name [unit]"`],
    ]);
  });

  test('a quoted header cell is refused', () => {
    expect(replaced(3, '"cooling [pue]"').map(([code]) => code)).toEqual(['profile.wrong-unit']);
  });

  test('an accented name in composed spelling is a name', () => {
    expect(replaced(3, 'éolien_Boujdour-2.b [pue]')).toEqual([]);
  });

  test('two columns of one name are refused by the second, whatever their units', () => {
    expect(replaced(4, 'wind [relative]')).toEqual([
      ['profile.bad-header', 'wind', 4, 4, '"wind" is also the name of column 2'],
    ]);
  });

  test('a file without series is refused', () => {
    const issues = faultsAfter(
      (lines) => void lines.splice(3, lines.length, ...lines.slice(3).map((l) => l.split(',')[0]!)),
    );
    expect(brief(issues)).toEqual([['profile.bad-header', 'header', 4, 2, 'no series beside the time']]);
  });

  test('256 series are read, 257 are too many', () => {
    const wide = (count: number) =>
      faultsAfter((lines) => {
        const series = Array.from({ length: count }, (_, index) => index);
        lines[3] = ['time [UTC]', ...series.map((index) => `s${index} [relative]`)].join(',');
        for (let at = 4; at < lines.length; at++) lines[at] = lines[at]!.slice(0, 17) + ',1'.repeat(count);
      });
    expect(wide(256)).toEqual([]);
    expect(brief(wide(257))).toEqual([['profile.bad-header', 'header', 4, undefined, '258 columns']]);
  });
});

describe('other formats', () => {
  test.each([';', '\t', '|'])('a file delimited by %j is unknown, and the message shows both headers', (delimiter) => {
    const header = HEADER.replaceAll(',', delimiter);
    const [issue, ...others] = faultsOf(textOf(linesOfYear(2005)).replaceAll(',', delimiter));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'profile.unknown-format', file: FILE, where: 'file', line: 1 });
    expect(issue!.problem).toContain(JSON.stringify(header.slice(0, 25)).slice(0, -1));
    expect(issue!.expected).toContain('time [UTC],name [unit],…');
  });

  test.each([
    ['{"name": "a scenario"}\n', '{\\"name\\": \\"a scenario\\"}'],
    ['# Time zone: UTC\n# Date and time,Wind speed (m/s)\n', '"# Time zone: UTC"'],
    ['no line end', '"no line end"'],
  ])('%j is of no known format', (text, seen) => {
    const [issue, ...others] = faultsOf(text);
    expect(others).toEqual([]);
    expect(issue!.code).toBe('profile.unknown-format');
    expect(issue!.problem).toContain(seen);
  });
});
