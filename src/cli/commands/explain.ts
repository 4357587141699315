/** `explain`: the equations of the model and the laws of the verification, straight from their sources. */

import type { Command } from 'commander';
import type { Equation } from '../../index.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { wrap } from '../wrap.ts';

/** Equations of one folder of the sources. */
interface Chapter {
  readonly title: string;
  readonly folder: string;
  readonly equations: readonly Equation[];
}

async function chapters(): Promise<Chapter[]> {
  const { readEquations, readLaws } = await import('../../report/equations.ts');
  return [
    { title: 'The model', folder: 'src/model', equations: readEquations() },
    { title: 'What verify recomputes, by the names of reports', folder: 'src/verify/laws', equations: readLaws() },
  ];
}

export function addExplain(program: Command, { terminal }: Context): void {
  program
    .command('explain')
    .argument('[law]', 'name of a law or a cost, of the model or of a report; all of them when left out')
    .description('the equations of the model and the laws of reports, straight from their sources')
    .option('--json', 'the equations as JSON')
    .action(async (name: string | undefined, { json }: { json?: true }) => {
      const all = await chapters();
      const chosen = name === undefined ? all : await chaptersOf(all, name);
      const equations = chosen.flatMap((chapter) => chapter.equations);
      if (json)
        terminal.print(JSON.stringify(name === undefined ? equations : equationNamed(equations, name), null, 2));
      else if (name === undefined) terminal.print(all.map((chapter) => tableOf(chapter, terminal)).join('\n\n'));
      else terminal.print(chosen.flatMap((chapter) => explanationsOf(chapter, terminal)).join('\n\n'));
    });
}

/** Of one name: the model's equation, what is verified, or both. */
async function chaptersOf(all: readonly Chapter[], name: string): Promise<Chapter[]> {
  const { plainName } = await import('../../report/equations.ts');
  const { nearest } = await import('../../scenario/faults/did-you-mean.ts');
  const found = all.map((chapter) => ({
    ...chapter,
    equations: chapter.equations.filter((equation) => plainName(equation.name) === plainName(name)),
  }));
  if (found.some(({ equations }) => equations.length > 0)) return found;
  const names = all.flatMap(({ equations }) => equations.map((equation) => equation.name));
  const meant = nearest(name, names);
  throw new UsageError(
    `neither the model nor a report has a law ${JSON.stringify(name)}. ` +
      (meant === undefined ? 'hourmatch explain lists them all.' : `Did you mean ${meant}?`),
  );
}

/** Both ways of writing name one law; the one that is written counts first. */
function equationNamed(equations: readonly Equation[], name: string): Equation | undefined {
  return equations.find((equation) => equation.name === name) ?? equations[0];
}

function explanationsOf({ folder, equations }: Chapter, terminal: Terminal): string[] {
  const width = terminal.printWidth;
  return equations.map(({ name, subject, words, equation, dual }) =>
    [
      `${terminal.styled(name, 'bold')} (${folder}/${subject}.ts)`,
      wrap(words, width, '  '),
      '',
      wrap(equation, width, '    '),
      ...(dual === undefined ? [] : ['', wrap(`Its dual: ${dual}`, width, '  ')]),
    ].join('\n'),
  );
}

function tableOf({ title, equations }: Chapter, terminal: Terminal): string {
  const blocks = Map.groupBy(equations, ({ subject }) => subject);
  const subjects = [...blocks].map(([subject, members]) => {
    const lines = members.map(
      ({ name, equation }) => `  ${terminal.styled(name, 'cyan')}\n${wrap(equation, terminal.printWidth, '    ')}`,
    );
    return [terminal.styled(subject, 'bold'), ...lines].join('\n');
  });
  return [terminal.styled(title, 'bold'), ...subjects].join('\n\n');
}
