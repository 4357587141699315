/** A fault to plant in the small plan, and what must be found. */

import type { Mutable, Plan } from './small-plan.ts';

export interface Fault {
  readonly law: string;
  readonly story: string;
  readonly plant: (plan: Mutable<Plan>) => void;
  readonly found: {
    readonly phase: string;
    readonly subject: string;
    readonly hour?: number;
    readonly amountMWh: number;
  };
  /** Laws that cannot but break as well. */
  readonly also?: readonly string[];
}

/** The first phase's hours. */
export const hoursOf = (plan: Mutable<Plan>) => plan.schedule.phases[0]!.weatherYears[0]!;
