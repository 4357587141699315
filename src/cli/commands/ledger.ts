/** `ledger`: which watt-hour of which plant served which hour, and the same found out again. */

import { type Command, Option } from 'commander';
import type { LedgerChoice, LedgerDocument, LedgerFormat, LedgerVerification } from '../../index.ts';
import type { Context } from '../context.ts';
import { exitCode } from '../exit-code.ts';
import { harmless } from '../harmless.ts';
import type { Terminal } from '../terminal.ts';
import { wrap } from '../wrap.ts';

const orders = { fifo: 'fifo', lifo: 'lifo', 'weighted-average': 'weightedAverage' } as const;
const formats = ['parquet', 'csv', 'json'] as const satisfies readonly LedgerFormat[];

interface Options {
  readonly order: keyof typeof orders;
  readonly format: LedgerFormat;
  readonly json?: true;
}

export function addLedger(program: Command, context: Context): void {
  const { terminal, signal } = context;
  const ledger = program
    .command('ledger')
    .argument('<result-dir>', 'as optimise writes it')
    .description('the hour ledger: which watt-hour of which plant served which hour')
    .addOption(new Option('--order <order>', 'what a storage gives first').choices(Object.keys(orders)).default('fifo'))
    .addOption(new Option('--format <format>', 'of the records').choices(formats).default('parquet'))
    .option('--json', 'rule, totals and files as JSON')
    .action(async (directory: string, { order, format, json }: Options) => {
      const { writeLedger } = await import('../../results/ledger/write-ledger.ts');
      const choice: LedgerChoice = { order: orders[order], format };
      const document = await writeLedger(directory, choice, signal);
      terminal.print(json ? JSON.stringify(document, null, 2) : ledgerText(document, directory, terminal));
    });
  ledger
    .command('verify')
    .argument('<result-dir>', 'with a ledger in it')
    .description('recompute the ledger from profiles and schedule alone and name each cell that differs')
    .option('--json', 'what was found as JSON')
    .action(async (directory: string, _: object, command: Command) => {
      const { verifyLedger } = await import('../../results/ledger/verify-ledger.ts');
      const found = await verifyLedger(directory);
      const { json } = command.optsWithGlobals<{ json?: true }>();
      terminal.print(json ? JSON.stringify(found, null, 2) : verificationText(found, directory, terminal));
      context.exit(found.verified ? exitCode.ok : exitCode.notVerified);
    });
}

const megawattHours = (wattHours: number) =>
  (wattHours / 1e6).toLocaleString('en-US', { minimumFractionDigits: 6, maximumFractionDigits: 6 });

function ledgerText({ places, order }: LedgerDocument, directory: string, terminal: Terminal): string {
  const blocks = places.map(({ phase, weatherYear, totals: { load }, scope2, tables }) => {
    const lines = [
      ['load', load.loadWh],
      ['served by plants in the same hour', load.servedDirectlyWh],
      ['served out of storages', load.servedFromStorageWh],
      ['imported', load.importedWh],
      ['out of store, of unknown origin', load.openingBalanceWh],
      ['not matched by rounding', load.roundingWh],
    ] as const;
    const shown = lines.filter(([, wattHours], at) => at < 3 || wattHours > 0);
    const width = Math.max(...shown.map(([, wattHours]) => megawattHours(wattHours).length));
    return [
      `${terminal.styled(`${phase}, ${weatherYear}`, 'bold')} [MWh]`,
      ...shown.map(([words, wattHours]) => `  ${megawattHours(wattHours).padStart(width)}  ${words}`),
      ...scope2Lines(scope2).map((line) => wrap(line, terminal.printWidth, '  ')),
      wrap(
        tables.map(({ kind, rows }) => `${rows.toLocaleString('en-US')} ${kind}`).join(', '),
        terminal.printWidth,
        '  ',
      ),
    ].join('\n');
  });
  const end = `Written to ${directory}/ledger: planned, not issued; storages ${order}. hourmatch ledger verify ${directory} recomputes it.`;
  const factors = factorsText(places[0]!.scope2.factors);
  return [...blocks, ...[factors, end].map((text) => wrap(text, terminal.printWidth))].join('\n\n');
}

const tonnes = (value: number) => `${value.toLocaleString('en-US', { maximumFractionDigits: 0 })} t`;

function scope2Lines(scope2: LedgerDocument['places'][number]['scope2']): string[] {
  const { locationBasedTonnes, marketBasedAnnualTonnes, marketBasedHourlyTonnes, gap, steps } = scope2;
  const told = steps.map(
    ({ share, by, reached }) => `${100 * share} % ${by === 'now' ? by : `by ${by}`} ${reached ? 'reached' : 'missed'}`,
  );
  return [
    `Scope 2: ${tonnes(locationBasedTonnes)} location-based; market-based ${tonnes(marketBasedAnnualTonnes)} by the year (in force), ${tonnes(marketBasedHourlyTonnes)} by the hour (proposed).`,
    gap,
    `Steps of hourly matching: ${told.join(', ')}.`,
  ];
}

function factorsText({ grid, unmatched }: LedgerDocument['places'][number]['scope2']['factors']): string {
  const words = ({ kgPerMWh, kind, year, source }: typeof grid) =>
    harmless(
      `${kgPerMWh.toLocaleString('en-US', { maximumFractionDigits: 1 })} kg/MWh (${[kind, year ?? 'no year', source].join(', ')})`,
    );
  const warning =
    grid.kind === 'direct' ? '' : ' Scope 2 counts what is emitted at the power stations: the kind direct.';
  return `Factors: grid ${words(grid)}; unmatched ${words(unmatched)}, the ${unmatched.basis}; plants 0.${warning}`;
}

const LISTED = 10;

function verificationText(found: LedgerVerification, directory: string, terminal: Terminal): string {
  const { verified, disagreements, files, order } = found;
  if (verified) {
    return `${terminal.styled('verified.', 'bold')} ${files} files of ${directory}/ledger are what profiles and schedule give, storages ${order}.`;
  }
  const more = disagreements.length - LISTED;
  return [
    `${terminal.styled('NOT VERIFIED:', 'red')} the ledger is not what profiles and schedule give.`,
    ...disagreements
      .slice(0, LISTED)
      .map(({ where, problem }) => wrap(harmless(`${where}: ${problem}`), terminal.printWidth, '  ')),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
}
