/** What a request asks → what is submitted: its scenario checked, and of a study on a plan that plan found. */

import { Problem } from '../http/problem.ts';
import { requireResult, requireRun } from '../routes/require-run.ts';
import type { Surroundings } from '../routes/route.ts';
import type { RunRequest } from '../schemas/run.ts';
import { type Study, studies } from '../schemas/studies.ts';
import { scenarioOfRun } from '../store/scenario-versions.ts';
import { requireScenario } from './keep-scenario.ts';
import { type CheckedScenario, checkScenario, type RunToSubmit } from './runs.ts';

type Standing = Pick<RunToSubmit, 'scenario' | 'source'>;

/** @throws Problem where what it names is not there, or has found no plan; ScenarioError with every fault */
export async function standingOf(
  surroundings: Surroundings,
  owner: string,
  request: RunRequest,
  signal: AbortSignal,
): Promise<Standing> {
  if ('onRun' in request) return onPlan(surroundings, owner, request, signal);
  const { service, pool } = surroundings;
  // The cast: the table of studies says that it stands on one of the two.
  const given = request.scenario as NonNullable<typeof request.scenario>;
  const scenario =
    typeof given === 'string'
      ? await storedScenarioOf(surroundings, owner, given)
      : await checkScenario(service, pool, owner, given, signal);
  return { scenario };
}

/** Checked when it was stored. @throws Problem (404) where it is not there */
export async function storedScenarioOf({ service }: Surroundings, owner: string, id: string): Promise<CheckedScenario> {
  const { version_hash: hash, name, description, text, profiles } = await requireScenario(service, owner, id);
  return { hash, name, description, text, profiles };
}

async function onPlan(
  surroundings: Surroundings,
  owner: string,
  { study, onRun, asked }: Exclude<RunRequest, { readonly study: 'plan' | 'dispatch' }>,
  signal: AbortSignal,
): Promise<Standing> {
  const { service, pool } = surroundings;
  const run = await requireRun(surroundings, owner, onRun!);
  const source = { run: run.id, result: requireResult(run) };
  if (run.answer !== 'optimal' && run.answer !== 'limit') {
    throw new Problem('run.no-plan', { detail: `The run ended with ${run.answer}: it has no plan to stand on.` });
  }
  const version = await scenarioOfRun(service.database.rows, run);
  const { beside }: Study = studies[study];
  const other = beside?.(JSON.parse(version.text), asked);
  if (other !== undefined) return { source, scenario: await checkScenario(service, pool, owner, other, signal) };
  const { hash, text, profiles } = version;
  const { scenario_name: name, scenario_description: description } = run;
  return { source, scenario: { hash, name, description, text, profiles } };
}
