/** All that there is of a run as files: reports in each language, hours, ledger, what was asked and answered. */

import { useState } from 'preact/hooks';
import { download } from '../client/download.ts';
import { ask } from '../client/request.ts';
import type { Page, RunDocument } from '../client/types.ts';
import { useLoaded } from '../state/loaded.ts';
import { languages } from '../state/location.ts';
import { languageNames, pair, words } from '../words/words.ts';
import { Problem } from './states.tsx';

const reports = ['html', 'pdf', 'xlsx', 'csv'] as const;
const tables = ['csv', 'parquet'] as const;

/** Of those that stand on a plan: a report tells of one of each. */
const reported: readonly RunDocument['study'][] = ['values', 'outsample'];

/** The newest of each that has ended. */
async function studiesOf({ id, asked, links }: RunDocument, signal: AbortSignal): Promise<readonly RunDocument[]> {
  if (asked !== undefined || links.report === undefined) return [];
  const { items } = await ask<Page<RunDocument>>(`/v1/runs?onRun=${id}&status=succeeded&limit=100`, { signal });
  return reported.flatMap((study) => items.find((run) => run.study === study) ?? []);
}

export function Downloads({ run }: { readonly run: RunDocument }) {
  const { links, asked } = run;
  const { files: w, run: names } = words();
  const [error, setError] = useState<Error>();
  const found = useLoaded(run.id, (signal) => studiesOf(run, signal));
  const studies = found.kind === 'ready' ? found.value : [];
  const { report, result, schedule, ledger, scenario } = links;
  const files = (path: string | undefined, name: string, formats: readonly string[], query = '') =>
    path === undefined
      ? []
      : formats.map((format) => [`${path}?${query}format=${format}`, `${name}.${format}`] as const);
  const rows = [
    ...languages.map((language) => ({
      title: pair(w.report, languageNames[language]),
      files: files(
        report,
        language === 'en' ? 'report' : `report.${language}`,
        asked === undefined ? reports : ['html'],
        `lang=${language}&${studies.map(({ id }) => `studies=${id}&`).join('')}`,
      ),
    })),
    { title: w.schedule, files: files(schedule, 'schedule', tables) },
    { title: w.ledger, files: files(ledger, 'ledger', tables) },
    { title: w.result, files: result === undefined ? [] : [[result, 'result.json'] as const] },
    { title: w.scenario, files: [[scenario, 'scenario.json'] as const] },
  ];
  return (
    <>
      {error !== undefined && <Problem error={error} />}
      {studies.length > 0 && (
        <p class="quiet">
          {w.withStudies} {studies.map(({ study }) => names.study[study]).join(' · ')}
        </p>
      )}
      <dl class="files">
        {rows
          .filter((row) => row.files.length > 0)
          .map((row) => (
            <div key={row.title}>
              <dt>{row.title}</dt>
              <dd class="row">
                {row.files.map(([path, name]) => (
                  <button
                    key={name}
                    type="button"
                    aria-label={pair(row.title, name)}
                    onClick={() => {
                      setError(undefined);
                      download(path, name).catch(setError);
                    }}
                  >
                    {name.split('.').at(-1)!.toUpperCase()}
                  </button>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </>
  );
}
