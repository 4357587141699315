import type { Scenario } from '../../scenario/scenario.ts';
import type { Provenance } from '../../scenario/technologies/fill.ts';
import type { Row, Section } from '../content/content.ts';
import { given, number, type Said, say, year } from '../content/words.ts';
import { recognised } from '../language/recognised.ts';
import type { ReportData } from '../report-data.ts';
import { questionTables } from './questions.ts';
import { vintageTable } from './vintages.ts';

/** Every input that decides the answer, and every parameter of every asset with where it came from. */
export function assumptions({ scenario, provenance }: ReportData): Section {
  const rows: Row[] = [];
  const sources = new Map<string, { readonly number: number; readonly said: Said }>();
  const numbered = ({ from }: Provenance): Said => {
    if (from.kind === 'scenario') return say('given in the scenario');
    const key = JSON.stringify([from.source, from.year, from.costSet, from.technology]);
    const known = sources.get(key) ?? { number: sources.size + 1, said: sourceOf(from) };
    sources.set(key, known);
    return bracketed(known.number);
  };
  let subject: string | undefined;
  for (const one of provenance) {
    const { asset, field } = placeOf(one.where, scenario);
    if (asset !== subject) rows.push({ name: asset ?? say('Scenario'), cells: [], role: 'group' });
    subject = asset;
    rows.push({
      name: field,
      cells: [shownValue(one.value), unitOf(one, field, scenario), numbered(one), noteOf(one)],
    });
  }
  return {
    id: 'assumptions',
    title: say('Assumptions'),
    blocks: [
      ...questionTables(scenario),
      ...vintageTable(scenario),
      {
        kind: 'table',
        caption: say('Parameters of the assets, with their source'),
        subject: say('Parameter'),
        columns: [
          { title: say('Value'), holds: 'text' },
          { title: say('Unit'), holds: 'text' },
          { title: say('Source'), holds: 'text' },
          { title: say('Note'), holds: 'text' },
        ],
        rows,
      },
      ...(sources.size === 0
        ? []
        : [
            {
              kind: 'table',
              caption: say('Sources of the parameters'),
              subject: say('Source'),
              columns: [{ title: say('What it is'), holds: 'text' }],
              rows: Array.from(sources.values(), ({ number: at, said }) => ({ name: bracketed(at), cells: [said] })),
            } as const,
          ]),
    ],
  };
}

const bracketed = (at: number): Said => say('[{number}]', { number: number(at) });

/** `storages[0].capexPerMWh` → the storage's name and the field. */
function placeOf(where: string, scenario: Scenario): { asset: string | undefined; field: string } {
  const match = /^(renewables|storages|links)\[(\d+)\]\.(.+)$/.exec(where);
  const list = match === null ? undefined : scenario[match[1] as 'renewables' | 'storages' | 'links'];
  const asset = list?.[Number(match?.[2])];
  return asset === undefined ? { asset: undefined, field: where } : { asset: asset.name, field: match?.[3] ?? where };
}

function shownValue(value: Provenance['value']): Said {
  if (typeof value === 'number') return given(value);
  if ('min' in value) return say('{least} to {most}', { least: given(value.min), most: given(value.max) });
  return {
    names: value.map((point) => say('{year}: {value}', { year: year(point.year), value: given(point.value) })),
    between: '; ',
  };
}

function unitOf({ from }: Provenance, field: string, { currency }: Scenario): Said {
  if (from.kind === 'technology') {
    const [, amount, per] = /^(.+)\/(year|hour)$/.exec(from.unit) ?? [];
    if (amount === undefined) return recognised(from.unit);
    return per === 'year' ? say('{amount}/year', { amount }) : say('{amount}/hour', { amount });
  }
  const per = /Per(MWhYear|MWYear|MWh|MW)$/.exec(field)?.[1];
  if (per?.endsWith('Year')) return say('{amount}/year', { amount: `${currency}/${per.replace('Year', '')}` });
  if (per !== undefined) return `${currency}/${per}`;
  if (/Years$/.test(field)) return say('years');
  if (/Hours$/.test(field)) return 'h';
  if (/PerHour$/.test(field)) return say('share per hour');
  if (/PerYear$/.test(field)) return say('per year');
  return /MWh?$/.exec(field)?.[0] ?? say('fraction');
}

function sourceOf({ source, year: stated, costSet, technology }: Provenance['from'] & { kind: 'technology' }): Said {
  return say('{source} ({year}); cost set {set}, technology {technology}', {
    source: recognised(source),
    year: year(stated),
    set: costSet,
    technology,
  });
}

const noteOf = ({ from }: Provenance): Said => (from.kind === 'scenario' ? '' : recognised(from.note ?? ''));
