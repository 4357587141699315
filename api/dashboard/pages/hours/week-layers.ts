/** A week of a schedule → what is drawn of it: supply stacked up, what is charged below zero, the load as a line. */

import { type Colours, coloursOf } from '../../../../src/report/charts/colours.ts';
import type { Line } from '../../charts/lines.ts';
import type { ScenarioDocument } from '../../client/types.ts';

/** As the API sends hours. */
export interface SentHours {
  readonly hour: readonly string[];
  readonly columns: readonly { readonly name: string; readonly values: readonly number[] }[];
}

export interface Layer {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly number[];
}

export interface Week {
  readonly supply: readonly Layer[];
  readonly use: readonly Layer[];
  readonly load: readonly number[];
  /** Contents of storages and work that waits [MWh]. */
  readonly contents: readonly Layer[];
}

/** @param named what import, charging and waiting work are called */
export function weekOf(
  { columns }: SentHours,
  document: ScenarioDocument,
  named: {
    readonly grid: string;
    readonly exported: string;
    charging(name: string): string;
    discharging(name: string): string;
    stored(name: string): string;
    waiting(name: string): string;
  },
): Week {
  const colours: Colours = coloursOf(document as never);
  const column = (name: string) => columns.find((one) => one.name === name)?.values ?? [];
  const isSeen = ({ values }: Layer) => values.some((value) => Math.abs(value) > SEEN_MW);
  const storages = document.storages ?? [];
  return {
    supply: [
      ...document.renewables.map(({ name }, i) => ({
        name,
        colour: colours.renewables[i]!,
        values: column(`generationMW:${name}`),
      })),
      ...storages.map(({ name }, s) => ({
        name: named.discharging(name),
        colour: colours.storages[s]!,
        values: column(`dischargeMW:${name}`),
      })),
      { name: named.grid, colour: 'var(--unmatched)', values: column('importMW') },
    ].filter(isSeen),
    use: [
      ...storages.map(({ name }, s) => ({
        name: named.charging(name),
        colour: colours.storages[s]!,
        values: column(`chargeMW:${name}`).map((value) => -value),
      })),
      { name: named.exported, colour: '#9aa1ab', values: column('exportMW').map((value) => -value) },
    ].filter(isSeen),
    load: column('loadMW'),
    contents: [
      ...storages.map(({ name }, s) => ({
        name: named.stored(name),
        colour: colours.storages[s]!,
        values: column(`stateOfChargeMWh:${name}`),
      })),
      ...document.load.tiers.map(({ name }, k) => ({
        name: named.waiting(name),
        colour: colours.tiers[k]!,
        values: column(`backlogMWh:${name}`),
      })),
    ].filter(isSeen),
  };
}

/** Less than anybody sees. */
const SEEN_MW = 1e-3;

/** Areas that hide what lies under them: the sum of all comes first. */
export function stacked(layers: readonly Layer[]): Line[] {
  const lines = layers.map((layer, at) => ({
    ...layer,
    isArea: true,
    values: layer.values.map((_, hour) => layers.slice(0, at + 1).reduce((sum, { values }) => sum + values[hour]!, 0)),
  }));
  return lines.reverse();
}
