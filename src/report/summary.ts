/** An answer on one screen of a terminal: verdict, phases, costs, comparisons, certificate. */

import type { ResultDocument } from '../results/document/result-document.ts';
import { comparisonSentences } from './comparisons.ts';
import type { Said } from './content/words.ts';
import { costKindNames, costKinds } from './cost-kinds.ts';
import { costOfEnergySentences } from './cost-sentences.ts';
import { emissionsSentences, gridScoreSentences } from './emissions-text.ts';
import { counted, figure, money, percent, shortFigure, tiny } from './figures.ts';
import { findingSentence } from './issues.ts';
import { englishText, languageNamed } from './language/language.ts';
import { phaseQuantities } from './phase-quantities.ts';
import { firstRemediesWords } from './studies/repair.ts';
import { visible, wrapped } from './terminal-text.ts';
import { textTable } from './text-table.ts';
import { type Asked, verdictOf } from './verdict.ts';

type SummaryPart = 'title' | 'good' | 'mixed' | 'bad' | 'warning' | 'quiet';

export interface Summary {
  readonly document: ResultDocument;
  /** By which a target is known to be kept. */
  readonly asked?: Asked;
  /** Columns of the terminal; at least 40 are used. */
  readonly width: number;
  /** Marks a line, for example with colours; it adds no visible characters. */
  readonly style?: (text: string, part: SummaryPart) => string;
}

const NARROWEST = 40;
const WORST_HOURS_SHOWN = 5;

/** Paragraphs with an empty line between them; no end of line after the last. */
export function summaryText({ document, asked, width, style = (text) => text }: Summary): string {
  const columns = Math.max(width, NARROWEST);
  const said = (words: Said, part?: SummaryPart) =>
    wrapped(visible(englishText(words)), columns).map((line) => (part === undefined ? line : style(line, part)));
  const { tone, headline, detail } = verdictOf(document, asked);
  const paragraphs: string[][] = [
    [...said(document.scenario.name, 'title'), ...said(headline, tone), ...said(detail)],
    document.synthetic
      ? said('SYNTHETIC PROFILES: generated, not measured; no basis for an investment.', 'warning')
      : [],
    warningLines(document).flatMap((line) => said(line, 'warning')),
    shortageLines(document).flatMap((line) => said(line)),
    phaseTable(document, columns),
    [
      ...costSentences(document),
      ...costOfEnergySentences(document),
      ...emissionsSentences(document),
      ...gridScoreSentences(document),
      ...comparisonSentences(document),
    ].flatMap((sentence) => said(sentence)),
    [certificateLine(document), solverLine(document)].flatMap((line) => (line === '' ? [] : said(line, 'quiet'))),
    document.remedies ? said(firstRemediesWords(document.remedies, document.scenario.currency)) : [],
  ];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function phaseTable(document: ResultDocument, width: number): string[] {
  if (document.phases.length === 0) return [];
  return textTable({
    columns: document.phases.map(({ name }) => name),
    rows: phaseQuantities(document).map(({ name, unit, values }) => ({
      name: englishText(name),
      unit: narrow(englishText(unit)),
      cells: values.map(languageNamed('en').optional),
    })),
    width,
  });
}

/** Room for the phases. */
const narrow = (unit: string): string => unit.replace(' million/', ' m/').replace(' thousand/', ' k/');

function costSentences({ cost, scenario: { currency } }: ResultDocument): string[] {
  if (cost === undefined) return [];
  const kinds = costKinds
    .map((kind) => ({
      kind,
      value: cost.items.filter((item) => item.kind === kind).reduce((sum, { value }) => sum + value, 0),
    }))
    .filter(({ value }) => value !== 0)
    .sort((a, b) => b.value - a.value);
  const parts =
    cost.objective > 0
      ? kinds.map(({ kind, value }) => `${costKindNames[kind].toLowerCase()} ${percent(value / cost.objective)}`)
      : [];
  return [
    `Cost of all phases, discounted: ${money(currency, cost.objective)}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}.`,
  ];
}

function shortageLines({ shortages }: ResultDocument): string[] {
  return shortages.flatMap(({ phase, weatherYear, unmatchedMWh, permittedMWh, unmatchedHours, worstHours }) => [
    `${phase}, weather year ${weatherYear}: ${figure(unmatchedMWh, 1)} MWh unmatched in ${counted(unmatchedHours, 'hour')}, ${figure(permittedMWh, 1)} MWh permitted. Worst hours:`,
    ...worstHours
      .slice(0, WORST_HOURS_SHOWN)
      .map(({ stamp, unmatchedMWh: missing }) => `- ${stamp}: ${figure(missing, 1)} MWh`),
  ]);
}

function warningLines({ warnings }: ResultDocument): string[] {
  return warnings.map((warning) => {
    const file = warning.file === undefined ? '' : `${warning.file}, `;
    return `Warning: ${file}${warning.where}: ${findingSentence(warning)}`;
  });
}

function certificateLine({ certificate, scenario: { currency } }: ResultDocument): string {
  if (certificate === undefined) return '';
  const { objective, dualBound, relativeGap, requiredGap, maxViolationMWh, verified } = certificate;
  const asked = requiredGap === undefined ? '' : ` (at most ${tiny(requiredGap)} was asked for)`;
  return `Certificate: cost ${currency} ${figure(objective, 2)}, proven bound ${currency} ${figure(dualBound, 2)}, gap ${tiny(relativeGap)}${asked}, largest violation ${tiny(maxViolationMWh)} MWh, ${verified ? 'verified' : 'NOT VERIFIED'}.`;
}

function solverLine({ solver }: ResultDocument): string {
  const { name, version, method, iterations, wallSeconds, peakMemoryMB } = solver;
  return `Solver: ${name} ${version}, ${method}, ${figure(iterations)} iterations, ${shortFigure(wallSeconds)} s, ${figure(peakMemoryMB)} MB.`;
}
