/** What of a scenario a planner may move, each with the values it can take. */

import type { ResultDocument, ScenarioDocument } from '../../client/types.ts';
import { withLeaf } from '../scenario/leaves.ts';

export const sliderGroups = ['target', 'load', 'sites', 'prices', 'flexibility'] as const;

type SliderKind =
  | 'target'
  | 'utilisation'
  | 'itCapacityMW'
  | 'siteMaximumMW'
  | 'maximumMW'
  | 'capacityMW'
  | 'importPricePerMWh'
  | 'carbonPricePerTonne'
  | 'purchasePricePerMWh'
  | 'discountRate'
  | 'deadlineHours'
  | 'floorShare';

export interface Slider {
  readonly group: (typeof sliderGroups)[number];
  readonly kind: SliderKind;
  /** Of the plant, storage, link, phase or tier; empty where there is only one. */
  readonly of: string;
  readonly path: string;
  readonly keys: readonly (string | number)[];
  /** In the scenario as it was solved. */
  readonly base: number;
  /** Rising; the base is among them. */
  readonly values: readonly number[];
}

type Values = Pick<Slider, 'base' | 'values'>;
type Named = { readonly name: string };

/** @param phases of the answer: a size is moved around what was built, however far its limit is */
export function slidersOf(scenario: ScenarioDocument, phases: ResultDocument['phases']): Slider[] {
  const found: Slider[] = [];
  const add = (
    group: Slider['group'],
    kind: SliderKind,
    keys: Slider['keys'],
    valuesOf: (base: number) => number[],
    of = '',
    otherwise?: number,
  ) => {
    const base = numberAt(scenario, keys) ?? otherwise;
    if (base === undefined) return;
    found.push({ group, kind, of, keys, path: pathOf(keys), ...around(base, valuesOf(base)) });
  };
  const each = (part: string) => ((scenario[part] as readonly Named[] | undefined) ?? []).entries();
  if (scenario.matching !== undefined && scenario.matching.kind !== 'none') {
    add('target', 'target', ['matching', 'target'], () => range(0.5, 1, 0.005), '', 1);
  }
  add('load', 'utilisation', ['load', 'utilisation'], () => range(0.2, 1, 0.01));
  for (const [p, { name }] of each('phases')) {
    add('load', 'itCapacityMW', ['phases', p, 'itCapacityMW'], (base) => range(base / 2, base * 1.5, base / 40), name);
  }
  const largest = (sizeIn: (phase: ResultDocument['phases'][number]) => number | undefined) =>
    Math.max(0, ...phases.map((phase) => sizeIn(phase) ?? 0));
  const sites = (built: number) => (base: number) => {
    const end = built > 0 ? Math.min(2 * base, 3 * built) : 2 * base;
    return range(0, end, end / 60);
  };
  for (const [i, { name }] of each('renewables')) {
    const built = largest(({ renewables }) => renewables[name]?.capacityMW);
    add('sites', 'siteMaximumMW', ['renewables', i, 'siteMaximumMW'], sites(built), name);
    add(
      'prices',
      'purchasePricePerMWh',
      ['renewables', i, 'purchase', 'pricePerMWh'],
      (base) => range(0, 2 * base, base / 30),
      name,
    );
  }
  for (const [s, { name }] of each('storages')) {
    const built = largest(({ storages }) => storages[name]?.powerCapacityMW);
    add('sites', 'maximumMW', ['storages', s, 'maximumMW'], sites(built), name);
  }
  for (const [l, { name }] of each('links')) {
    add('sites', 'capacityMW', ['links', l, 'capacityMW'], (base) => range(0, 2 * base, base / 30), name);
  }
  const threefold = (base: number) => range(0, 3 * base, base / 20);
  add('prices', 'importPricePerMWh', ['grid', 'importPricePerMWh'], threefold);
  add('prices', 'carbonPricePerTonne', ['grid', 'carbonPricePerTonne'], threefold);
  add('prices', 'discountRate', ['discountRate'], () => range(0.01, 0.15, 0.0025));
  for (const [k, { name, deadlineHours }] of scenario.load.tiers.entries()) {
    // Firm work has no rows of its own, so nothing is proven of it by the duals of work that waits.
    if (!(deadlineHours > 0)) continue;
    add('flexibility', 'deadlineHours', ['load', 'tiers', k, 'deadlineHours'], () => DEADLINES, name);
    add('flexibility', 'floorShare', ['load', 'tiers', k, 'floorShare'], () => range(0, 1, 0.05), name, 0);
  }
  return found;
}

const DEADLINES = [1, 2, 3, 4, 6, 8, 10, 12, 16, 20, 24, 36, 48, 72, 96, 120, 168];

function range(from: number, to: number, step: number): number[] {
  if (!(step > 0)) return [];
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, at) => neat(from + at * step));
}

/** Without the noise of a sum. */
const neat = (value: number) => Number(value.toPrecision(6));

function around(base: number, values: readonly number[]): Values {
  return { base, values: [...new Set([...values, base])].sort((a, b) => a - b) };
}

function numberAt(part: unknown, keys: readonly (string | number)[]): number | undefined {
  const found = keys.reduce<unknown>((inner, key) => (Object(inner) as Record<string | number, unknown>)[key], part);
  return typeof found === 'number' ? found : undefined;
}

const pathOf = (keys: Slider['keys']) =>
  keys.map((key, at) => (typeof key === 'number' ? `[${key}]` : at === 0 ? key : `.${key}`)).join('');

/** Of a name, by the schema of scenarios. */
const LONGEST_NAME = 80;

/** The scenario with the values of some sliders, and a name that tells them. */
export function withChanges(
  scenario: ScenarioDocument,
  sliders: readonly Slider[],
  changes: Readonly<Record<string, number>>,
): unknown {
  const moved = sliders.filter(({ path }) => changes[path] !== undefined);
  const told = moved.map(({ keys, of, path }) =>
    [of, keys.at(-1), changes[path]].filter((word) => word !== '').join(' '),
  );
  const ending = ` (${told
    .join(', ')
    .slice(0, LONGEST_NAME / 2)
    .trim()})`;
  const name = `${scenario.name.slice(0, LONGEST_NAME - ending.length).trim()}${ending}`;
  return moved.reduce<unknown>((document, { path, keys }) => withLeaf(document, keys, changes[path]!), {
    ...scenario,
    name,
  });
}
