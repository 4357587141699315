/** One week hour by hour: who supplies the load, what is in store, what work waits; exact at the hour that is pointed at. */

import { useCallback, useMemo, useState } from 'preact/hooks';
import { Chart } from '../../charts/chart.tsx';
import { ask } from '../../client/request.ts';
import type { RunDocument, ScenarioDocument } from '../../client/types.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { refine } from '../../state/location.ts';
import { hourStamp, significant } from '../../words/figures.ts';
import { words } from '../../words/words.ts';
import { stampOf, WEEK_HOURS } from './hours-of-year.ts';
import { type Layer, type SentHours, stacked, weekOf } from './week-layers.ts';

interface WeekProps {
  readonly run: RunDocument;
  readonly scenario: ScenarioDocument;
  /** Phase and weather year as a query. */
  readonly where: string;
  readonly firstHour: string;
  /** Hour of the year in which the week begins. */
  readonly start: number;
  /** Of the year. */
  readonly hours: number;
}

export function WeekView({ run, scenario, where, firstHour, start, hours }: WeekProps) {
  const w = words().hour;
  const [from, to] = [stampOf(firstHour, start), stampOf(firstHour, Math.min(hours, start + WEEK_HOURS))];
  const path = `${run.links.self}/schedule?${where}&from=${from}&to=${to}`;
  const found = useLoaded(path, (signal) => ask<SentHours>(path, { signal }));
  const step = (days: number) => refine({ week: String(Math.max(0, Math.min(hours - WEEK_HOURS, start + days * 24))) });
  return (
    <section>
      <h2>{w.weekFrom(hourStamp(from))}</h2>
      <div class="row">
        <button type="button" onClick={() => step(-7)}>{`← ${w.earlier}`}</button>
        <button type="button" onClick={() => step(7)}>{`${w.later} →`}</button>
      </div>
      {found.kind === 'loading' && <Wait />}
      {found.kind === 'failed' && <Problem error={found.error} retry={found.retry} />}
      {found.kind === 'ready' && <Drawn sent={found.value} scenario={scenario} />}
    </section>
  );
}

function Drawn({ sent, scenario }: { readonly sent: SentHours; readonly scenario: ScenarioDocument }) {
  const w = words().hour;
  const [hour, setHour] = useState<number>();
  const hear = useCallback(
    (at: number | undefined) => setHour(at === undefined ? at : Math.min(at, sent.hour.length - 1)),
    [sent],
  );
  const week = useMemo(() => weekOf(sent, scenario, w.layers), [sent, scenario, w]);
  const stamps = useMemo(() => sent.hour.map((stamp) => Date.parse(stamp) / 1000), [sent]);
  const power = useMemo(
    () => [
      ...stacked(week.supply),
      ...stacked(week.use),
      { name: w.load, colour: 'var(--text)', values: week.load, isArea: false },
    ],
    [week, w],
  );
  const contents = useMemo(() => week.contents.map((layer) => ({ ...layer, isArea: false })), [week]);
  const layers = [...week.supply, ...week.use, ...week.contents];
  return (
    <>
      <Chart label={w.weekLabel} stamps={stamps} lines={power} unit="MW" hour={hour} hear={hear} />
      {contents.length > 0 && (
        <Chart label={w.contentsLabel} stamps={stamps} lines={contents} unit="MWh" hour={hour} hear={hear} />
      )}
      <output class="readout" aria-live="polite">
        {hour === undefined ? w.hintWeek : hourStamp(sent.hour[hour]!)}
        {hour !== undefined && ` · ${w.load} ${significant(week.load[hour]!, 4)} MW`}
      </output>
      <Legend layers={layers} hour={hour} contents={week.contents} />
      <DataTable
        title={w.weekLabel}
        write={(value) => significant(value, 5)}
        data={{
          head: ['UTC', ...sent.columns.map(({ name }) => name)],
          rows: sent.hour.map((stamp, at) => [stamp, ...sent.columns.map(({ values }) => values[at]!)]),
        }}
      />
    </>
  );
}

interface LegendProps {
  readonly layers: readonly Layer[];
  readonly contents: readonly Layer[];
  readonly hour: number | undefined;
}

/** One colour a plant, with its number at the hour that is pointed at. */
function Legend({ layers, contents, hour }: LegendProps) {
  return (
    <ul class="plain row key">
      {layers.map((layer, at) => (
        <li key={at}>
          <i class="swatch" style={{ background: layer.colour }} />
          {layer.name}
          {hour !== undefined && (
            <b>{` ${significant(Math.abs(layer.values[hour]!), 4)} ${contents.includes(layer) ? 'MWh' : 'MW'}`}</b>
          )}
        </li>
      ))}
    </ul>
  );
}
