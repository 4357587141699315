/** How long it may still take, told only from what has been done. */

/**
 * As long for each programme that is left as for each that is done, counting the one under way: a long first programme
 * raises the estimate instead of running it down to nothing.
 *
 * @param done programmes solved, of `total`
 * @param seconds since the beginning
 * @returns seconds, or undefined where nothing has been done
 */
export function remainingSeconds(done: number, total: number, seconds: number): number | undefined {
  return done === 0 || done >= total ? undefined : (seconds / done) * (total - done);
}

/** `41 s`, `3 min 20 s`, `1 h 12 min`. */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** An estimate, no finer than it is known: `about 40 s`, `about 3 min`, `about 1.5 h`. */
export function estimateText(seconds: number): string {
  if (seconds < 55) return `about ${Math.max(5, Math.round(seconds / 5) * 5)} s`;
  if (seconds < 55 * 60) return `about ${Math.max(1, Math.round(seconds / 60))} min`;
  return `about ${Math.round(seconds / 1800) / 2} h`;
}
