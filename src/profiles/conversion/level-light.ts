/** From irradiance on level ground to light on modules that stand otherwise. */
import type { HourlyColumn } from '../hours/hourly-reading.ts';
import { type Direction, fixedPlane, trackedPlane } from '../physics/module-plane.ts';
import { skyOf } from '../physics/sky.ts';
import { sunPosition } from '../physics/sun-position.ts';
import { onPlane, throughGlass } from '../physics/transposition.ts';
import type { RecordedSite } from '../recording/recording.ts';
import { requireRanges } from './option-ranges.ts';
import { positiveInOwnUnit } from './own-unit.ts';
import type { ModuleLight } from './plane-light.ts';
import { photovoltaicDefaults as defaults } from './plant-defaults.ts';
import type { ModuleMounting } from './plant-options.ts';
import { refuseColumn } from './refusal.ts';

export interface LevelColumns {
  readonly global: HourlyColumn | undefined;
  readonly beamNormal: HourlyColumn | undefined;
  readonly diffuse: HourlyColumn | undefined;
}

/** @throws ProfileError where the place is unknown or the columns are not of one clock. */
export function levelLight(
  columns: LevelColumns,
  mounting: Exclude<ModuleMounting, { kind: 'as-recorded' }>,
  albedo: number,
  site: RecordedSite | undefined,
): ModuleLight {
  const used = [columns.global, columns.diffuse, columns.beamNormal].filter((column) => column !== undefined);
  const [column] = used;
  if (column === undefined) throw new RangeError('no irradiance on level ground');
  if (site === undefined) {
    const expected = 'latitude and longitude: the sun stands elsewhere at each place';
    refuseColumn('site', 'profile.bad-header', 'the file does not say where it was recorded', expected);
  }
  if (
    used.some(
      ({ year, sunMinutesIntoHour }) => year !== column.year || sunMinutesIntoHour !== column.sunMinutesIntoHour,
    )
  ) {
    const names = used.map(({ name }) => name).join(', ');
    refuseColumn(
      'columns',
      'profile.bad-stamp',
      `${names} were not recorded at the same instants`,
      'columns of one file',
    );
  }
  const [global, diffuse, beamNormal] = [columns.global, columns.diffuse, columns.beamNormal].map((one) =>
    one === undefined ? undefined : positiveInOwnUnit(one),
  );
  const plane = planeOf(mounting);
  const falling = new Float64Array(column.values.length);
  const reaching = new Float64Array(column.values.length);
  const firstInstant = Date.UTC(column.year, 0, 1) + column.sunMinutesIntoHour * 60_000;
  for (let hour = 0; hour < falling.length; hour += 1) {
    const recorded = {
      global: global?.values[hour],
      beamNormal: beamNormal?.values[hour],
      diffuse: diffuse?.values[hour],
    };
    const sun = sunPosition(firstInstant + hour * 3_600_000, site.latitudeDeg, site.longitudeDeg);
    const normal = plane.normal(sun);
    const light = onPlane(sun, skyOf(sun, recorded), normal, albedo);
    falling[hour] = light.beam + light.sky + light.ground;
    reaching[hour] = throughGlass(light, normal);
  }
  const converted = [global, diffuse, beamNormal].flatMap((one) => one?.steps ?? []);
  return { falling, reaching, steps: [...converted, ...stepsOf(columns, column, plane.words, albedo, site)], column };
}

interface Plane {
  readonly normal: (sun: Direction) => Direction;
  readonly words: string;
}

function planeOf(mounting: Exclude<ModuleMounting, { kind: 'as-recorded' }>): Plane {
  if (mounting.kind === 'fixed') {
    const { tiltDeg, azimuthDeg } = mounting;
    requireRanges({
      tiltDeg: [tiltDeg, 0, 90, 'degrees from the horizontal'],
      azimuthDeg: [azimuthDeg, 0, 360, 'degrees clockwise from north; 180 is south'],
    });
    const normal = fixedPlane(tiltDeg, azimuthDeg);
    return { normal: () => normal, words: `modules fixed at ${tiltDeg}° towards ${azimuthDeg}° (180° is south)` };
  }
  const { axisAzimuthDeg, limitDeg } = { ...defaults, ...mounting };
  const { backtrackingCoverage } = mounting;
  requireRanges({
    axisAzimuthDeg: [axisAzimuthDeg, 0, 360, 'degrees clockwise from north; 180 is north–south'],
    limitDeg: [limitDeg, 0, 90, 'degrees from the horizontal'],
    backtrackingCoverage: [backtrackingCoverage, 0.05, 0.95, 'width of modules ÷ distance of rows'],
  });
  const backtracking =
    backtrackingCoverage === undefined ? 'no backtracking' : `backtracking at coverage ${backtrackingCoverage}`;
  return {
    normal: (sun) => trackedPlane(sun, { axisAzimuthDeg, limitDeg, backtrackingCoverage }),
    words: `modules turn about a horizontal axis towards ${axisAzimuthDeg}°, up to ${limitDeg}°, ${backtracking} (Marion and Dobos 2013)`,
  };
}

/** Without a minus, which spreadsheets would take for a formula in a comment. */
function degrees(angle: number, [positive, negative]: string): string {
  return `${Math.abs(angle)}° ${angle < 0 ? negative : positive}`;
}

function stepsOf(
  columns: LevelColumns,
  column: HourlyColumn,
  plane: string,
  albedo: number,
  site: RecordedSite,
): string[] {
  const { global, diffuse, beamNormal } = columns;
  const split = (): string => {
    if (diffuse !== undefined) {
      return global === undefined
        ? `global irradiance from ${diffuse.name} and ${beamNormal?.name}`
        : `beam is ${global.name} less ${diffuse.name}`;
    }
    if (beamNormal !== undefined) return `diffuse is ${global?.name} less ${beamNormal.name} on level ground`;
    return `${global?.name} split into beam and diffuse by the clearness of the air (Erbs, Klein and Duffie 1982)`;
  };
  return [
    `sun at ${degrees(site.latitudeDeg, 'NS')} ${degrees(site.longitudeDeg, 'EW')}, ${column.sunMinutesIntoHour} minutes into each hour (Michalsky 1988)`,
    split(),
    `${plane}; sky after Hay and Davies (1980), ground of albedo ${albedo}`,
    'reflection of the glass by angle (Martin and Ruiz 2001)',
  ];
}
