/** What may be wider than the page: it scrolls by itself, by keyboard too, and is shaded where it goes on. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export function Scroll({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const seen = place.current!;
    const tell = () => {
      const { scrollLeft, clientWidth, scrollWidth } = seen;
      seen.classList.toggle('goes-back', scrollLeft > 1);
      seen.classList.toggle('goes-on', scrollLeft + clientWidth < scrollWidth - 1);
    };
    const observer = new ResizeObserver(tell);
    for (const one of [seen, ...seen.children]) observer.observe(one);
    seen.addEventListener('scroll', tell, { passive: true });
    return () => {
      observer.disconnect();
      seen.removeEventListener('scroll', tell);
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls with the keys of the arrows
    <section ref={place} class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
