/**
 * Tasks that are asked for at once go to threads several at a time: to wake a thread and to be woken takes as long as a
 * tenth of a task. Each batch is a thread's share of what is left, so that those at the end are small and all end together.
 */

/** A batch is not interrupted: twenty tasks take about a fifth of a second. */
const LONGEST_BATCH = 20;

export function inBatches<Task, Outcome>(
  threads: number,
  send: (tasks: readonly Task[]) => Promise<readonly Outcome[]>,
): (task: Task) => Promise<Outcome> {
  let asked: { task: Task; resolve: (outcome: Outcome) => void; reject: (error: unknown) => void }[] = [];
  const handOver = () => {
    const all = asked;
    asked = [];
    for (let at = 0; at < all.length; ) {
      const batch = all.slice(at, at + Math.min(LONGEST_BATCH, Math.ceil((all.length - at) / threads)));
      at += batch.length;
      send(batch.map(({ task }) => task)).then(
        (outcomes) => {
          for (const [k, { resolve }] of batch.entries()) resolve(outcomes[k]!);
        },
        (error) => {
          for (const { reject } of batch) reject(error);
        },
      );
    }
  };
  return (task) =>
    new Promise((resolve, reject) => {
      if (asked.push({ task, resolve, reject }) === 1) queueMicrotask(handOver);
    });
}
