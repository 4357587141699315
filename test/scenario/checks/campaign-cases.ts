/** Planted faults of large runs. */

import type { Case } from '../schema/schema-cases.ts';

const tiers = '- { name: training, share: 0.65, deadlineHours: 168, floorShare: 0.3 }\n';
const beside = (runs: string, share = 0.5) =>
  `- { name: training, share: ${share}, deadlineHours: 168, floorShare: 0.3 }\n  campaigns:\n    - { name: run, ${runs} }\n`;

export const campaignCases: readonly Case[] = [
  [
    'a day that not every year has',
    tiers,
    beside("phase: first, from: ¦'02-29', deadline: '03-02', workMWh: 10, greatestMW: 1"),
    'load.campaigns[0].from',
    '02-29',
    'a day of every year as MM-DD',
  ],
  [
    'a run of a phase nobody defines',
    tiers,
    beside("phase: ¦fist, from: '02-01', deadline: '03-02', workMWh: 10, greatestMW: 1"),
    'load.campaigns[0].phase',
    '"fist" is not the name of a phase',
    'Did you mean "first"?',
  ],
  [
    'a deadline before the first day',
    tiers,
    beside("phase: first, from: '02-01', deadline: ¦'01-02', workMWh: 10, greatestMW: 1"),
    'load.campaigns[0].deadline',
    '01-02 is before the first day, 02-01',
    'A window lies within a year.',
  ],
  [
    'more work than fits into the window',
    tiers,
    beside("phase: first, from: '02-01', deadline: '02-02', workMWh: ¦50, greatestMW: 1"),
    'load.campaigns[0].workMWh',
    '50 is more than 1 MW do in 48 hours',
    'Expected at most 48 [MWh IT]',
  ],
  [
    'a least power that does more than the work',
    tiers,
    beside("phase: first, from: '02-01', deadline: '02-02', workMWh: 24, greatestMW: 1, leastMW: ¦0.6"),
    'load.campaigns[0].leastMW',
    '0.6 MW do more than the work in 48 hours',
    'Expected at most 0.5 [MW].',
  ],
  [
    'a least power beside one power',
    tiers,
    beside(
      "phase: first, from: '02-01', deadline: '02-02', workMWh: 24, greatestMW: 1, leastMW: ¦0.1, mayPause: false",
    ),
    'load.campaigns[0].leastMW',
    'given beside mayPause: false',
    'Keep one of the two.',
  ],
  [
    'machines that tiers have taken',
    tiers,
    beside("phase: first, from: '02-01', deadline: '02-02', workMWh: 24, greatestMW: ¦7"),
    'load.campaigns[0].greatestMW',
    '7 MW run from 02-01 on, but tiers leave 6 MW of the 40 MW of first',
    'Lower the shares of tiers',
  ],
];
