import { expect, test } from 'vitest';
import { exampleReport } from './example-report.ts';
import { numberOf, plain, rowsOf, tableOf } from './page.ts';
import { reportHtml } from './page-of.ts';

const data = exampleReport({ hours: 2400, phases: 3, weatherYears: 2 });
const { document } = data;
const page = reportHtml(data);

test('the table of phases says what the result document says, rounded', () => {
  const rows = rowsOf(page, 'What stands, what it costs, what it reaches');
  expect(rows.get('Quantity')).toEqual(document.phases.map(({ name }) => name));
  document.phases.forEach((phase, p) => {
    const shown = (row: string) => numberOf(rows.get(row)?.[p]);
    expect(shown('First year')).toBe(phase.firstYear);
    expect(shown('IT capacity MW')).toBeCloseTo(phase.itCapacityMW, 1);
    for (const [name, { capacityMW }] of Object.entries(phase.renewables)) {
      expect(shown(`${name} MW`)).toBeCloseTo(capacityMW, 1);
    }
    for (const [name, { powerCapacityMW, energyCapacityMWh }] of Object.entries(phase.storages)) {
      expect(shown(`${name} MW`)).toBeCloseTo(powerCapacityMW, 1);
      expect(Math.abs(shown(`${name} MWh`) - energyCapacityMWh)).toBeLessThanOrEqual(0.5);
    }
    expect(shown('line MW')).toBeCloseTo(phase.links.line?.capacityMW ?? Number.NaN, 1);
    expect(shown('Annual cost EUR million/year')).toBeCloseTo(phase.annualCost / 1e6, 2);
    expect(shown('Levelised cost EUR/MWh')).toBeCloseTo(phase.levelisedCostPerMWh ?? Number.NaN, 2);

    const [lowest, highest] = phase.weatherYears.map(({ cfeScore }) => cfeScore).sort((a, b) => a - b) as [
      number,
      number,
    ];
    expect(highest).toBeGreaterThan(lowest + 1e-4);
    expect(shown('Lowest CFE score')).toBe(Math.floor(lowest * 1e4) / 100);

    const curtailed = phase.weatherYears.reduce((sum, year) => sum + year.curtailedMWh, 0);
    const generated = phase.weatherYears.reduce((sum, year) => sum + year.generationMWh, 0);
    expect(curtailed).toBeGreaterThan(0);
    expect(shown('Curtailed share')).toBeCloseTo((100 * curtailed) / (curtailed + generated), 1);
  });
});

test('cost items add up to the total of each phase, and all items of the document are among them', () => {
  const [, ...rows] = tableOf(page, 'Cost items: phases in EUR million a year, all phases together in EUR million');
  const total = rows.at(-1) ?? [];
  const items = rows.slice(0, -1);
  expect(total[0]).toBe('Total');
  document.phases.forEach(({ annualCost }, p) => {
    expect(numberOf(total[2 + p])).toBeCloseTo(annualCost / 1e6, 2);
    const sum = items.reduce((all, cells) => all + numberOf(cells[2 + p]), 0);
    expect(Math.abs(sum - annualCost / 1e6)).toBeLessThan(0.005 * items.length + 0.005);
  });
  const spent = new Set(
    document.cost?.items.filter(({ value }) => value !== 0).map(({ name, kind }) => `${name}/${kind}`),
  );
  expect(spent.size).toBeGreaterThan(8);
  expect(items).toHaveLength(spent.size);
});

test('the twins stand beside the plan with cost and difference', () => {
  const rows = tableOf(page, 'The plan beside its twins').slice(1);
  const objective = (document.cost?.objective ?? 0) / 1e6;
  expect(numberOf(rows[0]?.[3])).toBeCloseTo(objective, 2);
  expect(numberOf(rows[1]?.[3])).toBeCloseTo(0.8 * objective, 2);
  expect(rows.map((cells) => cells[2])).toEqual(['optimal', 'optimal', 'optimal', 'not possible']);
  expect(rows.map((cells) => cells[4])).toEqual(['–', '−20.0 %', '+25.0 %', '–']);
  expect(rows[3]?.slice(3)).toEqual(['–', '–', '–']);
  const levelised = tableOf(page, 'Levelised cost by phase, EUR/MWh').slice(1);
  document.phases.forEach(({ levelisedCostPerMWh = 0 }, p) => {
    expect(numberOf(levelised[0]?.[1 + p])).toBeCloseTo(levelisedCostPerMWh, 2);
    expect(numberOf(levelised[2]?.[1 + p])).toBeCloseTo(1.25 * levelisedCostPerMWh, 2);
    expect(levelised[3]?.[1 + p]).toBe('–');
  });
});

test('the certificate is shown to the cent, every law with its number of checks', () => {
  const certificate = rowsOf(page, 'Certificate');
  expect(numberOf(certificate.get('Cost of the plan EUR')?.[0])).toBeCloseTo(document.certificate?.objective ?? 0, 2);
  expect(numberOf(certificate.get('Lower bound EUR')?.[0])).toBeCloseTo(document.certificate?.dualBound ?? 0, 2);
  expect(certificate.get('Relative gap')?.[0]).toBe('2e-10');
  expect(certificate.get('Largest violation MWh')?.[0]).toBe('4e-9');
  expect(certificate.get('Verified')?.[0]).toBe('yes');
  expect(rowsOf(page, 'Laws recomputed from the profiles and the schedule alone').get('energyBalance')).toEqual([
    '26,280',
    '0',
  ]);
});

test('inputs carry their hash and whether they are synthetic; the page says so at its head', () => {
  const files = rowsOf(page, 'Files as read');
  expect(files.get('weather.csv')).toEqual(['hourly profiles', 'native', 'SYNTHETIC', '0', 'ab'.repeat(32)]);
  expect(files.get('dea.yaml')).toEqual(['technology data', 'YAML', 'published data', '–', 'cd'.repeat(32)]);
  expect(page).toContain(document.scenario.contentHash);
  expect(page.indexOf('SYNTHETIC PROFILES')).toBeGreaterThan(0);
  expect(page.indexOf('SYNTHETIC PROFILES')).toBeLessThan(page.indexOf('<h2>'));
});

test('measured profiles are not called synthetic', () => {
  const inputs = data.inputs.map((input) => ({ ...input, synthetic: false }));
  const measured = reportHtml({ ...data, document: { ...document, synthetic: false }, inputs });
  expect(measured).not.toContain('SYNTHETIC');
});

test('assumptions name the asset, the value with its unit, and the source', () => {
  const rows = tableOf(page, 'Every input, with its source');
  const [sun, battery] = ['desert sun', 'battery'].map((name) => rows.findIndex(([first]) => first === name));
  const namesFrom = (at: number, count: number) => rows.slice(at, at + count).map(([name]) => name);
  expect(namesFrom(0, 6)).toEqual(['Parameter', 'Scenario', 'name', 'currency', 'discountRate', 'costSet']);
  expect(rows[5]?.slice(1)).toEqual(['dea', '', 'default', '']);
  expect(namesFrom(sun!, 3)).toEqual(['desert sun', 'technology', 'capexPerMW']);
  expect(rows[sun! + 2]?.slice(1)).toEqual(['500,000', 'EUR/MW', 'stated', '']);
  expect(namesFrom(battery!, 4)).toEqual(['battery', 'durationHours.min', 'durationHours.max', 'capexPerMWh']);
  expect(rows[battery! + 2]?.slice(1)).toEqual(['12', 'h', 'stated', '']);
  expect(rows[battery! + 3]?.slice(1)).toEqual(['2025: 150,000; 2030: 120,500', 'EUR/MWh', '[1]', 'without land']);
  expect(rowsOf(page, 'Sources of the parameters').get('[1]')).toEqual([
    'Danish Energy Agency (2025); cost set dea, technology battery',
  ]);
});

test('each phase is shown in its hardest weather year, and the first and last in the others too', () => {
  const scores = document.phases[0]?.weatherYears.map(({ cfeScore }) => cfeScore) ?? [];
  const hardest = scores[0]! < scores[1]! ? '2005' : '2006';
  const other = hardest === '2005' ? '2006' : '2005';
  for (const { name } of document.phases) expect(plain(page)).toContain(`${name}, weather year ${hardest}`);
  expect(page.match(new RegExp(`<h4>Weather year ${other}</h4>`, 'g'))).toHaveLength(2);
  // Four maps a weather year: matched, solar, wind, storage.
  expect(page.match(/<img /g)).toHaveLength(4 * (3 + 2));
});
