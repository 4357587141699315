/** A document without faults, its series and its filled-in assets → the scenario that model, verification and reports read. */

import { hourOfInstant, monthStarts } from '../time.ts';
import { HOURS_PER_DAY } from '../units.ts';
import { isTable } from './checks/tables.ts';
import type {
  Campaign,
  Facility,
  Grid,
  HourlySeries,
  Link,
  Load,
  LoadTier,
  Renewable,
  Scenario,
  Storage,
  WeatherYear,
} from './scenario.ts';
import type { LinkDocument, RenewableDocument, ScenarioDocument, StorageDocument } from './schema/schema.ts';
import { shapeOf } from './series/arrivals.ts';
import type { Attached } from './series/attach.ts';
import type { FilledAssets } from './technologies/fill-assets.ts';

/** @throws RangeError when a series is absent, which the checks before it exclude. */
export function assembleScenario(document: ScenarioDocument, attached: Attached, assets: FilledAssets): Scenario {
  const weatherYears = document.weatherYears.map(({ name, weight }, at): WeatherYear => {
    const calendar = present(attached.calendars[at], `calendar of ${name}`);
    return { name, weight: weight ?? 1 / document.weatherYears.length, ...calendar };
  });
  const flat = (value: number): HourlySeries => weatherYears.map(({ hours }) => new Float64Array(hours).fill(value));
  const series = (path: (string | number)[], given: unknown): HourlySeries =>
    typeof given === 'number' ? flat(given) : present(attached.seriesAt(path), path.join('.'));
  const chargeByHour = (path: (string | number)[], given: LinkDocument['wheelingPerMWh']) => {
    if (given === undefined || typeof given === 'number' || isTable(given)) return {};
    if (!isByMonth(given)) return { wheelingPerMWhByHour: series(path, given) };
    return { wheelingPerMWhByHour: weatherYears.map(({ year }) => byMonth(given, year)) };
  };
  const { load, grid } = document;
  const tiers = load.tiers.map(
    ({ arrivalProfile, rampSharePerHour, shed, throughput, endurance, ...tier }, at): LoadTier => {
      const arrivals = arrivalProfile && present(attached.seriesAt(['load', 'tiers', at, 'arrivalProfile']), tier.name);
      return {
        ...tier,
        arrivalShape: arrivals === undefined ? flat(1) : shapeOf(arrivals),
        ...(rampSharePerHour === undefined ? {} : { rampSharePerHour }),
        ...(shed === undefined ? {} : { shed }),
        ...(throughput === undefined ? {} : { throughput }),
        ...(endurance === undefined ? {} : { endurance }),
      };
    },
  );
  const firstYear = present(document.phases[0], 'first phase').firstYear;
  return {
    name: document.name,
    currency: document.currency,
    discountRate: document.discountRate,
    weatherYears,
    phases: document.phases,
    load: {
      ...siteOf(load, series),
      utilisation: load.utilisation,
      tiers,
      ...(load.campaigns && { campaigns: load.campaigns.map((run) => campaignOf(run, weatherYears)) }),
    },
    renewables: document.renewables.map(
      ({ name, technology, link, site, siteMaximumMW, committedMW, ...renewable }, at): Renewable => {
        const carrier = document.links.find((other) => other.name === link);
        return {
          name,
          technology,
          capacityFactor: atWork(
            deliveryOf(renewable, ['renewables', at, 'capacityFactor'], series),
            attached.seriesAt(['renewables', at, 'availability']),
          ),
          loss: carrier?.loss ?? renewable.loss ?? 0,
          ...(link === undefined ? {} : { link }),
          ...(site === undefined ? {} : { site }),
          siteMaximumMW,
          committedMW,
          availableFrom: Math.max(renewable.availableFrom ?? firstYear, termOf(renewable).firstYear ?? firstYear),
          ...present(assets.renewables[at], name),
          ...chargeByHour(['renewables', at, 'wheelingPerMWh'], renewable.wheelingPerMWh),
        };
      },
    ),
    storages: document.storages.map(
      ({ name, technology, committedMW, committedMWh, ...storage }, at): Storage => ({
        name,
        technology,
        maximumMW: storage.maximumMW ?? Number.POSITIVE_INFINITY,
        committedMW,
        committedMWh,
        availableFrom: Math.max(storage.availableFrom ?? firstYear, termOf(storage).firstYear ?? firstYear),
        ...present(assets.storages[at], name),
      }),
    ),
    links: document.links.map(
      ({ name, capacityMW, maximumMW, availableFrom, loss, wheelingPerMWh }, at): Link => ({
        name,
        capacityMW,
        maximumMW: maximumMW ?? capacityMW,
        availableFrom: availableFrom ?? firstYear,
        loss,
        ...present(assets.links[at], name),
        ...chargeByHour(['links', at, 'wheelingPerMWh'], wheelingPerMWh),
      }),
    ),
    grid: {
      ...importPriceOf(grid.importPricePerMWh, series),
      exportPricePerMWh: series(['grid', 'exportPricePerMWh'], grid.exportPricePerMWh),
      subscribedPowerCostPerMWYear: grid.subscribedPowerCostPerMWYear,
      importLimitMW: grid.importLimitMW ?? Number.POSITIVE_INFINITY,
      exportLimitMW: grid.exportLimitMW ?? Number.POSITIVE_INFINITY,
      ...carbonOf(grid.carbonIntensityKgPerMWh),
      ...withoutAbsent({
        residualMixKgPerMWh: grid.residualMixKgPerMWh,
        carbonPricePerTonne: grid.carbonPricePerTonne,
        emissionsLimitTonnesPerYear: grid.emissionsLimitTonnesPerYear,
        exportShare: grid.exportShare,
        carbonFreeShare:
          grid.carbonFreeShare === undefined ? undefined : series(['grid', 'carbonFreeShare'], grid.carbonFreeShare),
      }),
    },
    matching: document.matching,
    ...(document.salvage && { salvage: document.salvage }),
    ...(document.security && { security: withoutAbsent(document.security) }),
  };
}

/** Of a contract; empty where there is none. */
function termOf({ purchase }: Pick<RenewableDocument, 'purchase'> | Pick<StorageDocument, 'purchase'>): {
  readonly firstYear?: number | undefined;
} {
  return (purchase !== undefined && 'term' in purchase && purchase.term) || {};
}

/** As the weather lets it, or the same in every hour. */
function deliveryOf(
  { purchase, capacityFactor }: Pick<RenewableDocument, 'purchase' | 'capacityFactor'>,
  path: (string | number)[],
  series: Given,
): HourlySeries {
  const baseload = purchase?.kind === 'ppa' ? purchase.baseload : undefined;
  return series(path, baseload?.guaranteedShare ?? capacityFactor);
}

/** Capacity factors with the outages of each hour taken out, where those are hourly. */
function atWork(capacityFactor: HourlySeries, availability: HourlySeries | undefined): HourlySeries {
  if (availability === undefined) return capacityFactor;
  return capacityFactor.map((factors, y) => factors.map((factor, h) => factor * availability[y]![h]!));
}

type Present<T> = { readonly [field in keyof T]?: Exclude<T[field], undefined> };

/** Fields that nothing is said of are left out: the scenario is then the one it was before they could be named. */
function withoutAbsent<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}

type CampaignDocument = NonNullable<ScenarioDocument['load']['campaigns']>[number];

function campaignOf(run: CampaignDocument, weatherYears: readonly WeatherYear[]): Campaign {
  const { name, phase, workMWh, greatestMW, leastMW = 0, mayPause } = run;
  const windows = weatherYears.map(({ year }) => ({
    from: hourOfInstant(year, instantOf(year, run.from)),
    to: hourOfInstant(year, instantOf(year, run.deadline)) + HOURS_PER_DAY,
  }));
  return { name, phase, windows, workMWh, greatestMW, leastMW, isSteady: !mayPause };
}

const instantOf = (year: number, day: string) => Date.UTC(year, Number(day.slice(0, 2)) - 1, Number(day.slice(3)));

/** Twelve numbers, and no table or column of a file. */
const isByMonth = (given: object): given is readonly number[] => Array.isArray(given);

/** A table by year is a price that no hour changes. */
function importPriceOf(given: ScenarioDocument['grid']['importPricePerMWh'], series: Given) {
  const path = ['grid', 'importPricePerMWh'];
  if (!isTable(given)) return { importPricePerMWh: series(path, given) };
  return { importPricePerMWh: series(path, 0), importPricePerMWhByYear: given };
}

/** Each hour of a year at the value of its month. */
function byMonth(values: readonly number[], year: number): Float64Array {
  const starts = monthStarts(year);
  return Float64Array.from({ length: starts.at(-1)! }, (_, h) => values[starts.findLastIndex((start) => start <= h)]!);
}

type Given = (path: (string | number)[], given: unknown) => HourlySeries;

/** Of a facility, the power that follows the machines is as good as a PUE. */
function siteOf({ pue, facility }: ScenarioDocument['load'], series: Given): Pick<Load, 'pue' | 'facility'> {
  if (facility === undefined) return { pue: series(['load', 'pue'], pue) };
  const { temperature, ...shares } = facility;
  const temperatureC = series(['load', 'facility', 'temperature'], temperature);
  const facilityWithSeries = { ...shares, temperatureC };
  return { pue: powerFollowing(facilityWithSeries), facility: facilityWithSeries };
}

/** Power of the site for each MW of its machines, by weather year and hour. */
export function powerFollowing({ perIT, perDegreeAbove, thresholdC, temperatureC }: Facility): HourlySeries {
  return temperatureC.map((year) =>
    year.map((degrees) => 1 + perIT + perDegreeAbove * Math.max(0, degrees - thresholdC)),
  );
}

function carbonOf(
  given: ScenarioDocument['grid']['carbonIntensityKgPerMWh'],
): Pick<Grid, 'carbonIntensityKgPerMWh' | 'carbonFactor'> {
  if (typeof given === 'number') return { carbonIntensityKgPerMWh: given };
  const { value, ...carbonFactor } = given;
  return { carbonIntensityKgPerMWh: value, carbonFactor };
}

function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new RangeError(`The ${what} is absent from a scenario that was found without fault.`);
  return value;
}
