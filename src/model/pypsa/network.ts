/**
 * One phase and weather year as a network of PyPSA (0.27 or newer), in the terms that a network has: buses, generators, loads,
 * links and stores. What it costs is what the programme of the phase says, so that both have the same least cost.
 *
 * What is charged and exported comes from `renewables`, what is discharged and imported goes to `load`, and a link leads one way:
 * so only renewables are stored. Charging and discharging draw on the bus of one converter. Work that waits is a store below zero.
 */

import type { Scenario } from '../../scenario/scenario.ts';
import { onlyYear } from '../../scenario/weather-years.ts';
import { stampOfHour } from '../../time.ts';
import { HOURS_PER_YEAR } from '../../units.ts';
import { committedAtWork, effectiveShare } from '../ageing.ts';
import { buildablesOf, sizeIndexOf } from '../buildable.ts';
import { deadlineBound, meanArrivingMW } from '../flexible-load.ts';
import { formulateBuildOut } from '../formulation.ts';
import { tonnesPerMWh } from '../grid.ts';
import { presentValueOf, priceInPhase } from '../present-value.ts';
import { costOfArrival, poolsOf } from '../renewable.ts';
import { countedShare } from '../security.ts';
import type { Scope } from '../variables.ts';
import { leftOut } from './left-out.ts';
import { type Component, componentFiles, csv } from './tables.ts';

export interface PypsaFolder {
  /** Text of each file by its name. */
  readonly files: readonly (readonly [name: string, text: string])[];
  /** What the network does not say of the scenario. */
  readonly left: ReturnType<typeof leftOut>;
  /** What the plan costs beside the objective of the network: what is committed [currency]. */
  readonly constant: number;
}

const [RENEWABLES, LOAD] = ['renewables', 'load'];
/** As large as it needs to be, for nothing. */
const free = { p_nom_extendable: true, capital_cost: 0 };

interface Network {
  readonly buses: Component[];
  readonly generators: Component[];
  readonly loads: Component[];
  readonly links: Component[];
  readonly stores: Component[];
  constant: number;
}

/** What may be built of one size and what stands: as a share of it at work, with what it costs. */
interface Sizes {
  readonly most: number;
  readonly cost: number;
  readonly atWork: number;
  readonly committed: number;
}

/** @param scope of the one phase */
export function pypsaFolder(whole: Scenario, scope: Scope): PypsaFolder {
  const p = scope.phases[0]!;
  const scenario = onlyYear(whole, 0);
  const phase = scenario.phases[p]!;
  const { program, vintages } = formulateBuildOut(scenario, { ...scope, weatherYears: [0] });
  const buildables = buildablesOf(scenario);
  const sizes = buildables.map((buildable, i): Sizes => {
    const column = vintages[p]!.at(i);
    return {
      most: program.columnUpper[column]!,
      cost: program.objective[column]!,
      atWork: effectiveShare(buildable, phase.firstYear, phase),
      committed: committedAtWork(buildable, scenario.phases, phase),
    };
  });
  const network: Network = {
    buses: [RENEWABLES, LOAD].map((name) => ({ name: name!, values: {} })),
    generators: [],
    loads: [],
    links: [{ name: 'to the load', values: { bus0: RENEWABLES!, bus1: LOAD!, ...free } }],
    stores: [],
    constant: program.objectiveConstant,
  };
  const { hours, year } = scenario.weatherYears[0]!;
  const weight = (presentValueOf(scenario, phase) * HOURS_PER_YEAR) / hours;
  addPlants(network, scenario, p, sizes, weight);
  addStorages(network, scenario, p, sizes);
  const loadMWh = addTiers(network, scenario, p);
  addGrid(network, scenario, p, scope, loadMWh);
  const snapshots = Array.from({ length: hours }, (_, h) => stampOfHour(year, h).replace('T', ' ').replace('Z', ':00'));
  const { constant, ...lists } = network;
  return {
    files: [
      ['network.csv', csv(['name'], [[`${scenario.name}: ${phase.name}`]])],
      [
        'snapshots.csv',
        csv(
          ['snapshot', 'objective', 'stores', 'generators'],
          snapshots.map((at) => [at, weight, 1, 1]),
        ),
      ],
      ...Object.entries(lists).flatMap(([list, components]) => componentFiles(list, components, snapshots)),
    ],
    left: leftOut(whole, phase),
    constant,
  };
}

/** New plant, which may be as large as its room, and what is committed beside it. */
function standingOf(name: string, { most, cost, atWork, committed }: Sizes, of: 'p' | 'e') {
  const values = { [`${of}_nom_extendable`]: true, [`${of}_nom_max`]: most, capital_cost: cost };
  const built = most > 0 ? [{ name, values, share: atWork }] : [];
  const stands = { name: `${name} (committed)`, values: { [`${of}_nom`]: committed }, share: 1 };
  return committed > 0 ? [...built, stands] : built;
}

function addPlants(network: Network, scenario: Scenario, p: number, sizes: readonly Sizes[], weight: number): void {
  const phase = scenario.phases[p]!;
  for (const [ℓ, { name, loss }] of scenario.links.entries()) {
    network.buses.push({ name: `way ${name}`, values: {} });
    for (const { name: own, values, share } of standingOf(name, sizes[sizeIndexOf(scenario).link(ℓ)]!, 'p')) {
      const ends = { bus0: `way ${name}`, bus1: RENEWABLES!, efficiency: 1 - loss, p_max_pu: share };
      network.links.push({ name: own, values: { ...ends, ...values } });
    }
  }
  for (const pool of poolsOf(scenario, phase)) {
    for (const { asset, renewable } of pool.members) {
      const { name, loss, capacityFactor, purchase } = renewable;
      const way = pool.link === undefined ? undefined : scenario.links[pool.link]!.name;
      // Behind a link it is counted before the loss, which the link then takes.
      const arriving = way === undefined ? 1 - loss : 1;
      const price = (h: number) => costOfArrival(pool, 0, h) * (way === undefined ? 1 : 1 - loss);
      const isPaidAnyway = purchase.kind === 'ppa' && purchase.pays === 'produced';
      const fullLoadHours = capacityFactor[0]!.reduce((sum, factor) => sum + factor, 0);
      const perMW = isPaidAnyway ? weight * priceInPhase(scenario, phase, purchase.pricePerMWh) * fullLoadHours : 0;
      const { most, cost, atWork, committed } = sizes[asset]!;
      network.constant += perMW * committed;
      for (const one of standingOf(name, { most, cost: cost + perMW * atWork, atWork, committed }, 'p')) {
        const made = capacityFactor[0]!.map((factor) => countedShare(scenario) * one.share * arriving * factor);
        const byHour = pool.costPerMWhByHour.length > 0 && { marginal_cost: made.map((_, h) => price(h)) };
        network.generators.push({
          name: one.name,
          values: { bus: way === undefined ? RENEWABLES! : `way ${way}`, marginal_cost: price(0), ...one.values },
          series: { p_max_pu: made, ...byHour },
        });
      }
    }
  }
}

function addStorages(network: Network, scenario: Scenario, p: number, sizes: readonly Sizes[]): void {
  const index = sizeIndexOf(scenario);
  for (const [s, storage] of scenario.storages.entries()) {
    const { name, chargeEfficiency, dischargeEfficiency, wearPerMWh } = storage;
    const powers = standingOf(`${name} converter`, sizes[index.storagePower(s)]!, 'p');
    const energies = standingOf(name, sizes[index.storageEnergy(s)]!, 'e');
    if (powers.length === 0 || energies.length === 0) continue;
    const [inside, converter] = [`${name} store`, `${name} converter`];
    network.buses.push({ name: inside, values: {} }, { name: converter, values: {} });
    for (const { name: own, values, share } of powers)
      network.generators.push({ name: own, values: { bus: converter, p_max_pu: share, ...values } });
    const charge = { bus0: RENEWABLES!, bus1: inside, bus2: converter, efficiency: chargeEfficiency, efficiency2: -1 };
    const discharge = { bus0: inside, bus1: LOAD!, bus2: converter };
    network.links.push(
      { name: `${name} charge`, values: { ...charge, ...free } },
      {
        name: `${name} discharge`,
        values: {
          ...discharge,
          efficiency: dischargeEfficiency,
          efficiency2: -dischargeEfficiency,
          marginal_cost: priceInPhase(scenario, scenario.phases[p]!, wearPerMWh) * dischargeEfficiency,
          ...free,
        },
      },
    );
    for (const { name: own, values, share } of energies) {
      const range = { e_min_pu: share * storage.minimumStateOfCharge, e_max_pu: share * storage.maximumStateOfCharge };
      const about = { bus: inside, e_cyclic: true, standing_loss: storage.selfDischargePerHour };
      network.stores.push({ name: own, values: { ...about, ...range, ...values } });
    }
  }
}

/** Firm work is a load; work that may wait a load behind a link with a store of what waits. @returns energy of the load where none waits [MWh] */
function addTiers(network: Network, scenario: Scenario, p: number): number {
  const { load, phases } = scenario;
  const phase = phases[p]!;
  const pue = load.pue[0]!;
  const worst = pue.reduce((most, one) => (one > most ? one : most));
  return load.tiers.reduce((loadMWh, tier) => {
    const meanMW = meanArrivingMW(scenario, phase, tier);
    const arrivals = tier.arrivalShape[0]!.map((shape) => meanMW * shape);
    const drawn = arrivals.map((arriving, h) => arriving * pue[h]!);
    const energy = loadMWh + drawn.reduce((sum, mw) => sum + mw, 0);
    if (tier.deadlineHours === 0) {
      network.loads.push({ name: tier.name, values: { bus: LOAD! }, series: { p_set: drawn } });
      return energy;
    }
    const installedMW = phase.itCapacityMW * tier.share;
    const shareOf = (mw: number) => pue.map((one) => (mw * one) / (installedMW * worst));
    network.buses.push({ name: tier.name, values: {} });
    network.loads.push({ name: tier.name, values: { bus: tier.name }, series: { p_set: arrivals } });
    network.links.push({
      name: `${tier.name} served`,
      values: { bus0: LOAD!, bus1: tier.name, p_nom: installedMW * worst },
      series: {
        p_min_pu: shareOf(tier.floorShare * meanMW),
        p_max_pu: shareOf(installedMW),
        efficiency: pue.map((one) => 1 / one),
      },
    });
    network.stores.push({
      name: `${tier.name} waiting`,
      values: { bus: tier.name, e_nom: 1, e_max_pu: 0, e_cyclic: true },
      series: { e_min_pu: deadlineBound(arrivals, tier.deadlineHours).map((mwh) => -mwh) },
    });
    return energy;
  }, 0);
}

function addGrid({ generators }: Network, scenario: Scenario, p: number, scope: Scope, loadMWh: number): void {
  const { grid } = scenario;
  const phase = scenario.phases[p]!;
  if (scope.importAllowed) {
    const byYear = priceInPhase(scenario, phase, grid.importPricePerMWhByYear ?? 0);
    const carbon = tonnesPerMWh(grid) * priceInPhase(scenario, phase, grid.carbonPricePerTonne ?? 0);
    const { matching } = scenario;
    const perMW = presentValueOf(scenario, phase) * priceInPhase(scenario, phase, grid.subscribedPowerCostPerMWYear);
    generators.push({
      name: 'grid import',
      values: {
        bus: LOAD!,
        ...{ p_nom_extendable: true, p_nom_max: grid.importLimitMW, capital_cost: perMW },
        ...(matching.kind === 'hourly' && { e_sum_max: (1 - matching.target) * loadMWh }),
      },
      series: { marginal_cost: grid.importPricePerMWh[0]!.map((price) => price + byYear + carbon) },
    });
  }
  if (!scope.exportAllowed) return;
  generators.push({
    name: 'grid export',
    values: { bus: RENEWABLES!, sign: -1, p_nom_extendable: true, p_nom_max: grid.exportLimitMW, capital_cost: 0 },
    series: { marginal_cost: grid.exportPricePerMWh[0]!.map((price) => -price) },
  });
}
