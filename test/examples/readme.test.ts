import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readmePath, withModelTable } from './model-table.ts';

const readme = readFileSync(readmePath, 'utf8');

describe('the README', () => {
  it('shows the equations as the source states them', () => {
    expect(withModelTable(readme)).toBe(readme);
  });

  it('names only files that are there', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target]) => target!);
    const local = targets.filter((target) => !/^https?:/.test(target));
    expect(local.length).toBeGreaterThan(5);
    expect(local.filter((target) => !existsSync(join(dirname(readmePath), target)))).toEqual([]);
  });

  it('names only files and folders that are there in code, too', () => {
    const named = [...readme.matchAll(/`((?:src|api|data|test)\/[\w./-]+)`/g)].map(([, path]) => path!);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !existsSync(join(dirname(readmePath), path)))).toEqual([]);
  });

  it('names only commands and scripts that exist', () => {
    const scripts = JSON.parse(readFileSync(join(dirname(readmePath), 'package.json'), 'utf8')).scripts;
    const named = [...readme.matchAll(/npm (?:run )?([a-z]+(?::[a-z]+)?)/g)].map(([, script]) => script!);
    const ours = new Set(named.filter((script) => !['ci', 'install', 'pack'].includes(script)));
    expect([...ours]).toEqual(expect.arrayContaining(['bench', 'demo', 'test', 'test:unit']));
    expect([...ours].filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
    const commands = [...readme.matchAll(/^npx hourmatch (\w+)/gm)].map(([, command]) => command!);
    expect(commands.length).toBeGreaterThanOrEqual(7);
    for (const command of commands) {
      expect(existsSync(join(dirname(readmePath), 'src/cli/commands', `${command}.ts`))).toBe(true);
    }
  });
});
