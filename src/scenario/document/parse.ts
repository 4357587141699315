/** The pure part of loading: text → document, with every fault that shows without reading another file. */

import { ScenarioError } from '../../errors.ts';
import { crossFieldFaults } from '../checks/check.ts';
import { type Fault, issueOf, isWithin, type Path } from '../faults/fault.ts';
import { listedIssues } from '../faults/listed-issues.ts';
import { schemaFaults } from '../faults/schema-faults.ts';
import { type ScenarioDocument, scenarioSchema } from '../schema/schema.ts';
import { referenceFaults, type SeriesUse, seriesUses } from '../series/references.ts';
import { type Draft, draftOf } from './draft.ts';
import { type Source, sourceOfValue } from './value-source.ts';

/** What is known of a document before its files are read. */
export interface Reading {
  readonly source: Source;
  readonly draft: Draft;
  readonly uses: readonly SeriesUse[];
  readonly faults: readonly Fault[];
  /** Further faults, counted only. */
  readonly unworded: number;
  /** Places that the draft lacks because their values are at fault. */
  readonly unusable: readonly Path[];
}

export function readScenario(source: Source): Reading {
  if (!source.isReadable) return unread(source, source.faults, 0);
  const { faults: misfits, unworded, isTooLarge } = schemaFaults(source, scenarioSchema);
  if (isTooLarge) return unread({ ...source, isReadable: false }, [...source.faults, ...misfits], unworded);
  const draft = draftOf(source.value);
  const uses = seriesUses(draft);
  const unusable = [...source.unread, ...misfits.map(({ path }) => path)];
  const crossing = [...crossFieldFaults(draft), ...referenceFaults(draft, uses)];
  const faults = [...source.faults, ...misfits, ...crossing.filter((fault) => !isConsequence(fault, unusable))];
  return { source, draft, uses, faults, unworded, unusable };
}

/** Where nothing can be said about the fields, or there are too many to look into. */
function unread(source: Source, faults: readonly Fault[], unworded: number): Reading {
  return { source, draft: draftOf(undefined), uses: [], faults, unworded, unusable: [] };
}

/** A field at fault is absent from the draft: that it then seems to be missing, or to be wrong itself, is no second fault. */
export function isConsequence({ code, path }: Fault, unusable: readonly Path[]): boolean {
  const isMissing = code === 'scenario.missing-field';
  return unusable.some((told) => isWithin(path, told) || (isMissing && isWithin(told, path)));
}

/**
 * A document that is already a value, as checked, defaults filled in. Files it names are not looked at.
 *
 * @throws ScenarioError with every fault; there are no lines and columns.
 */
export function checkScenarioDocument(value: unknown, { file }: { readonly file: string }): ScenarioDocument {
  const source = sourceOfValue(value, file);
  const { faults, unworded } = readScenario(source);
  if (faults.length > 0) {
    const found = faults.map((fault) => issueOf(fault, source));
    const { issues, total } = listedIssues(found, unworded, source.file);
    throw new ScenarioError(source.file, issues, total);
  }
  return scenarioSchema.parse(source.value);
}
