/** From what a stamp names to the beginning of its interval. */
import type { Label } from '../recording/recording.ts';

export type KnownLabel = Exclude<Label, { kind: 'unstated' }>;

/** Minutes from the beginning of an interval to its stamp; 0 for samples, which stand for the step they lie in. */
export function minutesToStamp(label: KnownLabel, stepMinutes: number): number {
  if (label.kind === 'end') return stepMinutes;
  return label.kind === 'middle' ? stepMinutes / 2 : 0;
}

/** The reading of the clock that begins the interval of a stamp; samples belong to the step of the clock they lie in. */
export function beginningOfStep(label: KnownLabel, clockMinutes: number, stepMinutes: number): number {
  return label.kind === 'sample' ? Math.floor(clockMinutes / stepMinutes) * stepMinutes : clockMinutes;
}

/** Where in the hour the sun stands for its value [min]: the middle of a mean, the mean instant of samples. */
export function sunMinutes(label: KnownLabel, stepMinutes: number): number {
  return label.kind === 'sample' ? label.minutesIntoHour + (60 - stepMinutes) / 2 : 30;
}

export function wordsOfLabel(label: Label): string {
  switch (label.kind) {
    case 'start':
      return 'stamps begin their intervals';
    case 'middle':
      return 'stamps are the middle of their intervals';
    case 'end':
      return 'stamps end their intervals';
    case 'sample':
      return `samples taken ${Math.round(label.minutesIntoHour * 100) / 100} min after the hour, each standing for its hour`;
    case 'unstated':
      return 'not stated';
    default:
      return label satisfies never;
  }
}
