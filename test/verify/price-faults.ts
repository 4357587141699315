/** Prices that a plan forgot: each is set in its scenario alone, and found in the cost of one asset. */

import type { Mutable, Plan } from './small-plan.ts';

const laterDearer = (value: number) => [
  { year: 2026, value },
  { year: 2027, value: 1.1 * value },
];
const everyHour = () => [new Float64Array(6).fill(1)];

interface PriceFault {
  readonly price: string;
  /** Whose cost it is. */
  readonly name: string;
  readonly set: (scenario: Mutable<Plan>['scenario']) => void;
}

export const priceFaults: readonly PriceFault[] = [
  {
    price: 'what a line charges by the hour',
    name: 'line',
    set: ({ links }) => {
      links[0]!.wheelingPerMWhByHour = everyHour();
    },
  },
  {
    price: 'what the public grid charges a plant by the hour',
    name: 'wind',
    set: ({ renewables }) => {
      renewables[1]!.wheelingPerMWhByHour = everyHour();
    },
  },
  {
    price: 'a price of energy by year',
    name: 'wind',
    set: ({ renewables }) => {
      Object.assign(renewables[1]!.purchase, { pricePerMWh: laterDearer(40) });
    },
  },
  {
    price: 'a price of plant by year',
    name: 'sun',
    set: ({ renewables }) => {
      Object.assign(renewables[0]!.purchase, { capexPerMW: laterDearer(600_000) });
    },
  },
];
