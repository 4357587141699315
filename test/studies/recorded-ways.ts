/**
 * Gaps that real solves left round by round, and how many rounds they took in all: the shipped main scenario of so many
 * weather years and one phase or five, and windows of a smaller campus. Seconds are of processors, all threads together, where
 * they were taken down: other programs make those on the clock longer.
 */

export interface RecordedWay {
  readonly name: string;
  readonly wantedGap: number;
  readonly rounds: number;
  /** After round 0, 1, 2, … */
  readonly gaps: readonly number[];
  /** Then, and at the end, once equations are closed and the gap is certified; a second a round where absent. */
  readonly seconds?: { readonly atRound: readonly number[]; readonly atEnd: number };
}

export const recordedWays: readonly RecordedWay[] = [
  {
    name: 'four weeks to 0.0001',
    wantedGap: 0.0001,
    rounds: 21,
    gaps: [
      6, 3.5, 1.8, 1.7, 1.2, 0.95, 0.52, 0.17, 0.075, 0.049, 0.017, 0.0081, 0.004, 0.0039, 0.0027, 0.00079, 0.00019,
      3.8e-5,
    ],
  },
  {
    name: 'half a year to 1e-6',
    wantedGap: 1e-6,
    rounds: 29,
    gaps: [
      5.9, 3.7, 1.7, 1.3, 1.2, 0.94, 0.63, 0.32, 0.21, 0.12, 0.078, 0.056, 0.025, 0.016, 0.009, 0.0026, 0.002, 0.00055,
      0.00042, 0.00042, 0.00032, 7.3e-5, 3.3e-5, 1.8e-5, 8.5e-6, 4e-6, 1.3e-6, 5.8e-7, 1.5e-7,
    ],
  },
  {
    name: 'one year to 0.01',
    wantedGap: 0.01,
    rounds: 19,
    gaps: [1.2, 1.3, 1.2, 0.94, 0.72, 0.47, 0.34, 0.21, 0.097, 0.069, 0.048, 0.034, 0.021, 0.013, 0.0055, 0.0028],
  },
  {
    name: 'one year to 0.0001',
    wantedGap: 0.0001,
    rounds: 27,
    gaps: [
      1.2, 1.3, 1.2, 1.1, 0.83, 0.64, 0.47, 0.41, 0.32, 0.25, 0.18, 0.096, 0.056, 0.023, 0.017, 0.0085, 0.0047, 0.0029,
      0.0014, 0.00091, 0.00092, 0.00074, 0.00047, 0.0003, 0.00011,
    ],
  },
  {
    name: 'one year to 1e-6',
    wantedGap: 1e-6,
    rounds: 52,
    gaps: [
      3.8, 2, 1.8, 1.4, 1, 0.53, 0.38, 0.27, 0.17, 0.12, 0.073, 0.045, 0.028, 0.011, 0.0067, 0.0035, 0.0019, 0.0011,
      0.00073, 0.0005, 0.00045, 0.00047, 0.00043, 0.0003, 0.00023, 0.0002, 0.00016, 0.00011, 8.6e-5, 7.7e-5, 4.6e-5,
      4.3e-5, 4.1e-5, 3.1e-5, 2.7e-5, 2.2e-5, 1.9e-5, 1.6e-5, 1.5e-5, 1.2e-5, 7.2e-6, 3.6e-6, 1.9e-6, 1.8e-6, 1.2e-6,
      1.2e-6, 1e-6, 1e-6, 1e-6, 1e-6, 2.3e-7,
    ],
  },
  {
    name: 'three years to 0.001',
    wantedGap: 0.001,
    rounds: 28,
    gaps: [
      3, 1.7, 1.5, 1.3, 1.1, 0.78, 0.63, 0.43, 0.31, 0.23, 0.17, 0.12, 0.086, 0.055, 0.038, 0.026, 0.019, 0.014, 0.008,
      0.0057, 0.004, 0.0025, 0.0017, 0.00096,
    ],
  },
  {
    name: 'three years to 1e-6',
    wantedGap: 1e-6,
    rounds: 42,
    gaps: [
      3, 1.7, 1.5, 1.3, 1.1, 0.78, 0.63, 0.43, 0.31, 0.23, 0.17, 0.12, 0.086, 0.055, 0.038, 0.026, 0.019, 0.014, 0.008,
      0.0057, 0.004, 0.0025, 0.0017, 0.00096, 0.00083, 0.00061, 0.00059, 0.00025, 0.00015, 0.0001, 7.2e-5, 5.5e-5,
      3.4e-5, 2.2e-5, 1.6e-5, 9.5e-6, 6.5e-6, 4e-6, 2.6e-6, 1.4e-6, 7.3e-7, 4.1e-7,
    ],
  },
  {
    name: 'five phases to 0.01',
    wantedGap: 0.01,
    rounds: 24,
    gaps: [
      1.1, 1, 0.96, 0.8, 0.68, 0.54, 0.42, 0.55, 0.22, 0.14, 0.097, 0.088, 0.07, 0.052, 0.042, 0.033, 0.023, 0.022,
      0.016, 0.05,
    ],
  },
  {
    name: 'five years and five phases to 0.01',
    wantedGap: 0.01,
    rounds: 34,
    gaps: [
      1, 1, 0.98, 0.92, 0.86, 0.78, 0.75, 0.65, 0.42, 0.41, 0.6, 0.26, 0.12, 0.12, 0.1, 0.079, 0.062, 0.056, 0.051,
      0.042, 0.04, 0.034, 0.027, 0.021, 0.019, 0.017, 0.015, 0.014, 0.011, 0.024,
    ],
    seconds: {
      atRound: [
        21, 28, 33, 38, 42, 45, 48, 52, 55, 58, 62, 66, 70, 74, 77, 81, 84, 87, 90, 94, 97, 101, 106, 110, 115, 119,
        123, 128, 134, 142,
      ],
      atEnd: 158,
    },
  },
  {
    name: 'five years and five phases to 1e-6, with gaps that spring open again',
    wantedGap: 1e-6,
    rounds: 59,
    gaps: [
      1, 1, 0.98, 0.96, 0.91, 0.88, 0.84, 0.79, 0.76, 0.7, 0.67, 0.64, 0.54, 0.45, 0.4, 0.35, 0.27, 0.24, 0.21, 0.17,
      0.14, 0.12, 0.088, 0.071, 0.046, 0.037, 0.029, 0.021, 0.017, 0.012, 0.0078, 0.0054, 0.0032, 0.0021, 0.0019,
      0.0035, 0.002, 0.00075, 0.0017, 0.0012, 0.00071, 0.00046, 0.00014, 0.00013, 0.0036, 0.00029, 5.6e-5, 3e-5, 2.5e-5,
      1.3e-5, 8.8e-6, 6.2e-6, 5.4e-6, 3.4e-6, 2.8e-6, 1.6e-6, 7.7e-7, 4.7e-7, 4.7e-7,
    ],
  },
];
