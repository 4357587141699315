/**
 * How long a solve by rounds may still take, from the gaps that its rounds have left so far. Until enough rounds are done a
 * way that is usual for the method counts beside them: slow at first, then steady down to 1e-3, from there on half as fast.
 */

/** A round that is done: seconds since the solve began, and the relative gap that it left. */
export interface RoundDone {
  readonly round: number;
  readonly seconds: number;
  readonly gap: number;
}

/** What is usual, in powers of ten of the gap a round: to 1e-3, and beyond. It counts as so many rounds of the solve's own. */
const USUAL = { first: 0.155, last: 0.14, asRounds: 8 };
const SLOWER_BEYOND = 0.5;
/** A way that stands still or goes back is not taken to do so for ever. */
const LEAST_PACE = 0.01;
/** Powers of ten. */
const BEYOND = 3;
/** How much of the gap that is asked for is left at the last round: half, for rounding; a coarse one is proven from a wider one. */
const SHARE_OF_GAP = { coarse: 3.6, fine: 0.5 };
/** What follows the last round, as rounds: equations are closed; where the gap is coarse, duals and columns are pushed to their ends first. */
const ENDING = { coarse: 9, fine: 2.5 };
const COARSE = 2e-6;
/** Rounds whose pace is taken for that of the next ones, and the fewest from which anything is said. */
const RECENT = 8;
const FEWEST = 4;

/** @returns undefined where too little is done to say anything */
export function remainingRounds(way: readonly RoundDone[], wantedGap: number): number | undefined {
  const last = way.at(-1);
  if (last === undefined || last.round < FEWEST) return undefined;
  // A gap that springs open closes again as fast: what has been closed once counts.
  let now = Number.NEGATIVE_INFINITY;
  const closed = way.map(({ gap }) => {
    now = Math.max(now, -Math.log10(Math.min(10, gap)));
    return now;
  });
  const beyond = closed.findIndex((decades) => decades > BEYOND);
  const fast = beyond < 0 ? way.length : beyond;
  const { first, last: usualLast, asRounds } = USUAL;
  const begun = Math.min(BEYOND, closed[0]!);
  const paceOf = (decades: number, rounds: number, usual: number) =>
    Math.max(LEAST_PACE, (decades + usual * asRounds) / (rounds + asRounds));
  const pace = paceOf(Math.min(now, BEYOND) - begun, Math.max(0, fast - 1), first);
  const expected = Math.sqrt(pace * SLOWER_BEYOND * usualLast);
  const slow = way.length - fast;
  const slowPace = slow === 0 ? expected : paceOf(now - (closed[fast - 1] ?? begun), slow, expected);
  const kind = wantedGap > COARSE ? 'coarse' : 'fine';
  const goal = -Math.log10(wantedGap * SHARE_OF_GAP[kind]);
  const toBeyond = Math.max(0, Math.min(goal, BEYOND) - now);
  const toGoal = Math.max(0, goal - Math.max(now, BEYOND));
  return toBeyond / pace + toGoal / slowPace + ENDING[kind];
}

/** @returns seconds from the last round on */
export function remainingSeconds(way: readonly RoundDone[], wantedGap: number): number | undefined {
  const rounds = remainingRounds(way, wantedGap);
  if (rounds === undefined) return undefined;
  const recent = way.slice(-RECENT - 1);
  const [from, to] = [recent[0]!, recent.at(-1)!];
  return to.round === from.round ? undefined : (rounds * (to.seconds - from.seconds)) / (to.round - from.round);
}
