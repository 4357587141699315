/** Planted faults of what a tier may be asked for; see `rule-cases.ts`. */

import type { Case } from '../schema/schema-cases.ts';

const training = 'deadlineHours: 168, floorShare: 0.3';
const points = (...of: readonly string[]) =>
  `deadlineHours: 168, throughput: { points: [${of.map((point) => `{ ${point} }`).join(', ')}] }`;

export const loadCases: readonly Case[] = [
  [
    'a floor below what idle machines draw',
    training,
    'deadlineHours: 168, throughput: {}, floorShare: ¦0.3',
    'load.tiers[1].floorShare',
    '0.3 of the mean is 0.24 of the installed power, less than its machines draw without work, 0.25',
    'Expected at least 0.313, or none, or throughput.spareMachines: shutDown.',
  ],
  [
    'a floor that does more work than arrives',
    training,
    `${points('powerShare: 0, workRate: 0', 'powerShare: 0.5, workRate: 0.85', 'powerShare: 1, workRate: 1')}, floorShare: ¦0.9`,
    'load.tiers[1].floorShare',
    'at 0.72 of the installed power its machines do 0.916, more than the 0.8 that arrives',
    'Expected at most 0.588.',
  ],
  [
    'idle machines that work',
    training,
    points('powerShare: 0.2, workRate: ¦0.1', 'powerShare: 1, workRate: 1'),
    'load.tiers[1].throughput.points[0].workRate',
    '0.1 at the lowest power, which is that of idle machines',
    'Expected 0: idle machines do no work.',
  ],
  [
    'full power that is not full',
    training,
    points('powerShare: 0.2, workRate: 0', 'powerShare: ¦0.9, workRate: 1'),
    'load.tiers[1].throughput.points[1].powerShare',
    '0.9 at the last point, which is full power',
    'Expected 1: shares are of full power.',
  ],
  [
    'power that falls',
    training,
    points('powerShare: 0.2, workRate: 0', 'powerShare: ¦0.1, workRate: 0.5', 'powerShare: 1, workRate: 1'),
    'load.tiers[1].throughput.points[1].powerShare',
    '0.1 does not come after 0.2',
    'Power and work rise from point to point.',
  ],
  [
    'a curve that bends up',
    training,
    points('powerShare: 0.2, workRate: 0', 'powerShare: 0.6, workRate: 0.3', 'powerShare: 1, workRate: ¦1'),
    'load.tiers[1].throughput.points[2].workRate',
    '1 bends the curve up: work rises faster above a power of 0.6 than below',
    'Expected at most 0.6. Machines at two points do better',
  ],
  [
    'the endurance of a tier that holds nothing back',
    'deadlineHours: 0,',
    'deadlineHours: 0, endurance: ¦{ hours: 5 },',
    'load.tiers[0].endurance',
    'the work of this tier neither waits nor may be given up, so none of it is held back',
    'Leave it out, or give the tier a deadline or let it shed.',
  ],
  [
    'a facility beside a pue',
    'pue: 1.25',
    'pue: 1.25\n  facility: ¦{ fixedShare: 0.05, perIT: 0.1, perDegreeAbove: 0.01, thresholdC: 20, temperature: 18 }',
    'load.facility',
    'given beside a pue, which tells the power of the site as well',
    'Keep one of the two.',
  ],
  ['neither a pue nor a facility', '  pue: 1.25\n', '', 'load.pue', 'missing', 'Or load.facility in its place.'],
  [
    'a temperature that is a column of another unit',
    'pue: 1.25',
    'facility: { fixedShare: 0.05, perIT: 0.1, perDegreeAbove: 0.01, thresholdC: 20, temperature: { file: 2005.csv, column: ¦pue } }',
    'load.facility.temperature.column',
    'column "pue" of 2005.csv has the unit pue',
    'Expected a column of unit temperatureC.',
  ],
  [
    'a single point',
    training,
    points('powerShare: 1, workRate: ¦1'),
    'load.tiers[1].throughput.points[0].workRate',
    '1 at the lowest power, which is that of idle machines',
    'Expected 0: idle machines do no work.',
  ],
];
