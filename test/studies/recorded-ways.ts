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
    rounds: 20,
    gaps: [1.2, 1.3, 1.2, 0.94, 0.72, 0.47, 0.34, 0.21, 0.096, 0.069, 0.048, 0.034],
  },
  {
    name: 'one year to 0.0001',
    wantedGap: 0.0001,
    rounds: 31,
    gaps: [
      1.2, 1.3, 1.2, 1, 0.83, 0.64, 0.47, 0.41, 0.32, 0.25, 0.18, 0.096, 0.056, 0.023, 0.017, 0.0085, 0.0047, 0.0029,
      0.0014, 0.00091, 0.00091, 0.00074, 0.00047, 0.0003,
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
    rounds: 27,
    gaps: [
      1, 1.1, 1, 0.93, 0.78, 0.68, 0.52, 0.43, 0.38, 0.32, 0.28, 0.2, 0.12, 0.084, 0.053, 0.028, 0.017, 0.01, 0.0069,
      0.0042,
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
    rounds: 25,
    gaps: [1.1, 1, 0.96, 0.8, 0.68, 0.54, 0.42, 0.55, 0.22, 0.14, 0.097, 0.088, 0.07, 0.052, 0.042, 0.033],
    seconds: {
      atRound: [4.0, 4.8, 5.1, 5.5, 5.8, 6.1, 6.4, 6.6, 6.8, 7.1, 7.4, 7.6, 7.9, 8.1, 9.6, 10.2],
      atEnd: 12.1,
    },
  },
  {
    name: 'five years and five phases to 0.01',
    wantedGap: 0.01,
    rounds: 29,
    gaps: [
      1, 1, 0.98, 0.92, 0.87, 0.82, 0.76, 0.47, 0.39, 0.19, 0.15, 0.15, 0.12, 0.085, 0.077, 0.073, 0.061, 0.048, 0.04,
    ],
    seconds: {
      atRound: [
        14.4, 17.5, 18.9, 20.5, 21.8, 22.9, 24.2, 25.3, 26.8, 28.3, 29.9, 31.3, 32.6, 33.8, 35.1, 36.4, 37.8, 38.9,
        45.3,
      ],
      atEnd: 51.4,
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
