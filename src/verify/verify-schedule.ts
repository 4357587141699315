/** Recomputes every law from the scenario's raw profiles and the schedule alone. */

import type { Scenario } from '../scenario/scenario.ts';
import type { BuildOut, Schedule } from '../schedule/schedule.ts';
import { physics, readability } from './laws.ts';
import type { Finding, Verification } from './verification.ts';

/**
 * Holds a schedule to every law of the model.
 *
 * @param buildOut What each phase built; where it is not given, it is deduced from what stands.
 * @returns Violations in the order of the laws, and every law with the number of its checks. Where schedule and scenario
 *   do not even speak of the same things, or a value is no number, the laws after that are listed with no checks.
 */
export function verifySchedule(scenario: Scenario, schedule: Schedule, buildOut?: readonly BuildOut[]): Verification {
  const answer = { scenario, schedule, ...(buildOut === undefined ? {} : { buildOut }) };
  const nothing = { scenario: { ...scenario, weatherYears: [], phases: [] }, schedule: { phases: [] } };
  const findings: Finding[] = [];
  for (const law of [...readability, ...physics]) {
    const canRead = findings.slice(0, readability.length).every(({ broken }) => broken === 0);
    findings.push(law(canRead ? answer : nothing));
  }
  return {
    violations: findings.flatMap(({ violations }) => violations),
    largestViolationMWh: findings.reduce((largest, { largestMWh }) => Math.max(largest, largestMWh), 0),
    laws: findings.map(({ law, checks, broken, largestMWh }) => ({ law, checks, broken, largestMWh })),
  };
}
