/** A known year in any layout, zone, label, step, signs and order comes back to its hours, or the reader asks; never to others. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProfileError } from '../../../../src/errors.ts';
import { type OffsetTable, offsetAt } from '../../../../src/profiles/civil-time/offset-table.ts';
import { tableOf, zoneOf } from '../../../../src/profiles/civil-time/zone.ts';
import { parseProfile } from '../../../../src/profiles/read.ts';
import { draws } from '../../../fixtures/draws.ts';

const YEAR = 2021;
const HOURS = 8760;
const MINUTES_PER_DAY = 1440;
const BEGIN = Date.UTC(YEAR, 0, 1) / 60_000;
/** Two days on either side: clocks are ahead or behind. */
const MARGIN = 2 * MINUTES_PER_DAY;

const two = (value: number) => `${value}`.padStart(2, '0');

/** What a clock shows, from the minutes since 1970 that it shows. */
function clock(minutes: number) {
  const date = new Date(minutes * 60_000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return { year, month, day, hour: date.getUTCHours(), minute: date.getUTCMinutes() };
}

interface Interval {
  /** Readings of the clock at its beginning and end, and the reading that names it. */
  readonly from: number;
  readonly to: number;
  readonly stamp: number;
  /** Minutes of UTC that name it, and how far the clock is from UTC then. */
  readonly instant: number;
  readonly offset: number;
  /** Minutes that passed since the midnight before its beginning, by the clock of that day. */
  readonly elapsed: number;
}

type Dates = 'year-first' | 'day-first' | 'month-first';

const dateText = (minutes: number, dates: Dates, sign: string) => {
  const { year, month, day } = clock(minutes);
  const parts = {
    'year-first': [year, two(month), two(day)],
    'day-first': [two(day), two(month), year],
    'month-first': [two(month), two(day), year],
  };
  return parts[dates].join(sign);
};
const timeText = (minutes: number) => `${two(clock(minutes).hour)}:${two(clock(minutes).minute)}`;
const offsetText = (offset: number) =>
  `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Layout {
  readonly header: readonly string[];
  readonly cells: (interval: Interval, dates: Dates) => readonly string[];
  /** What the file says itself, so that no answer may be given. */
  readonly states?: { readonly zone?: true; readonly label?: 'start' | 'end' };
  /** Steps and labels that can be written so. */
  readonly isHourly?: true;
}

const layouts: Readonly<Record<string, Layout>> = {
  stamp: { header: ['Time'], cells: ({ stamp }, dates) => [`${dateText(stamp, dates, '/')} ${timeText(stamp)}`] },
  dashed: {
    header: ['Date et heure'],
    cells: ({ stamp }, dates) => [`${dateText(stamp, dates, '-')} ${timeText(stamp)}:00`],
  },
  'date and time': {
    header: ['Date', 'Heure'],
    cells: ({ stamp }, dates) => [dateText(stamp, dates, '.'), timeText(stamp)],
  },
  parts: {
    header: ['Year', 'Month', 'Day', 'Hour', 'Minute'],
    cells: ({ stamp }) => Object.values(clock(stamp)).map(String),
  },
  'day of the year': {
    header: ['Year', 'DOY', 'Hour', 'Minute'],
    cells: ({ stamp }) => {
      const { year, hour, minute } = clock(stamp);
      const day = Math.floor((stamp - Date.UTC(year, 0, 1) / 60_000) / MINUTES_PER_DAY) + 1;
      return [year, day, hour, minute].map(String);
    },
  },
  offset: {
    header: ['Timestamp'],
    cells: ({ stamp, offset }) => [`${dateText(stamp, 'year-first', '-')}T${timeText(stamp)}:00${offsetText(offset)}`],
    states: { zone: true },
  },
  'seconds since 1970': { header: ['timestamp'], cells: ({ instant }) => [`${instant * 60}`], states: { zone: true } },
  'days of a spreadsheet': { header: ['Date'], cells: ({ stamp }) => [(stamp / MINUTES_PER_DAY + 25_569).toFixed(6)] },
  'digits alone': {
    header: ['Date'],
    cells: ({ stamp }) => [`${dateText(stamp, 'year-first', '')}${timeText(stamp).replace(':', '')}`],
  },
  'month in letters': {
    header: ['Time'],
    cells: ({ stamp }) => [
      `${two(clock(stamp).day)}-${months[clock(stamp).month - 1]}-${clock(stamp).year} ${timeText(stamp)}`,
    ],
  },
  'start and end': {
    header: ['interval_start', 'interval_end'],
    cells: ({ from, to }) => [from, to].map((at) => `${dateText(at, 'year-first', '-')} ${timeText(at)}`),
    states: { label: 'start' },
  },
  ranges: {
    header: ['Date', 'Hours'],
    cells: ({ from }, dates) => [dateText(from, dates, '/'), `${two(clock(from).hour)} - ${two(clock(from).hour + 1)}`],
    states: { label: 'start' },
    isHourly: true,
  },
  'hours by number': {
    header: ['Date', 'Hour Ending'],
    cells: ({ from }, dates) => [dateText(from, dates, '/'), `${clock(from).hour + 1}`],
    states: { label: 'end' },
    isHourly: true,
  },
  'hours counted': {
    header: ['Date', 'Hour Ending'],
    cells: ({ from, elapsed }, dates) => [dateText(from, dates, '/'), `${elapsed / 60 + 1}`],
    states: { label: 'end' },
    isHourly: true,
  },
};

const orders: Readonly<Record<string, (rows: readonly string[], perDay: number) => readonly string[]>> = {
  'as time goes': (rows) => rows,
  'newest first': (rows) => rows.toReversed(),
  'halves the wrong way round': (rows, perDay) => [...rows.slice(100 * perDay), ...rows.slice(0, 100 * perDay)],
};

const how = fc.record({
  layout: fc.constantFrom(...Object.keys(layouts)),
  zone: fc.constantFrom('UTC', '+01:00', '-07:00', 'America/New_York', 'Africa/Casablanca', 'Europe/Paris'),
  label: fc.constantFrom('start' as const, 'middle' as const, 'end' as const),
  step: fc.constantFrom(60, 60, 60, 30, 15),
  sign: fc.constantFrom(';', ',', '\t', '|'),
  decimal: fc.constantFrom('point' as const, 'comma' as const),
  dates: fc.constantFrom<Dates>('year-first', 'day-first', 'month-first'),
  order: fc.constantFrom(...Object.keys(orders)),
});
type How = typeof how extends fc.Arbitrary<infer T> ? T : never;

/** Different in each step of a year, and never three digits behind the point alone. */
const loadOf = (index: number) => (index % 9973) / 16;

function intervals(table: OffsetTable, label: How['label'], step: number): Interval[] {
  const shift = label === 'end' ? step : label === 'middle' ? step / 2 : 0;
  const count = (HOURS * 60 + 2 * MARGIN) / step;
  let [midnight, day] = [BEGIN - MARGIN, Number.NaN];
  return Array.from({ length: count }, (_, index) => {
    const begin = BEGIN - MARGIN + index * step;
    const at = (instant: number) => instant + offsetAt(table, instant);
    const today = Math.floor(at(begin) / MINUTES_PER_DAY);
    if (today !== day) [midnight, day] = [Number.isNaN(day) ? begin - (at(begin) % MINUTES_PER_DAY) : begin, today];
    return {
      from: at(begin),
      to: at(begin + step),
      stamp: at(begin + shift),
      instant: begin + shift,
      offset: offsetAt(table, begin + shift),
      elapsed: begin - midnight,
    };
  });
}

function textOf({ layout, zone, label, step, sign, decimal, dates, order }: How): string {
  const { header, cells } = layouts[layout]!;
  const table = tableOf(zoneOf(zone) as never, YEAR - 1, YEAR + 1)!;
  const quoted = (cell: string) => (cell.includes(sign) ? `"${cell}"` : cell);
  const number = (index: number) =>
    quoted(decimal === 'comma' ? `${loadOf(index)}`.replace('.', ',') : `${loadOf(index)}`);
  const rows = intervals(table, label, step).map((interval, index) =>
    [...cells(interval, dates).map(quoted), number(index)].join(sign),
  );
  return `${[...header, 'Load [MW]'].join(sign)}\n${orders[order]!(rows, MINUTES_PER_DAY / step).join('\n')}\n`;
}

/** True where it comes back; false where the reader asks or refuses. */
function comesBack(drawn: How): boolean {
  const { states = {}, isHourly } = layouts[drawn.layout]!;
  const step = isHourly ? 60 : drawn.step;
  const label = states.label ?? drawn.label;
  const zone = drawn.layout === 'seconds since 1970' ? 'UTC' : drawn.zone;
  const given = { ...drawn, step, label, zone };
  const options = { year: YEAR, ...(states.zone ? {} : { zone }), ...(states.label ? {} : { label }) };
  try {
    const { columns } = parseProfile(Buffer.from(textOf(given)), 'a.csv', {
      columns: [{ name: 'Load', unit: 'relative' }],
      options,
    });
    const perHour = 60 / step;
    const expected = Float64Array.from({ length: HOURS }, (_, hour) => {
      const first = (MARGIN / 60 + hour) * perHour;
      return Array.from({ length: perHour }, (__, at) => loadOf(first + at)).reduce(
        (sum, value) => sum + value / perHour,
        0,
      );
    });
    const off = columns[0]!.values.findIndex((value, hour) => Math.abs(value - expected[hour]!) > 1e-9);
    expect({ off, how: given }).toEqual({ off: -1, how: given });
    return true;
  } catch (error) {
    if (error instanceof ProfileError) return false;
    throw error;
  }
}

const chance = draws(12, 7);

test('a known year comes back to its hours however it is written, or the reader asks', () => {
  let read = 0;
  fc.assert(
    fc.property(how, (drawn) => {
      if (comesBack(drawn)) read++;
    }),
    chance,
  );
  expect(read).toBeGreaterThan(0.7 * chance.numRuns);
});

test.each(Object.keys(layouts))('plainly written as %s it comes back', (layout) => {
  const plain = {
    layout,
    zone: 'America/New_York',
    label: 'start',
    step: 60,
    sign: ';',
    decimal: 'point',
    dates: 'day-first',
    order: 'as time goes',
  } as const;
  expect(comesBack(plain)).toBe(true);
});
