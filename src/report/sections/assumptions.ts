import type { Scenario } from '../../scenario/scenario.ts';
import type { Provenance } from '../../scenario/technologies/fill.ts';
import { plainFigure } from '../figures.ts';
import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { type Row, table } from '../table.ts';

/** Every parameter of every asset with where it came from. */
export function assumptions({ scenario, provenance }: ReportData): Html | undefined {
  if (provenance.length === 0) return undefined;
  const rows: Row[] = [];
  let subject: string | undefined;
  for (const one of provenance) {
    const { asset, field } = placeOf(one.where, scenario);
    if (asset !== subject) rows.push({ name: asset, cells: [], isGroup: true });
    subject = asset;
    rows.push({
      name: html`<code>${field}</code>`,
      cells: [valueText(one.value), unitOf(one, field, scenario), ...sourceOf(one)],
    });
  }
  return html`<section>
<h2>Assumptions</h2>
${table({
  caption: 'Parameters of the assets, with their source',
  subject: 'Parameter',
  columns: [
    { title: 'Value', isText: true },
    { title: 'Unit', isText: true },
    { title: 'Source', isText: true },
    { title: 'Note', isText: true },
  ],
  rows,
})}</section>
`;
}

/** `storages[0].capexPerMWh` → the storage's name and the field. */
function placeOf(where: string, scenario: Scenario): { asset: string; field: string } {
  const match = /^(renewables|storages|links)\[(\d+)\]\.(.+)$/.exec(where);
  const list = match === null ? undefined : scenario[match[1] as 'renewables' | 'storages' | 'links'];
  const asset = list?.[Number(match?.[2])];
  return asset === undefined ? { asset: 'Scenario', field: where } : { asset: asset.name, field: match?.[3] ?? where };
}

function valueText(value: Provenance['value']): string {
  if (typeof value === 'number') return plainFigure(value);
  if ('min' in value) return `${plainFigure(value.min)} to ${plainFigure(value.max)}`;
  return value.map((point) => `${point.year}: ${plainFigure(point.value)}`).join('; ');
}

function unitOf({ from }: Provenance, field: string, { currency }: Scenario): string {
  if (from.kind === 'technology') return from.unit;
  const per = /Per(MWhYear|MWYear|MWh|MW)$/.exec(field)?.[1];
  if (per !== undefined) return `${currency}/${per.replace('Year', '/year')}`;
  if (/Years$/.test(field)) return 'years';
  if (/Hours$/.test(field)) return 'h';
  if (/PerHour$/.test(field)) return 'share per hour';
  if (/PerYear$/.test(field)) return 'per year';
  return /MWh?$/.exec(field)?.[0] ?? 'fraction';
}

function sourceOf({ from }: Provenance): [source: string, note: string] {
  if (from.kind === 'scenario') return ['given in the scenario', ''];
  return [`${from.source} (${from.year}); cost set ${from.costSet}, technology ${from.technology}`, from.note ?? ''];
}
