import type { Scenario } from '../../scenario/scenario.ts';
import type { BuildOut, Capacities, WeatherYearSchedule } from '../../schedule/schedule.ts';
import { law } from '../law.ts';
import type { Scene, Tally } from '../tally.ts';

interface Named {
  readonly name: string;
}

/**
 * Schedule and scenario speak of the same things in the same order, and every series has the hours of its weather year.
 *
 * @equation names of the schedule = names of the scenario, length of a series = H_y
 */
export const structure = law('structure', ({ scenario, schedule, buildOut }, tally) => {
  const whole: Scene = { phase: '*', subject: 'site' };
  checkScenario(scenario, tally);
  sameNames(tally, whole, 'phases', scenario.phases, schedule.phases);
  if (buildOut !== undefined) {
    const built = buildOut.map(({ phase }) => ({ name: phase }));
    sameNames(tally, whole, 'phases of the build-out', scenario.phases, built);
    for (const vintage of buildOut) checkAssets(scenario, vintage, { phase: vintage.phase, subject: 'site' }, tally);
  }
  for (const { name: phase, capacities, weatherYears } of schedule.phases) {
    const scene = { phase, subject: 'site' };
    checkAssets(scenario, capacities, scene, tally);
    sameNames(tally, scene, 'weather years', scenario.weatherYears, weatherYears);
    for (const [year, { hours }] of scenario.weatherYears.entries()) {
      const flows = weatherYears[year];
      if (flows !== undefined) checkFlows(scenario, flows, hours, { ...scene, weatherYear: flows.name }, tally);
    }
  }
});

function checkScenario({ weatherYears, load, renewables, links, grid }: Scenario, tally: Tally): void {
  for (const { name: subject, link } of renewables) {
    const isKnown = link === undefined || links.some(({ name }) => name === link);
    tally.statement(isKnown, { phase: '*', subject }, () => `sends over ${link}, a link the scenario does not have`);
  }
  for (const [year, { name: weatherYear, hours }] of weatherYears.entries()) {
    const check = (subject: string, what: string, series: readonly Float64Array[]) =>
      sameLength(tally, { phase: '*', weatherYear, subject }, what, series[year], hours);
    check('site', 'PUE', load.pue);
    if (load.facility !== undefined) check('site', 'temperature', load.facility.temperatureC);
    for (const tier of load.tiers) check(tier.name, 'arrival shape', tier.arrivalShape);
    for (const asset of renewables) check(asset.name, 'capacity factor', asset.capacityFactor);
    for (const { name, wheelingPerMWhByHour: byHour } of [...renewables, ...links])
      if (byHour) check(name, 'wheeling charge', byHour);
    check('grid', 'import price', grid.importPricePerMWh);
    check('grid', 'export price', grid.exportPricePerMWh);
    if (grid.carbonFreeShare) check('grid', 'carbon-free share', grid.carbonFreeShare);
  }
}

function checkAssets(scenario: Scenario, sizes: Capacities | BuildOut, scene: Scene, tally: Tally): void {
  sameNames(tally, scene, 'renewables', scenario.renewables, sizes.renewables);
  sameNames(tally, scene, 'storages', scenario.storages, sizes.storages);
  sameNames(tally, scene, 'links', scenario.links, sizes.links);
}

function checkFlows(scenario: Scenario, flows: WeatherYearSchedule, hours: number, scene: Scene, tally: Tally): void {
  sameNames(tally, scene, 'renewables', scenario.renewables, flows.renewables);
  sameNames(tally, scene, 'storages', scenario.storages, flows.storages);
  sameNames(tally, scene, 'tiers', [...scenario.load.tiers, ...(scenario.load.campaigns ?? [])], flows.tiers);
  for (const [k, { name: subject, throughput }] of scenario.load.tiers.entries()) {
    const isApart = flows.tiers[k]?.workMWh !== undefined;
    const words = () => `its work is ${isApart ? '' : 'not '}told apart from its power, other than the scenario asks`;
    tally.statement(isApart === (throughput !== undefined), { ...scene, subject }, words);
  }
  const check = (subject: string, series: Readonly<Record<string, Float64Array>>) => {
    for (const [what, values] of Object.entries(series)) sameLength(tally, { ...scene, subject }, what, values, hours);
  };
  const { loadMW, importMW, exportMW, shadowPricePerMWh } = flows;
  check('site', { loadMW, importMW, exportMW, ...(shadowPricePerMWh === undefined ? {} : { shadowPricePerMWh }) });
  for (const { name, generationMW } of flows.renewables) check(name, { generationMW });
  for (const { name, ...series } of flows.storages) check(name, series);
  for (const { name, ...series } of flows.tiers) check(name, series);
}

function sameNames(tally: Tally, scene: Scene, what: string, asked: readonly Named[], found: readonly Named[]): void {
  const same = asked.length === found.length && asked.every(({ name }, at) => name === found[at]!.name);
  const list = (things: readonly Named[]) => things.map(({ name }) => name).join(', ') || 'none';
  tally.statement(same, scene, () => `${what} are ${list(found)}, but the scenario has ${list(asked)}`);
}

function sameLength(tally: Tally, scene: Scene, what: string, series: Float64Array | undefined, hours: number): void {
  const length = series?.length ?? 0;
  tally.statement(length === hours, scene, () => `${what} has ${length} hours, but the weather year has ${hours}`);
}
