/** The scenario as YAML: what the form changes is seen here, and what is written here in the form. */

import { useState } from 'preact/hooks';
import { parse, stringify } from 'yaml';
import { save } from '../../client/download.ts';
import { words } from '../../words/words.ts';

interface YamlProps {
  readonly document: unknown;
  readonly change: (document: unknown) => void;
}

export function YamlText({ document, change }: YamlProps) {
  const { editor: w } = words();
  const [fault, setFault] = useState<string>();
  const text = stringify(document, { lineWidth: 0 });
  const read = (written: string) => {
    try {
      const next: unknown = parse(written);
      if (typeof next !== 'object' || next === null || Array.isArray(next)) throw new TypeError(w.noScenario);
      setFault(undefined);
      if (written !== text) change(next);
    } catch (error) {
      setFault((error as Error).message);
    }
  };
  return (
    <section>
      <label>
        YAML
        <textarea
          class="yaml"
          rows={30}
          spellcheck={false}
          value={text}
          aria-invalid={fault !== undefined}
          onChange={(event) => read(event.currentTarget.value)}
        />
      </label>
      {fault !== undefined && (
        <pre class="problem" role="alert">
          {fault}
        </pre>
      )}
      <p class="quiet">{w.yamlHint}</p>
      <button type="button" onClick={() => save(new Blob([text], { type: 'application/yaml' }), 'scenario.yaml')}>
        {w.download}
      </button>
    </section>
  );
}
