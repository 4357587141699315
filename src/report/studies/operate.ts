/** What a plan reaches by forecasts, in words and tables. */

import type { Operation } from '../../studies/operate/document.ts';
import { amount, given, givenShare, number, type Said, say, scored, share } from '../content/words.ts';
import { hoursOf } from '../verdict.ts';
import { monthsPart } from './operate-months.ts';
import type { Sheet, SheetPart } from './sheet.ts';

type Performance = Operation['plan'];

export function operateSheet(document: Operation): Sheet {
  const { scenario, synthetic, target, forecast, perfect } = document;
  const reached = forecast ?? perfect;
  const isKept = target === undefined || reached.cfeScore >= target - KEPT;
  return {
    title: say('{name}: operated by forecasts', { name: scenario.name }),
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

function headlineOf({ asked, target, hours, hoursDone }: Operation, reached: Performance, isKept: boolean): Said {
  const gaps = {
    forecast: forecastWords(asked.forecast),
    phase: asked.phase,
    score: scored(reached.cfeScore),
    mwh: number(reached.unmatchedMWh),
    hours: hoursOf(reached.unmatchedHours),
  };
  const promised = { ...gaps, target: givenShare(target ?? 1) };
  return [
    hoursDone < hours
      ? say('The first {hours} of {year} alone:', { hours: hoursOf(hoursDone), year: asked.weatherYear })
      : '',
    target === undefined
      ? say('{forecast}, {phase} reaches {score}: {mwh} MWh unmatched in {hours}.', gaps)
      : isKept
        ? say(
            '{forecast}, {phase} reaches {score}, and the target of {target} is kept: {mwh} MWh unmatched in {hours}.',
            promised,
          )
        : say(
            '{forecast}, {phase} reaches {score}, and the target of {target} is missed: {mwh} MWh unmatched in {hours}.',
            promised,
          ),
  ];
}

function forecastWords(forecast: Operation['asked']['forecast']): Said {
  switch (forecast.kind) {
    case 'perfect':
      return say('With perfect forecasts');
    case 'persistence':
      return say('With every day taken for the day before');
    case 'errors':
      return say('With forecasts that err by {share} a day ahead', { share: share(forecast.dayAheadError, 0) });
    case 'file':
      return say('With the issued forecasts');
    default: {
      const never: never = forecast;
      throw new TypeError(`unknown forecast ${String(never)}`);
    }
  }
}

function reachedPart(document: Operation): SheetPart {
  const { asked, plan, perfect, forecast, scenario } = document;
  const windows = (kind: Said) => say('windows of {hours} h, {kind}', { hours: given(asked.windowHours), kind });
  const rows = [
    { name: say('the plan: the year known ahead'), of: plan },
    { name: windows(say('perfect forecasts')), of: perfect },
    ...(forecast ? [{ name: windows(say(kindWords[asked.forecast.kind])), of: forecast }] : []),
  ];
  return {
    title: say('What is reached'),
    sentences: [...worthOfKnowing(document), ...closingSentence(document)],
    table: {
      subject: asked.weatherYear,
      columns: [
        say('score'),
        say('unmatched MWh'),
        say('hours'),
        say('{currency} a year', { currency: scenario.currency }),
      ],
      rows: rows.map(({ name, of }) => ({
        ...{ name, unit: '' },
        cells: [
          scored(of.cfeScore),
          number(of.unmatchedMWh),
          number(of.unmatchedHours),
          of.operatingCostPerYear === undefined ? '–' : number(of.operatingCostPerYear),
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
} as const;

function worthOfKnowing({ plan, perfect, forecast, scenario: { currency } }: Operation): Said[] {
  if (forecast === undefined) return [];
  const [sure, erring] = [perfect, forecast].map(({ operatingCostPerYear }) => operatingCostPerYear);
  const gaps = {
    window: number(forecast.unmatchedMWh - perfect.unmatchedMWh),
    beyond: number(perfect.unmatchedMWh - plan.unmatchedMWh),
  };
  return [
    sure === undefined || erring === undefined
      ? say(
          'Value of information: to know the hours of a window is worth {window} MWh unmatched; to know the year beyond them {beyond} MWh more.',
          gaps,
        )
      : say(
          'Value of information: to know the hours of a window is worth {window} MWh unmatched and {paid} a year, what is imported counted at the price of the grid; to know the year beyond them {beyond} MWh more.',
          { ...gaps, paid: amount(currency, erring - sure) },
        ),
  ];
}

function closingSentence({ forecast, perfect }: Operation): Said[] {
  const { closingMWh } = forecast ?? perfect;
  if (closingMWh < 1) return [];
  return [
    say('Of it {mwh} MWh were not imported, but are missing in store or left undone as the year ends.', {
      mwh: number(closingMWh),
    }),
  ];
}

function dearestPart({ dearest }: Operation): SheetPart {
  return {
    title: say('Hours with most unmatched'),
    table: {
      subject: say('Hour'),
      columns: ['MWh'],
      rows: dearest.map(({ stamp, unmatchedMWh }) => ({ name: stamp, unit: '', cells: [number(unmatchedMWh, 1)] })),
    },
  };
}

function errorsPart({ forecastErrors }: Operation): SheetPart {
  const leads = [...new Set(forecastErrors.map(({ leadHours }) => leadHours))];
  const plants = [...new Set(forecastErrors.map(({ plant }) => plant))];
  return {
    title: say('How far forecasts were off, of full power'),
    table: {
      subject: say('Plant'),
      columns: leads.map((lead) => say('{hours} h ahead', { hours: given(lead) })),
      rows: plants.map((name) => ({
        ...{ name, unit: '' },
        cells: leads.map((lead) => {
          const own = forecastErrors.find(({ plant, leadHours }) => plant === name && leadHours === lead);
          return own ? share(own.meanAbsoluteError) : '–';
        }),
      })),
    },
  };
}

function howPart({ asked, prices, scenario: { currency } }: Operation): SheetPart {
  const { precautionPerMWhHour, beyondPerMWh, unmatchedPerMWh } = prices;
  const beyond = beyondPerMWh === undefined ? undefined : number(beyondPerMWh);
  return {
    title: say('How it was found'),
    sentences: [
      say(
        'Every {step} h a window of {hours} h is solved with the forecasts of its first hour ({solver}); load is known. Each hour then answers the weather that came, and leaves the path of its window where that pays.',
        { step: given(asked.stepHours), hours: given(asked.windowHours), solver: asked.solver },
      ),
      say(
        'What is in store and what waits as a window ends is worth what the duals of the plan say. The plan knows its year: what windows do not see of it, those values do, so a true year would be somewhat harder.',
      ),
      ...(precautionPerMWhHour > 0
        ? [
            say('Since forecasts err, a MWh in store or done is taken to be worth {price} {currency} an hour.', {
              price: number(precautionPerMWhHour, 2),
              currency,
            }),
          ]
        : []),
      ...(beyond === undefined
        ? []
        : unmatchedPerMWh > 0
          ? [
              say(
                'The plan hands out what may be imported, at {price} {currency}/MWh beside its price; beyond it a MWh counts {beyond} {currency}.',
                { price: number(unmatchedPerMWh), beyond, currency },
              ),
            ]
          : [
              say('The plan hands out what may be imported; beyond it a MWh counts {beyond} {currency}.', {
                beyond,
                currency,
              }),
            ]),
    ],
  };
}
