/** From the variables of ERA5 to columns: speeds from their two components, and accumulations on the hours they are of. */
import type { FaultList } from '../faults.ts';
import type { RecordedColumn } from '../recording/recording.ts';
import type { Table, TableColumn } from '../table/table.ts';

/** Columns beside the variables: where the point is, and how the data set numbers its versions. */
export const notVariables = /^(|latitude|longitude|lat|lon|number|expver|step|surface|realization)$/;

/** Sums over the hour before the stamp: downward and net radiation, precipitation. */
const accumulated = /^(ssrd|ssrdc|ssr|fdir|cdir|strd|str|tp)$/;

/** More than the sun sends through a square metre in an hour outside the air [J/m²]: 1,414 W/m² at the least distance. */
const MOST_PER_HOUR = 5.1e6;

type Meaning = Omit<RecordedColumn, 'name' | 'values'>;

/** Units as the ERA5 documentation states them; the CSV carries none. */
const meanings: Readonly<Record<string, Meaning>> = {
  ssrd: { quantity: 'irradiance', unit: 'J/m²', irradiance: 'global' },
  t2m: { quantity: 'temperature', unit: 'K', heightM: 2 },
  sp: { quantity: 'pressure', unit: 'Pa' },
};

const eastward = /^u(\d+)n?$/;
const northward = /^v(\d+)n?$/;

export function isEra5Variable(name: string): boolean {
  return Object.hasOwn(meanings, name) || eastward.test(name);
}

export const isAccumulated = (name: string) => accumulated.test(name);

/** ERA5-Land sums from 00:00 UTC on: its values grow all day and would pass for sunshine at night. */
function checkHourly(name: string, values: Float64Array, table: Table, cell: number, faults: FaultList): void {
  const row = values.findIndex((value) => value > MOST_PER_HOUR);
  if (row === -1) return;
  faults.add('profile.out-of-range', { where: name, line: table.lines[row]!, column: cell + 1 }, () => ({
    problem: `${values[row]} J/m² in one hour is more than the sun sends`,
    expected:
      'sums over the hour before each stamp, as ERA5 has them; ERA5-Land sums since 00:00 UTC: take differences first',
  }));
}

function speed(eastward: Float64Array, northward: Float64Array): Float64Array {
  return eastward.map((value, row) => Math.hypot(value, northward[row]!));
}

/** @param variables columns of the table, `table.values` in the same order */
export function era5Columns(
  variables: readonly TableColumn[],
  table: Table,
  line: number,
  faults: FaultList,
): RecordedColumn[] {
  const valuesOf = (name: string) => table.values[variables.findIndex((variable) => variable.name === name)];
  return variables.flatMap(({ name, cell }, index): RecordedColumn[] => {
    const values = table.values[index]!;
    const height = (eastward.exec(name) ?? northward.exec(name))?.[1];
    if (height === undefined) {
      if (name === 'ssrd') checkHourly(name, values, table, cell, faults);
      const label = accumulated.test(name) ? { label: { kind: 'end' as const } } : {};
      const meaning = Object.hasOwn(meanings, name) ? meanings[name]! : { quantity: 'other' as const, unit: undefined };
      return [{ name, ...meaning, ...label, values }];
    }
    const other = `${name.startsWith('u') ? 'v' : 'u'}${name.slice(1)}`;
    const component = valuesOf(other);
    if (component === undefined) {
      faults.add('profile.missing-column', { where: other, line }, () => ({
        problem: `${name} is here, ${other} is not`,
        expected: 'both components of the wind: its speed is the root of the sum of their squares',
      }));
    }
    if (name.startsWith('v') || component === undefined) return [];
    const heightM = Number(height);
    const suffix = name.endsWith('n') ? '_neutral' : '';
    return [
      {
        name: `wind_speed_${heightM}m${suffix}`,
        // The neutral wind is what a calm, unstratified air would show: not what a turbine meets.
        quantity: suffix === '' ? 'windSpeed' : 'other',
        unit: 'm/s',
        heightM,
        values: speed(values, component),
      },
    ];
  });
}
