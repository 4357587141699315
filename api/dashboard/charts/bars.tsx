/** Stacked bars, one a row, with their total; what is told by colour is told by the table beside it. */

import { pair } from '../words/words.ts';

export interface Bar {
  readonly name: string;
  readonly parts: readonly { readonly name: string; readonly colour: string; readonly value: number }[];
}

interface BarsProps {
  readonly label: string;
  readonly bars: readonly Bar[];
  /** How a total is written. */
  readonly write: (value: number) => string;
}

export function Bars({ label, bars, write }: BarsProps) {
  // What is earned shortens the total, and no bar.
  const totalOf = ({ parts }: Bar) => parts.reduce((sum, { value }) => sum + value, 0);
  const lengthOf = ({ parts }: Bar) => parts.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  const longest = Math.max(...bars.map(lengthOf), Number.MIN_VALUE);
  const names = new Map(bars.flatMap(({ parts }) => parts.map(({ name, colour }) => [name, colour] as const)));
  const isSeen = (name: string) => bars.some(({ parts }) => parts.some((part) => part.name === name && part.value > 0));
  return (
    <>
      <div class="bars" role="img" aria-label={label}>
        {bars.map((bar) => (
          <div class="bar" key={bar.name}>
            <span class="bar-name">{bar.name}</span>
            <span class="bar-parts">
              {bar.parts.map(
                ({ name, colour, value }) =>
                  value > 0 && (
                    <i
                      key={name}
                      title={pair(name, write(value))}
                      style={{ background: colour, width: `${(value / longest) * 100}%` }}
                    />
                  ),
              )}
            </span>
            <span class="bar-total">{write(totalOf(bar))}</span>
          </div>
        ))}
      </div>
      <ul class="plain row key">
        {[...names]
          .filter(([name]) => isSeen(name))
          .map(([name, colour]) => (
            <li key={name}>
              <i class="swatch" style={{ background: colour }} />
              {name}
            </li>
          ))}
      </ul>
    </>
  );
}
