/** Kinds of cost in words, in the order of tables and charts. */

import type { CostKind } from '../verify/annual-cost.ts';
import type { Phrase } from './language/french.ts';

export const costKindNames = {
  capital: 'Capital, annualised',
  salvage: 'Owed at the end, less salvage',
  fixedOpex: 'Fixed operation',
  variableOpex: 'Variable operation',
  energyPurchase: 'Energy purchase',
  shortfall: 'Paid, not taken',
  tolling: 'Tolling',
  wheeling: 'Wheeling',
  wear: 'Storage wear',
  import: 'Grid import',
  carbon: 'Carbon price',
  subscribedPower: 'Subscribed power',
  lostCompute: 'Lost compute',
  export: 'Export (earns)',
} as const satisfies Readonly<Record<CostKind, Phrase>>;

export const costKinds = Object.keys(costKindNames) as readonly CostKind[];
