/**
 * What was found to serve well, in one place. Everything is scaled as the blocks are: residuals in typical right-hand sides or
 * costs, near 1; shares, factors and gaps are plain numbers. Measurements: test/bench/README.md.
 */

/**
 * Added to the curvature of columns (primal, ρ) and to the diagonal of rows (dual, δ), so that every pivot stays away from
 * zero. Larger, a step leaves more of costs and equations open; smaller, pivots below δ/100 are lost to rounding and their
 * duals rest.
 */
export interface Regularisation {
  readonly primal: number;
  readonly dual: number;
}

export const REGULARISATION: Regularisation = { primal: 1e-9, dual: 1e-7 };
/** Where equations are closed on their own: a step leaves as much of them open as rows are regularised by. */
export const RESTORING_REGULARISATION: Regularisation = { primal: 1e-6, dual: 1e-10 };

// Scaling

/** Euclidean length of a row's coefficients from which on it is scaled. */
export const HEAVY_ROW = 10;
/** A factor of three either way makes little difference in these two. */
export const SIZE_PER_TYPICAL_RHS = 3;
export const DEAREST_SHARE = 250;
/** From here on what can be solved for again is not kept: 7 MB less for a year of five plants and two storages. */
export const LEAN_BLOCKS = 40;
/** From here on memory is given back before it is asked for by itself. */
export const MANY_BLOCKS = 16;
/** What so many blocks leave behind is given back at once: it takes 30 ms. */
export const COLLECTED_TOGETHER = 4;
/** Common and leap years take turns; what a thread keeps of each is 7 MB. */
export const KNOWN_PATTERNS = 2;
/** So many blocks are formulated before the first of them has to be in its form. */
export const FORMS_AHEAD = 4;
/** Hours of all blocks from which on code for what repeats in them is worth making: that takes about 0.1 s. */
export const FEWEST_REPEATED_HOURS = 1000;
/** Rows over all hours that a block of like hours may have: each is one more column beside the factor of every hour. */
export const MOST_ROWS_ACROSS = 4;
/** Steps from which on their slack is shared out, so that columns are alike; of fewer there is never code. */
export const FEWEST_STEPS_ACROSS = 4;

// Predictor and correctors

/**
 * Of the way to the nearest bound. Below `CLAMPED_FROM`, or a step that ignores no bound would be clamped; at 1 a column would
 * reach its bound and its Θ vanish.
 */
export const FRACTION_TO_BOUNDARY = 0.9995;
/** No centrality corrector is tried where the step is longer than this: it would gain a twentieth of the way at most. */
export const LONG_STEP = 0.95;
/**
 * How many times itself a distance or a price may be taken to fall by the predictor, where its second order counts. Without a
 * cap rounds double: what falls to minus several times itself says only that its bound begins to bind.
 */
export const SECOND_ORDER_CAP = 2;
/** The shares of a corrector that are tried: so many, evenly from the least one to all of it. */
export const LEAST_CORRECTOR_SHARE = 0.1;
export const CORRECTOR_SHARES = 6;
/** Products may end between these shares of the target before a centrality corrector pulls them back. */
export const CENTRALITY_RANGE = { least: 0.1, most: 10 };
/** What would lose more of itself than this keeps a tenth: a step that spares none stops before. */
export const CLAMPED_FROM = 0.9996;
export const CLAMPED_TO = 0.1;

/**
 * Share of the bounds of a block that a step goes past: in `aggressive` mode four of a year with five plants and two
 * storages, none of a week. More leave equations and costs open that later steps have to close.
 */
export const IGNORED_BLOCKING_SHARE = {
  mostAggressive: 2e-4,
  aggressive: 2.5e-5,
  restoration: 0,
  centring: 0,
  strict: 0,
};

// Secants and blocks that lag

/** How many times itself a price or a distance would fall by before its bound is bent; bent sooner, Θ of many columns changes. */
export const SECANT_FROM = 3;
/** Share of all bounds of a block that may be bent; more than any was seen to need at a time. */
export const MOST_SECANTS_SHARE = 0.02;
/** Share of the blocks that may lag: more of them, and the step is short for a reason that they share. */
export const LAGGING_SHARE = 0.2;
/** A block does not lag whose step is this long. */
export const LAGGING_BELOW = 0.5;
/** How often a lagging block is factorised again, at most. */
export const SECANT_PASSES = 2;

// Which step is taken

/** Then it is given up; some 50 to 90 are usual. */
export const MOST_ROUNDS = 200;
/** Steps ignore bounds while the gap is wider than this, for so many rounds; nearer, what that opened has to be closed. */
export const AGGRESSIVE_GAP = 1e-3;
export const AGGRESSIVE_ROUNDS = 50;
/** Where a gap wider than `AGGRESSIVE_GAP` is to be closed early, they ignore more while it is wider than this. */
export const MOST_AGGRESSIVE_GAP = 0.1;
/** Residual of the costs over μ from which on steps restore before they go on. */
export const RESTORATION_RATIO = 1e3;
/**
 * Residual of the costs, summed over the blocks, that a proof can bear for each block that shares a size: it gives duals
 * of idle rows the wrong sign, and these weigh together on that size. Where it is more, so many rounds centre first.
 */
export const PROVABLE_DUAL_RESIDUAL = 3e-8;
export const CENTRING_ROUNDS = 20;

// The end

/** How many times wider the gap at the bounds may be when columns and duals are first pushed to their ends. */
export const EARLY_END_WITHIN = 5;
/** How much narrower than before the gap has to be when they are pushed again; the cube of that the next time, and so on. */
export const EARLY_END_AGAIN = { columns: 0.9, duals: 0.75 };
/** So often columns were led to the equations and nothing was proven: then the gap is left to the rounds. */
export const MOST_FAILED_CLOSINGS = 2;
/** What columns and prices keep that would be pushed past their bounds. */
export const CLAMPED_PUSHED = { columns: 0.03, prices: 1e-3 };
/** Duals are settled on until they prove this share of the gap: what closing the equations costs is not known before. */
export const SETTLED_SHARE = 0.6;
/** So many steps at most, and more where the last of these proves `SETTLED_NEAR` times the gap. */
export const MOST_SETTLING_STEPS = { far: 4, near: 6 };
export const SETTLED_NEAR = 2;
/**
 * What duals leave of the costs of columns without an upper bound that they were made to fit: with less than nothing for all
 * that rounding knows, a proof has to seek how large each may be, with the block made anew.
 */
export const PROVEN_OVERSHOOT = 1e-9;
/** Largest residuals at which the gap between the objectives is believed; equations are closed from there on. */
export const NEAR_OPTIMUM = { primal: 1e-6, dual: 1e-8 };
/** By how much of its terms the excess of a Farkas certificate is to be more than nothing: far more than rounding could leave. */
export const FARKAS_MARGIN = 1e-9;
/** The same where HiGHS mixes the duals of blocks, whose tolerance is 1e-7; it was 0.01 and more where it was looked for. */
export const MIXED_FARKAS_MARGIN = 1e-3;
/**
 * Excess as a share of its terms, and what duals prove in times the cost, from which on duals are repaired for a certificate: in the
 * way are columns that Aᵀy leaves a little above zero. Of a programme with a solution duals prove no more than it costs.
 */
export const FARKAS_ASKED_FROM = { excess: 0.01, cost: 2 };
/** By how much repaired duals leave such columns below zero, in the unit of the largest dual: more than rounding. */
export const FARKAS_OVERSHOOT = 1e-9;
/** Largest residual of an equation that an answer may keep. */
export const PRIMAL_FEASIBILITY_TOLERANCE = 1e-8;
/** Largest residual of an equation that is not made smaller. */
export const PRIMAL_RESIDUAL_FLOOR = 1e-10;
export const MOST_RESTORING_STEPS = 8;
/** Of those past bounds that are in the way. */
export const MOST_CLOSING_STEPS = 16;
/** What a column keeps that such a step would take past its bound: a tenth is eight steps where this is five; 1e-5 may open more than is closed. */
export const CLAMPED_CLOSING = 1e-3;
/** What a closing step leaves open at most; so many may leave more. */
export const SLOW_CLOSING = 0.9;
export const MOST_SLOW_CLOSING_STEPS = 1;
/** What is kept back of the time to close equations and to verify what comes of it, as rounds of the longest so far. */
export const RESERVED_ROUNDS = 6;
