/** What may be wider than the page: it scrolls by itself, by keyboard too. */

import type { ComponentChildren } from 'preact';

export function Scroll({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls with the keys of the arrows
    <section class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
