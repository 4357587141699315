import { capacityCharts } from '../charts/capacities.ts';
import type { Row, Section } from '../content/content.ts';
import { type Said, say } from '../content/words.ts';
import { costOfEnergySentences } from '../cost-sentences.ts';
import { emissionsSentences, gridScoreSentences } from '../emissions-text.ts';
import { phaseQuantities } from '../phase-quantities.ts';
import type { Quantity } from '../quantity.ts';
import type { ReportData } from '../report-data.ts';

/** What stands in each phase, what it costs and what it reaches. */
export function phases({ document, scenario, schedule }: ReportData): Section | undefined {
  if (document.phases.length === 0) return undefined;
  const quantities = phaseQuantities(document);
  const groups = [...new Set(quantities.map(({ group }) => group))];
  const rowOf = ({ name, unit, values }: Quantity): Row => ({ name, unit, cells: values });
  const isAged = document.phases.some(({ renewables, storages, links }) =>
    [renewables, storages, links].some((kind) =>
      Object.values<{ effectiveMW?: number }>(kind).some(({ effectiveMW }) => effectiveMW !== undefined),
    ),
  );
  const note: Said = [
    say('Storage has power (MW) and energy (MWh).'),
    ...(isAged ? [say('At work: what age and outages leave, on average over the years of the phase.')] : []),
    say(
      'CFE score: share of the load served without grid energy, hour by hour, the lowest of all weather years, rounded down. Curtailed share: of what the plants would have given in all weather years together.',
    ),
    say('Cost: real money of {currency}, expected over the weather years, not discounted.', {
      currency: document.scenario.currency,
    }),
    ...costOfEnergySentences(document),
    ...emissionsSentences(document),
    ...gridScoreSentences(document),
  ];
  return {
    id: 'phases',
    title: say('Phases'),
    blocks: [
      {
        kind: 'table',
        caption: say('What stands, what it costs, what it reaches'),
        subject: say('Quantity'),
        columns: document.phases.map(({ name }) => ({ title: name })),
        rows: groups.flatMap((group): Row[] => [
          { name: say(group), cells: [], role: 'group' },
          ...quantities.filter((quantity) => quantity.group === group).map(rowOf),
        ]),
        note,
      },
      ...(schedule === undefined ? [] : [capacityCharts(scenario, schedule)]),
    ],
  };
}
