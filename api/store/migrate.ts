/** Brings a database forward to this version's tables; the same on both dialects. */

import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { first } from './migrations/0001-first.ts';
import { access } from './migrations/0002-access.ts';
import { progress } from './migrations/0003-progress.ts';
import { batches } from './migrations/0004-batches.ts';
import { expiry } from './migrations/0005-expiry.ts';
import { served } from './migrations/0006-served.ts';
import { figures } from './migrations/0007-figures.ts';
import { words } from './migrations/0008-words.ts';
import { studies } from './migrations/0009-studies.ts';
import { sessions } from './migrations/0010-sessions.ts';
import { tokenSessions } from './migrations/0011-token-sessions.ts';
import { parts } from './migrations/0012-parts.ts';
import type { Tables } from './tables.ts';

/** In order; their names are in databases, so they stay. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-access': access,
  '0003-progress': progress,
  '0004-batches': batches,
  '0005-expiry': expiry,
  '0006-served': served,
  '0007-figures': figures,
  '0008-words': words,
  '0009-studies': studies,
  '0010-sessions': sessions,
  '0011-token-sessions': tokenSessions,
  '0012-parts': parts,
};

/** Safe to call from several processes at once: one migrates, the others wait. */
export async function migrateForward(
  database: Kysely<Tables>,
  tell: (doing: string) => void = () => undefined,
): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ({ ...migrations }) } });
  const missing = (await migrator.getMigrations()).filter(({ executedAt }) => executedAt === undefined);
  if (missing.length > 0) tell(`Bringing the tables forward: ${missing.map(({ name }) => name).join(', ')}.`);
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
