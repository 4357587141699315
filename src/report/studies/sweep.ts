/** A sweep in words, tables and a chart. */

import type { LastPercent, Sweep, SweepPoint } from '../../studies/sweep/document.ts';
import type { CostCurve } from '../charts/cost-curve.ts';
import {
  capacity,
  counted,
  figure,
  money,
  moneyScale,
  optionalFigure,
  percent,
  plainFigure,
  score,
} from '../figures.ts';
import type { Sheet, SheetPart, SheetTable } from './sheet.ts';
import { endsOf, stateOf, widthOf } from './sweep-table.ts';

export function sweepSheet(sweep: Sweep): Sheet {
  const { scenario, vary, points, complete, synthetic } = sweep;
  const paths = vary.map(({ path }) => path).join(' and ');
  const withoutPlan = points.filter(({ answer }) => answer !== undefined && answer.objective === undefined).length;
  return {
    title: `${scenario.name}: ${paths} varied`,
    headline: headlineOf(sweep),
    tone: !complete ? 'bad' : withoutPlan > 0 ? 'mixed' : 'good',
    synthetic,
    parts: [
      costPart(sweep),
      ...(sweep.lastPercent === undefined ? [] : lastPercentParts(sweep.lastPercent, scenario.currency)),
      { title: 'Sizes', table: sizeTable(sweep) },
    ],
  };
}

function headlineOf({ points, complete, band }: Sweep): string {
  const solved = points.filter(({ answer }) => answer !== undefined).length;
  const bands = points.flatMap((point) => (point.band === undefined ? [] : [widthOf(point)]));
  const counts = `${solved} of ${counted(points.length, 'value')} solved and verified`;
  if (!complete) return `Not complete: ${counts}. The same command goes on from here.`;
  if (bands.length === 0) return `${counts}.`;
  const asked = band === undefined ? '' : `, ${percent(band)} asked for`;
  return `${counts}; the others are proven to lie in a band of at most ${percent(Math.max(...bands), 2)}${asked}.`;
}

function costPart(sweep: Sweep): SheetPart {
  const { points, vary, scenario } = sweep;
  const scale = moneyScale(
    scenario.currency,
    points.flatMap((point) => endsOf(point).upper ?? []),
  );
  const chart = curveOf(sweep, scale);
  return {
    title: `Cost of all phases, discounted, in ${scale.unit}`,
    table: {
      subject: vary.map(({ path }) => path).join(', '),
      columns: ['answer', 'cost', 'at least', 'at most', 'levelised', 'lowest score'],
      rows: points.map((point) => {
        const { answer } = point;
        const { lower, upper } = endsOf(point);
        const text = (value: number | undefined) => (value === undefined ? '–' : scale.text(value));
        return {
          name: point.values.map(valueText).join(', '),
          unit: '',
          cells: [
            stateOf(point),
            text(answer?.objective),
            ...(answer === undefined ? [text(lower), text(upper)] : ['', '']),
            optionalFigure(answer?.levelisedCostPerMWh, 2),
            answer?.lowestCfeScore === undefined ? '–' : score(answer.lowestCfeScore),
          ],
        };
      }),
    },
    ...(chart && { chart }),
  };
}

function valueText(value: SweepPoint['values'][number]): string {
  return typeof value === 'number' ? plainFigure(value) : String(value);
}

/** Of one path with numbers alone. */
function curveOf({ vary, points }: Sweep, scale: ReturnType<typeof moneyScale>): CostCurve | undefined {
  if (vary.length > 1) return undefined;
  const drawn = points.flatMap((point) => {
    const [value] = point.values;
    const { lower, upper } = endsOf(point);
    if (typeof value !== 'number' || lower === undefined || upper === undefined) return [];
    return [{ value, lower, upper, isSolved: point.answer !== undefined }];
  });
  return drawn.length < 2 ? undefined : { name: vary[0]!.path, money: scale, points: drawn };
}

function lastPercentParts({ steps, target, events }: LastPercent, currency: string): SheetPart[] {
  return [
    {
      title: 'What one more point of target costs',
      table: {
        subject: 'From',
        columns: ['to', 'a point'],
        rows: steps.map(({ from, to, costPerPoint }) => ({
          name: score(from),
          unit: '',
          cells: [score(to), money(currency, costPerPoint)],
        })),
      },
    },
    {
      title: `What the last step closes: unmatched at ${score(target)}`,
      table: {
        subject: 'From',
        columns: ['hours', 'MWh'],
        rows: events.map(({ phase, weatherYear, from, hours, unmatchedMWh }) => ({
          name: `${from}, ${phase}, ${weatherYear}`,
          unit: '',
          cells: [figure(hours), figure(unmatchedMWh, 1)],
        })),
      },
    },
  ];
}

/** Sizes that differ between points; what is the same everywhere is in the results. */
function sizeTable({ points, vary }: Sweep): SheetTable {
  const solved = points.filter(({ answer }) => (answer?.sizes.length ?? 0) > 0);
  const rows = new Map<string, { name: string; unit: string; sizes: (number | undefined)[] }>();
  for (const [at, { answer }] of solved.entries()) {
    for (const { phase, name, quantity, size } of answer!.sizes) {
      const row = rows.get(`${phase}\n${name}\n${quantity}`) ?? {
        name: `${phase}: ${name === 'grid' ? 'subscribed power' : name}`,
        unit: quantity.endsWith('MWh') ? 'MWh' : 'MW',
        sizes: [],
      };
      row.sizes[at] = size;
      rows.set(`${phase}\n${name}\n${quantity}`, row);
    }
  }
  return {
    subject: vary.map(({ path }) => path).join(', '),
    columns: solved.map(({ values }) => values.map(valueText).join(', ')),
    rows: [...rows.values()]
      .filter(({ sizes }) => sizes.some((size) => (size ?? 0) > 0))
      .map(({ name, unit, sizes }) => ({
        name,
        unit,
        cells: solved.map((_, at) => (sizes[at] === undefined ? '–' : capacity(sizes[at]))),
      })),
  };
}
