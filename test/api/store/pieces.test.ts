/** Many rows are written piece by piece: while one statement runs, nobody else has the connection or the main thread. */

import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { expect, test } from 'vitest';
import { insertRuns } from '../../../api/store/runs.ts';
import { keepVersions } from '../../../api/store/scenario-versions.ts';
import type { Tables } from '../../../api/store/tables.ts';

const MOST_ROWS = 100;
const MOST_LETTERS = 2 ** 20;

/** Rows that write nowhere, and what each statement was given. */
function writtenRows() {
  const statements: (readonly unknown[])[] = [];
  const rows = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => {
      statements.push(query.parameters);
    },
  });
  return { rows, statements };
}

const starting = (parameters: readonly unknown[], word: string) =>
  parameters.filter((one) => typeof one === 'string' && one.startsWith(word)) as string[];
const numbered = (word: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${word} ${`${at}`.padStart(4, '0')}`);

test('a thousand runs are a hundred a statement, each written once', async () => {
  const { rows, statements } = writtenRows();
  const ids = numbered('run', 1000);
  const asked = { owner: 'me', scenario_hash: 'hash', scenario_name: 'name', study: 'plan', priority: 0 } as const;
  await insertRuns(
    rows,
    ids.map((id) => ({ ...asked, id, options: {}, run_key: `key of ${id}` })),
  );
  const written = statements.map((parameters) => starting(parameters, 'run '));
  expect(written.flat()).toEqual(ids);
  for (const piece of written) expect(piece.length).toBeLessThanOrEqual(MOST_ROWS);
});

test.for([
  ['a thousand small', 1000, 10, 10],
  ['twelve of 300 kB', 12, 300_000, 4],
  ['three above a megabyte', 3, 1_200_000, 3],
] as const)(
  'versions, %s, are a hundred or a million letters a statement, each written once',
  async ([, count, letters, pieces]) => {
    const { rows, statements } = writtenRows();
    const hashes = numbered('hash', count);
    await keepVersions(
      rows,
      hashes.map((hash) => ({ owner: 'me', hash, profiles: {}, text: 'text'.padEnd(letters, '.') })),
    );
    expect(statements.flatMap((parameters) => starting(parameters, 'hash '))).toEqual(hashes);
    expect(statements).toHaveLength(pieces);
    for (const parameters of statements) {
      const texts = starting(parameters, 'text');
      expect(texts.length).toBeLessThanOrEqual(MOST_ROWS);
      if (texts.length > 1) expect(texts.join('').length).toBeLessThanOrEqual(MOST_LETTERS);
    }
  },
);
