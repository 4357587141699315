/** The one seam between the two databases: everything else sees kysely and the settings of the queue. */

import type { Kysely, Transaction } from 'kysely';
import type { ConstructorOptions } from 'pg-boss';
import type { Tables } from './tables.ts';

export type Rows = Kysely<Tables> | Transaction<Tables>;

export interface Database {
  /** `embedded`: this process alone holds it, so work that nobody ended was ended by our own death. */
  readonly kind: 'embedded' | 'server';
  readonly rows: Kysely<Tables>;
  /** How the queue reaches the same database. */
  readonly queue: ConstructorOptions;
  close(): Promise<void>;
}
