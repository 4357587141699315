/** The nomenclature of the README against the model: every quantity, every law and every symbol of an equation is in it. */

import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { buildablesOf } from '../../src/model/buildable.ts';
import { formulate } from '../../src/model/formulation.ts';
import { formulateWindow } from '../../src/model/window.ts';
import { readEquations } from '../../src/report/equations.ts';
import type { Matching, Scenario } from '../../src/scenario/scenario.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { run } from '../fixtures/campaign.ts';
import { sourcesBelow } from '../fixtures/repository.ts';
import { battery, line, plant, site, work } from '../fixtures/site.ts';
import { syntaxOf } from '../fixtures/source.ts';
import { readmePath } from './model-table.ts';

interface Entry {
  readonly symbols: readonly string[];
  readonly names: readonly string[];
}

const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text!);

function nomenclatureOf(readme: string): Entry[] {
  const [, table = ''] = /<!-- nomenclature[^>]*-->([\s\S]*?)<!-- end of nomenclature -->/.exec(readme) ?? [];
  const rows = table.split('\n').filter((line) => line.startsWith('|') && !line.startsWith('| symbol'));
  return rows.map((row) => {
    const [, symbols = '', , names = ''] = row.split('|');
    return { symbols: quoted(symbols), names: quoted(names) };
  });
}

const entries = nomenclatureOf(readFileSync(readmePath, 'utf8'));
const symbols = entries.flatMap((entry) => entry.symbols);
const names = new Set(entries.flatMap((entry) => entry.names));

const curve = [
  { powerShare: 0.2, workRate: 0 },
  { powerShare: 1, workRate: 1 },
];

const tiring = { depthShare: 0.5, hours: 1, restHours: 2 };

/** Three hours in which everything has a column and every law a row. */
const full: Scenario = {
  ...site({
    hours: 3,
    tiers: [
      work('firm', [1], { share: 0.5, shed: { maximumShare: 0.1, lostComputePerMWh: 1 } }),
      work('late', [1, 2, 1], { share: 0.3, deadlineHours: 1, rampSharePerHour: 0.5 }),
      work('capped', [1], {
        share: 0.2,
        deadlineHours: 1,
        throughput: { points: curve, spareMachines: 'idle' },
        endurance: tiring,
      }),
    ],
    renewables: [
      plant('sun', [0, 1, 0], { fadePerYear: 0.01 }),
      plant('far', [1, 1, 1], { link: 'line', variableOpexPerMWh: 1 }),
      plant('bought', [1, 1, 1], {
        purchase: { kind: 'ppa', pays: 'used', pricePerMWh: 1, takeOrPayMWhPerYear: 1, mostMWhPerYear: 2 },
      }),
    ],
    storages: [battery({ minimumStateOfCharge: 0.1, cyclesPerYear: 300 })],
    links: [line('line')],
    grid: {
      subscribedPowerCostPerMWYear: 1,
      emissionsLimitTonnesPerYear: 1,
      carbonIntensityKgPerMWh: 1,
      exportShare: { maximum: 0.5, of: 'load' },
    },
  }),
  security: { reserveHours: 1 },
};

const withRun = { ...full, load: { ...full.load, campaigns: [run([{ from: 0, to: 2 }])] } };

const promised: readonly Matching[] = ['hourly' as const, 'annual' as const].map((kind) => ({
  ...{ kind, target: 0.5, over: 'everyYear' },
}));

function programmesOf(scenario: Scenario) {
  return promised.map((matching) => {
    const scope = wholeScope({ ...scenario, matching });
    return formulate(scenario, { ...scope, mostImportMWh: [1], exportAllowed: true }).program;
  });
}

const namesOf = (blocks: readonly { readonly name: string }[]) => blocks.map(({ name }) => name);
const none = { targetMWh: 0, costBelowPerMWh: 0, costAbovePerMWh: 0 };
const window = formulateWindow({
  ...{ scenario: full, p: 0, sizes: new Float64Array(buildablesOf(full).length), exportAllowed: true },
  start: { states: { stored: [0], backlog: [0, 0, 0], budget: [0, 0, 0] }, mostBacklogMWh: [] },
  ends: { stored: [none], backlog: [none, none, none], budget: [none, none, none] },
  unmatched: { pricePerMWh: 0, loadWorthPerMWh: 0, budget: { mostMWh: 0, beyondPerMWh: 0 } },
  precautionPerMWhHour: 0,
});
const programmes = [...programmesOf(withRun), window.program];
const columns = new Set(programmes.flatMap(({ columnBlocks }) => namesOf(columnBlocks)));
const rows = new Set(programmes.flatMap(({ rowBlocks }) => namesOf(rowBlocks)));
const equations = readEquations();
const laws = equations.filter(({ dual }) => dual !== undefined);

test('every law stands in the small model by its name', () => {
  expect([...rows].sort()).toEqual(laws.map(({ name }) => name).sort());
});

test('every quantity of the model is in the nomenclature', () => {
  expect(columns.size).toBeGreaterThanOrEqual(12);
  expect([...columns].filter((name) => !names.has(name))).toEqual([]);
});

/** `Storage.cyclesPerYear` of interfaces, `flowCost` of what is exported. */
function namesInSource(): string[] {
  const files = ['src/model', 'src/scenario'].flatMap((folder) => sourcesBelow(folder)).map((path) => syntaxOf(path));
  return files.flatMap(({ statements }) =>
    statements.flatMap((statement) => {
      if (ts.isFunctionDeclaration(statement)) return statement.name ? [statement.name.text] : [];
      if (!ts.isInterfaceDeclaration(statement)) return [];
      return statement.members.map((member) => `${statement.name.text}.${member.name?.getText()}`);
    }),
  );
}

test('every name of the nomenclature is in the code', () => {
  const known = new Set([...columns, ...namesInSource()]);
  expect([...names].filter((name) => !known.has(name))).toEqual([]);
});

/** Words of an equation that are no symbols. */
const words = ['while', 'alive', 'once replaced', 'pools on', 'max'];
const letter = '[\\p{L}\\p{N}_⁺⁻]';
/** No symbol has a sign that patterns read otherwise. */
const whole = (text: string) => new RegExp(`(?<!${letter})${text}(?!${letter})`, 'gu');
const withoutSums = (equation: string) => equation.replace(/Σ_?/g, ' ');

/** What letters are left of an equation without symbols, words and sums. */
function unexplained(equation: string): string[] {
  const known = [...symbols, ...words].toSorted((a, b) => b.length - a.length);
  const left = known.reduce((text, one) => text.replace(whole(one), ' '), withoutSums(equation));
  return left.match(new RegExp(`${letter}*\\p{L}${letter}*`, 'gu')) ?? [];
}

test('every symbol of every equation is in the nomenclature', () => {
  expect(equations.length).toBeGreaterThanOrEqual(24);
  expect(
    equations.flatMap(({ name, equation }) => unexplained(equation).map((symbol) => `${name}: ${symbol}`)),
  ).toEqual([]);
  expect(unexplained('k[h] − s_mid·E + Σ_j d[h] ≤ 0')).toEqual(['k', 's_mid', 'j']);
});

test('no symbol stands for two things', () => {
  expect(symbols.filter((symbol, at) => symbols.indexOf(symbol) !== at)).toEqual([]);
});

test('no symbol is explained that no equation has', () => {
  const used = withoutSums(equations.map(({ equation }) => equation).join(' '));
  const ofSets = ['p', 'y'];
  expect(symbols.filter((symbol) => used.search(whole(symbol)) < 0 && !ofSets.includes(symbol))).toEqual([]);
});
