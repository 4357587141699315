import { expect, test } from 'vitest';
import { futureOf } from '../../src/cli/options.ts';

test('an end is a day, from its beginning, or an instant, and in the future', () => {
  for (const text of ['2999-01-01', '2999-01-01T00:00Z', '2999-01-01T00:00:00Z']) {
    expect(futureOf(text).toISOString()).toBe('2999-01-01T00:00:00.000Z');
  }
  for (const text of ['2020-01-01', '2999-02-30', '2999-13-01', '2999-01-01T25:00Z', 'soon', '']) {
    expect(() => futureOf(text), text).toThrow(/Expected a day or an instant in the future/);
  }
});
