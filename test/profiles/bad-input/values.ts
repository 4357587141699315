/** Values of the examples by hour: any will do that differ from hour to hour. */

/** 0…1 with three decimals, never 0. */
export const shareOf = (hour: number) => ((((hour + 24) * 7919) % 997) / 1000 + 0.002).toFixed(3);
export const celsius = (hour: number) => (9 + 10 * Number(shareOf(hour))).toFixed(2);
export const megawatts = (hour: number) => (8000 + 1000 * Number(shareOf(hour))).toFixed(0);
