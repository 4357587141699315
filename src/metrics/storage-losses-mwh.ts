/**
 * What a storage loses over a cyclic year, in charging, discharging and by itself [MWh]: it ends as it begins, so what
 * went in and did not come out is lost.
 *
 * @equation Σ_h (c[h] − d[h])
 */
export function storageLossesMWh(chargeMW: Float64Array, dischargeMW: Float64Array): number {
  return chargeMW.reduce((sum, charge, hour) => sum + charge - dischargeMW[hour]!, 0);
}
