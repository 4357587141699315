/**
 * What the weather would have given and was not used, at the plant [MWh].
 *
 * @equation Σ_h (a[h]·K − g[h])
 */
export function curtailedMWh(capacityFactor: Float64Array, capacityMW: number, generationMW: Float64Array): number {
  return generationMW.reduce((sum, used, hour) => sum + capacityFactor[hour]! * capacityMW - used, 0);
}
