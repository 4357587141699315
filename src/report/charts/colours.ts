/**
 * One colour an asset on the whole page. Families keep apart in hue for every kind of colour vision (after M. Okabe and
 * K. Ito, Color Universal Design, 2008), members of a family in lightness, which also survives print.
 */

import type { Scenario } from '../../scenario/scenario.ts';
import { energySourceOf } from '../../scenario/technologies/energy-source.ts';
import type { CostKind } from '../../verify/annual-cost.ts';
import type { Family } from '../family.ts';

const ramps: Readonly<Record<Family, readonly [dark: string, light: string]>> = {
  wind: ['#1450a0', '#7db8f0'],
  solar: ['#c46a00', '#ffe08a'],
  other: ['#00583f', '#8ad8b8'],
  storage: ['#a0156a', '#e8a9cd'],
};

export const gridColour = '#2b2f36';
export const loadColour = '#111111';

export interface Colours {
  /** In the order of the scenario's lists. */
  readonly renewables: readonly string[];
  readonly storages: readonly string[];
  readonly tiers: readonly string[];
}

export function coloursOf({ renewables, storages, load }: Scenario): Colours {
  const families = renewables.map(({ technology }) => energySourceOf(technology));
  return {
    renewables: families.map((family, i) => {
      const before = families.slice(0, i).filter((other) => other === family).length;
      return shade(family, before, families.filter((other) => other === family).length);
    }),
    storages: storages.map((_, s) => shade('storage', s, storages.length)),
    tiers: load.tiers.map((_, k) =>
      mix('#1f2937', '#c3c9d2', load.tiers.length < 2 ? 0.5 : k / (load.tiers.length - 1)),
    ),
  };
}

/** What a family looks like where its members are not told apart. */
export function familyColour(family: Family): string {
  return mix(...ramps[family], 0.35);
}

export const costColours: Readonly<Record<CostKind, string>> = {
  capital: '#1450a0',
  fixedOpex: '#56a0d3',
  variableOpex: '#bcdcf2',
  energyPurchase: '#d98200',
  shortfall: '#f2c14e',
  tolling: '#c2410c',
  salvage: '#64748b',
  wheeling: '#7a5c00',
  wear: '#a0156a',
  import: '#2b2f36',
  carbon: '#6b4fa3',
  subscribedPower: '#9aa1ab',
  lostCompute: '#b91c1c',
  export: '#00785a',
};

function shade(family: Family, index: number, count: number): string {
  return count === 1 ? familyColour(family) : mix(...ramps[family], index / (count - 1));
}

/** Between two colours `#rrggbb`, in equal steps of each channel. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  return `#${a
    .map((value, c) =>
      Math.round(value + (b[c]! - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

export function channels(colour: string): [red: number, green: number, blue: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
