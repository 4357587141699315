/** A file as a meter gives it, which leaves open what only its owner knows. */

/** Half a year of hours on a clock that is not named, with 200 hours missing. */
export function meterWithoutZone(): string {
  const rows = Array.from({ length: 4_400 }, (_, hour) => {
    const stamp = new Date(Date.UTC(2019, 0, 1, hour)).toISOString();
    const [year, month, day] = stamp.slice(0, 10).split('-');
    return `${day}/${month}/${year} ${stamp.slice(11, 16)};${(hour * 7) % 40},0`;
  });
  return ['Date;Production (MW)', ...rows.slice(0, 3_000), ...rows.slice(3_200)].join('\n');
}
