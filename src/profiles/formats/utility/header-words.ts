/** Headers in words: `PeriodEnd`, `interval_start_utc` and `Interval Start (UTC)` say the same. */
export function headerWords(header: string): string {
  return header
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
}
