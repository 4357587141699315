import { figure } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { table } from '../table.ts';

/** Where no plan exists: how much stays unmatched whatever is built, where and when. */
export function shortages({ document }: ReportData): Html | undefined {
  if (document.shortages.length === 0) return undefined;
  const worst = document.shortages.flatMap(({ phase, weatherYear, worstHours }) =>
    worstHours.map((hour) => ({ phase, weatherYear, ...hour })),
  );
  return html`<section>
<h2>Why no plan exists</h2>
<p>The least energy that stays unmatched with everything built that the scenario permits, cost aside.</p>
${table({
  caption: 'Unmatched energy by phase and weather year',
  subject: 'Phase',
  columns: [
    { title: 'Weather year', isText: true },
    { title: 'Unmatched', unit: 'MWh' },
    { title: 'Permitted by the target', unit: 'MWh' },
    { title: 'Unmatched hours', unit: 'h' },
  ],
  rows: document.shortages.map(({ phase, weatherYear, unmatchedMWh, permittedMWh, unmatchedHours }) => ({
    name: phase,
    cells: [weatherYear, figure(unmatchedMWh, 1), figure(permittedMWh, 1), figure(unmatchedHours)],
  })),
})}${
  worst.length === 0
    ? undefined
    : table({
        caption: 'The worst hours',
        subject: 'Phase',
        columns: [
          { title: 'Weather year', isText: true },
          { title: 'Hour that begins at (UTC)', isText: true },
          { title: 'Unmatched', unit: 'MWh' },
        ],
        rows: worst.map(({ phase, weatherYear, stamp, unmatchedMWh }) => ({
          name: phase,
          cells: [weatherYear, stamp, figure(unmatchedMWh, 1)],
        })),
        note: 'At most 20 hours of each phase and weather year, largest first.',
      })
}</section>
`;
}
