/** Numbers that change with the hour or with the year. */

/** One value per weather year and hour: `series[weatherYear][hour]`. */
export type HourlySeries = readonly Float64Array[];

/** One number, or values at stated years: linear in between, flat outside. */
export type ByYear = number | readonly { readonly year: number; readonly value: number }[];
export type CostByYear = ByYear;
/** One number, or values that each hold from a stated year on; nothing before the first. */
export type FromYear = number | readonly { readonly year: number; readonly value: number }[];
