/** `explain`: the equations of the model, straight from its source. */

import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { UsageError } from '../exit-code.ts';
import { type Equation, readEquations } from '../explain/docstrings.ts';
import type { Terminal } from '../terminal.ts';
import { wrap } from '../wrap.ts';

export function addExplain(program: Command, { terminal }: Context): void {
  program
    .command('explain')
    .argument('[constraint]', 'name of a constraint or a cost; all of them when left out')
    .description('the equations of the model, straight from its source')
    .option('--json', 'the equations as JSON')
    .action(async (name: string | undefined, { json }: { json?: true }) => {
      const equations = readEquations();
      const chosen = name === undefined ? equations : [await equationNamed(equations, name)];
      if (json) terminal.print(JSON.stringify(name === undefined ? chosen : chosen[0], null, 2));
      else if (name === undefined) terminal.print(tableOf(equations, terminal));
      else terminal.print(chosen.map((equation) => explanationOf(equation, terminal)).join('\n\n'));
    });
}

async function equationNamed(equations: readonly Equation[], name: string): Promise<Equation> {
  const found = equations.find((equation) => equation.name === name);
  if (found !== undefined) return found;
  const { nearest } = await import('../../index.ts');
  const names = equations.map((equation) => equation.name);
  const meant = nearest(name, names);
  throw new UsageError(
    `the model has no constraint ${JSON.stringify(name)}. ` +
      (meant === undefined ? 'hourmatch explain lists them all.' : `Did you mean ${meant}?`),
  );
}

function explanationOf({ name, subject, words, equation, dual }: Equation, terminal: Terminal): string {
  const width = terminal.printWidth;
  return [
    `${terminal.styled(name, 'bold')} (src/model/${subject}.ts)`,
    wrap(words, width, '  '),
    '',
    wrap(equation, width, '    '),
    ...(dual === undefined ? [] : ['', wrap(`Its dual: ${dual}`, width, '  ')]),
  ].join('\n');
}

function tableOf(equations: readonly Equation[], terminal: Terminal): string {
  const blocks = Map.groupBy(equations, ({ subject }) => subject);
  return [...blocks]
    .map(([subject, members]) => {
      const lines = members.map(
        ({ name, equation }) => `  ${terminal.styled(name, 'cyan')}\n${wrap(equation, terminal.printWidth, '    ')}`,
      );
      return [terminal.styled(subject, 'bold'), ...lines].join('\n');
    })
    .join('\n\n');
}
