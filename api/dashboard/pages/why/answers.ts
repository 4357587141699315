/** What a question comes to: which equations hold there, which inputs count, which hours stand behind the number. */

import type { ResultDocument } from '../../client/types.ts';
import type { Question } from '../../parts/why.tsx';

type CostKind = NonNullable<ResultDocument['cost']>['items'][number]['kind'];

/** Names as `explain` has them, of the model first. */
const equationsOfKind: Readonly<Record<CostKind, readonly string[]>> = {
  capital: ['buildOutCost'],
  fixedOpex: ['buildOutCost'],
  tolling: ['buildOutCost'],
  variableOpex: ['flowCost'],
  energyPurchase: ['flowCost', 'producedEnergyCost'],
  shortfall: ['shortfallCost', 'takeOrPay'],
  wheeling: ['flowCost'],
  wear: ['flowCost'],
  import: ['flowCost'],
  carbon: ['flowCost'],
  subscribedPower: ['subscriptionCost'],
  lostCompute: ['flowCost', 'shedLimit'],
  export: ['flowCost'],
  salvage: ['salvageCost'],
};

const every = [...new Set(Object.values(equationsOfKind).flat())];

export function equationsFor({ of, kind, name }: Question, result: ResultDocument): readonly string[] {
  switch (of) {
    case 'hourly':
    case 'annual':
    case 'unmatchedHours':
      return ['hourlyMatching', 'matching', 'energyBalance'];
    case 'load':
      return ['facilityLoad', 'backlogBalance'];
    case 'curtailed':
      return ['weatherLimit', 'weather-limit'];
    case 'levelised':
    case 'total':
    case 'annualCost':
      return every;
    case 'cost':
      return equationsOfKind[kind as CostKind] ?? every;
    case 'size': {
      const isStorage = result.phases.some(({ storages }) => Object.hasOwn(storages, name ?? ''));
      return isStorage
        ? ['standing', 'stateOfCharge', 'powerLimit', 'fullLimit', 'longestDuration']
        : ['standing', 'siteLimit', 'weatherLimit', 'linkLimit'];
    }
    default: {
      const never: never = of;
      throw new TypeError(`unknown question ${String(never)}`);
    }
  }
}

/** Beginnings of paths in the scenario. */
export function inputsFor({ of, name }: Question, scenario: Readonly<Record<string, unknown>>): readonly string[] {
  const own = ['renewables', 'storages', 'links'].flatMap((part) =>
    ((scenario[part] ?? []) as readonly { readonly name: string }[]).flatMap((one, at) =>
      one.name === name ? [`${part}[${at}]`] : [],
    ),
  );
  switch (of) {
    case 'hourly':
    case 'annual':
    case 'unmatchedHours':
      return ['matching', 'load'];
    case 'load':
      return ['load', 'phases'];
    case 'curtailed':
      return ['renewables'];
    case 'levelised':
    case 'total':
    case 'annualCost':
      return ['discountRate', 'renewables', 'storages', 'links', 'grid'];
    case 'size':
      return own;
    case 'cost':
      return ['discountRate', ...(own.length > 0 ? own : ['grid', 'load'])];
    default: {
      const never: never = of;
      throw new TypeError(`unknown question ${String(never)}`);
    }
  }
}

/** Columns of the schedule; none where all of them count. */
export function columnsFor({ of, name }: Question, result: ResultDocument): readonly string[] {
  if (of === 'load') return ['loadMW'];
  if (of === 'hourly' || of === 'annual' || of === 'unmatchedHours') return ['loadMW', 'importMW', 'exportMW'];
  const [phase] = result.phases;
  if (name === undefined || phase === undefined) return [];
  if (Object.hasOwn(phase.renewables, name)) return [`generationMW:${name}`];
  if (!Object.hasOwn(phase.storages, name)) return [];
  return ['chargeMW', 'dischargeMW', 'stateOfChargeMWh'].map((column) => `${column}:${name}`);
}
