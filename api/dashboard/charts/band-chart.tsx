/** What is known of a cost along one value: bands as bars, what was solved as dots, and where a slider stands. */

import type { KnownCost } from './known-cost.ts';

interface BandChartProps {
  readonly label: string;
  readonly known: readonly KnownCost[];
  readonly from: number;
  readonly to: number;
  /** Where the slider stands. */
  readonly at?: number;
  /** Lines join the lower ends and the upper ones. */
  readonly isCurve?: boolean;
  readonly write: (cost: number) => string;
  readonly writeValue: (value: number) => string;
}

const [WIDTH, HEIGHT] = [600, 180];

export function BandChart({ label, known, from, to, at, isCurve = false, write, writeValue }: BandChartProps) {
  const costs = known.flatMap(({ lower, upper, exact }) => [lower, upper, exact].filter((one) => one !== undefined));
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  const room = (most - least) * 0.12 || Math.abs(most) * 0.05 || 1;
  const x = (value: number) => (to === from ? WIDTH / 2 : ((value - from) / (to - from)) * WIDTH);
  const y = (cost: number) => HEIGHT - ((cost - least + room) / (most - least + 2 * room)) * HEIGHT;
  const lineOf = (end: 'lower' | 'upper') =>
    known
      .flatMap(({ value, exact, [end]: cost = exact }) => (cost === undefined ? [] : [`${x(value)},${y(cost)}`]))
      .join(' ');
  return (
    <div class="band-chart">
      <p class="band-axis">
        <span>{write(most)}</span>
        <span>{write(least)}</span>
      </p>
      <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        {at !== undefined && <line class="band-at" x1={x(at)} x2={x(at)} y1={0} y2={HEIGHT} />}
        {isCurve && (['lower', 'upper'] as const).map((end) => <polyline key={end} points={lineOf(end)} />)}
        {known.map(({ value, lower, upper, exact }) =>
          exact === undefined ? (
            <line
              key={value}
              class={lower === undefined || upper === undefined ? 'band-open' : 'band-bar'}
              x1={x(value)}
              x2={x(value)}
              y1={lower === undefined ? HEIGHT : y(lower)}
              // A line without length is not drawn.
              y2={(upper === undefined ? 0 : y(upper)) - 1}
            />
          ) : (
            <line key={value} class="band-dot" x1={x(value)} x2={x(value)} y1={y(exact)} y2={y(exact)} />
          ),
        )}
      </svg>
      <p class="band-values">
        <span>{writeValue(from)}</span>
        <span>{writeValue(to)}</span>
      </p>
    </div>
  );
}
