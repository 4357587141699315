/** Two scenarios as they were asked, field by field. */

import type { LoadedScenario } from '../../scenario/load.ts';
import type { ScenarioInput } from '../../scenario/scenario-input.ts';
import type { Reference } from '../../scenario/schema/fields.ts';
import { fileFor } from '../../scenario/series/references.ts';
import type { ChangedInput } from './document.ts';

type Scalar = NonNullable<ChangedInput['old']>;

/** What was asked, with the files that it names under the names the user gave. */
export interface Asked {
  readonly loaded: LoadedScenario;
  /** By the name that the document has for a file: `inputs/1/2005.csv` in a result directory. */
  readonly fileNamed: (file: string) => Pick<ScenarioInput, 'file' | 'sha256'> | undefined;
}

/** In the order of the first document, then what only the other has; equal files under other names are no change. */
export function changedInputs(before: Asked, after: Asked): ChangedInput[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  const changed = paths.flatMap((path): ChangedInput[] => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was?.same === is?.same) return [];
    return [{ path, ...(was && { old: was.shown }), ...(is && { new: is.shown }) }];
  });
  return wholeThings(changed, old, now);
}

interface Field {
  /** Equal where the same is asked. */
  readonly same: string;
  readonly shown: Scalar;
}

function fieldsOf({ loaded, fileNamed }: Asked): Map<string, Field> {
  const { document, provenance } = loaded;
  const fields = new Map<string, Field>();
  const visit = (part: unknown, path: string): void => {
    if (isReference(part)) fields.set(path, referenceField(part, document.weatherYears, fileNamed));
    else if (Array.isArray(part) && part.every(isNamed)) {
      for (const item of part) visit(item, `${path}[${item.name}]`);
    } else if (typeof part === 'object' && part !== null && !Array.isArray(part)) {
      for (const [field, value] of Object.entries(part)) {
        if (value !== undefined && !(isNamed(part) && field === 'name' && path !== '')) {
          visit(value, path === '' ? field : `${path}.${field}`);
        }
      }
    } else fields.set(path, plainField(part));
  };
  visit(document, '');
  // What technology data fills in is asked too, as if it stood there.
  for (const { where, value } of provenance) {
    const path = where.replace(/^(renewables|storages|links)\[(\d+)\]/, (whole, list, at) => {
      const item = document[list as 'renewables' | 'storages' | 'links'][Number(at)];
      return item === undefined ? whole : `${list}[${item.name}]`;
    });
    for (const inner of [...fields.keys()]) if (inner.startsWith(`${path}.`)) fields.delete(inner);
    fields.set(path, plainField(value));
  }
  return fields;
}

function plainField(value: unknown): Field {
  const same = JSON.stringify(value);
  return { same, shown: typeof value === 'object' ? same : (value as Scalar) };
}

function referenceField(
  { file, ...stated }: Reference,
  weatherYears: readonly { readonly name: string }[],
  fileNamed: Asked['fileNamed'],
): Field {
  const files = weatherYears.map(({ name }) => fileNamed(fileFor({ file, column: '' }, name)));
  const hashes = [...new Set(files.map((one) => one?.sha256 ?? ''))];
  const names = [...new Set(files.map((one) => `${one?.file ?? file} (${(one?.sha256 ?? '').slice(0, 8)})`))];
  const { column, ...options } = stated;
  const more = Object.entries(options).map(([option, value]) => `, ${option} ${JSON.stringify(value)}`);
  return {
    same: JSON.stringify([stated, hashes]),
    shown: `${column} of ${names.slice(0, 3).join(', ')}${names.length > 3 ? `, … ${names.length} files` : ''}${more.join('')}`,
  };
}

/** A thing of a list that only one of them has is one change, not one for each of its fields. */
function wholeThings(changed: readonly ChangedInput[], ...both: readonly ReadonlyMap<string, Field>[]): ChangedInput[] {
  const thingOf = (path: string) => /^[A-Za-z.]+\[.*?\](?=\.[A-Za-z]|$)/.exec(path)?.[0];
  const has = (fields: ReadonlyMap<string, Field>, thing: string) =>
    [...fields.keys()].some((path) => thingOf(path) === thing);
  const told = new Set<string>();
  return changed.flatMap((change): ChangedInput[] => {
    const thing = thingOf(change.path);
    if (thing === undefined) return [change];
    const [inOld, inNew] = both.map((fields) => has(fields, thing));
    if (inOld && inNew) return [change];
    if (told.has(thing)) return [];
    told.add(thing);
    return [{ path: thing, ...(inOld ? { old: 'there' } : { new: 'there' }) }];
  });
}

function isReference(part: unknown): part is Reference {
  return typeof part === 'object' && part !== null && 'file' in part && 'column' in part;
}

function isNamed(part: unknown): part is { readonly name: string } {
  return typeof part === 'object' && part !== null && 'name' in part && typeof part.name === 'string';
}
