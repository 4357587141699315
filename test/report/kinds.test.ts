/** Every kind of scenario in every format: one phase and ten, one weather year and twenty, long names, things that are not there. */

import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { ReportData } from '../../src/report/report-data.ts';
import { makeReport, reportFormats } from '../../src/report/report-on-demand.ts';
import type { Wish } from './example-campus.ts';
import { exampleReport } from './example-report.ts';
import { exampleLedger, exampleStudies } from './example-studies.ts';
import { plain } from './page.ts';
import { pdfFaultsOf } from './pdf-faults.ts';
import { readWorkbook } from './read-workbook.ts';

const long = (name: string) => `${name} ${'Überlandzentrale am Fluß '.repeat(8)}`.slice(0, 200);

/** Nothing is stored, and no line has a name. */
function bare(data: ReportData): ReportData {
  const { scenario, schedule, document } = data;
  const phases = schedule!.phases.map((phase) => ({
    ...phase,
    capacities: { ...phase.capacities, storages: [], links: [] },
    weatherYears: phase.weatherYears.map((year) => ({ ...year, storages: [] })),
  }));
  return {
    ...data,
    scenario: { ...scenario, storages: [], links: [], matching: { kind: 'none' } },
    schedule: { phases },
    document: {
      ...document,
      phases: document.phases.map((phase) => ({ ...phase, storages: {}, links: {} })),
      baselines: [],
    },
  };
}

const full = (data: ReportData): ReportData => ({
  ...data,
  studies: exampleStudies(data.scenario),
  ledger: exampleLedger(data.scenario),
});

const kinds: readonly (readonly [kind: string, wish: Wish, change?: (data: ReportData) => ReportData])[] = [
  ['one phase and weather year', { phases: 1, weatherYears: 1 }],
  ['ten phases', { phases: 10, weatherYears: 1 }, full],
  ['twenty weather years and names of 200 letters', { phases: 1, weatherYears: 20, rename: long }, full],
  ['no storage, no line, no target', { phases: 1, weatherYears: 1 }, bare],
];

test.for(kinds)('%s', async ([, wish, change = (data) => data], { expect: expectHere }) => {
  const data = change(exampleReport({ hours: 48, ...wish }));
  const { document, scenario } = data;
  const make = async (format: (typeof reportFormats)[number], language: 'en' | 'fr') =>
    Buffer.from(await makeReport({ data, resultJson: Buffer.from('{}\n'), format, language }));
  expect(reportFormats).toHaveLength(4);
  const [html, csv, xlsx, pdf] = await Promise.all([
    make('html', 'en'),
    make('csv', 'fr'),
    make('xlsx', 'en'),
    make('pdf', 'fr'),
  ]);
  expectHere(html.toString()).not.toMatch(/<tbody>\s*<\/tbody>/);
  const page = plain(html.toString());
  expectHere(page).not.toMatch(/\b(NaN|undefined|Infinity|null|\[object)\b/);
  for (const { name } of [...document.phases, ...scenario.weatherYears, ...scenario.renewables]) {
    expectHere(page).toContain(name);
  }
  const { data: rows, errors } = Papa.parse<string[]>(csv.toString(), { skipEmptyLines: true });
  expectHere(errors).toEqual([]);
  const years = rows.filter(([section, , , , column]) => section === 'weather-years' && column === 'Charge');
  expectHere(years).toHaveLength(document.phases.length * scenario.weatherYears.length);
  const loads = document.phases.flatMap((phase) => phase.weatherYears.map(({ loadMWh }) => loadMWh));
  expectHere(years.map((row) => Number(row[6]))).toEqual(loads);

  const sheets = readWorkbook(xlsx);
  expectHere(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length);
  const months = sheets.find(({ name }) => name === 'Month by month')!.rows;
  const whole = months.filter(([name]) => name === 'Whole year').map((row) => Number(row[1]));
  expectHere(whole).toHaveLength(document.phases.length);
  whole.forEach((load, p) => {
    const of = document.phases[p]!.weatherYears.map(({ loadMWh }) => (loadMWh * 8760) / 48);
    expectHere(load).toBeCloseTo(of.reduce((sum, one) => sum + one, 0) / of.length, 4);
  });
  const issued = sheets.find(({ name }) => name === 'Hour ledger')?.rows.find(([, , , mwh]) => mwh === 4e6);
  expectHere(issued?.[0]).toBe(data.ledger && scenario.renewables[0]!.name);
  expectHere(pdfFaultsOf(pdf)).toEqual([]);
});
