/**
 * A valid year of every format, with what each byte of it means: part of a value of one hour, of a fact that the head
 * states (a unit, a nameplate, an offset), or neither. Heads are those of the detection test; the figures are made up.
 */
import type { ReadingRequest } from '../../../src/profiles/questions/reading-options.ts';
import { openings } from '../formats/openings.ts';
import { linesOfYear } from '../year-fixture.ts';
import { type Clock, clockOf } from './clock.ts';
import { celsius, megawatts, shareOf } from './values.ts';
import { brusselsRows, FACT, HOURS, PLACE, PLAIN, type Row, rowsOf, YEAR } from './year-rows.ts';

export interface Example {
  readonly name: string;
  readonly bytes: Buffer;
  /** One for each byte: PLAIN, FACT, PLACE, or the hour whose value it is part of. */
  readonly marks: Int16Array;
  /** Of its rows, in their order; PLAIN for those outside the year. */
  readonly hours: readonly number[];
  readonly request?: ReadingRequest;
}

/** Latitude, longitude and elevation in all heads: any numbers are as good. */
const ofPlace = /33\.370?|-?7\.580?|\b200(?:\.0)?\b|(?<=,0,)3(?=,0,v3)|(?<=7\.58,)0\.0/g;

interface Parts {
  readonly head: string;
  /** Texts of the head that no reader can tell from another that is as good: numbers, units. */
  readonly facts?: readonly RegExp[];
  readonly rows: readonly Row[];
  readonly footer?: string;
  readonly request?: ReadingRequest;
}

function exampleOf(name: string, { head, facts = [], rows: all, footer = '', request }: Parts, most?: number): Example {
  const rows = all.slice(0, most);
  const body = rows.map(({ stamp, values }) => `${stamp}${values}\n`).join('');
  // Latin-1 has one character for each byte, so that offsets in the text are those of the bytes.
  const bytes = Buffer.from(head + body + footer);
  const headText = Buffer.from(head).toString('latin1');
  const marks = new Int16Array(bytes.length).fill(PLAIN);
  for (const { index, 0: number } of headText.matchAll(ofPlace)) marks.fill(PLACE, index, index + number.length);
  for (const fact of facts) {
    const found = new RegExp(fact, 'd').exec(headText);
    if (found === null) throw new Error(`${name} does not state ${fact}`);
    const [from, until] = found.indices![1] ?? found.indices![0]!;
    marks.fill(FACT, from, until);
  }
  let at = headText.length;
  for (const { stamp, values, hour } of rows) {
    const from = at + Buffer.byteLength(stamp);
    at = from + Buffer.byteLength(values);
    marks.fill(hour, from, at++);
  }
  const hours = rows.map(({ hour }) => hour);
  return { name, bytes, marks, hours, ...(request === undefined ? {} : { request }) };
}

/** Without its two rows. */
const headOf = (name: string) => `${openings[name]!.trimEnd().split('\n').slice(0, -2).join('\n')}\n`;
const dashed = ({ year, month, day, hour }: Clock) => `${year}-${month}-${day} ${hour}:00`;
const temperature: ReadingRequest = { columns: [{ unit: 'temperatureC' }], options: {} };
const output: ReadingRequest = { columns: [{ unit: 'capacityFactor' }], options: {} };

const parts: Readonly<Record<string, () => Parts>> = {
  'pvgis-hourly': () => ({
    head: headOf('pvgis-hourly'),
    facts: [/\(kWp\):\t(2\.0)/, /Slope: (30)/, /Azimuth: (0)/],
    rows: rowsOf(
      ({ year, month, day, hour }) => `${year}${month}${day}:${hour}10,`,
      (hour) => `${(2000 * Number(shareOf(hour))).toFixed(1)},0.0,0.0,9.12,2.07,0.0`,
    ),
    footer: '\nP: PV system power (W)\n\nPVGIS (c) European Union, 2001-2025',
    request: output,
  }),
  'pvgis-tmy': () => ({
    head: headOf('pvgis-tmy'),
    facts: [/Offset \(h\): (.*)/],
    rows: rowsOf(
      ({ month, day, hour }) => `${2005 + Number(month)}${month}${day}:${hour}00,`,
      (hour) => `${celsius(hour)},94.3,0.0,-0.0,0.0,283.5,0.7,257.0,99870.0`,
    ),
    footer: '\nT2m: 2-m air temperature (degree Celsius)\n',
    request: { ...temperature, options: { year: YEAR } },
  }),
  nsrdb: () => ({
    // At 3 m above the sea, which is a time zone as well.
    head: headOf('nsrdb').replace(',200,', ',3,'),
    facts: [/-7\.58,(0),/],
    rows: rowsOf(
      ({ year, month, day, hour }) => `${year},${Number(month)},${Number(day)},${Number(hour)},30,`,
      (hour) => `0,0,0,${celsius(hour)},2.1`,
    ),
    request: temperature,
  }),
  'sam-wind': () => ({
    head: headOf('sam-wind').replace('city,st,', 'city,').replace('Degrees\n80,80,', 'Degrees\n10,60,'),
    facts: [/country,(2019)/, /200,(1),8760/, /8760/, /(C),atm/],
    rows: rowsOf(
      () => '',
      (hour) => `${celsius(hour)},0.98,${(20 * Number(shareOf(hour))).toFixed(2)},270`,
    ),
    request: { columns: [{ name: 'Speed_80m', unit: 'capacityFactor' }], options: windAt(80, { zone: 'UTC' }) },
  }),
  'nasa-power': () => ({
    head: headOf('nasa-power').replace('-END', 'T2M   MERRA-2 Temperature at 2 Meters (C)\n-END'),
    facts: [/Meters \((C)\)/],
    rows: rowsOf(
      ({ year, month, day, hour }) => `${year},${Number(month)},${Number(day)},${Number(hour)},`,
      (hour) => `0.0,${celsius(hour)},2.71`,
    ),
    request: temperature,
  }),
  'era5-point': () => ({
    head: headOf('era5-point'),
    rows: rowsOf(
      (clock) => `${dashed(clock)}:00,`,
      (hour) => `${(20 * Number(shareOf(hour))).toFixed(2)},-2.2,282.1,99870,33.25,-7.5`,
    ),
    request: { ...output, options: windAt(100) },
  }),
  'ninja-point': () => ({
    head: headOf('ninja-point'),
    facts: [/"capacity": "(1)"/],
    rows: rowsOf((clock) => `${dashed(clock)},${dashed(clock)},`, shareOf),
    request: output,
  }),
  'ninja-country': () => ({
    head: headOf('ninja-country'),
    rows: rowsOf(
      (clock) => `${dashed(clock)}:00,`,
      (hour) => `${shareOf(hour)},${shareOf(hour + 1)}`,
    ),
    request: {
      columns: [
        { name: 'national', unit: 'capacityFactor' },
        { name: 'onshore', unit: 'capacityFactor' },
      ],
      options: {},
    },
  }),
  'open-meteo': () => ({
    // An hour ahead of UTC, and at the sea: an offset of 0 as well.
    head: headOf('open-meteo').replace('200.0,0,', '0.0,3600,'),
    facts: [/0\.0,(3600),/],
    // Samples at the stamp, an hour ahead of UTC.
    rows: rowsOf(
      (clock) => `${dashed(clock).replace(' ', 'T')},`,
      (hour) => `${celsius(hour)},8.6,0`,
      1,
    ),
    request: temperature,
  }),
  'entsoe-old': () => ({
    head: headOf('entsoe-old'),
    rows: brusselsRows(),
    request: { columns: [{ name: 'Actual Total Load - BZN|FI', unit: 'relative' }], options: {} },
  }),
  'entsoe-new': () => ({
    head: headOf('entsoe-new').replace('CET/CEST', 'UTC'),
    rows: Array.from({ length: HOURS }, (_, hour): Row => {
      const [a, b] = [clockOf(YEAR, hour), clockOf(YEAR, hour + 1)].map(
        (c) => `${c.day}/${c.month}/${c.year} ${c.hour}:00:00`,
      );
      return { stamp: `"${a} - ${b}","BZN|FI",`, values: `"${megawatts(hour)}","${megawatts(hour + 1)}"`, hour };
    }),
    request: { columns: [{ name: 'Actual Total Load', unit: 'relative' }], options: {} },
  }),
  opsd: () => ({
    head: headOf('opsd'),
    rows: rowsOf(
      (clock) => `${dashed(clock).replace(' ', 'T')}:00Z,${dashed(clock).replace(' ', 'T')}:00+0000,`,
      (hour) => `100,40,${shareOf(hour)}`,
    ),
    request: { columns: [{ name: 'DE_wind_profile', unit: 'capacityFactor' }], options: {} },
  }),
  pvwatts: () => ({
    head: headOf('pvwatts'),
    facts: [/Temperature \((C)\)/, /kW\):","(4)"/, /Tilt.*"(20)"/, /Azimuth.*"(180)"/],
    rows: rowsOf(
      ({ month, day, hour }) => `"${Number(month)}","${Number(day)}","${Number(hour)}",`,
      (hour) => `"0","${celsius(hour)}","0"`,
    ),
    request: { ...temperature, options: { zone: 'UTC', year: YEAR } },
  }),
  tmy3: () => ({
    head: headOf('tmy3').replace(',-1.0,', ',0.0,'),
    facts: [/XX,(0\.0),/, /Dry-bulb \((C)\)/],
    rows: rowsOf(
      ({ month, day, hour }) => `${month}/${day}/${1990 + Number(month)},${Number(hour) + 1}:00,`,
      (hour) => `0,1,${celsius(hour)},2.1`,
    ),
    request: { ...temperature, options: { year: YEAR } },
  }),
  epw: () => ({
    head: headOf('epw').replace(',1.0,', ',0.0,'),
    facts: [/-7\.58,(0\.0),/],
    rows: rowsOf(
      ({ year, month, day, hour }) => `${year},${Number(month)},${Number(day)},${Number(hour) + 1},60,?9?9?9,`,
      (hour) => `${celsius(hour)},8.0,70,101325,0,0,300,0,0,0,0,0,0,0,270,2.1`,
    ),
    request: temperature,
  }),
  'wind-toolkit': () => ({
    head: headOf('wind-toolkit'),
    facts: [/Data Timezone,(0),/, /100m \((m\/s)\)/],
    rows: rowsOf(
      ({ year, month, day, hour }) => `${year},${Number(month)},${Number(day)},${Number(hour)},0,`,
      (hour) => `${(20 * Number(shareOf(hour))).toFixed(2)},${celsius(hour)}`,
    ),
    request: { columns: [{ unit: 'temperatureC' }], options: {} },
  }),
  'rows-without-time': () => ({
    head: 'Hour,cf\n',
    rows: Array.from({ length: HOURS }, (_, hour): Row => ({ stamp: `${hour},`, values: shareOf(hour), hour })),
    request: {
      columns: [{ name: 'cf', unit: 'capacityFactor' }],
      options: { zone: 'UTC', start: `${YEAR}-01-01T00:00`, unit: '1' },
    },
  }),
  utility: () => ({
    head: headOf('utility'),
    facts: [/\((MW)\)/],
    rows: rowsOf(
      ({ year, month, day, hour }) => `${day}/${month}/${year};${Number(hour)}:00;`,
      (hour) => shareOf(hour).replace('.', ','),
    ),
    request: { ...output, options: { zone: 'UTC', label: 'start', capacityMW: 2 } },
  }),
  native: () => {
    const lines = linesOfYear(YEAR);
    const rows = lines.slice(4).map((line, hour) => {
      const comma = line.indexOf(',') + 1;
      return { stamp: line.slice(0, comma), values: line.slice(comma), hour };
    });
    return { head: `${lines.slice(0, 4).join('\n')}\n`, rows };
  },
};

function windAt(hubHeightM: number, others: ReadingRequest['options'] = {}): ReadingRequest['options'] {
  return { ...others, plant: { kind: 'wind', hubHeightM, curve: { kind: 'generic', turbine: 'medium-wind' } } };
}

export const exampleNames = Object.keys(parts);
const built = new Map<string, Example>();

export function exampleNamed(name: string, most?: number): Example {
  const example = built.get(`${name} ${most}`) ?? exampleOf(name, parts[name]!(), most);
  built.set(`${name} ${most}`, example);
  return example;
}
