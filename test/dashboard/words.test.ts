import { expect, test } from 'vitest';
import { cutAtWord } from '../../api/dashboard/pages/compare/cut-at-word.ts';
import { editor } from '../../api/dashboard/words/fr/editor.ts';
import { frame } from '../../api/dashboard/words/fr/frame.ts';
import { keptIn } from '../../api/dashboard/words/kept-in.ts';

test('a long text is cut between words, with an ellipsis that says so, and one long word within its length', () => {
  expect(cutAtWord('Synthetic, not measured.', 24)).toBe('Synthetic, not measured.');
  expect(cutAtWord('Synthetic, not measured.', 20)).toBe('Synthetic, not…');
  expect(cutAtWord('x'.repeat(200), 40)).toBe(`${'x'.repeat(39)}…`);
});

test('no line of a French page begins with a sign that the French set apart, also of what is put together', () => {
  const { editor: told, colon } = keptIn({ ...editor, ...frame });
  expect(told.faults(2)).toBe('2 erreurs\u00a0:');
  expect(told.hint).toMatch(/ici\u00a0; celui/);
  expect(colon).toBe('\u00a0: ');
  expect(keptIn({ heads: ['a : b'], of: { it: (name: string) => `« ${name} »` } }).of.it('x')).toBe('«\u00a0x\u00a0»');
});
