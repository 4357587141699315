/** Scenarios by their content: what was once run or stored under a hash never changes. */

import { type Selectable, sql } from 'kysely';
import type { ScenarioWords } from '../../src/index.ts';
import type { Rows } from './database.ts';
import type { Run } from './runs.ts';
import type { ScenarioVersionsTable } from './tables.ts';

export type ScenarioVersion = Pick<Selectable<ScenarioVersionsTable>, 'owner' | 'hash' | 'profiles'> & {
  /** The document as JSON. */
  readonly text: string;
};

/** Pieces that neither database nor network take for long: others wait meanwhile. */
const MOST_ROWS = 100;
const MOST_LETTERS = 2 ** 20;

export async function keepVersions(rows: Rows, versions: readonly ScenarioVersion[]): Promise<void> {
  // In one order everywhere: two that keep the same versions the other way round would wait for each other for ever.
  const byHash = [...new Map(versions.map((version) => [version.hash, version])).values()];
  byHash.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  for (let first = 0; first < byHash.length; ) {
    let letters = 0;
    const rest = byHash.slice(first, first + MOST_ROWS);
    const fitting = rest.findIndex(({ text }) => {
      letters += text.length;
      return letters > MOST_LETTERS;
    });
    const piece = rest.slice(0, fitting === -1 ? rest.length : Math.max(1, fitting));
    await rows
      .insertInto('scenario_versions')
      .values(
        piece.map(({ text, profiles, ...version }) => ({
          ...version,
          document: text,
          profiles: JSON.stringify(profiles),
        })),
      )
      // Not nothing: a version that is there must not be deleted before something refers to it.
      .onConflict((conflict) =>
        conflict.columns(['owner', 'hash']).doUpdateSet((excluded) => ({ hash: excluded.ref('excluded.hash') })),
      )
      .execute();
    first += piece.length;
  }
}

export async function findVersion(rows: Rows, owner: string, hash: string): Promise<ScenarioVersion | undefined> {
  return rows
    .selectFrom('scenario_versions')
    .select(['owner', 'hash', 'profiles', documentText.as('text')])
    .where('owner', '=', owner)
    .where('hash', '=', hash)
    .executeTakeFirst();
}

const documentText = sql<string>`scenario_versions.document::text`;

/** The document under a name and a description of its own. @param table with columns of these names */
export const wordedText = (table: string, name: string, description: string) => sql<string>`(
  scenario_versions.document - 'description' || jsonb_strip_nulls(jsonb_build_object(
    'name', ${sql.ref(`${table}.${name}`)}, 'description', ${sql.ref(`${table}.${description}`)})))::text`;

/** What a run asks, in its own words. */
export async function scenarioOfRun(rows: Rows, { id, scenario_hash: hash }: Run): Promise<ScenarioVersion> {
  const found = await rows
    .selectFrom('runs')
    .innerJoin('scenario_versions', (join) =>
      join
        .onRef('scenario_versions.owner', '=', 'runs.owner')
        .onRef('scenario_versions.hash', '=', 'runs.scenario_hash'),
    )
    .select(['scenario_versions.owner', 'hash', 'profiles'])
    .select(wordedText('runs', 'scenario_name', 'scenario_description').as('text'))
    .where('runs.id', '=', id)
    .executeTakeFirst();
  if (found === undefined) throw new Error(`The scenario ${hash} is gone before its run.`);
  return found;
}

/** The words of a run where its version, and so each result of it, has others: correcting them costs no solve. */
export async function correctedWords(rows: Rows, run: Run): Promise<ScenarioWords | undefined> {
  const { scenario_name: name, scenario_description: description } = run;
  const differing = await rows
    .selectFrom('scenario_versions')
    .select('hash')
    .where('owner', '=', run.owner)
    .where('hash', '=', run.scenario_hash)
    .where(
      sql<boolean>`(document->>'name', document->>'description') is distinct from (${name}::text, ${description}::text)`,
    )
    .executeTakeFirst();
  return differing && { name, description };
}
