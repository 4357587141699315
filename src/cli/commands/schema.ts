/** `schema`: the JSON Schema of a scenario, for editors, or of what a study writes. */

import { Argument, type Command } from 'commander';
import type { SchemaName } from '../../index.ts';
import type { Context } from '../context.ts';

const documents: readonly SchemaName[] = [
  'scenario',
  'comparison',
  'sweep',
  'values',
  'outsample',
  'repair',
  'alternatives',
  'operate',
];

export function addSchema(program: Command, { terminal }: Context): void {
  program
    .command('schema')
    .addArgument(new Argument('[document]', 'what it is of').choices(documents).default('scenario'))
    .description('the JSON Schema of a scenario, for editors, or of what a study writes')
    .option('--json', 'accepted, since the schema is JSON anyway')
    .action(async (document: SchemaName) => {
      const { documentJsonSchema } = await import('../../results/json-schemas.ts');
      terminal.print(JSON.stringify(documentJsonSchema(document), null, 2));
    });
}
