/** Wind at another height, and what thinner air takes from it. */
import { exponential, logarithm, power } from './reproducible-math.ts';

const GAS_CONSTANT_OF_AIR_J_PER_KG_K = 287.05;
const GRAVITY_M_PER_S2 = 9.80665;
const ZERO_CELSIUS_K = 273.15;
/** Power curves are stated for it; IEC 61400-12-1. */
export const STANDARD_DENSITY_KG_PER_M3 = 1.225;

/** Speed at one height ÷ speed at another: (to / from)ᵉ. */
export function powerLawFactor(fromM: number, toM: number, exponent: number): number {
  return power(toM / fromM, exponent);
}

/** The same over ground of a roughness length, in neutral air: ln(to / z₀) ÷ ln(from / z₀). */
export function logLawFactor(fromM: number, toM: number, roughnessM: number): number {
  return logarithm(toM / roughnessM) / logarithm(fromM / roughnessM);
}

/** Share of the step from a lower to an upper height at a height, along a logarithm; outside 0…1 beyond them. */
export function logHeightShare(lowerM: number, upperM: number, heightM: number): number {
  return logarithm(heightM / lowerM) / logarithm(upperM / lowerM);
}

/** Pressure [Pa] of air of one temperature so many metres higher. */
export function pressureAbove(pressurePa: number, temperatureC: number, metresHigher: number): number {
  const scaleHeightM = (GAS_CONSTANT_OF_AIR_J_PER_KG_K * (temperatureC + ZERO_CELSIUS_K)) / GRAVITY_M_PER_S2;
  return pressurePa * exponential(-metresHigher / scaleHeightM);
}

/** Of dry air [kg/m³]. */
export function airDensity(pressurePa: number, temperatureC: number): number {
  return pressurePa / (GAS_CONSTANT_OF_AIR_J_PER_KG_K * (temperatureC + ZERO_CELSIUS_K));
}

/**
 * Speed in air of standard density that carries the same power, by which a power curve is read: v · ∛(density ÷ 1.225),
 * IEC 61400-12-1 for turbines that turn their blades.
 */
export function equivalentSpeed(speedMPerS: number, densityKgPerM3: number): number {
  return speedMPerS * power(densityKgPerM3 / STANDARD_DENSITY_KG_PER_M3, 1 / 3);
}

/** Pressure [Pa] at a height above the sea in the international standard atmosphere, ISO 2533. */
export function standardPressure(elevationM: number): number {
  return 101_325 * power(1 - 2.25577e-5 * elevationM, 5.25588);
}
