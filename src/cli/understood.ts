/** What was understood of a scenario, in words, so that its writer can see what was meant otherwise. */

import type {
  ByYear,
  Endurance,
  HourlySeries,
  LoadedScenario,
  Matching,
  Purchase,
  Scenario,
  Throughput,
} from '../index.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

interface Part {
  readonly title: string;
  readonly lines: readonly string[];
}

const number = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 3 });
const percent = (value: number) => `${number(value * 100)} %`;

export function understood({ scenario, contentHash, inputs, provenance }: LoadedScenario, terminal: Terminal): string {
  const synthetic = inputs.filter((input) => input.synthetic).map(({ file }) => file);
  const defaults = provenance.filter(({ from }) => from.kind === 'technology').length;
  const parts: Part[] = [
    { title: 'phases', lines: phaseLines(scenario) },
    { title: 'weather years', lines: weatherYearLines(scenario) },
    { title: 'load', lines: loadLines(scenario) },
    { title: 'renewables', lines: renewableLines(scenario) },
    { title: 'storages', lines: storageLines(scenario) },
    { title: 'links', lines: linkLines(scenario) },
    { title: 'grid', lines: gridLines(scenario) },
    { title: 'matching', lines: [matchingLine(scenario.matching)] },
    { title: 'security', lines: securityLines(scenario) },
    { title: 'files', lines: inputs.map(({ file, kind }) => `${file} (${kind})`) },
  ];
  const notes = [
    `${defaults} of ${provenance.length} parameters are taken from the technology data; --json lists each with its source.`,
    ...(synthetic.length > 0 ? [`Generated, not measured: ${synthetic.join(', ')}.`] : []),
    `Content hash ${contentHash}`,
  ];
  return [
    `${terminal.styled(scenario.name, 'bold')} is a valid scenario in ${scenario.currency}, at a real discount rate of ${percent(scenario.discountRate)}.`,
    ...parts.flatMap(({ title, lines }) =>
      lines.length === 0
        ? []
        : [`\n${terminal.styled(title, 'cyan')}`, ...lines.map((line) => wrap(line, terminal.printWidth, '  '))],
    ),
    '',
    ...notes.map((note) => wrap(note, terminal.printWidth)),
  ].join('\n');
}

function phaseLines({ phases }: Scenario): string[] {
  return phases.map(({ name, firstYear, years, itCapacityMW }) => {
    const span = years === 1 ? `${firstYear}` : `${firstYear}–${firstYear + years - 1}`;
    return `${name}: ${span}, ${number(itCapacityMW)} MW of IT capacity`;
  });
}

function weatherYearLines({ weatherYears }: Scenario): string[] {
  return weatherYears.map(
    ({ name, hours, year, weight }) => `${name}: ${number(hours)} hours, calendar of ${year}, weight ${number(weight)}`,
  );
}

function loadLines({ load, weatherYears }: Scenario): string[] {
  return [
    `${percent(load.utilisation)} of the IT capacity on average, PUE ${meanOf(load.pue, weatherYears)} on average${load.facility === undefined ? '' : ` and ${percent(load.facility.fixedShare)} of the IT capacity that stays`}`,
    ...load.tiers.map(({ name, share, deadlineHours, floorShare, rampSharePerHour, shed, throughput, endurance }) =>
      [
        `${name}: ${percent(share)}, ${deadlineHours === 0 ? 'firm' : `deferrable by ${deadlineHours} h`}`,
        ...(floorShare > 0 ? [`never below ${percent(floorShare)} of its mean`] : []),
        ...(rampSharePerHour === undefined ? [] : [`ramp ${percent(rampSharePerHour)} an hour`]),
        ...(shed === undefined ? [] : [`at most ${percent(shed.maximumShare)} shed`]),
        ...(throughput === undefined ? [] : [throughputText(throughput)]),
        ...(endurance === undefined ? [] : [enduranceText(endurance)]),
      ].join(', '),
    ),
    ...(load.campaigns ?? []).map(({ name, phase, workMWh, leastMW, greatestMW, isSteady }) => {
      const power = isSteady ? 'at one power' : `${range(leastMW, greatestMW)} MW`;
      return `${name}: a run of ${number(workMWh)} MWh in every year of ${phase}, ${power}`;
    }),
  ];
}

function throughputText({ points, spareMachines }: Throughput): string {
  const idle =
    spareMachines === 'shutDown' ? 'spare machines shut down' : `${percent(points[0]!.powerShare)} when idle`;
  return `work by power in ${points.length} points, ${idle}`;
}

function enduranceText({ depthShare, hours, restHours }: Endurance): string {
  return `at most ${percent(depthShare)} held back for ${number(hours)} h, then ${number(restHours)} h of rest`;
}

function renewableLines({ renewables, weatherYears }: Scenario): string[] {
  return renewables.map(
    ({ name, technology, capacityFactor, site, siteMaximumMW, committedMW, availableFrom, link, purchase, ...asset }) =>
      [
        `${name}: ${technology}, capacity factor ${meanOf(capacityFactor, weatherYears)}, ${range(committedMW, siteMaximumMW)} MW from ${availableFrom}`,
        ...(site === undefined ? [] : [`together with all of ${site}`]),
        ...(link === undefined ? [] : [`over ${link}`]),
        purchaseText(purchase),
        ...wheelingText(asset, weatherYears),
        ...ageingText(asset.fadePerYear, asset.availability),
      ].join(', '),
  );
}

function ageingText(fadePerYear = 0, availability = 1): string[] {
  return [
    ...(fadePerYear > 0 ? [`loses ${percent(fadePerYear)} with each year of age`] : []),
    ...(availability < 1 ? [`available for ${percent(availability)}`] : []),
  ];
}

function purchaseText(purchase: Purchase): string {
  if (purchase.kind === 'own') return 'owned';
  const { pricePerMWh, pays, takeOrPayMWhPerYear: least, mostMWhPerYear: most, term } = purchase;
  return [
    `bought at ${byYear(pricePerMWh)} per MWh ${pays}`,
    ...(least === undefined ? [] : [`${number(least)} MWh a year paid for in any case`]),
    ...(most === undefined ? [] : [`at most ${number(most)} MWh a year`]),
    ...(term === undefined
      ? []
      : [`through ${term.lastYear}${term.after === 'gone' ? '' : ', then at the price of the market'}`]),
  ].join(', ');
}

function storageLines({ storages }: Scenario): string[] {
  return storages.map(
    ({ name, technology, durationHours, committedMW, maximumMW, chargeEfficiency, dischargeEfficiency, ...asset }) => {
      const roundTrip = percent(chargeEfficiency * dischargeEfficiency);
      return [
        `${name}: ${technology}, ${range(durationHours.min, durationHours.max)} h, ${range(committedMW, maximumMW)} MW, round trip ${roundTrip}`,
        ...(asset.purchase === undefined
          ? []
          : [`rented at ${byYear(asset.purchase.pricePerMWMonth)} per MW and month`]),
        ...ageingText(asset.energyFadePerYear, asset.availability),
      ].join(', ');
    },
  );
}

function linkLines({ links, weatherYears }: Scenario): string[] {
  return links.map(({ name, capacityMW, maximumMW, availableFrom, loss, ...way }) =>
    [
      `${name}: ${stretches(capacityMW, maximumMW)} from ${availableFrom}`,
      `loss ${percent(loss)}`,
      ...wheelingText(way, weatherYears),
    ].join(', '),
  );
}

function stretches(capacityMW: ByYear, maximumMW: ByYear): string {
  if (typeof capacityMW === 'number' && typeof maximumMW === 'number') return `${range(capacityMW, maximumMW)} MW`;
  return capacityMW === maximumMW ? `${byYear(capacityMW)} MW` : `${byYear(capacityMW)} … ${byYear(maximumMW)} MW`;
}

function wheelingText(
  {
    wheelingPerMWh,
    wheelingPerMWhByHour: byHour,
  }: { readonly wheelingPerMWh: ByYear; readonly wheelingPerMWhByHour?: HourlySeries },
  weatherYears: Scenario['weatherYears'],
): string[] {
  if (byHour !== undefined) return [`wheeling ${meanOf(byHour, weatherYears)} per MWh on average, by the hour`];
  return wheelingPerMWh === 0 ? [] : [`wheeling ${byYear(wheelingPerMWh)} per MWh`];
}

function securityLines({ security }: Scenario): string[] {
  const { reserveHours, derateShare } = security ?? {};
  return [
    ...(reserveHours === undefined ? [] : [`${number(reserveHours)} h of firm load in store at the end of every hour`]),
    ...(derateShare === undefined ? [] : [`holds with the output of plants lowered by ${percent(derateShare)}`]),
  ];
}

/** What is asked of the grid beside its prices and its connection. */
function gridLines({ grid, weatherYears }: Scenario): string[] {
  const { carbonPricePerTonne, emissionsLimitTonnesPerYear, exportShare, carbonFreeShare } = grid;
  return [
    ...(carbonPricePerTonne === undefined
      ? []
      : [
          `emissions of import cost ${byYear(carbonPricePerTonne)} per t, at ${number(grid.carbonIntensityKgPerMWh)} kg/MWh`,
        ]),
    ...(emissionsLimitTonnesPerYear === undefined
      ? []
      : [`import emits at most ${byYear(emissionsLimitTonnesPerYear)} t a year`]),
    ...(exportShare === undefined
      ? []
      : [`at most ${percent(exportShare.maximum)} of the ${exportShare.of} is exported`]),
    ...(carbonFreeShare === undefined
      ? []
      : [`carbon-free share ${meanOf(carbonFreeShare, weatherYears)} on average, told in scores alone`]),
  ];
}

function byYear(value: ByYear): string {
  return typeof value === 'number'
    ? number(value)
    : value.map((point) => `${number(point.value)} (${point.year})`).join(', ');
}

function matchingLine(matching: Matching): string {
  if (matching.kind === 'none') return 'none: least cost';
  const over = matching.over === 'everyYear' ? 'in every weather year' : 'on average over the weather years';
  return `${matching.kind}, ${percent(matching.target)}, ${over}`;
}

function range(least: number, most: number): string {
  if (most === Number.POSITIVE_INFINITY) return `${number(least)} or more`;
  return least === most ? number(least) : `${number(least)} to ${number(most)}`;
}

function meanOf(series: HourlySeries, weatherYears: Scenario['weatherYears']): string {
  const means = series.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  return number(means.reduce((sum, mean, y) => sum + (weatherYears[y]?.weight ?? 0) * mean, 0));
}
