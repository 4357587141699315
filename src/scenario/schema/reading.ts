/** Schema of what a scenario states about a foreign file: the reading options, with the unit and meaning of each. */

import * as z from 'zod';
import { most } from './bounds.ts';

const share = z.number().min(0).lt(1);
const degrees = z.number().min(0).max(360);

const mounting = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('as-recorded').meta({ description: 'The file holds irradiance on the plane of the modules.' }),
  }),
  z.strictObject({
    kind: z.literal('fixed').meta({ description: 'Modules that stand still.' }),
    tiltDeg: z.number().min(0).max(90).meta({ description: 'Tilt from the horizontal.', unit: '°' }),
    azimuthDeg: degrees.meta({ description: 'Clockwise from north; 180 is south.', unit: '°' }),
  }),
  z.strictObject({
    kind: z.literal('tracking').meta({ description: 'Rows that turn about one horizontal axis.' }),
    axisAzimuthDeg: degrees
      .exactOptional()
      .meta({ description: 'Direction of the axis. North–south when left out.', unit: '°' }),
    limitDeg: z
      .number()
      .gt(0)
      .max(90)
      .exactOptional()
      .meta({ description: 'Furthest turn to either side. 60 when left out.', default: 60, unit: '°' }),
    backtrackingCoverage: z.number().gt(0).lt(1).exactOptional().meta({
      description: 'Width of the modules ÷ distance of the rows: they turn back so as not to shade each other.',
      unit: '1',
    }),
  }),
]);

const photovoltaic = z.strictObject({
  kind: z.literal('photovoltaic').meta({ description: 'Irradiance is turned into power by modules.' }),
  mounting: mounting.meta({ description: 'How the modules stand.' }),
  losses: share.exactOptional().meta({
    description: 'Soiling, mismatch, cables, outages, without the inverter. 0.14 when left out.',
    default: 0.14,
    unit: '1',
  }),
  powerPerKelvin: z.number().max(0).min(-0.01).exactOptional().meta({
    description: 'Change of power per kelvin of cell temperature. −0.0037 when left out.',
    default: -0.0037,
    unit: '1/K',
  }),
  dcToAcRatio: z.number().gt(0).max(3).exactOptional().meta({
    description: 'Module nameplate ÷ inverter nameplate. 1.1 when left out.',
    default: 1.1,
    unit: '1',
  }),
  inverterEfficiency: z.number().gt(0).max(1).exactOptional().meta({
    description: 'Nominal efficiency of the inverter. 0.96 when left out.',
    default: 0.96,
    unit: '1',
  }),
  perNameplate: z.enum(['dc', 'ac']).exactOptional().meta({
    description: 'Which nameplate the capacity factor is a share of. dc, that of the modules, when left out.',
    default: 'dc',
  }),
  albedo: z.number().min(0).max(1).exactOptional().meta({
    description: 'Share of light that the ground throws back. 0.2 when left out.',
    default: 0.2,
    unit: '1',
  }),
  airTemperatureC: z.number().min(-60).max(70).exactOptional().meta({
    description: 'Air temperature of all hours, where the file holds none.',
    unit: '°C',
  }),
});

const curve = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('generic').meta({ description: 'A turbine of a class.' }),
    turbine: z.enum(['strong-wind', 'medium-wind', 'low-wind']).meta({ description: 'Wind the turbine is made for.' }),
  }),
  z.strictObject({
    kind: z.literal('parameters').meta({ description: 'A turbine by its figures.' }),
    specificPowerWPerM2: z
      .number()
      .gt(0)
      .max(5000)
      .meta({ description: 'Nameplate ÷ area of the rotor.', unit: 'W/m²' }),
    cutInMPerS: z
      .number()
      .min(0)
      .max(100)
      .exactOptional()
      .meta({ description: 'Wind at which it starts.', unit: 'm/s' }),
    cutOutMPerS: z
      .number()
      .gt(0)
      .max(200)
      .exactOptional()
      .meta({ description: 'Wind at which it stops.', unit: 'm/s' }),
  }),
  z.strictObject({
    kind: z.literal('points').meta({ description: 'A measured curve.' }),
    points: z
      .array(z.tuple([z.number().min(0).max(200), z.number().min(0).max(1)]))
      .min(2)
      .max(most.rows)
      .meta({ description: 'Wind speed [m/s] and share of nameplate, speeds rising.' }),
  }),
]);

const shear = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('power').meta({ description: 'Speed grows with a power of height.' }),
    exponent: z.number().min(-0.5).max(1).meta({ description: 'About 0.14 over open land.', unit: '1' }),
  }),
  z.strictObject({
    kind: z.literal('logarithmic').meta({ description: 'Speed grows with the logarithm of height.' }),
    roughnessM: z.number().gt(0).max(5).meta({ description: 'Roughness length, 0.03 m over grass.', unit: 'm' }),
  }),
  z.strictObject({
    kind: z.literal('recorded').meta({ description: 'From the two recorded heights next to the hub, hour by hour.' }),
  }),
]);

const wind = z.strictObject({
  kind: z.literal('wind').meta({ description: 'Wind speed is turned into power by turbines.' }),
  hubHeightM: z.number().gt(0).max(1000).meta({ description: 'Height of the hubs above ground.', unit: 'm' }),
  curve: curve.meta({ description: 'Power curve of one turbine.' }),
  speedHeightM: z.number().gt(0).max(1000).exactOptional().meta({
    description: 'Height of the recorded speed, where the file does not state it.',
    unit: 'm',
  }),
  shear: shear
    .exactOptional()
    .meta({ description: 'How wind grows with height; needed unless it is recorded at the hub.' }),
  smoothing: z
    .strictObject({
      share: z.number().min(0).max(1).meta({ description: 'Standard deviation as a share of the speed.', unit: '1' }),
      leastMPerS: z.number().min(0).max(100).meta({ description: 'Least standard deviation.', unit: 'm/s' }),
    })
    .exactOptional()
    .meta({ description: 'Spread of the winds that the turbines of a farm see.' }),
  wakeLoss: share.exactOptional().meta({ description: 'Loss to wakes. 0.08 when left out.', default: 0.08, unit: '1' }),
  electricalLoss: share
    .exactOptional()
    .meta({ description: 'Loss in cables. 0.02 when left out.', default: 0.02, unit: '1' }),
  availability: z.number().gt(0).max(1).exactOptional().meta({
    description: 'Share of time that turbines are ready. 0.97 when left out.',
    default: 0.97,
    unit: '1',
  }),
  airDensityKgPerM3: z.number().gt(0.5).max(2).exactOptional().meta({
    description: 'Density in place of the one from recorded temperature and pressure.',
    unit: 'kg/m³',
  }),
});

/** Each answers one question that a file leaves open; a native file leaves none. */
export const readingFields = {
  zone: z.string().max(most.word).exactOptional().meta({
    description: 'Foreign files: zone of the stamps, where the file states none: UTC, +01:00, Africa/Casablanca.',
  }),
  label: z.enum(['start', 'middle', 'end']).exactOptional().meta({
    description: 'Foreign files: which instant of its interval a stamp names, where the format leaves it open.',
  }),
  dates: z.enum(['day-first', 'month-first']).exactOptional().meta({
    description: 'Foreign files: order in dates such as 03/04/2026.',
  }),
  decimal: z.enum(['point', 'comma']).exactOptional().meta({ description: 'Foreign files: decimal sign.' }),
  part: z.string().max(most.column).exactOptional().meta({
    description: 'Workbooks and archives: the sheet or the file that is meant, where there are several.',
  }),
  start: z.string().max(most.word).exactOptional().meta({
    description: 'Foreign files without stamps: beginning of the first row, 2021-01-01T00:00.',
  }),
  step: z.int().min(1).max(60).exactOptional().meta({
    description: 'Foreign files without stamps: minutes between rows. 60, or what makes a year of them, when left out.',
    unit: 'min',
  }),
  meter: z.enum(['differences', 'values']).exactOptional().meta({
    description: 'Foreign files: whether what only rises is the reading of a meter, of which differences are taken.',
  }),
  missing: z
    .array(z.union([z.number().min(-1e40).max(1e40), z.string().max(80)]))
    .max(20)
    .exactOptional()
    .meta({
      description:
        'Foreign files: numbers and words that stand for no value, such as 9999; none where numbers that look like it are values.',
    }),
  unit: z.string().min(1).max(most.word).exactOptional().meta({
    description: 'Foreign files: unit of the column, where the file states none: MW, %, m/s.',
  }),
  capacityMW: z.number().gt(0).max(most.megawatts).exactOptional().meta({
    description: 'Foreign files: nameplate of the plant that power is of, in place of the one in the file.',
    unit: 'MW',
  }),
  nightConsumption: z.literal('zero').exactOptional().meta({
    description: 'Foreign files: zero counts what a plant draws at rest, up to 2 % of nameplate, as no output.',
  }),
  year: z
    .union([z.int().min(1900).max(2199), z.literal('{weatherYear}')])
    .exactOptional()
    .meta({
      description:
        'Foreign files: calendar year to take from a file of several, or to lay a typical year on; {weatherYear} stands for the weather year.',
      unit: 'year',
    }),
  fill: z.string().max(most.word).exactOptional().meta({
    description:
      'Foreign files: how gaps are filled, linear:3h or same-hour-yesterday. Gaps are refused when left out.',
  }),
  wrap: z.literal(true).exactOptional().meta({
    description: "Foreign files: hours that lack at one end of the UTC year are taken from the file's other end.",
  }),
  plant: z
    .discriminatedUnion('kind', [photovoltaic, wind])
    .exactOptional()
    .meta({ description: 'Foreign files: the plant that weather is turned into power by.' }),
};
