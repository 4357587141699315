/**
 * From recorded irradiance to capacity factors of a photovoltaic plant, in the manner of PVWatts: Dobos, PVWatts Version 5
 * Manual (2014), doi:10.2172/1158421. Where it differs: sky after Hay and Davies, glass after Martin and Ruiz, cells after
 * Faiman, all in ../physics.
 */
import type { HourlyColumn } from '../hours/hourly-reading.ts';
import { cellTemperature, inverterOutput, moduleOutput } from '../physics/photovoltaic-system.ts';
import type { RecordedSite } from '../recording/recording.ts';
import { moduleAir } from './module-air.ts';
import { moduleLight } from './module-light.ts';
import { requireRanges } from './option-ranges.ts';
import { photovoltaicDefaults as defaults } from './plant-defaults.ts';
import type { PhotovoltaicPlant } from './plant-options.ts';

const percent = (share: number): string => `${Number((share * 100).toFixed(3))} %`;

/** @throws ProfileError where a column, a unit, the site or an option is missing or cannot be right. */
export function photovoltaicToCapacityFactor(
  columns: readonly HourlyColumn[],
  plant: PhotovoltaicPlant,
  site: RecordedSite | undefined,
): { values: Float64Array; steps: string[]; column: HourlyColumn } {
  const { losses, powerPerKelvin, dcToAcRatio, inverterEfficiency, albedo } = { ...defaults, ...plant };
  requireRanges({
    losses: [losses, 0, 1, 'a share of output, such as 0.14'],
    powerPerKelvin: [powerPerKelvin, -0.02, 0, 'a share per kelvin, negative, such as −0.0037'],
    dcToAcRatio: [dcToAcRatio, 1, 5, 'module nameplate ÷ inverter nameplate, such as 1.2'],
    inverterEfficiency: [inverterEfficiency, 0.5, 1, 'a share, such as 0.96'],
    albedo: [albedo, 0, 1, 'a share of light, such as 0.2'],
    airTemperatureC: [plant.airTemperatureC, -60, 60, 'degrees Celsius'],
  });
  const light = moduleLight(columns, plant.mounting, albedo, site);
  const air = moduleAir(columns, plant.airTemperatureC);
  const perInverter = plant.perNameplate === 'ac';
  const values = light.reaching.map((reaching, hour) => {
    const cellC = cellTemperature(light.falling[hour]!, air.temperatureC(hour), air.windMPerS(hour));
    const direct = moduleOutput(reaching, cellC, powerPerKelvin) * (1 - losses);
    const output = inverterOutput(direct * inverterEfficiency * dcToAcRatio);
    return perInverter ? output : output / dcToAcRatio;
  });
  const steps = [
    ...light.steps,
    ...air.steps,
    `power of modules: irradiance ÷ 1000 W/m², ${percent(-powerPerKelvin)} less for each kelvin of cell temperature above 25 °C (PVWatts 5)`,
    `losses of ${percent(losses)}; inverter of nominal efficiency ${percent(inverterEfficiency)} with its part-load curve (PVWatts 5), clipping at a DC/AC ratio of ${dcToAcRatio}`,
    `capacity factor of the ${perInverter ? 'AC nameplate of the inverter' : 'DC nameplate of the modules'}`,
  ];
  return { values, steps, column: light.column };
}
