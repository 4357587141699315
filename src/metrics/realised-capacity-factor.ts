/**
 * What a plant gave over what it would give at full power in every hour, 0…1; `undefined` where there is no plant.
 *
 * @param capacityMW Capacity of the plant.
 * @param generationMW Generation used, hour by hour, at the plant.
 */
export function realisedCapacityFactor(capacityMW: number, generationMW: Float64Array): number | undefined {
  const most = capacityMW * generationMW.length;
  return most === 0 ? undefined : generationMW.reduce((sum, value) => sum + value, 0) / most;
}
