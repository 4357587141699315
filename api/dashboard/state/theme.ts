/** Light or dark, as the system has it or as it is chosen here. */

import { computed, effect, signal } from '@preact/signals';

export const themes = ['system', 'light', 'dark'] as const;

export const theme = signal<(typeof themes)[number]>('system');

const wish = matchMedia('(prefers-color-scheme: dark)');
const isDarkWished = signal(wish.matches);
wish.addEventListener('change', () => {
  isDarkWished.value = wish.matches;
});

/** What a canvas is drawn in, which knows no styles. */
export const isDark = computed(() => (theme.value === 'system' ? isDarkWished.value : theme.value === 'dark'));

effect(() => {
  const { dataset } = document.documentElement;
  if (theme.value === 'system') delete dataset.theme;
  else dataset.theme = theme.value;
});
