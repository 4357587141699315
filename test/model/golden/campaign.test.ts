import { test } from 'vitest';
import { campaignWork } from '../../../src/model/campaign.ts';
import { hoursOf } from '../../../src/model/hourly.ts';
import { run } from '../../fixtures/campaign.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';

test('the hours of a window come to the work of the run', () => {
  const columns = new Columns();
  const block = columns.block('u', 3);
  const variables = {
    campaign: run([{ from: 1, to: 4 }], { workMWh: 6 }),
    run: block,
    power: columns.flows(block)[0]!,
  };
  expectRows(campaignWork(hoursOf([], 5, 1), variables), columns, ['+1 u[0] +1 u[1] +1 u[2] = 6']);
});
