/** The map of a year: read by pointer and by arrow keys, seen nearer and along; a click or Enter opens the week of a cell. */

import type { Signal } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { HOURS_OF_DAY, paintHourMap } from '../../charts/hour-map.ts';
import { matchedColour, type Rgb, rampColour } from '../../charts/scales.ts';
import { refine } from '../../state/location.ts';
import { day, hourStamp, month, share, significant, whole } from '../../words/figures.ts';
import { pair, words } from '../../words/words.ts';
import { instantOf, quantile, type SentMap, weekAround } from './hours-of-year.ts';
import { usePan } from './use-pan.ts';
import { holding, marksOf, type Shown, zoomed } from './zoom.ts';

export const mapSeries = ['matched', 'curtailed', 'stateOfCharge', 'price', 'carbon'] as const;
export type SeriesName = (typeof mapSeries)[number];

/** Of the load of an hour: solvers leave that much open. */
const NEARLY = 0.9999;
/** By one step nearer. */
const ZOOM = 2;
/** So many hours may be beyond the last colour. */
const MOST_SHARE = 0.95;

interface MapProps {
  readonly map: SentMap;
  readonly values: Float64Array;
  readonly series: SeriesName;
  readonly currency: string;
  /** Kept by the page, so that another series is seen in the same days; undefined for the whole year. */
  readonly window: Signal<Shown | undefined>;
}

export function MapView({ map, values, series, currency, window }: MapProps) {
  const w = words().hour;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [cell, setCell] = useState<number>();
  const top = useMemo(() => (series === 'matched' ? 1 : quantile(values, MOST_SHARE)), [values, series]);
  useEffect(() => {
    const colourOf = (value: number): Rgb =>
      series === 'matched' ? matchedColour(value, NEARLY) : rampColour(top === 0 ? 0 : value / top);
    paintHourMap(canvas.current!, values, colourOf);
  }, [values, series, top]);
  const days = Math.ceil(values.length / HOURS_OF_DAY);
  const unit = map.unit === 'money/MWh' ? `${currency}/MWh` : map.unit;
  const told = (value: number) =>
    Number.isNaN(value) ? w.absent : series === 'matched' ? share(value) : `${significant(value, 4)} ${unit}`;
  // Of the whole year, which a cursor that moves does not change.
  const sentence = useMemo(() => sentenceOf(series, values, told), [series, values, unit, w]);
  const shown = window.value ?? { first: 0, days };
  const zoom = (factor: number, at?: number) => {
    const next = zoomed(shown, days, factor, at);
    window.value = next.days === days ? undefined : next;
  };
  const pan = usePan(shown, days, (next) => {
    window.value = next;
  });
  const cellAt = ({ offsetX, offsetY, currentTarget }: PointerEvent | MouseEvent) => {
    const { clientWidth, clientHeight } = currentTarget as HTMLElement;
    const column = Math.min(days - 1, Math.max(0, Math.floor((offsetX / clientWidth) * days)));
    const row = Math.min(HOURS_OF_DAY - 1, Math.max(0, Math.floor((offsetY / clientHeight) * HOURS_OF_DAY)));
    return Math.min(values.length - 1, column * HOURS_OF_DAY + row);
  };
  const open = (hour: number) => refine({ week: String(weekAround(hour, values.length)) });
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && cell !== undefined) return open(cell);
    const factor = { '+': ZOOM, '-': 1 / ZOOM, '0': 1 / days }[event.key];
    if (factor !== undefined) return zoom(factor, cell === undefined ? undefined : cell / HOURS_OF_DAY);
    const step = { ArrowLeft: -24, ArrowRight: 24, ArrowUp: -1, ArrowDown: 1, PageUp: -168, PageDown: 168 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(values.length - 1, Math.max(0, (cell ?? 0) + step));
    setCell(next);
    if (window.value !== undefined) window.value = holding(shown, days, Math.floor(next / HOURS_OF_DAY));
  };
  return (
    <section>
      <h2>{w.seriesNames[series]}</h2>
      <p>{sentence}</p>
      <div class="row">
        <button type="button" disabled={zoomed(shown, days, ZOOM).days === shown.days} onClick={() => zoom(ZOOM)}>
          {w.nearer}
        </button>
        <button type="button" disabled={shown.days === days} onClick={() => zoom(1 / ZOOM)}>
          {w.further}
        </button>
        <button type="button" disabled={shown.days === days} onClick={() => zoom(1 / days)}>
          {w.wholeYear}
        </button>
        <span class="quiet">{w.zoomHint}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move from hour to hour */}
      {/* biome-ignore lint/a11y/useSemanticElements: a canvas in which one moves has no element of its own */}
      <div class="map" role="group" aria-label={w.mapLabel} tabIndex={0} onKeyDown={move}>
        <div class="map-hours" aria-hidden="true">
          <span>0 h</span>
          <span>12 h</span>
          <span>23 h</span>
        </div>
        <div class="map-cells" {...pan.handlers}>
          <div
            class="map-year"
            style={{ width: `${(days / shown.days) * 100}%`, left: `${(-shown.first / shown.days) * 100}%` }}
          >
            <canvas
              ref={canvas}
              onPointerMove={(event) => setCell(cellAt(event))}
              onClick={(event) => {
                if (!pan.hasMoved()) open(cellAt(event));
              }}
            />
            {cell !== undefined && (
              <i
                class="map-cursor"
                style={{
                  left: `${(Math.floor(cell / HOURS_OF_DAY) / days) * 100}%`,
                  top: `${((cell % HOURS_OF_DAY) / HOURS_OF_DAY) * 100}%`,
                }}
              />
            )}
          </div>
        </div>
        <div class="map-months" aria-hidden="true">
          {marksOf(shown, instantOf(map.firstHour, 0)).map((mark) => {
            const at = instantOf(map.firstHour, mark.day * HOURS_OF_DAY);
            return (
              <span key={mark.day} style={{ left: `${((mark.day - shown.first) / shown.days) * 100}%` }}>
                {mark.isMonth ? month(at) : day(at)}
              </span>
            );
          })}
        </div>
      </div>
      <Key series={series} top={top} unit={unit} />
      <output class="readout" aria-live="polite">
        {cell === undefined ? w.hint : pair(hourStamp(instantOf(map.firstHour, cell)), told(values[cell]!))}
      </output>
    </section>
  );
}

function sentenceOf(series: SeriesName, values: Float64Array, told: (value: number) => string): string {
  const w = words().hour;
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return w.noneKnown;
  const mean = told(known.reduce((sum, value) => sum + value, 0) / known.length);
  const [least, most] = [told(known.reduce((a, b) => Math.min(a, b))), told(known.reduce((a, b) => Math.max(a, b)))];
  if (series !== 'matched') return w.range(mean, least, most);
  return w.matchedHours(whole(known.filter((value) => value >= NEARLY).length), whole(known.length), least);
}

/** What the colours mean. */
function Key({ series, top, unit }: { readonly series: SeriesName; readonly top: number; readonly unit: string }) {
  const w = words().hour;
  const steps = [0, 0.25, 0.5, 0.75, 1];
  const css = (colour: Rgb) => `rgb(${colour.join(' ')})`;
  const entries =
    series === 'matched'
      ? [...steps.slice(0, 4), 1].map((value) => [
          value === 1 ? w.allMatched : share(value, 0),
          css(matchedColour(value, NEARLY)),
        ])
      : steps.map((step) => [`${step === 1 ? '≥ ' : ''}${significant(step * top, 3)} ${unit}`, css(rampColour(step))]);
  return (
    <ul class="plain row key">
      {entries.map(([name, colour]) => (
        <li key={name}>
          <i class="swatch" style={{ background: colour! }} />
          {name}
        </li>
      ))}
      <li>
        <i class="swatch hatched" />
        {w.absent}
      </li>
    </ul>
  );
}
