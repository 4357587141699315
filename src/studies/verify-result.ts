/** Verifies a result from its files alone: laws, costs, the proven bound, and every number it claims. Nothing is solved. */

import type { Scenario } from '../scenario/scenario.ts';
import type { BuildOut, Schedule } from '../schedule/schedule.ts';
import { relativeGap, tolerance } from '../units.ts';
import { type CostAccount, recomputeCost } from '../verify/cost.ts';
import { gapFloorOf } from '../verify/gap-floor.ts';
import { readability } from '../verify/laws.ts';
import { sizesOf, standsIn } from '../verify/sizes.ts';
import type { Verification } from '../verify/verification.ts';
import { verifySchedule } from '../verify/verify-schedule.ts';
import type { Certificate, Proof } from './answer.ts';
import type { Claims } from './claims.ts';
import { compareCertificate, compareClaims, compareVerification, type Disagreement } from './compare-claims.ts';
import { compareDispatchCaps, comparePrices } from './compare-proofs.ts';
import { programmesOf } from './recompute-bound.ts';

export interface ResultToVerify {
  readonly scenario: Scenario;
  readonly schedule: Schedule;
  /** Where not given, it is deduced from what stands. */
  readonly buildOut?: readonly BuildOut[];
  readonly proofs?: readonly Proof[];
  /** `result.json`, see `ClaimedDocument`. */
  readonly claimed: Claims;
}

export interface ResultVerification {
  /** Laws; of a dispatch, without the scenario's matching promise, which what stands may not be able to keep. */
  readonly verification: Verification;
  /** Absent where the schedule cannot even be read as one of the scenario. */
  readonly cost?: CostAccount;
  /** What was built when: as stated, or deduced. */
  readonly vintages?: readonly BuildOut[];
  /** Absent where there is no proof, or none that fits. */
  readonly certificate?: Certificate;
  /** Claims that do not hold, beside the laws that are broken. */
  readonly disagreements: readonly Disagreement[];
  /** In sentences. */
  readonly notChecked: readonly string[];
}

/** Recomputes all that can be from scenario, hours and duals. A result holds where no law is broken and nothing disagrees. */
export function verifyResult({ scenario, schedule, buildOut, proofs, claimed }: ResultToVerify): ResultVerification {
  const asked: Scenario = claimed.study === 'dispatch' ? { ...scenario, matching: { kind: 'none' } } : scenario;
  const verification = verifySchedule(asked, schedule, buildOut);
  const compared = compareVerification(verification, claimed);
  const isReadable = verification.laws.slice(0, readability.length).every(({ broken }) => broken === 0);
  if (!isReadable) {
    const reason = 'Costs, scores and bound: the schedule cannot be read as one of this scenario.';
    return { verification, disagreements: compared, notChecked: [reason] };
  }
  const vintages = buildOut ?? deducedBuildOut(asked, schedule);
  const cost = recomputeCost(asked, schedule, vintages);
  const disagreements = [...compared, ...compareClaims(asked, schedule, cost, claimed)];
  const notChecked = gapsOf(claimed, buildOut, proofs);
  disagreements.push(...compareStatus(claimed));
  if (proofs === undefined) return { verification, cost, vintages, disagreements, notChecked };

  const { programmes, problems } = programmesOf(asked, claimed.study, proofs, vintages);
  disagreements.push(...problems.map((problem) => ({ where: 'proof', problem })));
  disagreements.push(
    ...comparePrices(asked, schedule, programmes),
    ...compareDispatchCaps(asked, schedule, programmes),
  );
  if (problems.length > 0) {
    const gap = 'certificate.dualBound, certificate.relativeGap: the proofs do not fit.';
    return { verification, cost, vintages, disagreements, notChecked: [...notChecked, gap] };
  }
  const costOf = (phases: readonly number[]) => {
    const names = new Set(phases.map((p) => asked.phases[p]!.name));
    return cost.items.reduce((sum, { phase, value }) => (names.has(phase) ? sum + value : sum), 0);
  };
  const dualBound = programmes.reduce((sum, { scope, bound }) => sum + bound(costOf(scope.phases)), 0);
  const gapFloor = gapFloorOf(asked);
  const gap = relativeGap(cost.objective, dualBound, gapFloor);
  const certificate: Certificate = {
    objective: cost.objective,
    dualBound,
    relativeGap: gap,
    gapFloor,
    maxViolationMWh: verification.largestViolationMWh,
    verified: verification.violations.length === 0,
  };
  disagreements.push(...compareCertificate(certificate, claimed));
  const isProven = gap <= (claimed.certificate?.requiredGap ?? tolerance.relativeGap);
  if (claimed.status === 'optimal' && !isProven) {
    const problem = `optimal is claimed, but the duals prove no more than ${dualBound} of ${cost.objective}: a gap of ${gap}`;
    disagreements.push({ where: 'status', problem });
  }
  if (claimed.status === 'limit' && isProven) {
    disagreements.push({
      where: 'status',
      problem: `limit is claimed, but the duals prove the plan to a gap of ${gap}`,
    });
  }
  return { verification, cost, vintages, certificate, disagreements, notChecked };
}

/** With a plan beside it, no answer says that there is none. */
function compareStatus({ status }: Claims): Disagreement[] {
  if (status !== 'infeasible' && status !== 'unbounded') return [];
  return [{ where: 'status', problem: `${status} is claimed, but a plan stands beside it` }];
}

/** Sentences that begin with the paths in `result.json` of which they speak, or with the files. */
function gapsOf(claimed: Claims, buildOut: unknown, proofs: readonly Proof[] | undefined): string[] {
  const gaps: string[] = [];
  if (buildOut === undefined)
    gaps.push('proof/proof.json: what was built when is not stated, so it was deduced from what stands.');
  if (proofs === undefined) {
    gaps.push(
      'status, certificate.dualBound, certificate.relativeGap, shadowPricePerMWh: without proofs nothing says how much ' +
        'cheaper a plan could be, nor what its hours are worth.',
    );
  } else gaps.push('proof/*.bin: duals are no claims; any that prove the bound will do.');
  if (proofs !== undefined && claimed.study === 'plan' && proofs.length > 1) {
    gaps.push('status: each phase is proven cheapest given those before it, not all of them together.');
  }
  if (claimed.study === 'dispatch') {
    gaps.push('status: the cost is proven least at that much import, not that less import was impossible.');
  }
  const requiredGap = claimed.certificate?.requiredGap;
  if (requiredGap !== undefined) {
    const problem = `whether a gap of ${requiredGap} is small enough: it was asked for, in place of ${tolerance.relativeGap}.`;
    gaps.push(`certificate.requiredGap: ${problem}`);
  }
  if (claimed.certificate?.maxViolationMWh !== undefined) {
    gaps.push(
      'certificate.maxViolationMWh: it also counts columns of the solver, which are not kept; the laws were measured anew.',
    );
  }
  if (claimed.baselines !== undefined) gaps.push('baselines: their schedules are not kept.');
  if (claimed.solver !== undefined) gaps.push('solver: what is said about it, its time and its memory.');
  return gaps;
}

/** Each phase built what stands beyond what is left of committed and older plant. */
export function deducedBuildOut(scenario: Scenario, schedule: Schedule): BuildOut[] {
  const { phases } = scenario;
  const added = sizesOf(scenario, schedule).map(({ committed, lifetimeYears, goneAfter, standing }) => {
    const left = [...committed];
    return phases.map(({ firstYear }, p) => {
      const built = Math.max(0, standing[p]! - left[p]!);
      for (const [q, stands] of standsIn(phases, firstYear, lifetimeYears, goneAfter).entries())
        if (stands) left[q]! += built;
      return built;
    });
  });
  // In the order of `sizesOf`: renewables, power and energy of each storage, links.
  const linksFrom = scenario.renewables.length + 2 * scenario.storages.length;
  return scenario.phases.map(({ name: phase }, p) => ({
    phase,
    renewables: scenario.renewables.map(({ name }, i) => ({ name, builtMW: added[i]![p]! })),
    storages: scenario.storages.map(({ name }, s) => {
      const power = scenario.renewables.length + 2 * s;
      return { name, builtMW: added[power]![p]!, builtMWh: added[power + 1]![p]! };
    }),
    links: scenario.links.map(({ name }, l) => ({ name, builtMW: added[linksFrom + l]![p]! })),
  }));
}
