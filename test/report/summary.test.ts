import { expect, test } from 'vitest';
import { summaryText } from '../../src/report/summary.ts';
import type { ResultDocument } from '../../src/results/document/result-document.ts';
import { exampleReport } from './example-report.ts';

// Ten days that the battery carries through: nothing is unmatched.
const { document } = exampleReport({ hours: 240, phases: 3 });
const lengths = (text: string) => text.split('\n').map((line) => [...line].length);

/** `coast wind  MW  48.0  96.0` → the numbers of the row. */
function rowOf(text: string, start: RegExp): number[] {
  const line = text.split('\n').find((candidate) => start.test(candidate)) ?? '';
  return line
    .replace(start, '')
    .trim()
    .split(/ {2,}/)
    .map((cell) => Number(cell.replaceAll(',', '').replace(' %', '')));
}

/** As found by a solver that reached its limit, or that found nothing. */
function without(status: ResultDocument['status'], more: Partial<ResultDocument> = {}): ResultDocument {
  const { cost: _cost, certificate: _certificate, ...rest } = document;
  return { ...rest, status, phases: [], baselines: [], ...more };
}

test('the table holds the numbers of the document, one row a quantity, one column a phase', () => {
  const text = summaryText({ document, width: 80 });
  const { phases } = document;
  expect(rowOf(text, /^IT capacity +MW /)).toEqual(phases.map(({ itCapacityMW }) => itCapacityMW));
  expect(rowOf(text, /^coast wind +MW /)).toEqual(
    phases.map(({ renewables }) => Number(renewables['coast wind']?.capacityMW.toFixed(1))),
  );
  expect(rowOf(text, /^battery +MWh /)).toEqual(
    phases.map(({ storages }) => Math.round(storages.battery?.energyCapacityMWh ?? Number.NaN)),
  );
  expect(rowOf(text, /^Levelised cost +EUR\/MWh /)).toEqual(
    phases.map(({ levelisedCostPerMWh }) => Number(levelisedCostPerMWh?.toFixed(2))),
  );
  expect(rowOf(text, /^Annual cost +EUR m\/year /)).toEqual(
    phases.map(({ annualCost }) => Number((annualCost / 1e6).toFixed(2))),
  );
});

test('what links and wheeling cost together is told where they cost something', () => {
  const [phase] = document.phases;
  const [link] = Object.keys(phase!.links);
  const item = { phase: phase!.name, value: 0 };
  const text = (items: ResultDocument['cost']) => summaryText({ document: { ...document, cost: items! }, width: 1000 });
  const none = {
    ...document.cost!,
    items: [{ ...item, name: 'coast wind', kind: 'capital' as const, annualValue: 9e6 }],
  };
  expect(text(none)).not.toContain('of which links');
  const some = [
    { ...item, name: 'coast wind', kind: 'wheeling' as const, annualValue: 2e6 },
    { ...item, name: link!, kind: 'wheeling' as const, annualValue: 4e5 },
    { ...item, name: link!, kind: 'capital' as const, annualValue: 1.1e6 },
  ];
  const told = text({ ...none, items: [...none.items, ...some] });
  expect(rowOf(told, /^of which links, wheeling +EUR m\/year /)).toEqual([3.5, 0, 0]);
});

test('the score with the grid counted is told, and named, where the scenario says what is free of carbon', () => {
  const { document } = exampleReport();
  const counted = document.phases.map((phase) => ({
    ...phase,
    weatherYears: phase.weatherYears.map((year) => ({ ...year, cfeScoreWithGrid: 0.99 })),
  }));
  const text = (phases: ResultDocument['phases']) => summaryText({ document: { ...document, phases }, width: 120 });
  expect(text(counted)).toMatch(/The same, grid counted +99\.00 %/);
  expect(text(counted)).toMatch(/as in the\s+method of Google/);
  expect(text(document.phases)).not.toContain('grid counted');
});

test('where plant is committed, its size and what it costs are told apart', () => {
  const text = (phases: ResultDocument['phases'], withoutPrice: string[]) =>
    summaryText({ document: { ...document, phases, cost: { ...document.cost!, withoutPrice } }, width: 1000 });
  const allNew = document.phases.map(({ renewables, links, levelisedCostPerMWh, ...phase }) => ({
    ...phase,
    levelisedCostPerMWh: levelisedCostPerMWh!,
    fullCostPerMWh: levelisedCostPerMWh!,
    renewables: Object.fromEntries(
      Object.entries(renewables).map(([name, size]) => [name, { ...size, committedMW: 0 }]),
    ),
    links: Object.fromEntries(Object.entries(links).map(([name, size]) => [name, { ...size, committedMW: 0 }])),
  }));
  expect(text(allNew, [])).not.toMatch(/committed|Full cost/);
  expect(text(allNew, ['cable'])).toContain('leaves out the capital of cable: committed, and without a price');
  const partly = allNew.map((phase, p) => ({
    ...phase,
    fullCostPerMWh: 100 + p,
    renewables: { ...phase.renewables, 'coast wind': { capacityMW: 48, committedMW: 20, newMW: 28 } },
  }));
  const told = text(partly, []);
  expect(rowOf(told, /^of which committed +MW /)).toEqual([20, 20, 20]);
  expect(rowOf(told, /^Full cost +EUR\/MWh /)).toEqual([100, 101, 102]);
  expect(told).toContain('Levelised cost is what this plan still spends');
  expect(told).toContain('Full cost counts that capital too');
});

test('it says verdict, what matching, flexibility and storage are worth, and the certificate', () => {
  const words = summaryText({ document, width: 1000 });
  expect(words).toContain('Every hour of every phase is matched by renewable energy.');
  expect(words).toContain('none broken; gap 2e-10.');
  expect(words).toContain('SYNTHETIC PROFILES');
  expect(words).toContain('Hourly matching costs 25.0 % more than annual matching (');
  expect(words).toContain('Flexible load saves 20.0 % (');
  expect(words).toContain('Storage makes the promise possible: without it no plan keeps it.');
  expect(words).toMatch(/Certificate: cost EUR [\d,]+\.\d\d, proven bound EUR [\d,]+\.\d\d, gap 2e-10, .* verified\./);
  expect(words).not.toMatch(/NaN|undefined|Infinity/);
});

test('what is left of costs that are nothing is no saving', () => {
  const { cost, certificate, baselines } = document;
  const free = {
    ...document,
    cost: { ...cost!, objective: 0, items: [] },
    certificate: { ...certificate!, objective: 0, dualBound: 0, gapFloor: 1000 },
    baselines: baselines.map((twin) => (twin.status === 'optimal' ? { ...twin, objective: 1e-4 } : twin)),
  };
  const words = summaryText({ document: free, width: 1000 });
  expect(words).toContain('Hourly matching costs as much as annual matching (');
  expect(words).toContain('Flexible load changes the cost by less than 0.05 % (');
});

test('one unmatched hour is never called matched, and its score never reads as 100 %', () => {
  const [first, ...others] = document.phases;
  const [year] = first!.weatherYears;
  const short = { ...year!, unmatchedHours: 1, unmatchedMWh: 0.6, cfeScore: 1 - 1e-6 };
  const text = summaryText({
    document: { ...document, phases: [{ ...first!, weatherYears: [short] }, ...others] },
    width: 1000,
  });
  expect(text).not.toContain('Every hour');
  expect(text).toContain('the lowest hourly score of this plan is 99.99 %');
  expect(text).toContain('This plan costs 25.0 % more than annual matching');
});

test('hours counted at a coarse gap are told as those of this plan, and at a fine one they are not', () => {
  const [first, ...others] = document.phases;
  const short = { ...first!.weatherYears[0]!, unmatchedHours: 730, unmatchedMWh: 900, cfeScore: 0.99 };
  const text = (relativeGap: number) => {
    const certificate = { ...document.certificate!, relativeGap };
    const phases = [{ ...first!, weatherYears: [short] }, ...others];
    return summaryText({ document: { ...document, certificate, phases }, width: 1000 });
  };
  expect(text(4e-3)).toContain(
    '900 MWh unmatched in 730 hours. These are the hours of this plan, at a gap of 4e-3; the cheapest plan may leave more or fewer unmatched.',
  );
  expect(text(1e-4)).not.toContain('These are the hours of this plan');
});

test('where time left no plan, why there is none and what to do is said by how it was sought', () => {
  const told = (method: string, study: ResultDocument['study']) =>
    summaryText({
      document: without('limit', { study, solver: { ...document.solver, method, reason: 'so it was' } }),
      width: 1000,
    });
  expect(told('one-lp', 'plan')).toContain(
    'A simplex solver has one only at its end (so it was). Allow more time, choose the method decomposed,',
  );
  expect(told('decomposed', 'dispatch')).toContain('once the least import of every phase is known (so it was).');
  expect(told('decomposed', 'plan')).toContain(
    'once their equations are closed, of phases one by one those of the last',
  );
});

test('an answer that was not verified is not praised', () => {
  const certificate = {
    ...document.certificate!,
    verified: false,
    laws: [{ law: 'energyBalance', checks: 9, broken: 2 }],
  };
  const text = summaryText({ document: { ...document, certificate }, width: 1000 });
  expect(text).toContain('NOT VERIFIED: 1 law broken (energyBalance)');
  expect(text).not.toContain('Every hour of every phase is matched');
  expect(text).not.toContain('Verified:');
});

test('lines fit the terminal; phases that do not fit go underneath', () => {
  const long = exampleReport({
    hours: 24,
    phases: 8,
    rename: (name) => `${name} of the northern campus extension`,
  }).document;
  for (const width of [40, 60, 80]) {
    for (const one of [document, long]) {
      expect(Math.max(...lengths(summaryText({ document: one, width })))).toBeLessThanOrEqual(width);
    }
  }
  const text = summaryText({ document: long, width: 80 });
  expect(text.match(/^IT capacity/gm)?.length).toBeGreaterThan(1);
  for (const { itCapacityMW } of long.phases) expect(text).toContain(`${itCapacityMW}.0`);
});

test('without a plan it says how much is missing, and the worst hours with their stamps', () => {
  const text = summaryText({
    document: without('infeasible', {
      shortages: [
        {
          phase: '500 MW',
          weatherYear: '2005',
          unmatchedMWh: 1234.56,
          permittedMWh: 0,
          unmatchedHours: 2,
          worstHours: [
            { hour: 7, stamp: '2005-01-01T07:00Z', unmatchedMWh: 1000 },
            { hour: 6, stamp: '2005-01-01T06:00Z', unmatchedMWh: 234.56 },
          ],
        },
      ],
    }),
    width: 1000,
  });
  expect(text).toContain('at least 1,235 MWh stay unmatched in 2 hours');
  expect(text).toContain('500 MW, weather year 2005: 1,234.6 MWh unmatched in 2 hours, 0.0 MWh permitted.');
  expect(text).toMatch(/- 2005-01-01T07:00Z: 1,000\.0 MWh\n- 2005-01-01T06:00Z: 234\.6 MWh/);
  expect(text).not.toContain('Certificate');
});

test('without an answer it claims nothing', () => {
  expect(summaryText({ document: without('limit'), width: 80 })).toContain(
    'No answer: the solver stopped at its limit after 21 s.',
  );
  expect(summaryText({ document: without('unbounded'), width: 80 })).toContain('No least cost exists');
  expect(summaryText({ document: without('infeasible'), width: 80 })).toContain('another law');
});

test('baselines without an answer are told as such', () => {
  const words = (status: ResultDocument['status']) =>
    summaryText({
      document: { ...document, baselines: [{ kind: 'inflexibleLoad', status, phases: [] }] },
      width: 1000,
    });
  expect(words('infeasible')).toContain('with inflexible load no plan keeps it');
  expect(words('limit')).toContain('Inflexible load: not known, the solver stopped at its limit.');
});

test('no colours and no control characters come out, unless a styler adds them', () => {
  const named = { ...document, scenario: { ...document.scenario, name: 'Campus\u001b[31m\u0007' } };
  const plain = summaryText({ document: named, width: 80 });
  expect(plain.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  const styled = summaryText({ document: named, width: 80, style: (text, part) => `<${part}>${text}</${part}>` });
  expect(styled).toContain('<good>Every hour of every phase is matched by renewable energy.</good>');
  expect(styled.replace(/<\/?[a-z]+>/g, '')).toBe(plain);
});
