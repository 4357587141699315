/** A result that came from elsewhere, checked from its files alone; nothing is solved. */

import type { ResultVerification } from '../../src/index.ts';
import { verifyResultDirectory } from '../../src/results/verify-directory.ts';
import { verifyResult } from '../../src/studies/verify-result.ts';

/** Beyond these a list teaches nothing new; the laws count all of them. */
const MOST_TOLD = 200;

/** Null where it cannot be measured: JSON has no infinity. */
type Measured = number | null;

export interface Verified {
  readonly scenario: { readonly name: string; readonly contentHash: string };
  readonly verified: boolean;
  readonly laws: { law: string; checks: number; broken: number; largestMWh: Measured }[];
  readonly violations: (Omit<Violation, 'amountMWh'> & { readonly amountMWh: Measured })[];
  readonly disagreements: { readonly where: string; readonly problem: string }[];
  readonly certificate?: Readonly<Record<'objective' | 'dualBound' | 'relativeGap' | 'maxViolationMWh', Measured>>;
  readonly notChecked: string[];
}

type Violation = ResultVerification['verification']['violations'][number];

/** @throws ResultError with every file that is missing, damaged or changed */
export async function verifyDirectory(directory: string): Promise<Verified> {
  const { scenario, verified, found, disagreements, notChecked } = await verifyResultDirectory(directory, verifyResult);
  const { verification, certificate } = found ?? {};
  const { laws = [], violations = [] } = verification ?? {};
  return {
    scenario,
    verified,
    laws: laws.map(({ law, checks, broken, largestMWh }) => ({
      law,
      checks,
      broken,
      largestMWh: measured(largestMWh),
    })),
    violations: violations
      .slice(0, MOST_TOLD)
      .map((violation) => ({ ...violation, amountMWh: measured(violation.amountMWh) })),
    disagreements: disagreements.slice(0, MOST_TOLD).map(({ where, problem }) => ({ where, problem })),
    ...(certificate && {
      certificate: {
        objective: measured(certificate.objective),
        dualBound: measured(certificate.dualBound),
        relativeGap: measured(certificate.relativeGap),
        maxViolationMWh: measured(certificate.maxViolationMWh),
      },
    }),
    notChecked: [...notChecked],
  };
}

const measured = (value: number): Measured => (Number.isFinite(value) ? value : null);
