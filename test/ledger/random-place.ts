/** Schedules drawn by chance that keep the laws by construction, energy passed from storage to storage apart. */

import type { LedgerPlace } from '../../src/ledger/whole-flows.ts';
import { chanceOf } from '../verify/random-plan.ts';
import { placeWith } from './place.ts';

export function randomPlace(seed: number): LedgerPlace {
  const chance = chanceOf(seed);
  const count = (most: number) => Math.floor((most + 1) * chance());
  const hours = 3 + count(30);
  const scale = 10 ** count(3);
  const each = <T>(value: (h: number) => T) => Array.from({ length: hours }, (_, h) => value(h));
  const storages = Array.from({ length: count(2) }, () => {
    const [chargeEfficiency, dischargeEfficiency] = [0.7 + 0.3 * chance(), 0.7 + 0.3 * chance()];
    const selfDischargePerHour = chance() < 0.5 ? 0 : 0.05 * chance();
    // A fifth of them hold more than they turn over.
    const reserve = chance() < 0.2 ? 20 * scale : 0;
    const stateOfChargeMWh = each(() => reserve + (chance() < 0.3 ? 0 : scale * chance()));
    const gain = each((h) => stateOfChargeMWh[h]! - (1 - selfDischargePerHour) * stateOfChargeMWh.at(h - 1)!);
    const chargeMW = gain.map((more) => Math.max(0, more) / chargeEfficiency);
    const dischargeMW = gain.map((more) => Math.max(0, -more) * dischargeEfficiency);
    return { chargeEfficiency, dischargeEfficiency, selfDischargePerHour, stateOfChargeMWh, chargeMW, dischargeMW };
  });
  const sumAt = (of: (storage: (typeof storages)[number]) => number[], h: number) =>
    storages.reduce((sum, storage) => sum + of(storage)[h]!, 0);
  const charge = each((h) => sumAt(({ chargeMW }) => chargeMW, h));
  const discharge = each((h) => sumAt(({ dischargeMW }) => dischargeMW, h));
  const exportMW = each(() => (chance() < 0.7 ? 0 : scale * chance()));
  const importMW = each(() => (chance() < 0.7 ? 0 : scale * chance()));
  // Half of the plans charge from plants alone; the others pass energy from one storage to the other as well.
  const isPassedOn = chance() < 0.5;
  const delivered = each((h) => {
    const least = isPassedOn ? Math.max(0, charge[h]! - discharge[h]!) : charge[h]!;
    return least + exportMW[h]! + (chance() < 0.2 ? 0 : scale * chance());
  });
  const loadMW = each((h) => Math.max(0, delivered[h]! + discharge[h]! + importMW[h]! - charge[h]! - exportMW[h]!));
  const losses = Array.from({ length: 1 + count(3) }, () => (chance() < 0.5 ? 0 : 0.1 * chance()));
  const shares = each(() => losses.map(() => (chance() < 0.2 ? 0 : chance())));
  const generationMW = losses.map((loss, i) =>
    each((h) => {
      const all = shares[h]!.reduce((a, b) => a + b, 0);
      const share = all > 0 ? shares[h]![i]! / all : 1 / losses.length;
      return (share * delivered[h]!) / (1 - loss);
    }),
  );
  return placeWith({ loadMW, generationMW, plants: losses.map((loss) => ({ loss })), storages, importMW, exportMW });
}
