/** What a verification found, in words. */

import type { DirectoryVerification, ResultVerification, StudyVerification } from '../index.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

const LISTED = 10;

const count = (value: number) => value.toLocaleString('en-US');
/** Rounded up: what is proven must not be told better than it is. */
const PROVEN = {
  notation: 'scientific',
  roundingMode: 'ceil',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
} as const;
const small = (value: number) => (value === 0 ? '0' : value.toLocaleString('en-US', PROVEN).toLowerCase());

export function verificationText(result: DirectoryVerification, terminal: Terminal): string {
  const { scenario, found, disagreements, notChecked } = result;
  const { verification, certificate } = found ?? {};
  const { violations = [], laws = [] } = verification ?? {};
  const broken = laws.reduce((sum, law) => sum + law.broken, 0);
  const parts = [
    { title: 'laws', lines: lawLines(laws) },
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
    `${terminal.styled(scenario.name, 'bold')}: ${verdictOf(result, broken, terminal)}`,
    ...parts.flatMap(({ title, lines }) => partText(title, lines, terminal)),
  ].join('\n');
}

function partText(title: string, lines: readonly string[], terminal: Terminal): string[] {
  if (lines.length === 0) return [];
  return [`\n${terminal.styled(title, 'cyan')}`, ...lines.map((line) => wrap(line, terminal.printWidth, '  '))];
}

function verdictOf(
  { verified, status, found, disagreements }: DirectoryVerification,
  broken: number,
  terminal: Terminal,
): string {
  if (verified) return terminal.styled('verified.', 'bold');
  if (found === undefined && disagreements.length === 0) {
    const said = status === undefined ? '' : ` The result says ${status}, and nothing that it holds contradicts that;`;
    return `${terminal.styled('no plan to verify.', 'bold')}${said} what this does not show is listed under "not checked".`;
  }
  return `${terminal.styled('NOT VERIFIED:', 'red')} ${count(broken)} violations of laws, ${disagreements.length} claims that do not hold${found === undefined ? ', and no schedule' : ''}.`;
}

function lawLines(laws: ResultVerification['verification']['laws']): string[] {
  return laws.map(({ law, checks, broken, largestMWh }) =>
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

export function studyVerificationText(study: StudyVerification, terminal: Terminal): string {
  const { title, verified, disagreements, notChecked } = study;
  const verdict = verified
    ? terminal.styled('verified.', 'bold')
    : disagreements.length > 0
      ? `${terminal.styled('NOT VERIFIED:', 'red')} ${disagreements.length} claims that do not hold.`
      : `${terminal.styled('not verified:', 'red')} what it was made from is not there.`;
  const told = disagreements.map(({ where, problem }) => `${where}: ${problem}`);
  return [
    `${terminal.styled(title, 'bold')}: ${verdict}`,
    ...partText('claims that do not hold', listed(told, told.length), terminal),
    ...partText('not checked', notChecked, terminal),
  ].join('\n');
}
