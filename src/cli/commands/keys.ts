/** `keys`: who may use the API. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Context } from '../context.ts';
import { exitCode, UsageError } from '../exit-code.ts';
import { harmless } from '../harmless.ts';
import { futureOf, textOf } from '../options.ts';
import { addStoreOption, databaseUrl, opened } from '../service-options.ts';

interface StoreOptions {
  readonly dataDir: string;
  readonly json?: true;
}

interface CreateOptions extends StoreOptions {
  readonly name: string;
  readonly owner?: string;
  readonly scopes: 'read' | 'run' | 'admin';
  readonly expires?: Date;
}

export function addKeys(program: Command, context: Context): void {
  const keys = program.command('keys').description('who may use the API: create, list, revoke');
  const create = keys
    .command('create')
    .description('a new key; its text is shown once')
    .requiredOption('--name <name>', 'who uses it, and where', nameOf)
    .option('--owner <owner>', 'keys of one owner see the same; alone if left out', ownerOf)
    .addOption(
      new Option('--scopes <scopes>', 'admin may also run, run may also read')
        .choices(['read', 'run', 'admin'])
        .default('run'),
    )
    .option(
      '--expires <date>',
      'opens nothing from then on, such as 2027-01-01 (UTC); never ends if left out',
      futureOf,
    )
    .option('--json', 'the key as the API gives it');
  addStoreOption(create).action((options: CreateOptions) => createKey(options, context));
  const list = keys.command('list').description('all keys, oldest first').option('--json', 'as the API gives them');
  addStoreOption(list).action((options: StoreOptions) => listKeys(options, context));
  const revoke = keys
    .command('revoke')
    .argument('<id>', 'as list shows it', idOf)
    .description('ends a key within two seconds; what was made with it stays')
    .option('--json', 'the key as the API gives it');
  addStoreOption(revoke).action((id: string, options: StoreOptions) => revokeKey(id, options, context));
}

async function createKey(
  { name, owner, scopes, expires, ...options }: CreateOptions,
  { terminal }: Context,
): Promise<void> {
  await using manager = await openManager(options, true);
  const { secret, ...key } = await manager.make({ name, owner, scopes: [scopes], expiresAt: expires });
  if (options.json) return terminal.print(JSON.stringify({ ...key, secret }, null, 2));
  terminal.print(secret);
  const end = key.expiresAt === undefined ? '' : `, until ${key.expiresAt}`;
  terminal.note(`Key ${key.id} of owner ${key.owner}, with the scope ${scopes}${end}. It is not shown again.`);
}

async function listKeys(options: StoreOptions, { terminal }: Context): Promise<void> {
  await using manager = await openManager(options, false);
  const keys = await manager.list();
  if (options.json) return terminal.print(JSON.stringify({ items: keys }, null, 2));
  for (const key of keys) {
    terminal.print(
      `${key.id}  ${key.scopes.join(',').padEnd(5)}  ${harmless(key.name)}  (owner ${key.owner}, ${stateOf(key)})`,
    );
  }
  if (keys.length === 0) terminal.note('There are no keys: the API is open to this machine only.');
}

interface Ends {
  readonly revokedAt?: string | undefined;
  readonly expiresAt?: string | undefined;
  readonly lastUsedAt?: string | undefined;
}

function stateOf({ revokedAt, expiresAt, lastUsedAt = 'never' }: Ends): string {
  if (revokedAt !== undefined) return `revoked ${revokedAt}`;
  if (expiresAt === undefined) return `last used ${lastUsedAt}`;
  return Date.parse(expiresAt) > Date.now() ? `last used ${lastUsedAt}, until ${expiresAt}` : `expired ${expiresAt}`;
}

async function revokeKey(id: string, options: StoreOptions, { terminal, exit }: Context): Promise<void> {
  await using manager = await openManager(options, false);
  const key = await manager.revoke(id);
  if (key === undefined) {
    terminal.note(`There is no key ${id} that could be revoked; hourmatch keys list shows them.`);
    return exit(exitCode.input);
  }
  if (options.json) return terminal.print(JSON.stringify(key, null, 2));
  terminal.print(`Revoked ${key.id}, ${harmless(key.name)}.`);
}

async function openManager({ dataDir }: StoreOptions, mayMakeStore: boolean) {
  const { openKeyManager } = await import('../../../api/access/key-manager.ts');
  return opened(() => openKeyManager({ dataDirectory: dataDir, databaseUrl: databaseUrl() }, { mayMakeStore }));
}

function nameOf(text: string): string {
  if (text.length <= 100) return textOf(text);
  throw new InvalidArgumentError('Expected at most 100 characters.');
}

function ownerOf(text: string): string {
  if (/^[A-Za-z0-9][\w.-]{0,99}$/.test(text)) return text;
  throw new InvalidArgumentError('Expected letters, digits, _ . and -, up to 100 of them.');
}

function idOf(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  // A key itself is no id, and must not be repeated on the screen.
  if (text.startsWith('hourmatch_')) throw new UsageError('Revoke takes the id that keys list shows, not the key.');
  throw new InvalidArgumentError('Expected the id that keys list shows.');
}
