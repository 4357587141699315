/**
 * The hours of one phase under one weather year as a table, the same in parquet and CSV: one row an hour, first the UTC
 * stamp `hour` (in parquet a timestamp, in CSV `2005-01-01T00:00Z`), then numbers in columns named
 *
 *     loadMW  importMW  exportMW  shadowPricePerMWh
 *     generationMW:<renewable>
 *     chargeMW:<storage>  dischargeMW:<storage>  stateOfChargeMWh:<storage>
 *     servedMW:<tier>  backlogMWh:<tier>  shedMW:<tier>, and workMWh:<tier> where the tier has a throughput
 *
 * Quantity, colon, name as in the scenario: within a kind names are unique, and no quantity belongs to two kinds.
 * `shadowPricePerMWh` may be left out by who has no prices; the order of the columns is free.
 */

import type { Scenario } from '../../scenario/scenario.ts';
import type { WeatherYearSchedule } from '../../schedule/schedule.ts';

export const HOUR_COLUMN = 'hour';
const PRICE_COLUMN = 'shadowPricePerMWh';

export interface Column {
  readonly name: string;
  readonly values: Float64Array;
}

export function columnsOf(flows: WeatherYearSchedule): Column[] {
  const column = (name: string, values: Float64Array): Column => ({ name, values });
  return [
    column('loadMW', flows.loadMW),
    ...flows.renewables.map(({ name, generationMW }) => column(`generationMW:${name}`, generationMW)),
    ...flows.storages.flatMap(({ name, chargeMW, dischargeMW, stateOfChargeMWh }) => [
      column(`chargeMW:${name}`, chargeMW),
      column(`dischargeMW:${name}`, dischargeMW),
      column(`stateOfChargeMWh:${name}`, stateOfChargeMWh),
    ]),
    ...flows.tiers.flatMap(({ name, servedMW, workMWh, backlogMWh, shedMW }) => [
      column(`servedMW:${name}`, servedMW),
      ...(workMWh === undefined ? [] : [column(`workMWh:${name}`, workMWh)]),
      column(`backlogMWh:${name}`, backlogMWh),
      column(`shedMW:${name}`, shedMW),
    ]),
    column('importMW', flows.importMW),
    column('exportMW', flows.exportMW),
    ...(flows.shadowPricePerMWh === undefined ? [] : [column(PRICE_COLUMN, flows.shadowPricePerMWh)]),
  ];
}

/** The columns a schedule of a scenario has, and whether one may be absent. */
export function expectedColumns(scenario: Scenario): { readonly name: string; readonly isOptional: boolean }[] {
  const none = () => new Float64Array();
  const columns = columnsOf(flowsFrom(scenario, '', none, none()));
  return columns.map(({ name }) => ({ name, isOptional: name === PRICE_COLUMN }));
}

/** The flows of a table that has every column but perhaps the price. */
export function flowsOf(
  scenario: Scenario,
  weatherYear: string,
  columns: ReadonlyMap<string, Float64Array>,
): WeatherYearSchedule {
  const values = (name: string) => {
    const found = columns.get(name);
    if (found === undefined)
      throw new RangeError(`The column ${name} is absent from a table that was found without fault.`);
    return found;
  };
  return flowsFrom(scenario, weatherYear, values, columns.get(PRICE_COLUMN));
}

function flowsFrom(
  { renewables, storages, load }: Scenario,
  weatherYear: string,
  values: (column: string) => Float64Array,
  shadowPricePerMWh: Float64Array | undefined,
): WeatherYearSchedule {
  return {
    name: weatherYear,
    loadMW: values('loadMW'),
    renewables: renewables.map(({ name }) => ({ name, generationMW: values(`generationMW:${name}`) })),
    storages: storages.map(({ name }) => ({
      name,
      chargeMW: values(`chargeMW:${name}`),
      dischargeMW: values(`dischargeMW:${name}`),
      stateOfChargeMWh: values(`stateOfChargeMWh:${name}`),
    })),
    tiers: [...load.tiers, ...(load.campaigns ?? [])].map(({ name, ...tier }) => ({
      name,
      servedMW: values(`servedMW:${name}`),
      ...(!('throughput' in tier) || tier.throughput === undefined ? {} : { workMWh: values(`workMWh:${name}`) }),
      backlogMWh: values(`backlogMWh:${name}`),
      shedMW: values(`shedMW:${name}`),
    })),
    importMW: values('importMW'),
    exportMW: values('exportMW'),
    ...(shadowPricePerMWh === undefined ? {} : { shadowPricePerMWh }),
  };
}
