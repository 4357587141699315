/** `profiles`: what a file holds, a foreign file as a native one, generated weather years, which files go together. */

import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { addCheck } from './profiles/check.ts';
import { addImport } from './profiles/import.ts';
import { addInspect } from './profiles/inspect.ts';
import { addSynthesise } from './profiles/synthesise.ts';

export function addProfiles(program: Command, context: Context): void {
  const profiles = program
    .command('profiles')
    .description('what a file holds; a foreign file → native CSV; generated weather years; which files go together');
  for (const add of [addInspect, addImport, addSynthesise, addCheck]) add(profiles, context);
}
