/** How much light falls on the modules and how much of it reaches the cells: by which way, from what was recorded. */
import type { HourlyColumn } from '../hours/hourly-reading.ts';
import type { RecordedSite } from '../recording/recording.ts';
import { levelLight } from './level-light.ts';
import { irradianceOf, type ModuleLight, planeLight } from './plane-light.ts';
import type { ModuleMounting } from './plant-options.ts';
import { refuseColumn } from './refusal.ts';

/** @throws ProfileError where the irradiances recorded do not go with the mounting asked for. */
export function moduleLight(
  columns: readonly HourlyColumn[],
  mounting: ModuleMounting,
  albedo: number,
  site: RecordedSite | undefined,
): ModuleLight {
  const onPlane = planeLight(columns);
  if (mounting.kind === 'as-recorded') {
    if (onPlane !== undefined) return onPlane;
    const expected =
      'irradiance on the plane of the modules; for irradiance on level ground say how modules stand: fixed or tracking';
    return refuseColumn('mounting', 'profile.missing-column', 'no irradiance on a plane is recorded', expected);
  }
  const level = ['global', 'beamNormal', 'diffuse'] as const;
  const [global, beamNormal, diffuse] = level.map((kind) => irradianceOf(columns, kind));
  if (global !== undefined) return levelLight({ global, beamNormal, diffuse }, mounting, albedo, site);
  if (beamNormal !== undefined && diffuse !== undefined) {
    return levelLight({ global, beamNormal, diffuse }, mounting, albedo, site);
  }
  const problem =
    onPlane === undefined
      ? 'neither global irradiance nor beam with diffuse is recorded'
      : `${onPlane.column.name} is on a plane already and cannot be turned to another`;
  const expected =
    onPlane === undefined
      ? 'global horizontal irradiance, or beam normal with diffuse horizontal'
      : 'mounting: as-recorded, or a file of irradiance on level ground';
  return refuseColumn('mounting', 'profile.missing-column', problem, expected);
}
