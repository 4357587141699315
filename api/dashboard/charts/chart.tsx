/** A chart of lines in a page: a cursor by pointer and by arrow keys, and who listens told where it is. */

import { useEffect, useRef } from 'preact/hooks';
import { isDark } from '../state/theme.ts';
import { drawLines, type Line, type LinesChart } from './lines.ts';

interface ChartProps {
  readonly label: string;
  readonly stamps: readonly number[];
  readonly lines: readonly Line[];
  readonly unit: string;
  readonly hour: number | undefined;
  readonly hear: (hour: number | undefined) => void;
}

export function Chart({ label, stamps, lines, unit, hour, hear }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<LinesChart>(undefined);
  useEffect(() => {
    const drawn = drawLines(place.current!, stamps, lines, unit, hear);
    chart.current = drawn;
    return () => drawn.close();
  }, [stamps, lines, unit, hear, isDark.value]);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -24, PageDown: 24 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(stamps.length - 1, Math.max(0, (hour ?? -1) + step));
    chart.current?.point(next);
    hear(next);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the cursor
    // biome-ignore lint/a11y/useSemanticElements: a canvas in which one moves has no element of its own
    <div class="chart" role="group" aria-label={label} tabIndex={0} onKeyDown={move}>
      <div class="plot" ref={place} />
    </div>
  );
}
