/** The quick way through short decimals gives what the language itself gives, to the last bit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberOfCell } from '../../../src/profiles/table/plain-number.ts';

const plain = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 17 });
const decimal = fc
  .tuple(fc.constantFrom('', '-'), digits, fc.option(digits))
  .map(([sign, whole, part]) => sign + whole + (part === null ? '' : `.${part}`));
const any = fc.string({ unit: fc.constantFrom(...'0123456789..--+eE, '), maxLength: 18 });

test('every decimal is the nearest number, every other text is none', () => {
  fc.assert(
    fc.property(fc.oneof(decimal, any), (text) => {
      expect(numberOfCell(text)).toBe(plain.test(text) && Number.isFinite(Number(text)) ? Number(text) : Number.NaN);
    }),
    { seed: 13, numRuns: 20_000 },
  );
});
