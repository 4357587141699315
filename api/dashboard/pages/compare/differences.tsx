/** What is another in one of two plans: what was asked, what is built, and why the cost is another. */

import type { ComponentChildren } from 'preact';
import type { Comparison } from '../../client/types.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { change, significant } from '../../words/figures.ts';
import { pair, words } from '../../words/words.ts';
import { cutAtWord } from './cut-at-word.ts';

type Difference = Comparison['differences'][number];

interface DifferencesProps {
  readonly difference: Difference;
  readonly currency: string;
  /** Tells the tables of one plan from those of another. */
  readonly of: string;
}

export function Differences({ difference, currency, of }: DifferencesProps) {
  const { comparison: w } = words();
  const { inputs, sizes, cost } = difference;
  return (
    <>
      {cost !== undefined && (
        <dl class="figures">
          <Figure name={w.priceEffect} note={w.priceEffectNote}>
            {`${change(cost.priceEffect / 1e6, 2)} M ${currency}`}
          </Figure>
          <Figure name={w.volumeEffect} note={w.volumeEffectNote}>
            {`${change(cost.volumeEffect / 1e6, 2)} M ${currency}`}
          </Figure>
        </dl>
      )}
      {inputs.length > 0 && (
        <Table title={w.inputs} of={of} heads={[w.where, w.before, w.after]}>
          {inputs.map((input) => (
            <tr key={input.path}>
              <th scope="row">
                <code>{input.path}</code>
              </th>
              <td class="long">{shown(input.old)}</td>
              <td class="long">{shown(input.new)}</td>
            </tr>
          ))}
        </Table>
      )}
      {sizes.length > 0 && (
        <Table title={w.sizes} of={of} heads={[w.where, w.before, w.after, w.change]}>
          {sizes.map(({ phase, name, quantity, old, new: now }) => {
            const unit = quantity.endsWith('MWh') ? 'MWh' : 'MW';
            return (
              <tr key={`${phase} ${name} ${quantity}`}>
                <th scope="row">{pair(phase, name === 'grid' && quantity === 'subscribedPowerMW' ? w.grid : name)}</th>
                <td>{`${significant(old, 4)} ${unit}`}</td>
                <td>{`${significant(now, 4)} ${unit}`}</td>
                <td>{`${change(now - old)} ${unit}`}</td>
              </tr>
            );
          })}
        </Table>
      )}
    </>
  );
}

/** Of an input, in a cell or a heading. */
export const shown = (value: number | string | boolean | undefined, longest = LONGEST) =>
  value === undefined
    ? '–'
    : typeof value === 'number'
      ? Number.isInteger(value)
        ? String(value)
        : significant(value, 6)
      : value === 'there'
        ? words().comparison.there
        : cutAtWord(String(value), longest);

const LONGEST = 120;

function Figure({ name, note, children }: { name: string; note: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children} <small>{note}</small>
      </dd>
    </div>
  );
}

interface TableProps {
  readonly title: string;
  readonly of: string;
  readonly heads: readonly string[];
  readonly children: ComponentChildren;
}

function Table({ title, of, heads, children }: TableProps) {
  return (
    <>
      <h3>{title}</h3>
      <Scroll label={pair(title, of)}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </Scroll>
    </>
  );
}
