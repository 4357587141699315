/** The entry: `node src/cli/main.ts <command>`. */

import { exitCode } from './exit-code.ts';
import { listenForInterruption } from './interruption.ts';
import { run } from './program.ts';
import { createTerminal } from './terminal.ts';

const signal = listenForInterruption();
const code = await run(process.argv.slice(2), createTerminal(process.stdout, process.stderr), signal);
process.exitCode = signal.aborted ? exitCode.interrupted : code;
