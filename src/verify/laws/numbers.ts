import type { Scenario } from '../../scenario/scenario.ts';
import { type Answer, placesOf } from '../answer.ts';
import { law } from '../law.ts';
import { type Scene, shown } from '../tally.ts';

interface Quantity {
  readonly scene: Scene;
  readonly what: string;
  readonly values: ArrayLike<number>;
  readonly isHourly: boolean;
}

/**
 * Every number of the answer, and every profile it is judged by, is a finite number.
 *
 * @equation −∞ < every number < ∞
 */
export const finite = law('finite', (answer, tally) => {
  for (const { scene, what, values, isHourly } of [
    ...quantitiesOf(answer),
    ...pricesOf(answer),
    ...profilesOf(answer.scenario),
  ]) {
    if (areFinite(values)) {
      tally.hold(values.length);
      continue;
    }
    for (let at = 0; at < values.length; at++) {
      const value = values[at]!;
      tally.statement(Number.isFinite(value), scene, () => `${what} is ${value}`, isHourly ? at : undefined);
    }
  }
});

function areFinite(values: ArrayLike<number>): boolean {
  return values instanceof Float64Array ? areFiniteIn(values) : Array.from(values).every(Number.isFinite);
}

/** Infinity − Infinity and whatever is reckoned with NaN is NaN. */
function areFiniteIn(values: Float64Array): boolean {
  let nothing = 0;
  for (let at = 0; at < values.length; at++) nothing += values[at]! - values[at]!;
  return nothing === 0;
}

/**
 * Power, energy and capacity are never negative: direction is in the name.
 *
 * @equation 0 ≤ every power, energy and capacity
 */
export const nonNegative = law('non-negative', (answer, tally) => {
  for (const { scene, what, values, isHourly } of quantitiesOf(answer)) {
    const check = tally.compare(scene, (_, value) => `${what} is ${shown(value)}, below 0`, 0);
    for (let at = 0; at < values.length; at++) check.atMost(0, values[at]!, isHourly ? at : undefined);
  }
});

/** Every number of schedule and build-out that is a physical quantity. */
function* quantitiesOf(answer: Answer): Generator<Quantity> {
  for (const { name: phase, capacities } of answer.schedule.phases) {
    yield* sizesOf(phase, [...capacities.renewables, ...capacities.storages, ...capacities.links]);
    yield* sizesOf(phase, [{ name: 'grid', ...capacities.grid }]);
  }
  for (const { phase, renewables, storages, links } of answer.buildOut ?? []) {
    yield* sizesOf(phase, [...renewables, ...storages, ...links]);
  }
  for (const { phase, weatherYear, flows } of placesOf(answer)) {
    const { loadMW, importMW, exportMW } = flows;
    const owners = [
      ...flows.renewables,
      ...flows.storages,
      ...flows.tiers,
      { name: 'site', loadMW, importMW, exportMW },
    ];
    for (const { name: subject, ...series } of owners) {
      const scene = { phase: phase.name, weatherYear: weatherYear.name, subject };
      for (const [what, values] of Object.entries(series)) yield { scene, what, values, isHourly: true };
    }
  }
}

/** Shadow prices, which may be negative. */
function* pricesOf(answer: Answer): Generator<Quantity> {
  for (const { phase, weatherYear, flows } of placesOf(answer)) {
    const scene = { phase: phase.name, weatherYear: weatherYear.name, subject: 'site' };
    if (flows.shadowPricePerMWh === undefined) continue;
    yield { scene, what: 'shadowPricePerMWh', values: flows.shadowPricePerMWh, isHourly: true };
  }
}

function* sizesOf(phase: string, assets: readonly { readonly name: string }[]): Generator<Quantity> {
  for (const { name: subject, ...sizes } of assets) {
    for (const [what, size] of Object.entries<number>(sizes)) {
      yield { scene: { phase, subject }, what, values: [size], isHourly: false };
    }
  }
}

function* profilesOf({ weatherYears, load, renewables, grid }: Scenario): Generator<Quantity> {
  const owners = [
    { subject: 'site', what: 'PUE', series: load.pue },
    ...(load.facility ? [{ subject: 'site', what: 'temperature', series: load.facility.temperatureC }] : []),
    ...load.tiers.map(({ name, arrivalShape }) => ({ subject: name, what: 'arrival shape', series: arrivalShape })),
    ...renewables.map(({ name, capacityFactor }) => ({
      subject: name,
      what: 'capacity factor',
      series: capacityFactor,
    })),
    { subject: 'grid', what: 'import price', series: grid.importPricePerMWh },
    { subject: 'grid', what: 'export price', series: grid.exportPricePerMWh },
    ...(grid.carbonFreeShare ? [{ subject: 'grid', what: 'carbon-free share', series: grid.carbonFreeShare }] : []),
  ];
  for (const [year, { name: weatherYear }] of weatherYears.entries()) {
    for (const { subject, what, series } of owners) {
      yield { scene: { phase: '*', weatherYear, subject }, what, values: series[year]!, isHourly: true };
    }
  }
}
