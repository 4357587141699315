/** What a plan phase by phase costs more than one with all phases in sight: by phase, with the sizes that differ. */

import type { PhaseResult, PlannedSizes, ResultDocument } from '../../results/document/result-document.ts';
import { tolerance } from '../../units.ts';
import type { Block, Row } from '../content/content.ts';
import { moneyScaleOf, say, size } from '../content/words.ts';

export function regretTables({ baselines, phases, scenario: { currency } }: ResultDocument): Block[] {
  const together = baselines.find(({ kind }) => kind === 'plannedTogether')?.phases ?? [];
  if (together.length === 0 || together.length !== phases.length) return [];
  const regrets = together.map(({ regret = 0 }) => regret);
  const whole = regrets.reduce((sum, value) => sum + value, 0);
  const scale = moneyScaleOf(currency, [...regrets, whole]);
  const columns = together.map(({ name }) => ({ title: name }));
  return [
    {
      kind: 'table',
      caption: say('Regret of planning phase by phase'),
      subject: say('Cost'),
      columns: [...columns, { title: say('All phases, discounted') }].map((column) => ({
        ...column,
        unit: scale.unit,
      })),
      rows: [{ name: say('Beyond that with all phases in sight'), cells: [...regrets, whole].map(scale.of) }],
      note: say('Below zero a phase costs less than with the later ones in sight: they pay for it.'),
    },
    {
      kind: 'table',
      caption: say('Sizes that differ: phase by phase, and in brackets with all phases in sight'),
      subject: say('Asset'),
      columns,
      rows: differing(
        phases,
        together.map(({ sizes }) => sizes),
      ),
    },
  ];
}

/** What stands otherwise in some phase, as far as a chart would show it. */
function differing(phases: readonly PhaseResult[], together: readonly (PlannedSizes | undefined)[]): Row[] {
  const ours = phases.map(quantitiesOf);
  const theirs = together.map((sizes) => (sizes === undefined ? [] : quantitiesOf(sizes)));
  return (ours[0] ?? []).flatMap(({ name, unit }, at): Row[] => {
    const pairs = phases.map((_, p) => [ours[p]?.[at]?.value ?? 0, theirs[p]?.[at]?.value ?? 0] as const);
    const isSeen = pairs.some(([is, was], p) => Math.abs(is - was) > tolerance.seenShare * phases[p]!.itCapacityMW);
    if (!isSeen) return [];
    return [{ name, unit, cells: pairs.map(([is, was]) => say('{is} ({was})', { is: size(is), was: size(was) })) }];
  });
}

/** The same assets in the same order, whatever the phase. */
function quantitiesOf({ renewables, storages, links }: PlannedSizes) {
  return [
    ...Object.entries({ ...renewables, ...links }).map(([name, { capacityMW }]) => ({
      name,
      unit: 'MW',
      value: capacityMW,
    })),
    ...Object.entries(storages).flatMap(([name, { powerCapacityMW, energyCapacityMWh }]) => [
      { name, unit: 'MW', value: powerCapacityMW },
      { name, unit: 'MWh', value: energyCapacityMWh },
    ]),
  ];
}
