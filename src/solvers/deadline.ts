/** A time limit that reaches into work on one thread, which nobody else can stop. */

export interface Deadline {
  /** Seconds; negative once it is over. */
  left(): number;
  /** @throws OutOfTime once it is over */
  require(): void;
}

/** An answer of its own (`limit`) for whoever set the deadline; never shown. */
export class OutOfTime extends Error {}

/** @param seconds wall clock from now on; Infinity for none */
export function deadlineIn(seconds: number): Deadline {
  const begun = performance.now();
  const left = () => seconds - (performance.now() - begun) / 1000;
  return {
    left,
    require() {
      if (left() <= 0) throw new OutOfTime('The time limit is over');
    },
  };
}
