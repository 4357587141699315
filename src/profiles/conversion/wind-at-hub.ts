/** From recorded wind speeds to the speed at the hub. */
import type { HourlyColumn } from '../hours/hourly-reading.ts';
import { logHeightShare, logLawFactor, powerLawFactor } from '../physics/air.ts';
import { requireRanges } from './option-ranges.ts';
import { positiveInOwnUnit } from './own-unit.ts';
import type { WindPlant, WindShear } from './plant-options.ts';
import { refuseColumn } from './refusal.ts';

export interface HubWind {
  readonly values: Float64Array;
  readonly steps: readonly string[];
  readonly column: HourlyColumn;
}

interface Level {
  readonly column: HourlyColumn;
  readonly heightM: number;
}

/** A speed recorded so near to the hub is the hub's. */
const SAME_HEIGHT_M = 0.5;

/** @throws ProfileError where no speed or no height is known, or the way to the hub is open. */
export function windAtHub(columns: readonly HourlyColumn[], plant: WindPlant): HubWind {
  const hub = plant.hubHeightM;
  requireRanges({
    hubHeightM: [hub, 5, 300, 'metres above ground'],
    speedHeightM: [plant.speedHeightM, 1, 500, 'metres above ground'],
  });
  const levels = levelsOf(columns, plant.speedHeightM);
  const distance = ({ heightM }: Level): number => Math.abs(Math.log(heightM / hub));
  const [nearest, second] = levels.toSorted((a, b) => distance(a) - distance(b));
  if (nearest === undefined) throw new RangeError('no level');
  const { column, heightM } = nearest;
  if (Math.abs(heightM - hub) <= SAME_HEIGHT_M) {
    const own = positiveInOwnUnit(column);
    return { values: own.values, steps: [...own.steps, `wind from ${column.name} at the hub, ${hub} m`], column };
  }
  const { shear } = plant;
  if (shear === undefined) {
    const expected = `how wind grows with height, as shear: power law with an exponent (0.14 over open land), logarithmic with a roughness length, or recorded (needs two heights); or a hub at ${heightM} m`;
    return refuseColumn(
      'shear',
      'usage.bad-option',
      `${column.name} is at ${heightM} m, the hub at ${hub} m`,
      expected,
    );
  }
  if (shear.kind === 'recorded') {
    const below = levels.filter((level) => level.heightM < hub).at(-1);
    const above = levels.find((level) => level.heightM > hub);
    return betweenLevels(below ?? nearest, above ?? nearest, second, hub);
  }
  const own = positiveInOwnUnit(column);
  const { factor, words } = factorOf(shear, heightM, hub);
  const step = `wind from ${column.name} at ${heightM} m, times ${factor.toFixed(4)} at the hub, ${hub} m (${words})`;
  return { values: own.values.map((value) => value * factor), steps: [...own.steps, step], column };
}

/** Recorded speeds by rising height. */
function levelsOf(columns: readonly HourlyColumn[], toldHeightM: number | undefined): Level[] {
  const speeds = columns.filter(({ quantity }) => quantity === 'windSpeed');
  if (speeds.length === 0)
    refuseColumn('columns', 'profile.missing-column', 'no wind speed is recorded', 'a column of wind speed');
  const levels = speeds.map((column) => {
    const heightM = column.heightM ?? (speeds.length === 1 ? toldHeightM : undefined);
    if (heightM !== undefined && heightM > 0) return { column, heightM };
    const expected = 'its height above ground: pass speedHeightM, with this column alone where there are several';
    return refuseColumn(
      column.name,
      'profile.bad-header',
      'nobody says at which height this speed was recorded',
      expected,
    );
  });
  const rising = levels.toSorted((a, b) => a.heightM - b.heightM);
  const twin = rising.find(({ heightM }, i) => heightM === rising[i + 1]?.heightM);
  if (twin !== undefined) {
    refuseColumn('columns', 'profile.missing-column', `several speeds at ${twin.heightM} m`, 'one of them: name it');
  }
  return rising;
}

function factorOf(
  shear: Exclude<WindShear, { kind: 'recorded' }>,
  fromM: number,
  toM: number,
): { factor: number; words: string } {
  if (shear.kind === 'power') {
    requireRanges({ exponent: [shear.exponent, 0, 1, 'such as 0.14 over open land'] });
    return { factor: powerLawFactor(fromM, toM, shear.exponent), words: `power law, exponent ${shear.exponent}` };
  }
  const { roughnessM } = shear;
  requireRanges({ roughnessM: [roughnessM, 1e-5, Math.min(fromM, toM) / 2, 'metres, such as 0.03 over grass'] });
  return { factor: logLawFactor(fromM, toM, roughnessM), words: `logarithmic law, roughness length ${roughnessM} m` };
}

/** Along the logarithm of height, hour by hour; beyond both levels where the hub is. */
function betweenLevels(below: Level, above: Level, second: Level | undefined, hub: number): HubWind {
  const other = below === above ? second : above;
  if (other === undefined) {
    const expected = 'speeds at two heights, or shear by power law or logarithmic law';
    return refuseColumn('shear', 'usage.bad-option', 'only one height is recorded', expected);
  }
  const [lower, upper] = below.heightM < other.heightM ? [below, other] : [other, below];
  const [low, high] = [positiveInOwnUnit(lower.column), positiveInOwnUnit(upper.column)];
  const share = logHeightShare(lower.heightM, upper.heightM, hub);
  const values = low.values.map((value, hour) => Math.max(0, value + (high.values[hour]! - value) * share));
  const step = `wind at the hub, ${hub} m, from ${lower.column.name} at ${lower.heightM} m and ${upper.column.name} at ${upper.heightM} m along the logarithm of height`;
  return { values, steps: [...low.steps, ...high.steps, step], column: lower.column };
}
