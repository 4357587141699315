/** The pure part of loading: text → document, with every fault that shows without reading another file. */

import { ScenarioError } from '../errors.ts';
import { crossFieldFaults } from './check.ts';
import { type Draft, draftOf } from './draft.ts';
import { type Fault, issueOf } from './fault.ts';
import { referenceFaults, type SeriesUse, seriesUses } from './references.ts';
import { type ScenarioDocument, scenarioSchema } from './schema.ts';
import { schemaFaults } from './schema-faults.ts';
import { readSource, type Source, sourceOfValue } from './source.ts';

/** What is known of a document before its files are read. */
export interface Reading {
  readonly source: Source;
  readonly draft: Draft;
  readonly uses: readonly SeriesUse[];
  readonly faults: readonly Fault[];
}

export function readScenario(source: Source): Reading {
  const draft = draftOf(source.value);
  if (!source.isReadable) return { source, draft, uses: [], faults: source.faults };
  const uses = seriesUses(draft);
  const faults = [
    ...source.faults,
    ...schemaFaults(source, scenarioSchema),
    ...crossFieldFaults(draft),
    ...referenceFaults(draft, uses),
  ];
  return { source, draft, uses, faults };
}

/**
 * A document as checked, defaults filled in. Files it names are not looked at.
 *
 * @throws ScenarioError with every fault, each with line and column.
 */
export function parseScenario(text: string, { file }: { readonly file: string }): ScenarioDocument {
  return documentOf(readSource(text, file));
}

/** The same for a document that is already a value: no lines and columns. */
export function checkScenarioDocument(value: unknown, { file }: { readonly file: string }): ScenarioDocument {
  return documentOf(sourceOfValue(value, file));
}

function documentOf(source: Source): ScenarioDocument {
  const { faults } = readScenario(source);
  if (faults.length > 0)
    throw new ScenarioError(
      source.file,
      faults.map((fault) => issueOf(fault, source)),
    );
  return scenarioSchema.parse(source.value);
}
