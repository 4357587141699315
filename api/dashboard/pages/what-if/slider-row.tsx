/** One thing that may be moved: its name, its value, and the way back to the plan. */

import { fixed, share, significant } from '../../words/figures.ts';
import { pair, words } from '../../words/words.ts';
import type { Slider } from './sliders.ts';

interface SliderRowProps {
  readonly slider: Slider;
  readonly value: number;
  readonly currency: string;
  readonly move: (value: number) => void;
}

export function SliderRow({ slider, value, currency, move }: SliderRowProps) {
  const { moves: w } = words();
  const { path, values, base } = slider;
  const text = valueText(slider, value, currency);
  const isMoved = value !== base;
  return (
    <div class={isMoved ? 'slider changed' : 'slider'}>
      <label for={path}>{nameOf(slider)}</label>
      <output for={path}>{text}</output>
      <input
        id={path}
        type="range"
        min={0}
        max={values.length - 1}
        value={values.indexOf(value)}
        aria-valuetext={text}
        onInput={(event) => move(values[event.currentTarget.valueAsNumber]!)}
      />
      {isMoved && (
        <button
          type="button"
          aria-label={pair(w.back(valueText(slider, base, currency)), nameOf(slider))}
          onClick={() => move(base)}
        >
          {w.back(valueText(slider, base, currency))}
        </button>
      )}
    </div>
  );
}

export const nameOf = ({ kind, of }: Slider): string => words().moves.kinds[kind](of);

export function valueText({ kind }: Slider, value: number, currency: string): string {
  switch (kind) {
    case 'target':
    case 'utilisation':
    case 'floorShare':
      return share(value, 1);
    case 'discountRate':
      return `${fixed(value * 100, 2)} %`;
    case 'itCapacityMW':
    case 'siteMaximumMW':
    case 'maximumMW':
    case 'capacityMW':
      return `${significant(value, 4)} MW`;
    case 'importPricePerMWh':
    case 'purchasePricePerMWh':
      return `${significant(value, 3)} ${currency}/MWh`;
    case 'carbonPricePerTonne':
      return `${significant(value, 3)} ${currency}/t`;
    case 'deadlineHours':
      return `${value} h`;
    default: {
      const never: never = kind;
      return never;
    }
  }
}
