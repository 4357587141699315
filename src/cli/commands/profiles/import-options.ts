/** The options of `profiles import` and what they say to the reader. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Purpose, ReadingOptions } from '../../../index.ts';
import { UsageError } from '../../exit-code.ts';
import { repeated, textOf } from '../../options.ts';

export interface ImportOptions {
  readonly as: Purpose;
  readonly output: string;
  readonly column?: string;
  readonly name?: string;
  readonly capacity?: number;
  readonly unit?: string;
  readonly zone?: string;
  readonly label?: NonNullable<ReadingOptions['label']>;
  readonly dates?: NonNullable<ReadingOptions['dates']>;
  readonly decimal?: NonNullable<ReadingOptions['decimal']>;
  readonly missing?: readonly string[];
  readonly part?: string;
  readonly start?: string;
  readonly step?: number;
  readonly meter?: NonNullable<ReadingOptions['meter']>;
  readonly year?: number;
  readonly fill?: string;
  readonly wrap?: true;
  readonly nightConsumption?: 'zero';
  readonly tilt?: number;
  readonly azimuth?: number;
  readonly tracking?: true;
  readonly losses?: number;
  readonly hubHeight?: number;
  readonly speedHeight?: number;
  readonly turbine?: 'strong-wind' | 'medium-wind' | 'low-wind';
  readonly shear?: number;
  readonly reading?: string;
  readonly saveReading?: string;
  readonly explain?: true;
  readonly force?: true;
  readonly json?: true;
}

/** Also of `profiles inspect`. */
export const missingHelp =
  'number or word for no value, may be repeated: 9999, Bad; none where such numbers are values';

export const partOption = () =>
  new Option('--part <name>', 'sheet of a workbook or file of an archive, where there are several').argParser(textOf);
export const startOption = () =>
  new Option('--start <stamp>', 'of the first row, where the file tells no time: 2021-01-01T00:00').argParser(textOf);
export const stepOption = () =>
  new Option('--step <minutes>', 'between rows, where the file tells no time').argParser(minutesOf);
export const meterOption = () =>
  new Option('--meter <how>', 'what only rises is taken').choices(['differences', 'values']);

function minutesOf(text: string): number {
  const value = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= 60) return value;
  throw new InvalidArgumentError('Expected whole minutes from 1 to 60.');
}

const SOUTH_DEG = 180;
const purposes: readonly Purpose[] = ['wind', 'solar', 'load', 'temperature', 'price', 'pue'];

export function addImportOptions(command: Command): Command {
  return command
    .addOption(new Option('--as <purpose>', 'what the series is for').choices(purposes).makeOptionMandatory())
    .requiredOption('-o, --output <file>', 'native CSV to write', textOf)
    .option('--column <name>', 'of the file; needed where several would do', textOf)
    .option('--name <name>', 'of the series in the native file', textOf)
    .option('--capacity <MW>', 'nameplate that power or energy is of', numberIn(0, 1e6))
    .option('--unit <unit>', 'of the column, where the file states none: MW, kWh, %', textOf)
    .option('--zone <zone>', 'of the stamps: UTC, +01:00, Africa/Casablanca', textOf)
    .addOption(new Option('--label <instant>', 'that a stamp names').choices(['start', 'middle', 'end']))
    .addOption(new Option('--dates <order>', 'of days and months').choices(['day-first', 'month-first']))
    .addOption(new Option('--decimal <mark>', 'of its numbers').choices(['point', 'comma']))
    .option('--missing <mark>', missingHelp, repeated)
    .addOption(partOption())
    .addOption(startOption())
    .addOption(stepOption())
    .addOption(meterOption())
    .option('--year <year>', 'to take from several, or to lay a typical year on', wholeYear)
    .option('--fill <how>', 'linear:3h or same-hour-yesterday; gaps are refused when left out', textOf)
    .option('--wrap', 'hours that lack at one end of the UTC year from its other end')
    .addOption(new Option('--night-consumption <how>', 'power below zero').choices(['zero']))
    .optionsGroup('Irradiance to solar power:')
    .option('--tilt <degrees>', 'of fixed modules, from the horizontal', numberIn(0, 90))
    .option('--azimuth <degrees>', 'of fixed modules, clockwise from north (default: 180)', numberIn(0, 360))
    .option('--tracking', 'modules that turn about a north–south axis')
    .option('--losses <share>', 'soiling, mismatch, cables; without the inverter', numberIn(0, 1))
    .optionsGroup('Wind speed to wind power:')
    .option('--hub-height <m>', 'of the turbines', numberIn(1, 400))
    .option('--speed-height <m>', 'of the wind speed, where the file does not say', numberIn(1, 400))
    .addOption(
      new Option('--turbine <class>', 'power curve (default: medium-wind)').choices([
        'strong-wind',
        'medium-wind',
        'low-wind',
      ]),
    )
    .option('--shear <exponent>', 'of the growth of wind with height, such as 0.14', numberIn(0, 1))
    .option('--reading <file>', 'answers of an earlier import; options given here come first', textOf)
    .optionsGroup('Output:')
    .option('--save-reading <file>', 'the answers given, as YAML: for --reading, and reading: in scenarios', textOf)
    .option('--explain', 'each step, and the first day before and after')
    .option('--force', 'replace the file')
    .option('--json', 'what was understood and done as JSON');
}

/** @throws UsageError where options contradict each other or the purpose */
export function readingOptionsOf(options: ImportOptions): ReadingOptions {
  const { capacity, unit, zone, label, dates, decimal, missing, part, start, step, meter } = options;
  const { year, fill, wrap, nightConsumption } = options;
  const plant = plantOf(options);
  return {
    ...(capacity === undefined ? {} : { capacityMW: capacity }),
    ...(unit === undefined ? {} : { unit }),
    ...(zone === undefined ? {} : { zone }),
    ...(label === undefined ? {} : { label }),
    ...(dates === undefined ? {} : { dates }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(missing === undefined ? {} : { missing }),
    ...(part === undefined ? {} : { part }),
    ...(start === undefined ? {} : { start }),
    ...(step === undefined ? {} : { step }),
    ...(meter === undefined ? {} : { meter }),
    ...(year === undefined ? {} : { year }),
    ...(fill === undefined ? {} : { fill }),
    ...(wrap === undefined ? {} : { wrap }),
    ...(nightConsumption === undefined ? {} : { nightConsumption }),
    ...(plant === undefined ? {} : { plant }),
  };
}

function plantOf(options: ImportOptions): ReadingOptions['plant'] {
  const { as, tilt, azimuth, tracking, losses, hubHeight, speedHeight, turbine, shear } = options;
  const solar = Object.entries({ tilt, azimuth, tracking, losses }).filter(([, value]) => value !== undefined);
  const wind = Object.entries({ hubHeight, speedHeight, turbine, shear }).filter(([, value]) => value !== undefined);
  const strays = [...(as === 'solar' ? [] : solar), ...(as === 'wind' ? [] : wind)].map(([name]) => dashed(name));
  if (strays.length > 0) throw new UsageError(`${strays.join(', ')}: not for --as ${as}.`);
  if (as === 'solar' && solar.length > 0) {
    if (tracking && (tilt !== undefined || azimuth !== undefined)) {
      throw new UsageError('--tracking turns the modules: leave out --tilt and --azimuth.');
    }
    if (azimuth !== undefined && tilt === undefined) throw new UsageError('--azimuth needs --tilt.');
    const mounting = tracking
      ? ({ kind: 'tracking' } as const)
      : tilt === undefined
        ? ({ kind: 'as-recorded' } as const)
        : ({ kind: 'fixed', tiltDeg: tilt, azimuthDeg: azimuth ?? SOUTH_DEG } as const);
    return { kind: 'photovoltaic', mounting, ...(losses === undefined ? {} : { losses }) };
  }
  if (as === 'wind' && wind.length > 0) {
    if (hubHeight === undefined) throw new UsageError(`${dashed(wind[0]![0])} needs --hub-height.`);
    return {
      kind: 'wind',
      hubHeightM: hubHeight,
      curve: { kind: 'generic', turbine: turbine ?? 'medium-wind' },
      ...(speedHeight === undefined ? {} : { speedHeightM: speedHeight }),
      ...(shear === undefined ? {} : { shear: { kind: 'power', exponent: shear } }),
    };
  }
  return undefined;
}

const dashed = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** A plain number above or at the least and up to the most; a least of 0 for capacities is refused by the reader. */
function numberIn(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a number from ${least} to ${most}.`);
  };
}

function wholeYear(text: string): number {
  if (/^(19|20|21)\d\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a year such as 2019.');
}
