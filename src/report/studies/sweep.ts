/** A sweep in words, tables and a chart. */

import type { LastPercent, Sweep, SweepPoint } from '../../studies/sweep/document.ts';
import { costCurve } from '../charts/cost-curve.ts';
import {
  amount,
  counted,
  given,
  type MoneyScale,
  moneyScaleOf,
  number,
  type Said,
  say,
  scored,
  share,
  size as sized,
} from '../content/words.ts';
import { roundedUp } from '../figures.ts';
import type { Sheet, SheetPart, SheetTable } from './sheet.ts';
import { endsOf, stateOf, widthOf } from './sweep-table.ts';

export function sweepSheet(sweep: Sweep): Sheet {
  const { scenario, vary, points, complete, synthetic } = sweep;
  const [first, second] = vary.map(({ path }) => path);
  const withoutPlan = points.filter(({ answer }) => answer !== undefined && answer.objective === undefined).length;
  return {
    title:
      second === undefined
        ? say('{name}: {path} varied', { name: scenario.name, path: first! })
        : say('{name}: {path} and {other} varied', { name: scenario.name, path: first!, other: second }),
    headline: [headlineOf(sweep), ...lastStep(sweep)],
    tone: !complete ? 'bad' : withoutPlan > 0 ? 'mixed' : 'good',
    synthetic,
    parts: [
      costPart(sweep),
      ...(sweep.lastPercent === undefined ? [] : lastPercentParts(sweep.lastPercent, scenario.currency)),
      { title: say('Sizes'), table: sizeTable(sweep) },
    ],
  };
}

function headlineOf({ points, complete, band }: Sweep): Said {
  const solved = points.filter(({ answer }) => answer !== undefined).length;
  const bands = points.flatMap((point) => (point.band === undefined ? [] : [widthOf(point)]));
  const counts = { solved: number(solved), values: counted(points.length, '{count} value', '{count} values') };
  if (!complete) {
    return say('Not complete: {solved} of {values} solved and verified. The same command goes on from here.', counts);
  }
  if (bands.length === 0) return say('{solved} of {values} solved and verified.', counts);
  const gaps = { ...counts, widest: share(roundedUp(Math.max(...bands), 4), 2) };
  return band === undefined
    ? say('{solved} of {values} solved and verified; the others are proven to lie in a band of at most {widest}.', gaps)
    : say(
        '{solved} of {values} solved and verified; the others are proven to lie in a band of at most {widest}, {asked} asked for.',
        { ...gaps, asked: share(band) },
      );
}

/** What the last per cent costs, where that was asked. */
function lastStep({ lastPercent, scenario: { currency } }: Sweep): Said[] {
  const step = lastPercent?.steps.at(-1);
  if (step === undefined) return [];
  const cost = amount(currency, step.costPerPoint);
  return [
    say('From a target of {from} to {to} one more point costs {cost}.', {
      ...{ from: scored(step.from), to: scored(step.to), cost },
    }),
  ];
}

const pathsOf = ({ vary }: Sweep): Said => ({ names: vary.map(({ path }) => path) });

const states = {
  optimal: 'optimal',
  infeasible: 'infeasible',
  unbounded: 'unbounded',
  limit: 'limit',
  bounded: 'bounded',
  open: 'open',
} as const;

/** Of a cost that is told with two digits. */
const SEEN_GAP = 1e-4;

function costPart(sweep: Sweep): SheetPart {
  const { points, scenario } = sweep;
  const scale = moneyScaleOf(
    scenario.currency,
    points.flatMap((point) => endsOf(point).upper ?? []),
  );
  const chart = curveOf(sweep, scale);
  const isBanded = points.some(({ answer }) => answer === undefined);
  const gap = Math.max(0, ...points.filter(({ answer }) => answer?.objective !== undefined).map(widthOf));
  return {
    title: say('Cost of all phases, discounted, in {unit}; levelised in {price}', {
      unit: scale.unit,
      price: `${scenario.currency}/MWh`,
    }),
    sentences:
      gap > SEEN_GAP
        ? [say('What is solved is proven to {gap} of its cost.', { gap: share(roundedUp(gap, 4), 2) })]
        : [],
    table: {
      subject: pathsOf(sweep),
      columns: [
        say('answer'),
        say('cost'),
        ...(isBanded ? [say('at least'), say('at most')] : []),
        say('levelised'),
        say('lowest score'),
      ],
      rows: points.map((point) => {
        const { answer } = point;
        const { lower, upper } = endsOf(point);
        const told = (value: number | undefined): Said => (value === undefined ? '–' : scale.of(value));
        return {
          name: valuesText(point.values),
          unit: '',
          cells: [
            say(states[stateOf(point)]),
            told(answer?.objective),
            ...(answer === undefined ? [told(lower), told(upper)] : isBanded ? ['', ''] : []),
            answer?.levelisedCostPerMWh === undefined ? '–' : number(answer.levelisedCostPerMWh, 2),
            answer?.lowestCfeScore === undefined ? '–' : scored(answer.lowestCfeScore),
          ],
        };
      }),
    },
    ...(chart && { chart }),
  };
}

function valuesText(values: SweepPoint['values']): Said {
  return { names: values.map((value) => (typeof value === 'number' ? given(value) : String(value))) };
}

/** Of one path with numbers alone. */
function curveOf({ vary, points }: Sweep, scale: MoneyScale): SheetPart['chart'] {
  if (vary.length > 1) return undefined;
  const drawn = points.flatMap((point) => {
    const [value] = point.values;
    const { lower, upper } = endsOf(point);
    if (typeof value !== 'number' || lower === undefined || upper === undefined) return [];
    return [{ value, lower, upper, isSolved: point.answer !== undefined }];
  });
  return drawn.length < 2 ? undefined : costCurve({ name: vary[0]!.path, money: scale, points: drawn });
}

function lastPercentParts({ steps, target, events }: LastPercent, currency: string): SheetPart[] {
  const [first] = events;
  const isOf = { phase: sameIn(events, 'phase'), weatherYear: sameIn(events, 'weatherYear') };
  const always = (['phase', 'weatherYear'] as const).flatMap((key) => (first && isOf[key] ? [first[key]] : []));
  return [
    {
      title: say('What one more point of target costs'),
      table: {
        subject: say('From'),
        columns: [say('to'), say('a point')],
        rows: steps.map(({ from, to, costPerPoint }) => ({
          name: scored(from),
          unit: '',
          cells: [scored(to), amount(currency, costPerPoint)],
        })),
      },
    },
    {
      title: say('What the last step closes: unmatched at {score}', { score: scored(target) }),
      sentences: always.length === 0 ? [] : [say('All of them: {names}.', { names: { names: always } })],
      table: {
        subject: say('From'),
        columns: [say('hours'), 'MWh'],
        rows: events.map(({ phase, weatherYear, from, hours, unmatchedMWh }) => ({
          name: { names: [from, ...(isOf.phase ? [] : [phase]), ...(isOf.weatherYear ? [] : [weatherYear])] },
          unit: '',
          cells: [number(hours), number(unmatchedMWh, 1)],
        })),
      },
    },
  ];
}

/** What all have in common is told once above them. */
const sameIn = (events: LastPercent['events'], key: 'phase' | 'weatherYear') =>
  new Set(events.map((event) => event[key])).size === 1;

/** Sizes that differ between points; what is the same everywhere is in the results. */
function sizeTable(sweep: Sweep): SheetTable {
  const solved = sweep.points.filter(({ answer }) => (answer?.sizes.length ?? 0) > 0);
  const rows = new Map<string, { name: Said; unit: string; sizes: (number | undefined)[] }>();
  for (const [at, { answer }] of solved.entries()) {
    for (const { phase, name, quantity, size } of answer!.sizes) {
      const row = rows.get(`${phase}\n${name}\n${quantity}`) ?? {
        name: say('{phase}: {asset}', { phase, asset: name === 'grid' ? say('subscribed power') : name }),
        unit: quantity.endsWith('MWh') ? 'MWh' : 'MW',
        sizes: [],
      };
      row.sizes[at] = size;
      rows.set(`${phase}\n${name}\n${quantity}`, row);
    }
  }
  return {
    subject: pathsOf(sweep),
    columns: solved.map(({ values }) => valuesText(values)),
    rows: [...rows.values()]
      .filter(({ sizes }) => sizes.some((size) => (size ?? 0) > 0))
      .map(({ name, unit, sizes }) => ({
        name,
        unit,
        cells: solved.map((_, at) => (sizes[at] === undefined ? '–' : sized(sizes[at]))),
      })),
  };
}
