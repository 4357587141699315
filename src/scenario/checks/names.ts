/** Names tell things apart in every table, chart and file that is made of a scenario. */

import type { Draft, Usable } from '../document/draft.ts';
import type { Fault, Path } from '../faults/fault.ts';
import { slugOf } from '../schema/names.ts';

type Named = readonly Usable<{ name: string }>[];

/** Words that costs, charts and laws use for the site as a whole, in any case of letters. */
const reserved: ReadonlySet<string> = new Set(['grid', 'total', 'load', 'import', 'export']);

/** Names are unique within their kind; those that become file names also as file names; all that costs are told by, together. */
export function nameFaults({ weatherYears, phases, load, renewables, storages, links }: Draft): Fault[] {
  const told: readonly (readonly [Path, Named])[] = [
    [['load', 'tiers'], load.tiers],
    [['load', 'campaigns'], load.campaigns ?? []],
    [['renewables'], renewables],
    [['storages'], storages],
    [['links'], links],
  ];
  return [
    ...sameNames(weatherYears, ['weatherYears'], slugOf),
    ...sameNames(phases, ['phases'], slugOf),
    ...told.flatMap(([list, items]) => sameNames(items, list, normalised)),
    ...namesAcross(told),
    ...told.flatMap(([list, items]) => reservedNames(items, list)),
  ];
}

/** The same letters may be composed in two ways; they look the same. */
function normalised(name: string): string {
  return name.normalize('NFC');
}

function sameNames(items: Named, list: Path, keyOf: (name: string) => string): Fault[] {
  const first = new Map<string, number>();
  return items.flatMap(({ name }, at) => {
    if (name === undefined) return [];
    const earlier = first.get(keyOf(name));
    if (earlier === undefined) {
      first.set(keyOf(name), at);
      return [];
    }
    const other = items[earlier]?.name;
    const isSame = other === name;
    return duplicate(
      [...list, at, 'name'],
      `${JSON.stringify(name)} is ${isSame ? 'already the name' : `too like ${JSON.stringify(other)}, the name`} of ${list.at(-1)}[${earlier}]`,
      isSame ? 'Names differ within a list.' : `Both would make the file name ${keyOf(name)}.`,
    );
  });
}

/** One name in two lists: a cost or a line of a chart would be of both. */
function namesAcross(lists: readonly (readonly [Path, Named])[]): Fault[] {
  const first = new Map<string, { readonly list: Path; readonly at: number }>();
  return lists.flatMap(([list, items]) =>
    items.flatMap(({ name }, at) => {
      if (name === undefined) return [];
      const earlier = first.get(normalised(name));
      if (earlier === undefined) first.set(normalised(name), { list, at });
      if (earlier === undefined || earlier.list === list) return [];
      return duplicate(
        [...list, at, 'name'],
        `${JSON.stringify(name)} is already the name of ${earlier.list.at(-1)}[${earlier.at}]`,
        'Tiers, renewables, storages and links have different names: costs and charts tell them apart by name alone.',
      );
    }),
  );
}

function reservedNames(items: Named, list: Path): Fault[] {
  return items.flatMap(({ name }, at) => {
    if (name === undefined || !reserved.has(normalised(name).toLowerCase())) return [];
    const words = [...reserved].join(', ');
    return duplicate(
      [...list, at, 'name'],
      `${JSON.stringify(name)} is a word that results use for the site as a whole`,
      `Another name: ${words} are taken, as in ${JSON.stringify(`${name} 1`)}.`,
    );
  });
}

function duplicate(path: Path, problem: string, expected: string): Fault {
  return { code: 'scenario.duplicate-name', path, problem, expected };
}
