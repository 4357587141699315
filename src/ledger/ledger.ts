/** The hour ledger of one phase under one weather year: records of six kinds, and their totals. */

import { hash } from 'node:crypto';
import { canonicalJson } from '../scenario/document/canonical-json.ts';
import { type Account, accountOf } from './account.ts';
import { LEDGER_RULE, Naming, type Statement } from './naming.ts';
import { allocationTable } from './records/allocations.ts';
import { chargeTable } from './records/charges.ts';
import { consumptionTable } from './records/consumption.ts';
import { type Counted, countedOf, type RecordContext } from './records/context.ts';
import { dischargeTable } from './records/discharges.ts';
import { emissionsTable } from './records/emissions.ts';
import { productionTable } from './records/production.ts';
import { type Scope2, scope2Of } from './scope2.ts';
import type { StorageOrder } from './storage-queue.ts';
import { type LedgerTable, type RecordKind, tableOf } from './table.ts';
import { type LedgerTotals, totalsOf } from './totals.ts';
import type { LedgerPlace } from './whole-flows.ts';

export interface Ledger {
  readonly totals: LedgerTotals;
  readonly scope2: Scope2;
  /** Makes the records of a kind. */
  table(kind: RecordKind): LedgerTable;
}

/**
 * @throws ResultError where the schedule breaks a law, so that its energy cannot be accounted for
 */
export function ledgerOf(place: LedgerPlace, order: StorageOrder, statement: Statement): Ledger {
  const account = accountOf(place, order);
  const [naming, counted] = [new Naming(account, statement), countedOf(account)];
  return {
    totals: totalsOf(account),
    scope2: scope2Of(account),
    table: (kind) => {
      const chainStart = chainStartOf(account, kind, statement);
      return tableOfKind(kind, { account, naming, chainStart }, counted);
    },
  };
}

function chainStartOf({ order }: Account, kind: RecordKind, statement: Statement): string {
  return hash('sha256', canonicalJson({ rule: LEDGER_RULE, order, kind, ...statement }));
}

function tableOfKind(kind: RecordKind, context: RecordContext, counted: Counted): LedgerTable {
  switch (kind) {
    case 'production':
      return tableOf(productionTable(context, counted));
    case 'consumption':
      return tableOf(consumptionTable(context, counted));
    case 'allocations':
      return tableOf(allocationTable(context, counted));
    case 'charges':
      return tableOf(chargeTable(context, counted));
    case 'discharges':
      return tableOf(dischargeTable(context));
    case 'emissions':
      return tableOf(emissionsTable(context));
    default: {
      const never: never = kind;
      throw new TypeError(`unknown kind ${String(never)}`);
    }
  }
}
