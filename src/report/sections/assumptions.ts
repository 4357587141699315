import type { Provenance } from '../../scenario/technologies/fill.ts';
import { type AskedInput, askedInputs } from '../asked-inputs.ts';
import type { Row, Section } from '../content/content.ts';
import { given, number, type Said, say, year } from '../content/words.ts';
import { recognised } from '../language/recognised.ts';
import type { ReportData } from '../report-data.ts';
import { questionTables } from './questions.ts';
import { vintageTable } from './vintages.ts';

/** Every input that decides the answer, as asked or filled in, with where it came from. */
export function assumptions({ scenario, asked, provenance }: ReportData): Section {
  const { rows, sources } = inputRows(askedInputs(asked), provenance, scenario.currency);
  return {
    id: 'assumptions',
    title: say('Assumptions'),
    blocks: [
      ...questionTables(scenario),
      ...vintageTable(scenario),
      {
        kind: 'table',
        caption: say('Every input, with its source'),
        subject: say('Parameter'),
        columns: [
          { title: say('Value'), holds: 'text' },
          { title: say('Unit'), holds: 'text' },
          { title: say('Source'), holds: 'text' },
          { title: say('Note'), holds: 'text' },
        ],
        rows,
        note: say(
          'Under the names that the scenario has for them, which hourmatch schema explains: stated there, or what holds where they are left out. What is not listed was left out as well: it limits nothing, costs nothing, or is 0, as the schema says.',
        ),
      },
      ...(sources.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: say('Sources of the parameters'),
              subject: say('Source'),
              columns: [{ title: say('What it is'), holds: 'text' }],
              rows: sources.map((said, at) => ({ name: bracketed(at + 1), cells: [said] })),
            } as const,
          ]),
    ],
  };
}

/** Things in the order of the scenario; what cost sets fill in follows what was stated of the same thing. */
function inputRows(inputs: readonly AskedInput[], provenance: readonly Provenance[], currency: string) {
  const sources = new Map<string, { readonly number: number; readonly said: Said }>();
  const numbered = (from: Filled['from']): Said => {
    const key = JSON.stringify([from.source, from.year, from.costSet, from.technology]);
    const known = sources.get(key) ?? { number: sources.size + 1, said: sourceOf(from) };
    sources.set(key, known);
    return bracketed(known.number);
  };
  const rows: Row[] = [];
  for (const [thing, own] of Map.groupBy(inputs, ({ where, of }) => (of === undefined ? '' : thingOf(where)))) {
    const of = own[0]?.of;
    rows.push({ name: of?.name ?? say('Scenario'), cells: [], role: 'group' });
    for (const { field, value, unit, isDefault } of own) {
      const source = isDefault ? say('default') : say('stated');
      const shown = unit === 'year' && typeof value === 'number' ? year(value) : shownInput(value);
      rows.push({ name: field, cells: [shown, unitWords(unit, currency), source, ''] });
    }
    for (const { where, value, from } of provenance.filter(isFilled)) {
      if (thing === '' || !where.startsWith(`${thing}.`)) continue;
      const unit = unitWords(from.unit, currency);
      rows.push({
        name: where.slice(thing.length + 1),
        cells: [shownFilled(value), unit, numbered(from), recognised(from.note ?? '')],
      });
    }
  }
  return { rows, sources: Array.from(sources.values(), ({ said }) => said) };
}

type Filled = Provenance & { readonly from: { readonly kind: 'technology' } };
const isFilled = (one: Provenance): one is Filled => one.from.kind === 'technology';

/** `storages[0]` of `storages[0].capexPerMWh`. */
const thingOf = (where: string): string => /^.*?\[\d+\]/.exec(where)?.[0] ?? where;

const bracketed = (at: number): Said => say('[{number}]', { number: number(at) });

function shownInput(value: AskedInput['value']): Said {
  if (Array.isArray(value)) return { names: value.map(shownRow), between: '; ' };
  return typeof value === 'number' ? given(value) : String(value);
}

/** Of a table by year the year comes first, of a curve the share of power. */
function shownRow(row: AskedInput['value']): Said {
  if (!Array.isArray(row)) return shownInput(row);
  const [first, ...others] = row as readonly (string | number)[];
  const isYear = typeof first === 'number' && Number.isInteger(first) && first >= 1900 && first <= 2200;
  return say('{year}: {value}', {
    year: isYear ? year(first) : shownInput(first!),
    value: { names: others.map(shownInput) },
  });
}

function shownFilled(value: Provenance['value']): Said {
  if (typeof value === 'number') return given(value);
  if ('min' in value) return say('{least} to {most}', { least: given(value.min), most: given(value.max) });
  return shownInput(value.map((point) => [point.year, point.value]));
}

const unitsInWords: Readonly<Record<string, Said>> = {
  '1': say('fraction'),
  share: say('fraction'),
  year: '',
  years: say('years'),
  hours: 'h',
  '1/year': say('per year'),
  '1/hour': say('share per hour'),
};

/** As the schema or a cost set has it: `currency/MW/year`, `EUR/MWh`. */
function unitWords(unit: string, currency: string): Said {
  const known = unitsInWords[unit];
  if (known !== undefined) return known;
  const [, amount, per] = /^(.+)\/(year|hour|month)$/.exec(unit.replace('currency', currency)) ?? [];
  if (amount === undefined) return recognised(unit.replace('currency', currency));
  switch (per) {
    case 'year':
      return say('{amount}/year', { amount });
    case 'month':
      return say('{amount}/month', { amount });
    default:
      return say('{amount}/hour', { amount });
  }
}

function sourceOf({ source, year: stated, costSet, technology }: Filled['from']): Said {
  return say('{source} ({year}); cost set {set}, technology {technology}', {
    source: recognised(source),
    year: year(stated),
    set: costSet,
    technology,
  });
}
