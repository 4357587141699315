/** What changed between results, in words and tables: differences first, and then what is the same. */

import type { Comparison, Difference } from '../../studies/comparison/document.ts';
import {
  amount,
  counted,
  type Figure,
  given,
  moneyScaleOf,
  number,
  type Said,
  say,
  scored,
  share,
  size,
} from '../content/words.ts';
import { costKindNames } from '../cost-kinds.ts';
import { recognised } from '../language/recognised.ts';
import { hoursOf } from '../verdict.ts';
import type { Sheet, SheetPart, SheetTable } from './sheet.ts';

const MOST_ITEMS = 12;
const LONGEST_VALUE = 60;

export function comparisonSheet(comparison: Comparison): Sheet {
  const { results, differences, synthetic } = comparison;
  const [first] = results;
  const changes = differences.reduce((sum, { inputs }) => sum + inputs.length, 0);
  const currency = first!.currency;
  return {
    title: `${first!.label} → ${differences.map(({ result }) => result).join(', ')}`,
    headline: differences.map((difference) => headlineOf(difference, currency)),
    tone: changes === 0 ? 'good' : 'mixed',
    synthetic,
    parts: differences.flatMap((difference) =>
      partsOf(difference, currency).map((part) =>
        differences.length > 1
          ? { ...part, title: say('{what} ({which})', { what: part.title, which: difference.result }) }
          : part,
      ),
    ),
  };
}

function headlineOf({ result, inputs, sizes, cost, hours }: Difference, currency: string): Said {
  const flips = hours.reduce((sum, { nowMatched, nowUnmatched }) => sum + nowMatched + nowUnmatched, 0);
  return [
    say('{result}: {inputs} and {sizes} differ.', {
      result,
      inputs: counted(inputs.length, '{count} input', '{count} inputs'),
      sizes: counted(sizes.length, '{count} size', '{count} sizes'),
    }),
    cost === undefined ? '' : changeOfCost(cost, currency),
    flips === 0 ? '' : counted(flips, '{count} hour flipped.', '{count} hours flipped.'),
  ];
}

function changeOfCost({ old, new: now }: NonNullable<Difference['cost']>, currency: string): Said {
  if (old === now) return say('The cost is the same.');
  const by = amount(currency, Math.abs(now - old));
  const gap = {
    by: old > 0 ? say('{what} ({which})', { what: by, which: signed(now - old, (value) => share(value / old)) }) : by,
  };
  return now > old ? say('The cost rises by {by}.', gap) : say('The cost falls by {by}.', gap);
}

const signed = (value: number, told: (value: number) => Figure): Said =>
  value > 0 ? say('+{value}', { value: told(value) }) : told(value);

function partsOf(difference: Difference, currency: string): SheetPart[] {
  const { inputs, sizes, cost, scores, hours, notCompared } = difference;
  return [
    {
      title: say('Changed inputs'),
      ...(inputs.length === 0 && { sentences: [say('None: the same question was asked.')] }),
      table: {
        subject: say('Input'),
        columns: [say('old'), say('new')],
        rows: inputs.map((change) => ({ name: change.path, unit: '', cells: [shown(change.old), shown(change.new)] })),
      },
    },
    { title: say('Changed sizes'), table: sizeTable(sizes) },
    ...(cost === undefined ? [] : [costPart(cost, currency)]),
    { title: say('Changed scores'), table: scoreTable(scores, currency) },
    { title: say('Hours that flipped'), sentences: hours.map(hourSentence) },
    { title: say('Not compared'), sentences: notCompared.map(recognised) },
  ];
}

function shown(value: Difference['inputs'][number]['old']): Said {
  if (value === undefined) return say('not there');
  if (typeof value === 'number') return given(value);
  const text = String(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function sizeTable(sizes: Difference['sizes']): SheetTable {
  return {
    subject: say('Size'),
    columns: [say('old'), say('new'), say('change')],
    rows: sizes.map(({ phase, name, quantity, old, new: now }) => ({
      name: say('{phase}: {asset}', { phase, asset: name === 'grid' ? say('subscribed power') : name }),
      unit: quantity.endsWith('MWh') ? 'MWh' : 'MW',
      cells: [size(old), size(now), signed(now - old, size)],
    })),
  };
}

function costPart(cost: NonNullable<Difference['cost']>, currency: string): SheetPart {
  const { old, oldAtNewPrices, new: now, priceEffect, volumeEffect, items } = cost;
  const { unit, of } = moneyScaleOf(currency, [old, now]);
  const row = (name: Said, values: readonly [number, number, number]) => ({
    name,
    unit: '',
    cells: [...values.map(of), signed(values[2] - values[0], of)],
  });
  const told = items.slice(0, MOST_ITEMS);
  return {
    title: say('Cost, discounted, in {unit}', { unit }),
    sentences: [
      say('Price effect {by}: the old plan, sizes and hours as they were, at the new prices.', {
        by: signed(priceEffect, of),
      }),
      say('Volume effect {by}: other sizes and other hours at the new prices.', { by: signed(volumeEffect, of) }),
    ],
    table: {
      subject: say('Item'),
      columns: [say('old'), say('old at new prices'), say('new'), say('change')],
      rows: [
        row(say('Total'), [old, oldAtNewPrices, now]),
        ...told.map(({ phase, name, kind, ...values }) =>
          row({ names: [say('{phase}: {asset}', { phase, asset: name }), kindName(kind)] }, [
            values.old,
            values.oldAtNewPrices,
            values.new,
          ]),
        ),
      ],
    },
  };
}

function kindName(kind: string): Said {
  return Object.hasOwn(costKindNames, kind) ? say(costKindNames[kind as keyof typeof costKindNames]) : kind;
}

type Score = readonly [name: Said, unit: (currency: string) => Said, told: (value: number) => Figure];
const whole = (value: number): Figure => number(value);
const energy = (name: Said, unit: Said = 'MWh'): Score => [name, () => unit, whole];

/** What says the same twice, import beside unmatched energy, is in the document alone. */
const scores: Readonly<Record<string, Score>> = {
  annualCost: [say('Annual cost'), (currency) => say('{amount}/year', { amount: currency }), whole],
  levelisedCostPerMWh: [say('Levelised cost'), (currency) => `${currency}/MWh`, (value) => number(value, 2)],
  annualEmissionsTonnes: energy(say('Emissions of import'), say('t CO₂e/year')),
  cfeScore: [say('CFE score'), () => '', scored],
  annualMatchShare: [say('Annual match'), () => '', scored],
  unmatchedMWh: energy(say('Unmatched')),
  curtailedMWh: energy(say('Curtailed')),
  exportMWh: energy(say('Export')),
  storageLossesMWh: energy(say('Losses of storages')),
  shiftedMWh: energy(say('Moved'), say('MWh IT')),
  shedMWh: energy(say('Given up'), say('MWh IT')),
};

function scoreTable(changed: Difference['scores'], currency: string): SheetTable {
  return {
    subject: say('Score'),
    columns: [say('old'), say('new')],
    rows: changed.flatMap(({ phase, weatherYear, quantity, old, new: now }) => {
      if (!Object.hasOwn(scores, quantity)) return [];
      const [name, unit, told] = scores[quantity]!;
      const where = weatherYear === undefined ? phase : `${phase}, ${weatherYear}`;
      const row = { name: say('{phase}: {asset}', { phase: where, asset: name }), unit: unit(currency) };
      return [{ ...row, cells: [told(old), told(now)] }];
    }),
  };
}

function hourSentence(flips: Difference['hours'][number]): Said {
  const { phase, weatherYear, nowMatched, nowUnmatched, storageTurned, first } = flips;
  const most = first.toSorted((a, b) => changeOf(b) - changeOf(a))[0];
  return [
    say('{phase}, {year}: {changes}.', {
      phase,
      year: weatherYear,
      changes: {
        names: [
          ...(nowUnmatched > 0 ? [say('{hours} no longer matched', { hours: hoursOf(nowUnmatched) })] : []),
          ...(nowMatched > 0 ? [say('{hours} newly matched', { hours: hoursOf(nowMatched) })] : []),
          ...(storageTurned > 0 ? [say('storage turned round in {hours}', { hours: hoursOf(storageTurned) })] : []),
        ],
      },
    }),
    most === undefined
      ? ''
      : say('Most at {stamp}: import {old} → {new} MW.', {
          stamp: most.stamp,
          old: number(most.oldImportMW, 1),
          new: number(most.newImportMW, 1),
        }),
  ];
}

function changeOf({ oldImportMW, newImportMW }: Difference['hours'][number]['first'][number]): number {
  return Math.abs(newImportMW - oldImportMW);
}
