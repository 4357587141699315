/** From light that reached the cells to power at the grid. */

const STANDARD_IRRADIANCE_W_PER_M2 = 1000;
const STANDARD_TEMPERATURE_C = 25;
/** Heat that modules in an open rack give off: at rest, and more with each m/s of wind. */
const HEAT_W_PER_M2_K = 25;
const HEAT_PER_WIND_W_S_PER_M3_K = 6.84;

/** Faiman, Progress in Photovoltaics 16 (2008), doi:10.1002/pip.813; wind at the modules. */
export function cellTemperature(irradianceWPerM2: number, airTemperatureC: number, windMPerS: number): number {
  return airTemperatureC + irradianceWPerM2 / (HEAT_W_PER_M2_K + HEAT_PER_WIND_W_S_PER_M3_K * windMPerS);
}

/** Share of the modules' nameplate at their terminals: 1 at 1000 W/m² and cells at 25 °C; as PVWatts does. */
export function moduleOutput(irradianceWPerM2: number, cellTemperatureC: number, powerPerKelvin: number): number {
  const warmth = 1 + powerPerKelvin * (cellTemperatureC - STANDARD_TEMPERATURE_C);
  return (irradianceWPerM2 / STANDARD_IRRADIANCE_W_PER_M2) * Math.max(0, warmth);
}

const REFERENCE_EFFICIENCY = 0.9637;

/**
 * Output of an inverter as a share of its own nameplate, for a DC input as a share of the one that fills it (nameplate ÷
 * nominal efficiency); clipped at 1, and 0 where its own need exceeds the input. Dobos, PVWatts Version 5 Manual,
 * NREL/TP-6A20-62641 (2014), doi:10.2172/1158421.
 */
export function inverterOutput(input: number): number {
  if (input >= 1) return 1;
  // Efficiency times input, so that an input of nothing divides nothing.
  return Math.max(0, (-0.0162 * input * input + 0.9858 * input - 0.0059) / REFERENCE_EFFICIENCY);
}
