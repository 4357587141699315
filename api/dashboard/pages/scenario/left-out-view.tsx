/** What stands for that which a part of the scenario leaves out, where it is from, and a way to set it here. */

import { significant } from '../../words/figures.ts';
import { pair, words } from '../../words/words.ts';
import type { LeftOut } from './left-out.ts';

interface LeftOutProps {
  readonly fields: readonly LeftOut[];
  readonly set: (field: LeftOut) => void;
}

export function LeftOutView({ fields, set }: LeftOutProps) {
  const { editor: w } = words();
  if (fields.length === 0) return null;
  return (
    <details class="left-out">
      <summary>{w.leftOut(fields.length)}</summary>
      <ul class="plain">
        {fields.map((field) => {
          const { source } = field;
          return (
            <li class="field" key={field.path}>
              <div class="row">
                <code lang="en" title={field.description}>
                  {field.label}
                </code>
                <b>{told(field)}</b>
                <button type="button" aria-label={pair(w.set, field.path)} onClick={() => set(field)}>
                  {w.set}
                </button>
              </div>
              {source === undefined ? (
                <p class="quiet">{w.ofSchema}</p>
              ) : (
                <p class="quiet" lang="en">{`${source.from}, ${source.year}${source.note && `. ${source.note}`}`}</p>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function told({ value, unit }: LeftOut): string {
  const write = (one: unknown) => (typeof one === 'number' ? significant(one, 6) : String(one));
  const text = Array.isArray(value)
    ? value.map((row) => pair(String(row.year), write(row.value))).join(' · ')
    : write(value);
  return unit === '' || unit === '1' ? text : `${text} ${unit}`;
}
