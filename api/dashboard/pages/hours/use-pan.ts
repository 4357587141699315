/** A hand on the map: dragging goes along the year, Ctrl and the wheel nearer and further, the wheel sideways along. */

import { useRef } from 'preact/hooks';
import { moved, type Shown, zoomed } from './zoom.ts';

/** A hand that presses is never quite still. */
const STILL_PIXELS = 4;
/** Of the wheel, for twice as near. */
const PIXELS_OF_DOUBLE = 250;

export function usePan(shown: Shown, total: number, show: (next: Shown) => void) {
  const drag = useRef<{ readonly x: number; readonly from: Shown; hasMoved: boolean }>(undefined);
  const daysOf = (pixels: number, place: HTMLElement) => (pixels / place.clientWidth) * shown.days;
  const handlers = {
    onPointerDown: ({ clientX, button }: PointerEvent) => {
      if (button === 0) drag.current = { x: clientX, from: shown, hasMoved: false };
    },
    onPointerMove: ({ clientX, buttons, currentTarget }: PointerEvent) => {
      const { current } = drag;
      if (current === undefined || buttons === 0 || shown.days === total) return;
      const pixels = current.x - clientX;
      if (Math.abs(pixels) > STILL_PIXELS) current.hasMoved = true;
      if (current.hasMoved) show(moved(current.from, total, daysOf(pixels, currentTarget as HTMLElement)));
    },
    onWheel: (event: WheelEvent) => {
      const place = event.currentTarget as HTMLElement;
      const { deltaX, deltaY, ctrlKey, clientX } = event;
      // Up and down belongs to the page.
      if (!ctrlKey && (deltaX === 0 || shown.days === total)) return;
      event.preventDefault();
      const at = shown.first + daysOf(clientX - place.getBoundingClientRect().left, place);
      show(
        ctrlKey
          ? zoomed(shown, total, 2 ** (-deltaY / PIXELS_OF_DOUBLE), at)
          : moved(shown, total, daysOf(deltaX, place)),
      );
    },
  };
  /** Whether the press that ends was a drag, and no click. */
  return { handlers, hasMoved: () => drag.current?.hasMoved === true };
}
