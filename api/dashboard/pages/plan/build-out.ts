/** What stands in each phase, plant by plant and storage by storage. */

import { coloursOf } from '../../../../src/report/charts/colours.ts';
import type { Bar } from '../../charts/bars.tsx';
import type { ResultDocument, ScenarioDocument } from '../../client/types.ts';

export interface BuildOut {
  /** Plants [MW]. */
  readonly power: readonly Bar[];
  /** Storages [MWh]. */
  readonly energy: readonly Bar[];
  readonly rows: readonly AssetRow[];
}

interface AssetRow {
  readonly name: string;
  readonly unit: 'MW' | 'MWh';
  /** By phase: what stands, and what of it was committed before. */
  readonly sizes: readonly { readonly all: number; readonly committed: number }[];
}

export function buildOutOf({ phases }: ResultDocument, document: ScenarioDocument): BuildOut {
  const colours = coloursOf(document as never);
  const storages = document.storages ?? [];
  const names = (kind: 'renewables' | 'links') => Object.keys(phases[0]?.[kind] ?? {});
  const plain = (kind: 'renewables' | 'links') =>
    names(kind).map(
      (name): AssetRow => ({
        name,
        unit: 'MW',
        sizes: phases.map((phase) => {
          const { capacityMW: all, committedMW: committed } = phase[kind][name]!;
          return { all, committed };
        }),
      }),
    );
  return {
    power: phases.map((phase) => ({
      name: phase.name,
      parts: document.renewables.map(({ name }, at) => ({
        name,
        colour: colours.renewables[at]!,
        value: phase.renewables[name]?.capacityMW ?? 0,
      })),
    })),
    energy: phases.map((phase) => ({
      name: phase.name,
      parts: storages.map(({ name }, at) => ({
        name,
        colour: colours.storages[at]!,
        value: phase.storages[name]?.energyCapacityMWh ?? 0,
      })),
    })),
    rows: [
      ...plain('renewables'),
      ...storages.flatMap(({ name }): AssetRow[] => [
        {
          name,
          unit: 'MW',
          sizes: phases.map(({ storages: built }) => ({
            all: built[name]!.powerCapacityMW,
            committed: built[name]!.committedMW,
          })),
        },
        {
          name,
          unit: 'MWh',
          sizes: phases.map(({ storages: built }) => ({
            all: built[name]!.energyCapacityMWh,
            committed: built[name]!.committedMWh,
          })),
        },
      ]),
      ...plain('links'),
    ],
  };
}
