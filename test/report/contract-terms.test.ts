import { expect, test } from 'vitest';
import { englishText } from '../../src/report/language/language.ts';
import { questionTables } from '../../src/report/sections/questions.ts';
import { tablesOf } from '../../src/report/writers/blocks.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { battery, plant, site } from '../fixtures/site.ts';

/** Captions of what was asked, and the rows of one of them. */
function asked(scenario: Scenario, caption: string): string[][] | undefined {
  const tables = tablesOf({ id: 'assumptions', title: 'asked', blocks: questionTables(scenario) } as never);
  const table = tables.find((one) => englishText(one.caption) === caption);
  return table?.rows.map(({ name, cells }) =>
    [name, ...cells].map((said) => (said === undefined ? '' : englishText(said))),
  );
}

test('what contracts ask and promise is told, and nothing where there are none', () => {
  const falling = [
    { year: 2030, value: 40 },
    { year: 2031, value: 30 },
  ];
  const scenario = site({
    hours: 2,
    phases: [{ name: 'first', firstYear: 2030, years: 2, itCapacityMW: 1 }],
    renewables: [
      plant('own', [1, 1], { site: 'hill' }),
      plant('wind', [1, 1], {
        site: 'hill',
        purchase: { kind: 'ppa', pays: 'used', pricePerMWh: falling, takeOrPayMWhPerYear: 5000, mostMWhPerYear: 8000 },
      }),
      plant('sun', [1, 1], {
        purchase: { kind: 'ppa', pays: 'produced', pricePerMWh: 25, term: { lastYear: 2031, after: 'gone' } },
      }),
    ],
    storages: [battery({ purchase: { kind: 'tolling', pricePerMWMonth: 900 } })],
  });
  expect(asked(scenario, 'Contracts as offered')).toEqual([
    ['wind', 'MWh used', '40 to 30', '5,000', '8,000', ''],
    ['sun', 'MWh produced', '25', '', '', '2031'],
    ['battery', 'MW and month', '900', '', '', ''],
  ]);
  const [owned, contracted] = asked(scenario, 'Plants as offered')!;
  expect([owned![4], contracted![4]]).toEqual(['1,000, all of hill', '1,000, all of hill']);
  const plain = { ...scenario, renewables: scenario.renewables.slice(0, 1), storages: [] };
  expect(asked(plain, 'Contracts as offered')).toBeUndefined();
});
