/** When lines of progress are due where they stay, as in a log: soon at first, then ever more seldom. */

const FIRST_SECONDS = 0.5;
const MOST_SECONDS = 5;

/** Each call asks whether a line is due by now, and takes one that is as told; what is new is told at once, and the pause begins anew. */
export function plainPace(): (isNew?: boolean) => boolean {
  let pause = FIRST_SECONDS;
  let last = performance.now();
  return (isNew = false) => {
    const now = performance.now();
    if (!isNew) {
      if (now - last < pause * 1000) return false;
      pause = Math.min(MOST_SECONDS, 2 * pause);
    }
    last = now;
    return true;
  };
}
