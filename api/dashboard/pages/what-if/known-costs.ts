/** What is known of the cost along one slider. */

import type { KnownCost } from '../../charts/known-cost.ts';
import type { Slider } from './sliders.ts';
import { type Changes, keyOf, type ToldBand } from './use-band.ts';
import type { Asked } from './use-exact.ts';

/** As much of the slider as there is something known of, and a little more. */
export function stretchOf(known: readonly KnownCost[], { values }: Slider) {
  const [least, most] = [values[0]!, values.at(-1)!];
  const at = known.map(({ value }) => value);
  const [from, to] = [Math.min(...at), Math.max(...at)];
  const room = Math.max((to - from) / 5, (most - least) / 25);
  return {
    from: values.findLast((value) => value <= from - room) ?? least,
    to: values.find((value) => value >= to + room) ?? most,
  };
}

/** By value of a slider, everything else as it stands now: what was solved, and of the rest what is proven. */
export function knownAlong(
  { path, base }: Pick<Slider, 'path' | 'base'>,
  changes: Changes,
  told: readonly ToldBand[],
  solved: readonly Asked[],
): KnownCost[] {
  const othersOf = ({ [path]: _, ...others }: Record<string, number>) => keyOf(others);
  const isOn = (one: { readonly changes: Changes }) => othersOf(one.changes) === othersOf(changes);
  const placeOf = (one: { readonly changes: Changes }) => one.changes[path] ?? base;
  const exact = solved.filter(isOn).map((one): KnownCost => ({ value: placeOf(one), exact: one.run.figures!.cost }));
  const open = told.filter((one) => isOn(one) && !exact.some(({ value }) => value === placeOf(one)));
  const bands = open.map(
    (one): KnownCost => ({ value: placeOf(one), lower: one.band.lower?.cost, upper: one.band.upper?.cost }),
  );
  return [...exact, ...bands].sort((a, b) => a.value - b.value);
}
