/** The inputs that count for a number, each with where it comes from. */

import type { Inputs, ScenarioDocument } from '../../client/types.ts';
import { Scroll } from '../../parts/scroll.tsx';
import type { Question } from '../../parts/why.tsx';
import { language } from '../../state/location.ts';
import { significant } from '../../words/figures.ts';
import { pair } from '../../words/words.ts';
import { leavesOf } from '../scenario/leaves.ts';
import { inputsFor } from './answers.ts';
import { definitions } from './definitions.ts';

interface InputsProps {
  readonly question: Question;
  readonly scenario: ScenarioDocument;
  readonly inputs: Inputs;
}

export function InputsTable({ question, scenario, inputs }: InputsProps) {
  const w = definitions[language.value];
  const beginnings = inputsFor(question, scenario);
  const counts = (path: string) => beginnings.some((start) => path.startsWith(start));
  const filled = inputs.parameters.filter(({ where, from }) => counts(where) && from.kind === 'technology');
  const rows = [
    ...leavesOf(scenario)
      .filter(({ path }) => counts(path) && !path.endsWith('.name'))
      .map(({ path, value }) => ({ path, value: shown(value), source: w.fromScenario })),
    ...filled.map(({ where, value, from }) => ({ path: where, value: shown(value), source: sourceOf(from) })),
  ];
  return (
    <Scroll label={w.inputs}>
      <table>
        <thead>
          <tr>
            {w.inputHeads.map((head) => (
              <th key={head} scope="col" class="text">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, value, source }) => (
            <tr key={path}>
              <th scope="row">
                <code>{path}</code>
              </th>
              <td class="text">{value}</td>
              <td class="text long">{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

type Origin = Inputs['parameters'][number]['from'];

function sourceOf(from: Origin): string {
  if (from.kind === 'scenario') return definitions[language.value].fromScenario;
  const { unit, source, year, note } = from;
  return [pair(`${unit}, ${year}`, source), ...(note === undefined ? [] : [note])].join('. ');
}

/** A value, a range, or values by year. */
function shown(value: unknown): string {
  if (typeof value === 'number') return significant(value, 6);
  if (Array.isArray(value))
    return value.map(({ year, value: own }) => pair(String(year), significant(own, 6))).join(', ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(shown).join(' … ');
  return String(value);
}
