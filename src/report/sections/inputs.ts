import { type FileReading, filledHoursOf, type ScenarioInput } from '../../scenario/scenario-input.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { table } from '../table.ts';

/** The files behind the answer, each with its fingerprint, and what was done to those that came from elsewhere. */
export function inputFiles({ document, inputs }: ReportData): Html {
  const foreign = inputs.filter(({ format }) => format !== undefined && format !== 'native');
  const converted = foreign.flatMap((input) => (input.readings ?? []).map((reading) => ({ input, reading })));
  return html`<section>
<h2>Inputs</h2>
<p>Scenario <span class="hash">${document.scenario.contentHash}</span>: the same hash stands for the same question.</p>
${table({
  caption: 'Files as read',
  subject: 'File',
  columns: [
    { title: 'Kind', isText: true },
    { title: 'Format', isText: true },
    { title: 'Origin', isText: true },
    { title: 'Hours filled in' },
    { title: 'SHA-256', isText: true },
  ],
  rows: inputs.map((input) => ({
    name: input.file,
    cells: [
      input.kind === 'profile' ? 'hourly profiles' : 'technology data',
      input.format ?? (input.kind === 'profile' ? 'native' : 'YAML'),
      originOf(input),
      input.kind === 'profile' ? `${filledHoursOf(input)}` : '–',
      html`<span class="hash">${input.sha256}</span>`,
    ],
  })),
})}${converted.length === 0 ? undefined : html`<h3>How foreign files were understood</h3>\n${converted.map(({ input, reading }) => understanding(input, reading))}`}</section>
`;
}

function originOf({ kind, synthetic, readings = [] }: ScenarioInput): string | Html {
  if (synthetic) return html`<span class="tag">SYNTHETIC</span>`;
  if (kind !== 'profile') return 'published data';
  return readings.some(({ isTypicalYear }) => isTypicalYear) ? 'typical year, no chronology' : 'not marked synthetic';
}

function understanding({ file, format }: ScenarioInput, reading: FileReading): Html {
  const columns = reading.columns.map(({ name, transformations, filled }) => {
    const steps = transformations.map((step) => html`<li>${step}</li>\n`);
    const runs = filled.map(({ column, method, first, hours }) => {
      const count = `${hours} hour${hours === 1 ? '' : 's'}`;
      return html`<li>${column}: ${count} from ${first} filled in (${method})</li>\n`;
    });
    return html`<p>Column <b>${name}</b></p>
<ul>
${steps}${runs}</ul>
`;
  });
  const warnings = reading.warnings.map((warning) => html`<p class="note">${warning}</p>\n`);
  return html`<h4>${file}</h4>
<p>${format ?? ''}: ${reading.why}. Clock: ${reading.zone}; ${reading.label}; rows every ${reading.stepMinutes} min.</p>
${columns}${warnings}`;
}
