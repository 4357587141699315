/** What a plan reaches by forecasts, in words and tables. */

import type { Operation } from '../../studies/operate/document.ts';
import { counted, figure, money, percent, plainPercent, score } from '../figures.ts';
import type { Sheet, SheetPart } from './sheet.ts';

type Performance = Operation['plan'];

export function operateSheet(document: Operation): Sheet {
  const { scenario, synthetic, target, forecast, perfect } = document;
  const reached = forecast ?? perfect;
  const isKept = target === undefined || reached.cfeScore >= target - KEPT;
  return {
    title: `${scenario.name}: operated by forecasts`,
    headline: headlineOf(document, reached, isKept),
    tone: isKept ? 'good' : 'mixed',
    synthetic,
    parts: [
      reachedPart(document),
      monthsPart(document),
      dearestPart(document),
      errorsPart(document),
      howPart(document),
    ],
  };
}

/** Of a score, what is no miss. */
const KEPT = 1e-6;

function headlineOf({ asked, target, hours, hoursDone }: Operation, reached: Performance, isKept: boolean): string {
  const so = hoursDone < hours ? `The first ${counted(hoursDone, 'hour')} of ${asked.weatherYear} alone: ` : '';
  const promise =
    target === undefined ? '' : `, and the target of ${plainPercent(target)} is ${isKept ? 'kept' : 'missed'}`;
  return `${so}${forecastWords(asked.forecast)}, ${asked.phase} reaches ${score(reached.cfeScore)}${promise}: ${figure(reached.unmatchedMWh)} MWh unmatched in ${counted(reached.unmatchedHours, 'hour')}.`;
}

function forecastWords(forecast: Operation['asked']['forecast']): string {
  switch (forecast.kind) {
    case 'perfect':
      return 'With perfect forecasts';
    case 'persistence':
      return 'With every day taken for the day before';
    case 'errors':
      return `With forecasts that err by ${percent(forecast.dayAheadError, 0)} a day ahead`;
    case 'file':
      return 'With the issued forecasts';
    default: {
      const never: never = forecast;
      throw new TypeError(`unknown forecast ${String(never)}`);
    }
  }
}

function reachedPart(document: Operation): SheetPart {
  const { asked, plan, perfect, forecast, scenario } = document;
  const windows = `windows of ${asked.windowHours} h`;
  const rows = [
    { name: 'the plan: the year known ahead', of: plan },
    { name: `${windows}, perfect forecasts`, of: perfect },
    ...(forecast ? [{ name: `${windows}, ${kindWords[asked.forecast.kind]}`, of: forecast }] : []),
  ];
  return {
    title: 'What is reached',
    sentences: [...worthOfKnowing(document), ...closingSentence(document)],
    table: {
      subject: asked.weatherYear,
      columns: ['score', 'unmatched MWh', 'hours', `${scenario.currency} a year`],
      rows: rows.map(({ name, of }) => ({
        ...{ name, unit: '' },
        cells: [
          score(of.cfeScore),
          figure(of.unmatchedMWh),
          figure(of.unmatchedHours),
          of.operatingCostPerYear === undefined ? '–' : figure(of.operatingCostPerYear),
        ],
      })),
    },
  };
}

const kindWords = {
  perfect: 'perfect',
  persistence: 'persistence',
  errors: 'erring forecasts',
  file: 'issued forecasts',
};

function worthOfKnowing({ plan, perfect, forecast, scenario: { currency } }: Operation): string[] {
  if (forecast === undefined) return [];
  const costs = [plan, perfect, forecast].map(({ operatingCostPerYear }) => operatingCostPerYear);
  const [, sure, erring] = costs;
  const paid =
    sure === undefined || erring === undefined
      ? ''
      : ` and ${money(currency, erring - sure)} a year, what is imported counted at the price of the grid`;
  return [
    `Value of information: to know the hours of a window is worth ${figure(forecast.unmatchedMWh - perfect.unmatchedMWh)} MWh unmatched${paid}; to know the year beyond them ${figure(perfect.unmatchedMWh - plan.unmatchedMWh)} MWh more.`,
  ];
}

function closingSentence({ forecast, perfect }: Operation): string[] {
  const { closingMWh } = forecast ?? perfect;
  return closingMWh < 1
    ? []
    : [`Of it ${figure(closingMWh)} MWh were not imported, but are missing in store or left undone as the year ends.`];
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

function monthsPart({ months }: Operation): SheetPart {
  const told = months.filter(({ perfectMWh, planMWh, forecastMWh = 0 }) => perfectMWh + planMWh + forecastMWh >= 0.5);
  const hasForecast = months.some(({ forecastMWh }) => forecastMWh !== undefined);
  return {
    title: 'Unmatched by month, in MWh',
    sentences: [],
    table: {
      subject: 'Month',
      columns: ['plan', 'perfect', ...(hasForecast ? ['forecast'] : [])],
      rows: told.map(({ month, planMWh, perfectMWh, forecastMWh }) => ({
        ...{ name: monthNames[month - 1]!, unit: '' },
        cells: [planMWh, perfectMWh, ...(forecastMWh === undefined ? [] : [forecastMWh])].map((mwh) => figure(mwh)),
      })),
    },
  };
}

function dearestPart({ dearest }: Operation): SheetPart {
  return {
    title: 'Hours with most unmatched',
    table: {
      subject: 'Hour',
      columns: ['MWh'],
      rows: dearest.map(({ stamp, unmatchedMWh }) => ({ name: stamp, unit: '', cells: [figure(unmatchedMWh, 1)] })),
    },
  };
}

function errorsPart({ forecastErrors }: Operation): SheetPart {
  const leads = [...new Set(forecastErrors.map(({ leadHours }) => leadHours))];
  const plants = [...new Set(forecastErrors.map(({ plant }) => plant))];
  return {
    title: 'How far forecasts were off, of full power',
    table: {
      subject: 'Plant',
      columns: leads.map((lead) => `${lead} h ahead`),
      rows: plants.map((name) => ({
        ...{ name, unit: '' },
        cells: leads.map((lead) => {
          const own = forecastErrors.find(({ plant, leadHours }) => plant === name && leadHours === lead);
          return own ? percent(own.meanAbsoluteError) : '–';
        }),
      })),
    },
  };
}

function howPart({ asked, prices, scenario: { currency } }: Operation): SheetPart {
  const { precautionPerMWhHour, beyondPerMWh, unmatchedPerMWh } = prices;
  return {
    title: 'How it was found',
    sentences: [
      `Every ${asked.stepHours} h a window of ${asked.windowHours} h is solved with the forecasts of its first hour (${asked.solver}); load is known. Each hour then answers the weather that came, and leaves the path of its window where that pays.`,
      'What is in store and what waits as a window ends is worth what the duals of the plan say. The plan knows its year: what windows do not see of it, those values do, so a true year would be somewhat harder.',
      ...(precautionPerMWhHour > 0
        ? [
            `Since forecasts err, a MWh in store or done is taken to be worth ${figure(precautionPerMWhHour, 2)} ${currency} an hour.`,
          ]
        : []),
      ...(beyondPerMWh === undefined
        ? []
        : [
            `The plan hands out what may be imported${unmatchedPerMWh > 0 ? `, at ${figure(unmatchedPerMWh)} ${currency}/MWh beside its price` : ''}; beyond it a MWh counts ${figure(beyondPerMWh)} ${currency}.`,
          ]),
    ],
  };
}
