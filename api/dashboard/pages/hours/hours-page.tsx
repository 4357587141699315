/** The hours of a run: a map of the year, the week that is looked at, and the weeks that are hard. */

import { useSignal } from '@preact/signals';
import { ask } from '../../client/request.ts';
import type { ResultDocument, RunDocument, ScenarioDocument } from '../../client/types.ts';
import { Choice } from '../../parts/choice.tsx';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { place, refine } from '../../state/location.ts';
import { day, fixed } from '../../words/figures.ts';
import { pair, words } from '../../words/words.ts';
import { largestWeeks, type SentMap, stampOf, valuesOf } from './hours-of-year.ts';
import { MapView, mapSeries, type SeriesName } from './map-view.tsx';
import { WeekView } from './week-view.tsx';
import type { Shown } from './zoom.ts';

interface HoursProps {
  readonly run: RunDocument;
  readonly result: ResultDocument;
  readonly scenario: ScenarioDocument;
}

export function HoursPage({ run, result: { phases, scenario: asked }, scenario }: HoursProps) {
  const w = words().hour;
  const window = useSignal<Shown>();
  const { query } = place.value;
  const phase = phases.find(({ name }) => name === query.get('phase')) ?? phases[0]!;
  const year = phase.weatherYears.find(({ name }) => name === query.get('year')) ?? phase.weatherYears[0]!;
  const series = mapSeries.find((name) => name === query.get('series')) ?? 'matched';
  const where = `phase=${encodeURIComponent(phase.name)}&weatherYear=${encodeURIComponent(year.name)}`;
  const mapOf = async (name: SeriesName, signal: AbortSignal) => {
    const map = await ask<SentMap>(`${run.links.self}/map?${where}&series=${name}`, { signal });
    return { map, values: valuesOf(map) };
  };
  const found = useLoaded(`${run.id} ${where} ${series}`, (signal) => mapOf(series, signal));
  // By themselves: another series of the map leaves the weeks as they are.
  const weeks = useLoaded(`${run.id} ${where}`, async (signal) => {
    const { map, values } = await mapOf('price', signal);
    return { map, hours: values.length, weeks: largestWeeks(values, HARD_WEEKS) };
  });
  return (
    <>
      <div class="choices">
        <Choice
          label={w.series}
          value={series}
          options={mapSeries.map((name) => [name, w.seriesNames[name]] as const)}
          choose={(name) => refine({ series: name })}
        />
        {phases.length > 1 && (
          <Choice
            label={w.phase}
            value={phase.name}
            options={phases.map(({ name }) => [name, name] as const)}
            choose={(name) => refine({ phase: name })}
          />
        )}
        {phase.weatherYears.length > 1 && (
          <Choice
            label={w.weatherYear}
            value={year.name}
            options={phase.weatherYears.map(({ name }) => [name, name] as const)}
            choose={(name) => refine({ year: name })}
          />
        )}
      </div>
      {found.kind === 'loading' && <Wait />}
      {found.kind === 'failed' && <Problem error={found.error} retry={found.retry} />}
      {found.kind === 'ready' && (
        <MapView
          map={found.value.map}
          values={found.value.values}
          series={series}
          currency={asked.currency}
          window={window}
        />
      )}
      {weeks.kind === 'failed' && <Problem error={weeks.error} retry={weeks.retry} />}
      {weeks.kind === 'ready' && (
        <>
          <HardWeeks weeks={weeks.value.weeks} map={weeks.value.map} currency={asked.currency} />
          <WeekView
            run={run}
            scenario={scenario}
            where={where}
            firstHour={weeks.value.map.firstHour}
            start={startOf(query.get('week'), weeks.value.hours, weeks.value.weeks[0]?.firstHour ?? 0)}
            hours={weeks.value.hours}
          />
        </>
      )}
    </>
  );
}

const HARD_WEEKS = 4;

/** The hardest week where none was chosen. */
function startOf(text: string | null, hours: number, hardest: number): number {
  const asked = Number(text ?? Number.NaN);
  return Number.isInteger(asked) && asked >= 0 && asked < hours ? asked : hardest;
}

function HardWeeks({
  weeks,
  map,
  currency,
}: {
  weeks: ReturnType<typeof largestWeeks>;
  map: SentMap;
  currency: string;
}) {
  const w = words().hour;
  return (
    <section>
      <h2>{w.hardWeeks}</h2>
      <p class="quiet">{w.hardWeeksNote}</p>
      <ul class="plain row">
        {weeks.map(({ firstHour, mean }) => (
          <li key={firstHour}>
            <button type="button" onClick={() => refine({ week: String(firstHour) })}>
              {pair(
                `${day(stampOf(map.firstHour, firstHour))} – ${day(stampOf(map.firstHour, firstHour + 167))}`,
                `${fixed(mean, 0)} ${currency}/MWh`,
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
