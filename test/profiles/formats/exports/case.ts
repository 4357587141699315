/** An export with what it comes to, and what expectations of several have in common. */
import { expect } from 'vitest';
import type { InspectionAnswers } from '../../../../src/profiles/inspection/inspect.ts';

export interface Case {
  readonly file: string;
  readonly answers?: InspectionAnswers;
  /** Of the inspection: zone, label, step, hours and columns. */
  readonly read?: object;
  readonly questions?: readonly string[];
  readonly warnings?: readonly string[];
  /** In each fault, in the order in which they are told. */
  readonly faults?: readonly string[];
}

export const newYork = { zone: 'America/New_York', label: 'end' } as const;
export const berlin = { zone: 'Europe/Berlin' } as const;
export const utc = { zone: 'UTC', label: 'start' } as const;
export const start = { label: 'start' } as const;
export const whole = { rows: 48, stepMinutes: 60, gaps: [] };
export const twoDays = { ...whole, firstHour: '2021-01-13T00:00Z', lastHour: '2021-01-14T23:00Z' };
export const named = (name: string, unit: string | null, figures: object = {}) =>
  expect.objectContaining({ name, unit, ...figures });
export const only = (...columns: unknown[]) => ({ columns: expect.arrayContaining(columns) });
export const load = named('Load', 'MW', { min: 100, max: 269.75, hours: 48 });
