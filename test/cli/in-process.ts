/** The command line without a process of its own: the same words, answers, notes and exit codes, at no start. */

import { Writable } from 'node:stream';
import { run } from '../../src/cli/program.ts';
import { createTerminal } from '../../src/cli/terminal.ts';
import { keepThreads } from '../../src/cli/thread/run-job.ts';
import type { Ended, Surroundings } from './hourmatch.ts';

type Where = Pick<Surroundings, 'cwd' | 'env'>;

// Loading costs a thread more than most commands do.
keepThreads();

/** For commands that come to an end by themselves; those that are sent signals or listen run by `hourmatch`. */
export async function told(words: readonly string[], { cwd, env }: Where = {}): Promise<Ended> {
  const [stdout, stderr] = [pipe(), pipe()];
  const before = process.cwd();
  const variables = { ...process.env };
  // Colours of the tests are no wish of who runs the command.
  delete process.env.FORCE_COLOR;
  delete process.env.NO_COLOR;
  Object.assign(process.env, env);
  if (cwd !== undefined) process.chdir(cwd);
  try {
    const terminal = createTerminal(stdout.stream, stderr.stream);
    const code = await run(words, terminal, new AbortController().signal);
    return { code, stdout: stdout.heard.join(''), stderr: stderr.heard.join('') };
  } finally {
    process.chdir(before);
    for (const name of Object.keys(env ?? {})) delete process.env[name];
    Object.assign(process.env, variables);
  }
}

function pipe(): { readonly stream: NodeJS.WriteStream; readonly heard: string[] } {
  const heard: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(text, _encoding, done) {
      heard.push(text);
      done();
    },
  });
  return { stream: stream as NodeJS.WriteStream, heard };
}
