import type { Constraint, VariableBlock } from '../lp/constraint.ts';
import type { ProgramBuilder } from '../lp/program-builder.ts';
import type { Campaign, Phase, Scenario } from '../scenario/scenario.ts';
import type { HourlyExpression, Hours } from './hourly.ts';

/** One run in the hours of one weather year. */
export interface CampaignVariables {
  readonly campaign: Campaign;
  /** IT power in the hours of its window. */
  readonly run: VariableBlock;
  /** The same in every hour of the year. */
  readonly power: HourlyExpression;
}

/** Runs of a phase; within its bounds a run takes what power it likes, unless that is the same in every hour. */
export function declareCampaigns(
  lp: ProgramBuilder,
  { load }: Scenario,
  phase: Phase,
  y: number,
  hours: Hours,
): CampaignVariables[] {
  const own = (load.campaigns ?? []).filter((campaign) => campaign.phase === phase.name);
  return own.map((campaign) => {
    const { from, to } = campaign.windows[y]!;
    const evenMW = campaign.workMWh / (to - from);
    const [lower, upper] = campaign.isSteady ? [evenMW, evenMW] : [campaign.leastMW, campaign.greatestMW];
    const run = lp.variables('campaign', [...hours.labels, campaign.name], to - from, { lower, upper });
    const isRunning = (hour: number) => from <= hour && hour < to;
    const term = {
      column: (hour: number) => run.at(isRunning(hour) ? hour - from : 0),
      factor: (hour: number) => Number(isRunning(hour)),
    };
    return { campaign, run, power: { terms: [term] } };
  });
}

/**
 * The work of a run is done inside its window. Its least and greatest power are bounds: not rows.
 *
 * @equation Σ_h u_n[h] = work_n
 * @dual what one more MWh of the run costs [currency/MWh IT]
 */
export function campaignWork(hours: Hours, { campaign, run }: CampaignVariables): Constraint {
  return {
    name: 'campaignWork',
    of: [...hours.labels, campaign.name],
    count: 1,
    write: (row) => {
      for (let at = 0; at < run.length; at++) row.plus(1, run.at(at));
      row.equals(campaign.workMWh);
    },
  };
}
