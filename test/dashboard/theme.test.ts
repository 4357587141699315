import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { channels } from '../../src/report/charts/colours.ts';

const css = readFileSync(new URL('../../api/dashboard/style/theme.css', import.meta.url), 'utf8');
const themes = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    [light!, dark!] as const,
  ]),
);

/** As WCAG 2.2 defines it: (lighter + 0.05) ÷ (darker + 0.05). */
function contrast(one: string, other: string): number {
  const [light, dark] = [one, other].map((colour) => luminance(colour) + 0.05).sort((a, b) => b - a);
  return light! / dark!;
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

test('what tells a bar, its key, imported energy or hours without a value from the page has three times its light', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 10);
  // As the report draws imports, on the page in the dark.
  expect(contrast('#2b2f36', themes.get('page')![1])).toBeLessThan(1.5);
  for (const at of [0, 1]) {
    for (const drawn of ['quiet', 'unmatched', 'accent', 'focus']) {
      for (const behind of ['page', 'card']) {
        const [colour, back] = [themes.get(drawn)![at]!, themes.get(behind)![at]!];
        expect({ drawn, behind, at, isSeen: contrast(colour, back) >= 3 }).toMatchObject({ isSeen: true });
      }
    }
  }
});
