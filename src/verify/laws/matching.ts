import type { Matching } from '../../scenario/scenario.ts';
import { monthStarts } from '../../time.ts';
import { HOURS_PER_YEAR, tolerance } from '../../units.ts';
import { chargeMW, deliveredMW, dischargeMW, needMW, type Place, placesOf, sceneOf } from '../answer.ts';
import { law } from '../law.ts';
import { type Scene, shown, type Tally } from '../tally.ts';

/** Energy that counts as matched and energy that must be, over one window of one weather year [MWh]. */
interface Account {
  readonly claimMWh: number;
  readonly loadMWh: number;
}

/**
 * The plan matches what it was asked to match: by hour, load not imported; by month or year, renewable energy delivered
 * less what storage loses. At an hourly target of 1 there is no import in any hour, not even a tolerated one.
 *
 * @equation hourly: Σ_h (load[h] − m[h]) ≥ target·Σ_h load[h]
 * @equation monthly, annual: Σ_h (Σ_i (1 − loss_i)·g_i − Σ_s (c_s − d_s)) ≥ target·Σ_h load[h]
 */
export const matching = law('matching', (answer, tally) => {
  const rule = answer.scenario.matching;
  if (rule.kind === 'none') return;
  for (const { name: phase } of answer.scenario.phases) {
    const places = [...placesOf(answer)].filter((place) => place.phase.name === phase);
    if (rule.kind === 'hourly' && rule.target === 1) {
      for (const place of places) noImport(place, tally);
      continue;
    }
    if (rule.over === 'everyYear') {
      for (const place of places) {
        for (const [window, account] of accountsOf(place, rule).entries())
          judge(tally, sceneOf(place, 'site'), rule, window, account);
      }
    } else {
      const years = places.map((place) => accountsOf(place, rule));
      for (const [window, account] of expected(places, years).entries()) {
        judge(tally, { phase, subject: 'site' }, rule, window, account);
      }
    }
  }
});

function noImport(place: Place, tally: Tally): void {
  for (let h = 0; h < place.hours; h++) {
    const m = place.flows.importMW[h]!;
    tally.statement(
      m === 0,
      sceneOf(place, 'site'),
      () => `imports ${shown(m)} MW, but every hour must be matched`,
      h,
      m,
    );
  }
}

function judge(tally: Tally, scene: Scene, rule: Matching, window: number, { claimMWh, loadMWh }: Account): void {
  if (rule.kind === 'none') return;
  const when = rule.kind === 'monthly' ? ` in month ${window + 1}` : '';
  const words = (need: number, claim: number) =>
    `${shown(claim)} of ${shown(loadMWh)} MWh are matched${when}, but the target of ${rule.target} asks for ${shown(need)} MWh`;
  tally.compare(scene, words, tolerance.yearlyShare).atMost(rule.target * loadMWh, claimMWh, undefined, loadMWh);
}

/** One account per window of the rule: the year, or its months. */
function accountsOf(place: Place, rule: Matching): Account[] {
  const load = needMW(place);
  const claim = rule.kind === 'hourly' ? load.map((l, h) => l - place.flows.importMW[h]!) : volumetricClaim(place);
  const edges = rule.kind === 'monthly' ? monthStarts(place.weatherYear.year) : [0, place.hours];
  return edges.slice(1).map((to, at) => {
    const sum = (series: Float64Array) => series.subarray(edges[at]!, to).reduce((total, value) => total + value, 0);
    return { claimMWh: sum(claim), loadMWh: sum(load) };
  });
}

function volumetricClaim(place: Place): Float64Array {
  const [charge, discharge] = [chargeMW(place), dischargeMW(place)];
  return deliveredMW(place).map((delivered, h) => delivered - charge[h]! + discharge[h]!);
}

/** Expected accounts: weather years by their probability, each brought to 8,760 hours, so that a leap year counts no more. */
function expected(places: readonly Place[], years: readonly Account[][]): Account[] {
  return years[0]!.map((_, window) => {
    let [claimMWh, loadMWh] = [0, 0];
    for (const [at, { weatherYear }] of places.entries()) {
      const share = weatherYear.weight * (HOURS_PER_YEAR / weatherYear.hours);
      claimMWh += share * years[at]![window]!.claimMWh;
      loadMWh += share * years[at]![window]!.loadMWh;
    }
    return { claimMWh, loadMWh };
  });
}
