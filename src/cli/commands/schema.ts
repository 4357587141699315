/** `schema`: the JSON Schema of a scenario, for editors. */

import type { Command } from 'commander';
import type { Context } from '../context.ts';

export function addSchema(program: Command, { terminal }: Context): void {
  program
    .command('schema')
    .description('the JSON Schema of a scenario, for editors')
    .option('--json', 'accepted, since the schema is JSON anyway')
    .action(async () => {
      const { scenarioJsonSchema } = await import('../../index.ts');
      terminal.print(JSON.stringify(scenarioJsonSchema(), null, 2));
    });
}
