import { expect, test } from 'vitest';
import { comparison } from '../../src/report/sections/comparison.ts';
import { regretTables } from '../../src/report/sections/regret.ts';
import type { ResultDocument } from '../../src/results/document/result-document.ts';
import { exampleReport } from './example-report.ts';

const data = exampleReport();
const { document } = data;

/** A plan together that is a fifth cheaper, its plants a MW larger. */
const together: ResultDocument['baselines'][number] = {
  kind: 'plannedTogether',
  status: 'optimal',
  objective: 0.8 * document.cost!.objective,
  phases: document.phases.map(({ name, annualCost, renewables, storages, links }, p) => ({
    ...{ name, annualCost, lowestCfeScore: 1, regret: 1e6 * (p + 1) },
    sizes: {
      renewables: Object.fromEntries(
        Object.entries(renewables).map(([plant, size]) => [plant, { ...size, capacityMW: size.capacityMW + 1 }]),
      ),
      storages,
      links,
    },
  })),
};

test('regret is told over all phases, by phase, and with the sizes that differ alone', () => {
  const myopic = { ...document, baselines: [together] };
  const [costs, sizes] = regretTables(myopic);
  const told = JSON.stringify(costs);
  expect(told).toContain('Regret of planning phase by phase');
  for (const { name } of document.phases) expect(told).toContain(name);
  const names = sizes?.kind === 'table' ? sizes.rows.map(({ name }) => name) : [];
  expect(names).toEqual(Object.keys(document.phases[0]!.renewables));
  expect(regretTables(document)).toEqual([]);
  // In the section of twins it has a sentence and tables of its own, but no row beside those of single phases.
  const section = JSON.stringify(comparison({ ...data, document: myopic }));
  expect(section).toContain('Regret: planned phase by phase');
  expect(section).toContain('costs {share} more than');
  expect(section).not.toContain('Planned together');
});
