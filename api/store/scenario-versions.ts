/** Scenarios by their content: what was once run or stored under a hash never changes. */

import { type Selectable, sql } from 'kysely';
import type { Rows } from './database.ts';
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

export const documentText = sql<string>`scenario_versions.document::text`;
