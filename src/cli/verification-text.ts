/** What a verification found, in words. */

import type { ResultVerification } from '../index.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

const LISTED = 10;

const count = (value: number) => value.toLocaleString('en-US');
const small = (value: number) => (value === 0 ? '0' : value.toExponential(1));

/** All laws are kept, and all that is claimed holds. */
export function isVerified({ verification, disagreements }: ResultVerification): boolean {
  return verification.laws.every(({ broken }) => broken === 0) && disagreements.length === 0;
}

export function verificationText(name: string, found: ResultVerification, terminal: Terminal): string {
  const { verification, certificate, disagreements, notChecked } = found;
  const { violations } = verification;
  const broken = verification.laws.reduce((sum, law) => sum + law.broken, 0);
  const verdict = isVerified(found)
    ? terminal.styled('verified.', 'bold')
    : `${terminal.styled('NOT VERIFIED:', 'red')} ${count(broken)} violations of laws, ${disagreements.length} claims that do not hold.`;
  const parts = [
    { title: 'laws', lines: lawLines(found) },
    {
      title: 'violations',
      lines: listed(
        violations.map(({ law, problem }) => `${law}: ${problem}`),
        broken,
      ),
    },
    {
      title: 'claims that do not hold',
      lines: listed(
        disagreements.map(({ where, problem }) => `${where}: ${problem}`),
        disagreements.length,
      ),
    },
    { title: 'certificate', lines: certificate === undefined ? [] : [certificateLine(certificate)] },
    { title: 'not checked', lines: notChecked },
  ];
  return [
    `${terminal.styled(name, 'bold')}: ${verdict}`,
    ...parts
      .filter(({ lines }) => lines.length > 0)
      .map(({ title, lines }) =>
        [`\n${terminal.styled(title, 'cyan')}`, ...lines.map((line) => wrap(line, terminal.printWidth, '  '))].join(
          '\n',
        ),
      ),
  ].join('\n');
}

function lawLines({ verification }: ResultVerification): string[] {
  return verification.laws.map(({ law, checks, broken, largestMWh }) =>
    [
      `${law}: ${checks === 0 ? 'nothing to check' : `${count(checks)} checks`}`,
      ...(largestMWh > 0 ? [`off by at most ${small(largestMWh)} MWh`] : []),
      ...(broken > 0 ? [`broken ${count(broken)} times`] : []),
    ].join(', '),
  );
}

function certificateLine({
  objective,
  dualBound,
  relativeGap,
}: NonNullable<ResultVerification['certificate']>): string {
  const money = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
  return `cost ${money(objective)}, proven bound ${money(dualBound)}, gap ${small(relativeGap)}`;
}

function listed(lines: readonly string[], all: number): string[] {
  const shown = lines.slice(0, LISTED);
  return all > shown.length ? [...shown, `and ${count(all - shown.length)} more`] : shown;
}
