import { describe, expect, test } from 'vitest';
import { ProfileError } from '../../src/errors.ts';
import { FaultList, shown } from '../../src/profiles/faults.ts';

describe('the faults of a file', () => {
  test('a million faults are counted, but only a hundred are worded and kept', () => {
    const faults = new FaultList('a.csv');
    let worded = 0;
    for (let line = 1; line <= 1_000_000; line++) {
      faults.add('profile.bad-number', { where: 'wind', line, column: 2 }, () => {
        worded++;
        return { problem: `fault ${worded}` };
      });
    }
    expect(faults.count).toBe(1_000_000);
    expect(worded).toBe(100);
    expect(faults.issues().at(-1)).toMatchObject({ code: 'profile.more', problem: '999900 more problems, not listed' });
  });

  test('no faults throw nothing, one fault throws with its file', () => {
    const [empty, faults] = [new FaultList('a.csv'), new FaultList('a.csv')];
    expect(() => empty.throwIfAny(new FaultList('a.csv'))).not.toThrow();
    faults.add('profile.gap', { where: 'time' }, () => ({ problem: 'an hour is missing' }));
    expect(() => empty.throwIfAny(faults)).toThrow(ProfileError);
    expect(faults.issues()).toEqual([
      { code: 'profile.gap', file: 'a.csv', where: 'time', problem: 'an hour is missing' },
    ]);
  });

  test('text of a file is shown with what cannot be seen made visible', () => {
    expect(shown('a\tb\r\0\ufeff')).toBe('"a\\tb\\r\\u0000\\ufeff"');
  });
});
