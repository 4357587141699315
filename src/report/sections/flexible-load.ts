import { expectedAnnual } from '../../metrics/levelised-cost.ts';
import { shiftedMWh } from '../../metrics/shifted-mwh.ts';
import { previousHour } from '../../time.ts';
import type { Row, Section } from '../content/content.ts';
import { number, say, share } from '../content/words.ts';
import { longestDelayHours } from '../hours/longest-delay.ts';
import type { ReportData } from '../report-data.ts';

/** How much work was moved, how long it waited against what it may, and what was given up. */
export function flexibleLoad({ document, scenario, schedule }: ReportData): Section | undefined {
  if (schedule === undefined || schedule.phases.length === 0) return undefined;
  const isFlexible = scenario.load.tiers.map(({ deadlineHours, shed }) => deadlineHours > 0 || shed !== undefined);
  if (!isFlexible.some(Boolean)) return undefined;
  const rows = schedule.phases.flatMap(({ name: phase, weatherYears }): Row[] =>
    scenario.load.tiers.flatMap(({ name, deadlineHours }, k): Row[] => {
      if (!isFlexible[k]) return [];
      const years = weatherYears.map(({ tiers }) => tiers[k]!);
      const expected = (of: (tier: (typeof years)[number]) => number) =>
        expectedAnnual(scenario.weatherYears, years.map(of));
      const arrived = expected((tier) => total(arrivalsOf(tier)));
      const moved = expected(({ backlogMWh }) => shiftedMWh(backlogMWh));
      return [
        {
          name: phase,
          cells: [
            name,
            number(arrived),
            number(moved),
            arrived > 0 ? share(moved / arrived) : undefined,
            number(Math.max(...years.map((tier) => longestDelayHours(arrivalsOf(tier), tier.backlogMWh)))),
            number(deadlineHours),
            number(expected(({ shedMW }) => total(shedMW))),
          ],
        },
      ];
    }),
  );
  return {
    id: 'flexible-load',
    title: say('Flexible load'),
    isSynthetic: document.synthetic,
    blocks: [
      {
        kind: 'table',
        caption: say('Work that waits, in a year of each phase'),
        subject: say('Phase'),
        columns: [
          { title: say('Tier'), holds: 'text' },
          { title: say('Arrives'), unit: say('MWh IT') },
          { title: say('Moved'), unit: say('MWh IT') },
          { title: say('Share moved') },
          { title: say('Longest wait'), unit: 'h' },
          { title: say('Deadline'), unit: 'h' },
          { title: say('Given up'), unit: say('MWh IT') },
        ],
        rows,
        note: say(
          'Before cooling, expected over the weather years. Moved: work that was not done in the hour it came, counted once however long it waits. Longest wait of any weather year, if what came first is done first; it is never longer than the deadline.',
        ),
      },
    ],
  };
}

type Tier = NonNullable<ReportData['schedule']>['phases'][number]['weatherYears'][number]['tiers'][number];

/** What was done, given up or left waiting is what came. */
function arrivalsOf({ servedMW, workMWh = servedMW, shedMW, backlogMWh }: Tier): Float64Array {
  return workMWh.map((done, h) => done + shedMW[h]! + backlogMWh[h]! - backlogMWh[previousHour(h, backlogMWh.length)]!);
}

const total = (series: Float64Array): number => series.reduce((sum, value) => sum + value, 0);
