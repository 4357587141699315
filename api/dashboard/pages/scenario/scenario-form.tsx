/** Every value of a scenario with its unit and meaning, what was changed, what is wrong with it where it stands, and what stands for the rest. */

import { Fragment } from 'preact';
import type { Issue } from '../../../../src/index.ts';
import type { ProfileFills } from '../../../schemas/fills.ts';
import type { ScenarioDocument } from '../../client/types.ts';
import { pair, words } from '../../words/words.ts';
import { DrawnProfile, type Reference } from '../profiles/drawn-profile.tsx';
import {
  fieldAtFault,
  groupsOf,
  type Leaf,
  leavesOf,
  partAt,
  type Scalar,
  type SchemaNode,
  schemaAt,
  withLeaf,
} from './leaves.ts';
import { type CostSet, leftOutOf } from './left-out.ts';
import { LeftOutView } from './left-out-view.tsx';

interface FormProps {
  readonly schema: SchemaNode;
  readonly costSets: readonly CostSet[];
  readonly base: ScenarioDocument;
  readonly document: ScenarioDocument;
  readonly issues: readonly Issue[];
  readonly fills: readonly ProfileFills[];
  readonly change: (document: unknown) => void;
}

/** Opened at once: what planners change most. */
const open = new Set(['', 'matching', 'grid']);

export function ScenarioForm({ schema, costSets, base, document, issues, fills, change }: FormProps) {
  const before = new Map(leavesOf(base).map(({ path, value }) => [path, value]));
  const leavesNow = leavesOf(document);
  const leftOut = Map.groupBy(leftOutOf(schema, document, costSets), ({ group }) => group);
  const told = Map.groupBy(issues, ({ pointer }) => fieldAtFault(leavesNow, pointer)?.path);
  return (
    <form class="fields" onSubmit={(event) => event.preventDefault()}>
      {groupsOf(document).map(({ name, leaves }) => {
        const isTouched = leaves.some(({ path, value }) => before.get(path) !== value || told.has(path));
        return (
          <details key={name} open={open.has(name) || isTouched}>
            <summary>{name || document.name}</summary>
            {leaves.map((leaf) => (
              <Fragment key={leaf.path}>
                <Field
                  leaf={leaf}
                  label={leaf.label}
                  node={schemaAt(schema, leaf.keys)}
                  before={before.get(leaf.path)}
                  issues={told.get(leaf.path) ?? []}
                  change={(value) => change(withLeaf(document, leaf.keys, value))}
                />
                {leaf.keys.at(-1) === 'column' && (
                  <DrawnProfile
                    reference={partAt(document, leaf.keys.slice(0, -1)) as Reference}
                    fills={fills}
                    weatherYear={document.weatherYears[0]?.name ?? ''}
                  />
                )}
              </Fragment>
            ))}
            <LeftOutView
              fields={leftOut.get(name) ?? []}
              set={({ keys, value }) => change(withLeaf(document, keys, value))}
            />
          </details>
        );
      })}
    </form>
  );
}

interface FieldProps {
  readonly leaf: Leaf;
  readonly label: string;
  readonly node: SchemaNode | undefined;
  readonly before: Scalar | undefined;
  readonly issues: readonly Issue[];
  readonly change: (value: Scalar) => void;
}

function Field({ leaf: { path, pointer, value }, label, node, before, issues, change }: FieldProps) {
  const { editor: w } = words();
  const { title, unit, description } = node ?? {};
  const isChanged = before !== value;
  return (
    <div class={isChanged ? 'field changed' : 'field'}>
      <label for={path}>
        {isTelling(title, label) && <span lang="en">{`${title} `}</span>}
        <code lang="en">{label}</code>
        {unit !== undefined && unit !== '1' && <small lang="en">{` ${unit}`}</small>}
        {isChanged && <small class="tag">{w.changed}</small>}
      </label>
      <div class="row">
        <Input path={path} value={value} node={node} isWrong={issues.length > 0} change={change} />
        {isChanged && before !== undefined && (
          <button type="button" aria-label={pair(w.reset(String(before)), path)} onClick={() => change(before)}>
            {w.reset(String(before))}
          </button>
        )}
      </div>
      <p class="quiet" id={`${path}-told`} lang="en">
        {issues.length === 0 ? description : issues.map((issue) => wordsOf(issue, pointer)).join(' ')}
      </p>
    </div>
  );
}

/** A title that says no more than the name would only stand there twice. */
const isTelling = (title: string | undefined, label: string) =>
  title !== undefined && title.toLowerCase() !== label.split('.').at(-1)!.toLowerCase();

/** Of a fault at another place than the field, with that place. */
const wordsOf = ({ where, pointer, problem, expected = '' }: Issue, field: string) =>
  `${pointer === field ? '' : `${where}: `}${problem}. ${expected}`;

interface InputProps extends Pick<FieldProps, 'node' | 'change'> {
  readonly path: string;
  readonly value: Scalar;
  readonly isWrong: boolean;
}

function Input({ path, value, node, isWrong, change }: InputProps) {
  const told = { id: path, 'aria-describedby': `${path}-told`, 'aria-invalid': isWrong };
  if (node?.enum !== undefined) {
    return (
      <select {...told} value={String(value)} onChange={(event) => change(event.currentTarget.value)}>
        {node.enum.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    );
  }
  if (typeof value === 'boolean') {
    return (
      <input {...told} type="checkbox" checked={value} onChange={(event) => change(event.currentTarget.checked)} />
    );
  }
  if (typeof value === 'number') {
    return (
      <input
        {...told}
        type="number"
        step="any"
        value={value}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== '') change(currentTarget.valueAsNumber);
        }}
      />
    );
  }
  return <input {...told} type="text" value={value} onChange={(event) => change(event.currentTarget.value)} />;
}
