import { expect, test } from 'vitest';
import { type Issue, ScenarioError } from '../../src/errors.ts';
import { renderIssues } from '../../src/report/issues.ts';

const issues: readonly Issue[] = [
  {
    code: 'scenario.out-of-range',
    where: 'storages[0].chargeEfficiency',
    problem: '95 is outside 0…1',
    expected: 'Did you mean 0.95?',
    file: 'nouaceur.yaml',
    line: 31,
    column: 22,
  },
  {
    code: 'scenario.unknown-field',
    where: 'load.pu',
    problem: 'unknown field',
    expected: 'Did you mean pue?',
    file: 'nouaceur.yaml',
    line: 7,
    column: 3,
  },
  {
    code: 'profile.wrong-length',
    where: 'file',
    problem: '8759 rows',
    expected: 'one calendar year in each file',
    file: 'load.csv',
  },
];

test('each issue has one line: where, line and column, what is wrong, what was expected', () => {
  expect(renderIssues(new ScenarioError('nouaceur.yaml', issues), { width: 120 })).toBe(
    [
      'nouaceur.yaml is not a valid scenario: 3 problems',
      '  storages[0].chargeEfficiency   31:22      95 is outside 0…1. Did you mean 0.95?',
      '  load.pu                        7:3        unknown field. Did you mean pue?',
      '  file                           load.csv   8759 rows; expected one calendar year in each file.',
    ].join('\n'),
  );
});

test.each([40, 60, 80, 100, 200])('no line is wider than a terminal of %i columns', (width) => {
  const long = { ...issues[0]!, expected: `Expected ${'a fraction above 0 and at most 1, '.repeat(5)}really.` };
  const text = renderIssues(new ScenarioError('nouaceur.yaml', [long, ...issues]), { width });
  for (const line of text.split('\n').slice(1)) expect([...line].length).toBeLessThanOrEqual(width);
  expect(text.replace(/\s+/g, ' ')).toContain('really.');
});

test('a style marks the parts and moves nothing', () => {
  const error = new ScenarioError('nouaceur.yaml', issues);
  const marked = renderIssues(error, { width: 120, style: (text, part) => `<${part}>${text}</${part}>` });
  expect(marked).toContain('<where>load.pu</where>');
  expect(marked.replace(/<\/?\w+>/g, '')).toBe(renderIssues(error, { width: 120 }));
});

test('control characters of a hostile file never reach the terminal', () => {
  const hostile: Issue = {
    code: 'scenario.unknown-field',
    where: 'a\u001b[2J',
    problem: 'x\u0007\u202ey',
    file: 'nouaceur.yaml',
  };
  const text = renderIssues(new ScenarioError('nouaceur.yaml', [hostile]), { width: 100 });
  expect(text).toContain('a\\u{1b}[2J');
  expect(text).toContain('x\\u{7}\\u{202e}y');
});

test('a question ends in its own mark, and the answers follow', () => {
  const question: Issue = {
    code: 'profile.question',
    where: 'plant',
    problem: 'how do the modules stand?',
    expected: '--tilt 30 --azimuth 180',
  };
  expect(renderIssues(new ScenarioError('sun.csv', [question]), { width: 120 })).toContain(
    'how do the modules stand? Expected --tilt 30 --azimuth 180.',
  );
});
