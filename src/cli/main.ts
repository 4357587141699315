/** The entry: `node src/cli/main.ts <command>`. */

import { codeAtEnd, endWithLauncher, listenForInterruption } from './interruption.ts';
import { run } from './program.ts';
import { createTerminal } from './terminal.ts';

endWithLauncher();
const signal = listenForInterruption();
const code = await run(process.argv.slice(2), createTerminal(process.stdout, process.stderr), signal);
process.exitCode = codeAtEnd(code, signal);
