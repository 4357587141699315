/** What changed between results, in words and tables: differences first, and then what is the same. */

import type { Comparison, Difference } from '../../studies/comparison/document.ts';
import { costKindNames } from '../cost-kinds.ts';
import { capacity, counted, figure, money, moneyScale, percent, plainFigure, score } from '../figures.ts';
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
    headline: differences.map((difference) => headlineOf(difference, currency)).join(' '),
    tone: changes === 0 ? 'good' : 'mixed',
    synthetic,
    parts: differences.flatMap((difference) => {
      const many = differences.length > 1 ? ` of ${difference.result}` : '';
      return partsOf(difference, currency).map((part) => ({ ...part, title: `${part.title}${many}` }));
    }),
  };
}

function headlineOf({ result, inputs, sizes, cost, hours }: Difference, currency: string): string {
  const flips = hours.reduce((sum, { nowMatched, nowUnmatched }) => sum + nowMatched + nowUnmatched, 0);
  const counts = `${counted(inputs.length, 'input')} and ${counted(sizes.length, 'size')} differ`;
  const money = cost === undefined ? '' : `, the cost ${changeText(cost, currency)}`;
  return `${result}: ${counts}${money}${flips === 0 ? '' : `, ${counted(flips, 'hour')} flipped`}.`;
}

function changeText({ old, new: now }: NonNullable<Difference['cost']>, currency: string): string {
  if (old === now) return 'is the same';
  const share = old > 0 ? ` (${signed(now - old, (value) => percent(value / old))})` : '';
  return `${now > old ? 'rises' : 'falls'} by ${money(currency, Math.abs(now - old))}${share}`;
}

const signed = (value: number, text: (value: number) => string): string =>
  value > 0 ? `+${text(value)}` : text(value);

function partsOf(difference: Difference, currency: string): SheetPart[] {
  const { inputs, sizes, cost, scores, hours, notCompared } = difference;
  return [
    {
      title: 'Changed inputs',
      ...(inputs.length === 0 && { sentences: ['None: the same question was asked.'] }),
      table: {
        subject: 'Input',
        columns: ['old', 'new'],
        rows: inputs.map((change) => ({ name: change.path, unit: '', cells: [shown(change.old), shown(change.new)] })),
      },
    },
    { title: 'Changed sizes', table: sizeTable(sizes) },
    ...(cost === undefined ? [] : [costPart(cost, currency)]),
    { title: 'Changed scores', table: scoreTable(scores, currency) },
    { title: 'Hours that flipped', sentences: hours.map(hourSentence) },
    { title: 'Not compared', sentences: notCompared },
  ];
}

function shown(value: Difference['inputs'][number]['old']): string {
  if (value === undefined) return 'not there';
  if (typeof value === 'number') return plainFigure(value);
  const text = String(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function sizeTable(sizes: Difference['sizes']): SheetTable {
  return {
    subject: 'Size',
    columns: ['old', 'new', 'change'],
    rows: sizes.map(({ phase, name, quantity, old, new: now }) => ({
      name: `${phase}: ${name === 'grid' ? 'subscribed power' : name}`,
      unit: quantity.endsWith('MWh') ? 'MWh' : 'MW',
      cells: [capacity(old), capacity(now), signed(now - old, capacity)],
    })),
  };
}

function costPart(cost: NonNullable<Difference['cost']>, currency: string): SheetPart {
  const { old, oldAtNewPrices, new: now, priceEffect, volumeEffect, items } = cost;
  const { unit, text } = moneyScale(currency, [old, now]);
  const row = (name: string, values: readonly [number, number, number]) => ({
    name,
    unit: '',
    cells: [...values.map(text), signed(values[2] - values[0], text)],
  });
  const told = items.slice(0, MOST_ITEMS);
  return {
    title: `Cost, discounted, in ${unit}`,
    sentences: [
      `Price effect ${signed(priceEffect, text)}: the old plan, sizes and hours as they were, at the new prices.`,
      `Volume effect ${signed(volumeEffect, text)}: other sizes and other hours at the new prices.`,
    ],
    table: {
      subject: 'Item',
      columns: ['old', 'old at new prices', 'new', 'change'],
      rows: [
        row('Total', [old, oldAtNewPrices, now]),
        ...told.map((item) =>
          row(`${item.phase}: ${item.name}, ${kindName(item.kind)}`, [item.old, item.oldAtNewPrices, item.new]),
        ),
      ],
    },
  };
}

function kindName(kind: string): string {
  return (costKindNames as Readonly<Record<string, string>>)[kind]?.toLowerCase() ?? kind;
}

const scoreNames: Readonly<Record<string, readonly [name: string, unit: string]>> = {
  annualCost: ['annual cost', 'currency/year'],
  levelisedCostPerMWh: ['levelised cost', 'currency/MWh'],
  annualEmissionsTonnes: ['emissions of import', 't CO₂e/year'],
  cfeScore: ['CFE score', ''],
  annualMatchShare: ['annual match', ''],
  unmatchedMWh: ['unmatched', 'MWh'],
  curtailedMWh: ['curtailed', 'MWh'],
  exportMWh: ['export', 'MWh'],
  storageLossesMWh: ['storage losses', 'MWh'],
  shiftedMWh: ['shifted work', 'MWh IT'],
  shedMWh: ['work given up', 'MWh IT'],
};

/** What says the same twice, import beside unmatched energy, is in the document alone. */
function scoreTable(scores: Difference['scores'], currency: string): SheetTable {
  return {
    subject: 'Score',
    columns: ['old', 'new'],
    rows: scores.flatMap(({ phase, weatherYear, quantity, old, new: now }) => {
      const [name, unit] = scoreNames[quantity] ?? [];
      if (name === undefined || unit === undefined) return [];
      const text = unit !== '' ? (quantity === 'levelisedCostPerMWh' ? cents : figure) : score;
      const where = weatherYear === undefined ? phase : `${phase}, ${weatherYear}`;
      return [{ name: `${where}: ${name}`, unit: unit.replace('currency', currency), cells: [text(old), text(now)] }];
    }),
  };
}

const cents = (value: number): string => figure(value, 2);

function hourSentence(flips: Difference['hours'][number]): string {
  const { phase, weatherYear, nowMatched, nowUnmatched, storageTurned, first } = flips;
  const parts = [
    ...(nowUnmatched > 0 ? [`${counted(nowUnmatched, 'hour')} no longer matched`] : []),
    ...(nowMatched > 0 ? [`${counted(nowMatched, 'hour')} newly matched`] : []),
    ...(storageTurned > 0 ? [`storage turned round in ${counted(storageTurned, 'hour')}`] : []),
  ];
  const most = first.toSorted((a, b) => changeOf(b) - changeOf(a))[0];
  const where =
    most === undefined
      ? ''
      : ` Most at ${most.stamp}: import ${figure(most.oldImportMW, 1)} → ${figure(most.newImportMW, 1)} MW.`;
  return `${phase}, ${weatherYear}: ${parts.join(', ')}.${where}`;
}

function changeOf({ oldImportMW, newImportMW }: Difference['hours'][number]['first'][number]): number {
  return Math.abs(newImportMW - oldImportMW);
}
