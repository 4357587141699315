/** What a report says of a result: pure, the same data give the same content. */

import type { Content, Seal, Section } from './content/content.ts';
import type { ReportData } from './report-data.ts';
import { answer } from './sections/answer.ts';
import { assumptions } from './sections/assumptions.ts';
import { carbon } from './sections/carbon.ts';
import { comparison } from './sections/comparison.ts';
import { costs } from './sections/costs.ts';
import { events } from './sections/events.ts';
import { flexibleLoad } from './sections/flexible-load.ts';
import { hours } from './sections/hours.ts';
import { inputFiles } from './sections/inputs.ts';
import { ledger } from './sections/ledger.ts';
import { method } from './sections/method.ts';
import { months } from './sections/months.ts';
import { next } from './sections/next.ts';
import { phases } from './sections/phases.ts';
import { plants } from './sections/plants.ts';
import { positions } from './sections/positions.ts';
import { proof } from './sections/proof.ts';
import { shortages } from './sections/shortages.ts';
import { storages } from './sections/storages.ts';
import { verdicts } from './sections/verdicts.ts';
import { warnings } from './sections/warnings.ts';
import { weatherYears } from './sections/weather-years.ts';

/** In the order in which they are asked; a section without anything to say is left out. */
const sections: readonly ((data: ReportData) => Section | undefined)[] = [
  verdicts,
  warnings,
  shortages,
  weatherYears,
  hours,
  positions,
  months,
  events,
  phases,
  plants,
  costs,
  comparison,
  next,
  storages,
  flexibleLoad,
  carbon,
  ledger,
  assumptions,
  inputFiles,
  proof,
  method,
];

export function reportContent(data: ReportData, resultSha256: string): Content {
  const { hourmatchVersion, createdAt } = data.document;
  const seal: Seal = { resultSha256, hourmatchVersion, createdAt };
  return { ...answer(data), seal, sections: sections.flatMap((section) => section(data) ?? []) };
}
